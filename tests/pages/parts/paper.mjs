// What comes out of the printer: the whole page, or a sheet for a class.
import assert from "node:assert/strict";
import { test } from "../attempts.mjs";
import {
  differing, events, films, languages, passages, plain, questions, reactions, sources, stills, translated, unmarked, words,
} from "../content.mjs";
import { testId, until } from "../page.mjs";
import { papers, printed } from "../papers.mjs";
import { folder } from "../server.mjs";

const points = { A4: [595, 842], Letter: [612, 792] };

// Columns and pages break lines anywhere, and a mark of a difference may stand between two words.
const squeezed = (text) => plain(text.normalize("NFKC")).replaceAll(/[\s≠-]/g, "");
const holds = (paper, text) => squeezed(paper).includes(squeezed(text));

function assertHolds(paper, wanted, what) {
  const whole = squeezed(paper);
  const missing = wanted.filter((text) => !whole.includes(squeezed(text)));
  assert.deepEqual(missing, [], `${what} that are not on the paper`);
}

function assertHoldsNot(paper, unwanted, what) {
  const whole = squeezed(paper);
  assert.deepEqual(unwanted.filter((text) => whole.includes(squeezed(text))), [], `${what} on the paper`);
}

// Firefox draws weights of a variable typeface other than its own as outlines, which hold no letters: there only running
// text in the serif can be read again.
const readable = (name, wanted) => (name === "firefox" ? [] : wanted);

// How often something stands there.
const count = (paper, text) => squeezed(paper).split(squeezed(text)).length - 1;

function assertSize(sizes, paper) {
  for (const [width, height] of sizes) {
    const [wantedWidth, wantedHeight] = points[paper];
    assert.ok(Math.abs(width - wantedWidth) <= 2 && Math.abs(height - wantedHeight) <= 2, `${paper}: ${width} x ${height}`);
  }
}

// A text of the content in a language: English stands beside the facts, the others in files of their own.
function wording(language, file) {
  if (language === "en") return (entry, field) => entry[field]?.en;
  const own = translated(language, file);
  return (entry, field) => own[entry.id]?.[field];
}

// Passages stand under their chapters there.
function passageTexts(language) {
  if (language === "en") return passages.map(({ text }) => text.en);
  const chapters = Object.values(translated(language, "chapters"));
  return chapters.flatMap(({ passage }) => Object.values(passage)).map(({ text }) => text);
}

// What is pressed, and says nothing on paper.
const pressed = ["share", "embed", "print", "passage_next", "claims_filter", "story_lead", "events_lead", "stills_lead",
  "theme_dark", "previous_event", "show_in_world", "print_hand_out_note"];

const handOut = (page) => page.run("document.documentElement.dataset.print = 'hand-out'");
const said = (language, name) => words[language][name];

