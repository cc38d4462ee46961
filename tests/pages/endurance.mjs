// A reader who does ten thousand things, drawn by lot and the same for the same seed, and what the page holds on to
// before and after.
import { join } from "node:path";
import { atRest, countScript, grown, measured } from "./counters.mjs";
import { Page, pause, until } from "./page.mjs";
import { dist, folder, pageOf, serve } from "./server.mjs";
import { setViewport } from "./viewport.mjs";
import { copyWithFirst, watchScript } from "./watch.mjs";

// What can be done within the page, by name: how likely it is, and how. `draw` is a number from 0 to 1. Not among them:
// to print and to save, which need an answer of the browser's own.
const acts = {
  play: [8, `press("[data-testid=play]")`],
  step: [4, `one("[data-testid=next], [data-testid=previous]").click()`],
  act: [3, `one(".acts button").click()`],
  speed: [3, `one("[data-testid=speed] input").click()`],
  scrub: [10, `move(draw); if (draw < 0.7) move(draw, "change")`],
  basis: [4, `one("[data-testid=basis] input").click()`],
  theme: [4, `one("[data-testid=theme] input").click()`],
  motion: [2, `one("[data-testid=motion] input").click()`],
  seek: [4, `one("#panel [data-seek]").click()`],
  place: [4, `one("#panel [data-place]").click()`],
  mark: [5, `one("[data-mark]").click()`],
  route: [4, `one("[data-route], .live .route").dispatchEvent(new MouseEvent("click", { bubbles: true }))`],
  closeCard: [3, `press(".card .close")`],
  state: [3, `one("[data-state]").dispatchEvent(new MouseEvent("click", { bubbles: true }))`],
  open: [6, `one("[data-open]").click()`],
  close: [6, `for (const open of document.querySelectorAll("dialog[open]")) open.querySelector("[data-close]").click()`],
  embedOptions: [2, `choose("#embed-view"); press("#embed-at")`],
  // Only where a reader can: what is begun in a closed dialog does not end with it.
  preview: [2, `one("dialog[open] [data-preview]")?.click()`],
  copy: [2, `one("[data-copy]").click()`],
  present: [2, `one("[data-present]").click()`],
  town: [3, `type("#town-name", one("#towns option").value)`],
  noTown: [1, `type("#town-name", "no such town")`],
  passage: [2, `one("[data-passage]").click()`],
  follow: [2, `press("[data-follow]")`],
  tab: [2, `one(".tabs button").click()`],
  zoom: [5, `one(".zoom button").click()`],
  wheel: [3, `stage.dispatchEvent(new WheelEvent("wheel", { deltaY: draw * 400 - 200, ctrlKey: true, clientX: 300 * draw,
    clientY: 200, bubbles: true, cancelable: true }))`],
  drag: [3, `for (const [kind, by] of [["down", 0], ["move", 40], ["move", 90], ["up", 90]]) {
    stage.dispatchEvent(new PointerEvent("pointer" + kind, { pointerId: 1, pointerType: "mouse", clientX: 200 + by * draw,
      clientY: 200 + by, bubbles: true })); }`],
  key: [6, `const keys = [" ", "ArrowRight", "ArrowLeft", "ArrowDown", "+", "-", "0", "Escape", "Escape", "?", "r", "b", "m",
      "Home", "End", "p", "Tab", "Enter"];
    (document.activeElement ?? document.body).dispatchEvent(
      new KeyboardEvent("keydown", { key: keys[Math.floor(draw * keys.length)], bubbles: true, cancelable: true }))`],
  scroll: [5, `scrollTo({ top: draw * document.documentElement.scrollHeight, behavior: "instant" })`],
  unfold: [2, `one("details > summary").click()`],
  link: [4, `one("#panel a[href^='#'], #panel a[href*='.html#']:not([target])").click()`],
  hash: [4, `const asks = ["t=1968-08-21T02:20", "t=1968-08-25&basis=article", "act=week", "view=map", "view=reactions",
      "mode=present", "theme=dark", "show=claim-c30", "show=nothing", "t=never", ""];
    location.hash = asks[Math.floor(draw * asks.length)]`],
  hide: [3, `show(false)`],
  show: [4, `show(true)`],
  paper: [1, `dispatchEvent(new Event("beforeprint")); dispatchEvent(new Event("afterprint"))`],
};

