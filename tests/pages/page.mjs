// The page as a reader knows it: open it, read its clock, press play, scrub, choose.
import assert from "node:assert/strict";
import { By } from "selenium-webdriver";

export const testId = (name) => `[data-testid="${name}"]`;

// Tries until `attempt` gives something true; the limit is generous and is no promise about speed.
export async function until(what, attempt, limit = 30_000) {
  const end = Date.now() + limit;
  let last;
  do {
    last = await attempt();
    if (last) return last;
    await pause(100);
  } while (Date.now() < end);
  throw new Error(`gave up waiting until ${what} (last: ${JSON.stringify(last)})`);
}

export const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

// Compares two lists of texts and tells only the first difference, since each text may be long.
export function assertSame(actual, expected, label) {
  assert.equal(actual.length, expected.length, label);
  const at = actual.findIndex((text, index) => text !== expected[index]);
  if (at >= 0) assert.fail(`${label}\n  is:        ${actual[at]}\n  should be: ${expected[at]}`);
}

export class Page {
  // `browser` has the driver; another may take its place there.
  constructor(browser) {
    this.browser = browser;
  }

  get driver() {
    return this.browser.driver;
  }

  run(script, ...given) {
    return this.driver.executeScript(script, ...given);
  }

  // Always a fresh document with nothing remembered: a change of the hash alone would not load anything.
  async open(url) {
    await this.driver.switchTo().defaultContent();
    await this.run("try { localStorage.clear(); sessionStorage.clear() } catch {}");
    await this.driver.get("about:blank");
    await this.driver.get(url);
  }

  // Ready for a reader, and all of its text laid out.
  isReady() {
    return this.run(`const { ready, laid } = document.documentElement?.dataset ?? {};
      return ready === "true" && laid === "true"`);
  }

  async ready() {
    await until("the page says it is ready", () => this.isReady());
    return this;
  }

  async openReady(url) {
    await this.open(url);
    return this.ready();
  }

  // The long lists come when their reader is near them, or prints; this way nothing moves.
  withLists() {
    return this.run(`dispatchEvent(new Event("beforeprint")); dispatchEvent(new Event("afterprint"))`);
  }

  // Rows of one list are alike: where going through every one takes minutes, a dozen of each stands for the rest.
  thinLists() {
    return this.run(`for (const list of document.querySelectorAll(".panel :is(ul, ol, dl, tbody, datalist), .claims, .column-list")) {
      [...list.children].slice(14).forEach((entry) => entry.remove());
    }`);
  }

  text(name) {
    return this.run("return document.querySelector(arguments[0])?.textContent.trim()", testId(name));
  }

  status() {
    return this.text("status");
  }

  clock() {
    return this.run("return document.querySelector(arguments[0])?.getAttribute('datetime')", testId("clock"));
  }

  async click(name) {
    const element = await this.driver.findElement(By.css(testId(name)));
    await this.run("arguments[0].scrollIntoView({ block: 'nearest' })", element);
    await element.click();
  }

  // The same button plays and pauses.
  pressPlay() {
    return this.click("play");
  }

  // Plays until the clock has moved, and pauses.
  async playABit() {
    const before = await this.clock();
    await this.pressPlay();
    await until("the clock advances", async () => (await this.clock()) !== before);
    await this.pressPlay();
  }

  async playing() {
    const element = await this.driver.findElement(By.css(testId("play")));
    return (await element.getAttribute("aria-pressed")) === "true";
  }

  // Moves the range input, halving, to the first position at which the clock has reached the moment. The mapping of
  // positions to moments is the page's affair: it only has to be monotonic.
  scrubTo(moment) {
    return this.driver.executeAsyncScript(
      `const [moment, scrubber, clock, done] = arguments;
       const input = document.querySelector(scrubber), face = document.querySelector(clock);
       const reads = () => face.getAttribute("datetime");
       const settled = () => new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
       const move = async (step) => {
         input.value = String(step / 10000);
         input.dispatchEvent(new Event("input", { bubbles: true }));
         await settled();
         return reads();
       };
       (async () => {
         let low = 0, high = 10000;
         while (low < high) {
           const middle = (low + high) >> 1;
           if ((await move(middle)) >= moment) high = middle; else low = middle + 1;
         }
         const at = await move(low);
         input.dispatchEvent(new Event("change", { bubbles: true }));
         done(at);
       })();`,
      moment, testId("scrubber"), testId("clock"),
    );
  }

  setScrubber(position) {
    return this.run(
      `const input = document.querySelector(arguments[0]);
       input.value = String(arguments[1]);
       input.dispatchEvent(new Event("input", { bubbles: true }));
       input.dispatchEvent(new Event("change", { bubbles: true }));`,
      testId("scrubber"), position,
    );
  }