export function paper(world) {
  const { page, engine, url } = world;
  const { name } = engine;
  const open = (language, more = "") => page.openReady(url("http", `#lang=${language}${more}`));

  test("the dialog prints what is chosen, and afterwards the page is as it was", async () => {
    await open("en", "&t=1968-08-21T02:20");
    await page.run(`window.sheets = [];
      window.print = () => {
        dispatchEvent(new Event("beforeprint"));
        sheets.push([document.documentElement.dataset.print, document.querySelectorAll("details:not([open])").length,
          document.querySelectorAll("dialog[open]").length]);
        dispatchEvent(new Event("afterprint"));
      }`);
    const folded = () => page.run("return document.querySelectorAll('details:not([open])').length");
    const before = await folded();
    assert.ok(before > 5, `${before} are folded away`);
    await page.run("document.querySelector('details').open = true");
    for (const what of ["hand-out", "page"]) {
      await page.click("print");
      assert.equal(await page.run(`return document.querySelector('${testId("print-dialog")}').open`), true);
      await page.run(`document.querySelector("[data-paper=${what}]").click()`);
      assert.deepEqual(await page.run("return sheets.pop()"), [what, 0, 0]);
      assert.equal(await page.run("return document.documentElement.hasAttribute('data-print')"), false);
      assert.equal(await folded(), before - 1, "what the reader had opened stays open");
    }
    assert.equal(await page.clock(), "1968-08-21T02:20");
  });

  test("on screen there is nothing of the hand-out", async () => {
    await open("en");
    const drawn = await page.run(`return ["#hand-out", ".key", ".plate-towns", "#print-dialog"]
      .filter((css) => document.querySelector(css).getBoundingClientRect().width > 0)`);
    assert.deepEqual(drawn, []);
  });

  test("where a frame may not print, choosing it does no harm", async () => {
    const sandbox = `<!doctype html><meta charset="utf-8"><title>a host</title>
      <iframe sandbox="allow-scripts" src="${folder}five-armies.html" style="width:100%;height:700px;border:0"></iframe>`;
    world.server.pages["/no-printer.html"] = sandbox;
    await page.open(world.server.url("/no-printer.html"));
    await engine.driver.switchTo().frame(0);
    await page.ready();
    await page.run(`document.querySelector("[data-open=print]").click();
      document.querySelector("[data-paper=hand-out]").click()`);
    await page.pressPlay();
    await until("it goes on", () => page.playing());
    await page.open("about:blank");
  });

  // Its driver cannot print: what it makes of the sheet's rules must do.
  if (name === "webkit") {
    test("the rules for paper are understood", async () => {
      await open("en");
      const rules = await page.run(`return [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
        .filter((rule) => rule.media?.mediaText === "print")
        .flatMap((rule) => [...rule.cssRules]).map((rule) => rule.selectorText)`);
      assert.ok(rules.length > 60, `${rules.length} rules`);
      for (const part of ['.panel > .hand-out', '[data-print="hand-out"] .plate', ".sources a"]) {
        assert.ok(rules.some((rule) => rule?.includes(part)), part);
      }
    });
    return;
  }

  for (const language of languages) {
    test(`the whole page is on paper, in ${language}`, async () => {
      await open(language, "&t=1968-08-20T20:00");
      // A whole page takes a printer its time: both papers once are enough.
      const sizes = language === "en" && name === "chromium" ? Object.keys(papers) : ["A4"];
      for (const size of sizes) {
        const { text, pages, sizes: found } = await printed(engine, size);
        assertSize(found, size);
        assert.ok(pages.length >= 25 && pages.length <= 60, `${size}: ${pages.length} pages`);
        const empty = readable(name, pages).filter((words) => squeezed(words).length < 40);
        assert.equal(empty.length, 0, "empty pages");

        const title = await page.run("return document.querySelector('h1').textContent");
        assertHolds(pages[0], readable(name, [title]), "the title, first of all");
        const eventWords = wording(language, "events");
        const [still, reaction] = [wording(language, "stills"), wording(language, "reactions")];
        assertHolds(pages[0], readable(name, stills.map((entry) => still(entry, "caption"))), "words under pictures");
        const told = (event) => unmarked(eventWords(event, "text"));
        assertHolds(text, events.map(told), "events");
        assertHolds(text, readable(name, events.map((event) => eventWords(event, "title") + told(event))), "events");
        assertHolds(text, passageTexts(language).map(unmarked), "passages");
        assertHolds(text, reactions.map((entry) => unmarked(reaction(entry, "text"))), "reactions");
        const differing = reactions.filter(({ article }) => article);
        assertHolds(text, differing.map((entry) => unmarked(reaction(entry, "article"))), "other accounts, unfolded");
        const film = wording(language, "films");
        assertHolds(text, films.map((entry) => unmarked(film(entry, "text"))), "films");
        const question = wording(language, "questions");
        assertHoldsNot(text, questions.map((entry) => question(entry, "text")), "questions of the hand-out");
        if (name === "firefox") continue;
        assertHolds(text, sources.filter((source) => source.url).map((source) => source.url), "addresses");

        // In the order of reading, and the table's head again on each of its pages.
        const inOrder = [title, still(stills[0], "caption"), told(events[0]), unmarked(passageTexts(language)[0]),
          unmarked(reaction(reactions[0], "text")), sources.find(({ url }) => url).url];
        const places = inOrder.map((words) => squeezed(text).indexOf(squeezed(words)));
        assert.deepEqual(places, [...places].sort((a, b) => a - b), `${size}: ${places}`);
        const tableHead = said(language, "event_when") + said(language, "event_what");
        const withEvents = pages.filter((words) => events.some((event) => holds(words, told(event))));
        assert.ok(withEvents.length > 5, `${withEvents.length} pages of events`);
        assert.ok(withEvents.every((words) => holds(words, tableHead)), "the head of the table on each of its pages");

        assertHoldsNot(text, pressed.map((word) => said(language, word)).filter((word) => word.length > 8), "words of controls");
      }
    });

    test(`the hand-out is one sheet, in ${language}`, async () => {
      await open(language, "&t=1968-08-20T20:00");
      for (const size of Object.keys(papers)) {
        await handOut(page);
        const { text, pages, sizes } = await printed(engine, size);
        assertSize(sizes, size);
        assert.equal(pages.length, 1, `${size}: one page`);
        const [event, still, question] = [wording(language, "events"), wording(language, "stills"), wording(language, "questions")];
        const chosen = events.filter((entry) => entry.hand_out);
        assert.equal(chosen.length, 11);
        assertHoldsNot(text, ["https://", ...passageTexts(language).map(unmarked)], "what belongs to the whole page");
        if (name === "firefox") continue;
        assertHolds(text, [await page.run("return document.querySelector('h1').textContent")], "title");
        assertHolds(text, stills.map((entry) => still(entry, "caption")), "words under pictures");
        assertHolds(text, chosen.map((entry) => event(entry, "title") + unmarked(event(entry, "text"))), "events");
        assertHolds(text, questions.map((entry) => question(entry, "text")), "questions");
        assert.equal(count(text, said(language, "questions")), 1);

        const others = events.filter((entry) => !entry.hand_out).map((entry) => unmarked(event(entry, "text")));
        assertHoldsNot(text, others, "other events");
        assertHoldsNot(text, pressed.map((word) => said(language, word)).filter((word) => word.length > 8), "words of controls");
      }
    });
  }

  test("it prints the same in the dark, of a part of the page, and in a frame", async () => {
    await open("en");
    const whole = await printed(engine, "A4");
    const framed = "?embed=1#lang=en&theme=dark";
    for (const asked of name === "firefox" ? [framed] : ["#lang=en&view=map", "#lang=en&view=reactions", framed]) {
      await page.openReady(url("http", asked));
      const { text, pages } = await printed(engine, "A4");
      assert.equal(pages.length, whole.pages.length, asked);
      assert.equal(squeezed(text), squeezed(whole.text), asked);
    }
  });

  // Only this engine lets a test look at the page as a printer sees it.
  if (name !== "chromium") return;
  test("ink is black, paper white, and the hand-out's type no smaller than 8.5 points", async () => {
    await engine.driver.sendDevToolsCommand("Emulation.setEmulatedMedia", {
      media: "print", features: [{ name: "prefers-color-scheme", value: "dark" }],
    });
    try {
      await open("en", "&theme=dark&t=1968-08-21T02:20");
      const seen = await page.run(`const shown = [...document.querySelectorAll(".panel *")].filter((element) =>
          element.getClientRects().length && [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()));
        const style = (element) => getComputedStyle(element);
        const plates = [...document.querySelectorAll(".plate .leg, .plate .glyph")];
        const grey = (colour) => { const [r, g, b] = colour.match(/[0-9.]+/g) ?? [0, 0, 0]; return r === g && g === b; };
        return { ink: [...new Set(shown.map((element) => style(element).color))],
          paper: style(document.querySelector(".page")).backgroundColor + style(document.body).backgroundColor,
          coloured: plates.filter((path) => !grey(style(path).stroke) || !grey(style(path).fill)).length }`);
      for (const colour of seen.ink) {
        const parts = colour.match(/[0-9.]+/g).slice(0, 3).map(Number);
        assert.ok(Math.max(...parts) <= 0x33, `ink of ${colour}`);
      }
      assert.match(seen.paper, /^(rgba\(0, 0, 0, 0\)|rgb\(255, 255, 255\)){2}$/);
      assert.equal(seen.coloured, 0, "coloured lines on the small maps");

      await handOut(page);
      const small = await page.run(`return [...document.querySelectorAll(".panel *")].filter((element) =>
          element.getClientRects().length && [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
        .filter((element) => parseFloat(getComputedStyle(element).fontSize) < 8.5 * 96 / 72 - 0.01)
        .map((element) => element.localName + "." + element.className + " " + getComputedStyle(element).fontSize)`);
      assert.deepEqual(small, []);
    } finally {
      await engine.driver.sendDevToolsCommand("Emulation.setEmulatedMedia", { media: "", features: [] });
    }
  });

  test("without script the page is printed, and so are the lists, which it names", async () => {
    await page.open("about:blank");
    await engine.driver.sendDevToolsCommand("Emulation.setScriptExecutionDisabled", { value: true });
    try {
      await engine.driver.get(url("http"));
      const { text, pages } = await printed(engine, "A4");
      assert.ok(pages.length >= 25, `${pages.length} pages`);
      assertHolds(text, [words.en.lists, ...reactions.map(({ text: { en } }) => unmarked(en))], "reactions");
      assertHoldsNot(text, questions.map((entry) => entry.text.en), "questions of the hand-out");
      await engine.driver.get(`${world.server.page}lists.en.html`);
      const lists = await printed(engine, "A4");
      assertHolds(lists.text, differing.map(({ record: { en } }) => unmarked(en)), "claims");
      assertHolds(lists.text, sources.filter((source) => source.url).map((source) => source.url), "addresses");
    } finally {
      await engine.driver.sendDevToolsCommand("Emulation.setScriptExecutionDisabled", { value: false });
    }
  });
}