const tools = `
  const stage = document.getElementById("stage");
  const press = (css) => document.querySelector(css)?.click();
  const show = (shown) => {
    window.__hidden = !shown;
    document.dispatchEvent(new Event("visibilitychange"));
  };`;

// A pause between two things that a reader does, in milliseconds.
const pauses = [10, 90];

const walk = `const [steps, done] = arguments;
  ${tools}
  const acts = {
    ${Object.entries(acts).map(([name, [, script]]) => `${name}: (draw, one, move, choose, type) => { ${script} }`).join(",\n")}
  };
  const move = (draw, kind = "input") => {
    const scrubber = document.querySelector("[data-testid=scrubber]");
    scrubber.value = String(draw);
    scrubber.dispatchEvent(new Event(kind, { bubbles: true }));
  };
  const type = (css, text) => {
    const input = document.querySelector(css);
    input.value = text;
    for (const kind of ["input", "change"]) input.dispatchEvent(new Event(kind, { bubbles: true }));
  };
  (async () => {
    for (const { name, draw, wait } of steps) {
      const one = (css) => {
        const all = document.querySelectorAll(css);
        return all[Math.floor(draw * all.length)];
      };
      const choose = (css) => {
        const select = document.querySelector(css);
        select.selectedIndex = Math.floor(draw * select.options.length);
        select.dispatchEvent(new Event("change", { bubbles: true }));
      };
      try {
        acts[name](draw, one, move, choose, type);
      } catch (problem) {
        return done(name + ": " + problem);
      }
      await new Promise((next) => setTimeout(next, wait));
    }
    done("");
  })()`;

// Back to where a visit begins: the opening, everything closed, nothing chosen. A closed card still holds the entry that
// it showed last: always the same.
const home = `const [home, done] = arguments;
  ${tools}
  show(true);
  for (const open of document.querySelectorAll("dialog[open]")) open.close();
  for (const key of ["Escape", "Escape", "Escape"]) {
    document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  }
  for (const mark of document.querySelectorAll("[data-mark][aria-expanded=true]")) mark.click();
  const choices = { basis: "record", theme: "auto", motion: "auto", speed: "normal" };
  for (const [group, value] of Object.entries(choices)) press("[data-testid=" + group + "] input[value=" + value + "]");
  press("#panel [data-route]");
  setTimeout(() => done(press(".card .close")), 100);
  press("[data-testid=tab-map]");
  const town = document.getElementById("town-name");
  town.value = "";
  town.dispatchEvent(new Event("input", { bubbles: true }));
  document.querySelectorAll(".zoom button")[2].click();
  document.activeElement?.blur();
  location.hash = "t=1968-08-20T23:00&home=" + home;
  scrollTo({ top: 0, behavior: "instant" });`;

const sizes = [[1200, 800], [700, 900], [1440, 900], [500, 700], [1000, 500]];
// How many things are done in one go; the browser is asked in between what went wrong.
const inOneGo = 20;
const resizes = 0.02;