  // Follows a link on the page: the address changes, the document stays.
  async followLink(hash, moment) {
    await this.run("location.hash = arguments[0]", hash);
    await until(`the clock shows ${moment}`, async () => (await this.clock()) === moment);
  }

  hash() {
    return this.run("return location.hash");
  }

  // Every entry in the document: id, army, progress, phase, and whether it is drawn.
  routes() {
    return this.run(`return [...document.querySelectorAll('[data-testid^="route-"]')].map((route) => ({
      id: route.dataset.testid.slice("route-".length),
      tag: route.localName,
      army: route.dataset.state,
      progress: Number(route.dataset.progress ?? NaN),
      phase: route.dataset.phase,
      drawn: getComputedStyle(route).display !== "none",
    }))`);
  }

  async routesShown() {
    return (await this.routes()).filter(({ phase }) => phase !== "absent").map(({ id }) => id);
  }

  async progress(id) {
    return (await this.routes()).find((route) => route.id === id)?.progress;
  }

  async totalProgress() {
    return (await this.routes()).reduce((sum, { progress }) => sum + progress, 0);
  }

  // One text per entry. An attribute that was emptied again counts as one that was never there.
  routesMarkup() {
    return this.run(`return [...document.querySelectorAll('[data-testid^="route-"]')]
      .map((route) => route.outerHTML.replaceAll(/ (style|class)=""/g, ""))`);
  }

  reactions() {
    return this.run(`return [...document.querySelectorAll('[data-testid^="reaction-"]')].map((entry) => ({
      id: entry.dataset.testid.slice("reaction-".length),
      shown: entry.dataset.shown,
      drawn: getComputedStyle(entry).display !== "none",
    }))`);
  }

  async reactionsShown() {
    return (await this.reactions()).filter(({ shown }) => shown === "true").map(({ id }) => id);
  }

  chosen(group) {
    return this.run("return document.querySelector(arguments[0] + ' input[type=radio]:checked')?.value", testId(group));
  }

  // The radio may be hidden behind its label, or folded away in a panel: a click on the input is what both end in.
  async choose(group, value) {
    await this.run(
      "document.querySelector(`${arguments[0]} input[type=radio][value=${arguments[1]}]`).click()",
      testId(group), value,
    );
    await until(`${group} is ${value}`, async () => (await this.chosen(group)) === value);
  }

  chooseBasis(value) {
    return this.choose("basis", value);
  }

  chooseTheme(value) {
    return this.choose("theme", value);
  }

  theme() {
    return this.run("return document.documentElement.dataset.theme ?? 'auto'");
  }

  // Where an element stands in the window, and between which heights text is seen there: on wide screens the clock
  // lies below the text, on narrow ones map and clock above it. Null for what is not drawn.
  place(css) {
    return this.run(
      `const frame = (css) => document.querySelector(css)?.getBoundingClientRect();
       const own = frame(arguments[0]);
       if (!own?.width) return null;
       const [stage, clock, panel] = [".stage", ".clock", ".panel"].map(frame);
       const beside = panel.left >= stage.right;
       const [from, to] = beside ? [0, clock.top] : [Math.max(clock.bottom, 0), innerHeight];
       return { top: own.top, bottom: own.bottom, from, to, scrolled: scrollY };`,
      css,
    );
  }

  // Whether it is in view: all of it, or as much as there is room for.
  async inView(css) {
    const at = await this.place(css);
    return at !== null && at.top >= at.from - 1 && at.top < at.to && (at.bottom <= at.to + 1 || at.top < at.to / 2);
  }

  // Scrolls, as a reader does, until an element's upper edge stands this far down in the seen part of the text: the
  // reading line is at 0.3 of it.
  async scrollTo(css, share = 0.28) {
    await this.run(
      `const own = document.querySelector(arguments[0]).getBoundingClientRect();
       scrollBy({ top: own.top - arguments[1], behavior: "instant" })`,
      css, await this.heightOf(share),
    );
  }

  async heightOf(share) {
    const { from, to } = await this.place(".panel");
    return from + share * (to - from);
  }

  // The passage that the page marks as the clock's.
  current() {
    return this.run("return document.querySelector('.passage[data-current=true]')?.id.slice('passage-'.length)");
  }

  // A click where a reader's pointer would be, without the driver's own scrolling.
  press(css) {
    return this.run("document.querySelector(arguments[0]).click()", css);
  }

  // What a reader can read, in letters.
  visibleText() {
    return this.run("return document.body.innerText");
  }

  resources() {
    return this.run("return performance.getEntriesByType('resource').map(({ name }) => name)");
  }
}