// Numbers that look drawn by lot and are the same every time (a linear congruence, as in tests/bench/stress.mjs).
export function draws(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const lots = Object.entries(acts).flatMap(([name, [times]]) => Array(times).fill(name));
const step = (draw, name = lots[Math.floor(draw() * lots.length)]) =>
  ({ name, draw: draw(), wait: Math.round(pauses[0] + draw() * (pauses[1] - pauses[0])) });

// A site whose pages say what they hold on to.
export async function watchedSite() {
  const pages = {};
  const counted = (file) => () => copyWithFirst(join(dist, file), `${watchScript}\n${countScript}`);
  for (const file of Object.values(pageOf)) pages[folder + file] = counted(file);
  pages[folder] = counted(pageOf.en);
  return serve({ pages });
}

// `browser` is { name, driver }; the same seed does the same in the same order.
export class Reader {
  constructor(browser, site, seed) {
    this.browser = browser;
    this.page = new Page(browser);
    this.site = site;
    this.draw = draws(seed);
    this.done = 0;
    this.homes = 0;
  }

  get driver() {
    return this.browser.driver;
  }

  async open(language, hash = "") {
    await this.page.openReady(`${this.site.page}${pageOf[language]}#lang=${language}${hash}`);
  }

  // As a reader does, on the page; what went wrong before stays with the document that goes.
  async changeLanguage(language) {
    await this.fine();
    await this.page.press(`[data-language=${language}]`);
    const there = `const { lang, dataset } = document.documentElement;
      return lang === arguments[0] && dataset.ready === "true"`;
    await until(`the page is in ${language}`, () => this.page.run(there, language).catch(() => false));
    this.done += 1;
  }

  // Throws when anything has been written on the console, or the program has stopped.
  async fine() {
    const { said, failed } = await this.page.run(`return { said: window.__watched ?? ["the watching script did not run"],
      failed: document.documentElement.classList.contains("failed") }`);
    if (failed) said.push("the program has stopped");
    if (said.length > 0) throw new Error(`after ${this.done} operations: ${said.slice(0, 5).join("; ")}`);
  }

  async go(steps) {
    const problem = await this.page.driver.executeAsyncScript(walk, steps);
    if (problem) throw new Error(`after ${this.done} operations: ${problem}`);
    this.done += steps.length;
    await this.fine();
  }

  async wander(count) {
    let left = count;
    while (left > 0) {
      const now = Math.min(left, inOneGo);
      await this.go(Array.from({ length: now }, () => step(this.draw)));
      left -= now;
      if (left > 0 && this.draw() < resizes * inOneGo) {
        await setViewport(this.browser, ...sizes[Math.floor(this.draw() * sizes.length)]);
        this.done += 1;
        left -= 1;
      }
    }
  }

  // Where a visit begins, at rest; then what the page holds on to.
  async lookAt() {
    await setViewport(this.browser, ...sizes[0]);
    await this.driver.executeAsyncScript(home, (this.homes += 1));
    await this.page.ready();
    const rest = await atRest(this.browser);
    await this.fine();
    return { rest, holds: await measured(this.browser) };
  }

  // Everything once, since much is made only when it is first asked for, and then `act`: what is there before and after.
  async around(act) {
    await this.page.withLists();
    await this.go(Object.keys(acts).map((name) => step(this.draw, name)));
    const before = await this.lookAt();
    await act();
    const after = await this.lookAt();
    const broken = grown(before.holds, after.holds);
    for (const { rest } of [before, after]) if (!rest.idle) broken.push(`not at rest: ${JSON.stringify(rest)}`);
    return { before: before.holds, after: after.holds, broken };
  }

  // So many operations in one document, in this language.
  stretch(operations) {
    return this.around(() => this.wander(operations));
  }

  // The story again and again at the highest speed, as a kiosk shows it. The answer counts how often it began.
  async playInLoop(minutes) {
    let rounds = 0;
    const result = await this.around(async () => {
      await this.page.run("location.hash = 'mode=kiosk&t=1968-08-20T23:00'");
      await this.page.choose("speed", "fast");
      let last = "";
      for (const end = Date.now() + minutes * 60_000; Date.now() < end; await pause(2000)) {
        const now = await this.page.clock();
        if (now < last || last === "") rounds += 1;
        last = now;
        await this.fine();
      }
    });
    return { ...result, rounds };
  }
}
