// Three languages: each page has its own prose, the reader goes from one to another and stays where he was.
import assert from "node:assert/strict";
import { test } from "../attempts.mjs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { chapters, events, languages, opening, plain, translated, words } from "../content.mjs";
import { pause, testId, until } from "../page.mjs";
import { dist, folder, oneFile, pageOf, serve } from "../server.mjs";
import { setViewport } from "../viewport.mjs";
import { copyWithFirst } from "../watch.mjs";

const texts = Object.fromEntries(["cs", "sk"].map((language) => [language, {
  story: translated(language, "story"),
  chapters: translated(language, "chapters"),
  events: translated(language, "events"),
}]));
const chapterTitles = (language) =>
  chapters.map(({ id, title }) => (language === "en" ? title.en : texts[language].chapters[id].title));
const eventTitles = (language) =>
  events.map(({ id, title }) => plain(language === "en" ? title.en : texts[language].events[id].title));
const titleStart = (language) => (language === "en" ? "Five Armies" : texts[language].story.story.title);

// The page in a language has come and is ready; while the document changes, drivers may refuse.
const arrived = (page, language) =>
  until(`the page speaks ${language}`, () =>
    page.run("return document.documentElement.lang === arguments[0] && document.documentElement.dataset.ready === 'true'",
      language).catch(() => false));

async function assertSpeaks(page, language) {
  const seen = await page.run(`return { title: document.title, h1: document.querySelector("h1").innerText,
    story: document.querySelector("#story h2").textContent,
    chapters: [...document.querySelectorAll(".chapter h3")].map((h3) => h3.textContent) }`);
  assert.ok(seen.title.startsWith(titleStart(language)), `title: ${seen.title}`);
  assert.equal(seen.h1, titleStart(language));
  assert.equal(plain(seen.story), plain(words[language].story));
  assert.deepEqual(seen.chapters.map(plain), chapterTitles(language).map(plain));
  assert.equal(await page.run("return document.querySelector('.languages [aria-current]').dataset.language"), language);
}

const dates = {
  en: "Wednesday 21 August 1968", cs: "středa 21. srpna 1968", sk: "streda 21. augusta 1968",
};

export function language(world, scheme) {
  const { server } = world;
  // On a site every language has its page, the one file is asked for it.
  const at = (language, hash) =>
    `${scheme === "http" ? server.page + pageOf[language] : world.url("file")}#lang=${language}&${hash}`;

  for (const height of [800, 680]) {
    test(`a change of language keeps moment, passage, telling and colours, in a window ${height} high`, async () => {
      const { page, engine } = world;
      const passage = "#passage-moscow-congress";
      await page.open("about:blank");
      await setViewport(engine, 1200, height);
      try {
        await page.openReady(at("en", "t=1968-08-21T02:20&theme=dark&basis=article"));
        await page.scrollTo(passage);
        await until("the clock is at the passage", async () => (await page.clock()) === "1968-08-22T11:18");
        // The reader goes on by the clock: what he reads and what the clock says are two things.
        await page.press(testId("next"));
        await until("the next event", async () => (await page.clock()) > "1968-08-22T11:18");
        const moment = await page.clock();
        const { top } = await page.place(passage);
        for (const language of ["cs", "sk", "en"]) {
          await page.press(`[data-language=${language}]`);
          await arrived(page, language);
          await assertSpeaks(page, language);
          // Longer than the page takes the scrolling for its own.
          await pause(1500);
          assert.equal(await page.clock(), moment, `the moment in ${language}`);
          const now = await page.place(passage);
          assert.ok(Math.abs(now.top - top) < 50, `in ${language} the passage is at ${now.top}, before at ${top}`);
          assert.equal(await page.theme(), "dark", `the colours in ${language}`);
          assert.equal(await page.chosen("basis"), "article", `the telling in ${language}`);
          assert.equal(await page.status(), "");
        }
      } finally {
        await page.open("about:blank");
        await setViewport(engine, 1200, 800);
      }
    });
  }

  test("each language's page has its own texts, dates and counts", async () => {
    const { page } = world;
    for (const language of languages) {
      await page.openReady(at(language, "t=1968-08-21T02:20"));
      await arrived(page, language);
      await assertSpeaks(page, language);
      assert.equal(plain(await page.run("return document.querySelector('.clock .date').textContent")), dates[language]);
      const text = plain(await page.run("return document.body.textContent"));
      const own = eventTitles(language);
      assert.deepEqual(own.filter((title) => !text.includes(title)), [], `missing in ${language}`);
      const strangers = languages.filter((other) => other !== language).flatMap(eventTitles);
      const found = strangers.filter((title) => text.includes(title) && !own.some((mine) => mine.includes(title)));
      assert.deepEqual(found, [], `titles of other languages on the page in ${language}`);
    }
  });

  test("the address wins, and what it asks for in vain is said", async () => {
    const { page, url } = world;
    await page.open(url(scheme, "#lang=sk&t=1968-08-21T02:20"));
    await arrived(page, "sk");
    await assertSpeaks(page, "sk");
    assert.equal(await page.clock(), "1968-08-21T02:20");
    if (scheme === "http") {
      assert.match(await page.run("return location.pathname"), /\/sk\.html$/);
      await page.openReady(`${server.page}cs.html`);
      await assertSpeaks(page, "cs");
    }
    const vain = [["lang=xx", "lang"], ["lang=", "lang"], ["act=winter", "act"], ["show=passage-nowhere"], ["show=%3Cb%3E", "show"]];
    for (const [hash, named] of vain) {
      await page.openReady(url(scheme, `#${hash}`));
      await assertSpeaks(page, "en");
      assert.equal(await page.clock(), opening, hash);
      const status = await page.status();
      const wording = named ? words.en.status_refused.replace("{names}", named) : words.en.status_no_place;
      assert.equal(plain(status), plain(wording), hash);
    }
    await page.openReady(url(scheme, "#act=week"));
    assert.equal(await page.clock(), "1968-08-21T12:00");
    assert.equal(await page.status(), "");
    await page.openReady(url(scheme, "#show=film-pelisky"));
    await until("the film is in view", () => page.inView("#film-pelisky"));
    await pause(1500);
    assert.equal(await page.clock(), opening, "to be shown something moves no clock");
  });

  if (scheme === "http") chooses(world);
}

// A reader whose browser speaks Czech. The script stands before the page's own and before its policy.
const czech = `Object.defineProperty(navigator, "languages", { get: () => ["fr-CA", "cs-CZ", "en"] });`;

function chooses(world) {
  const asked = (server) => server.log.filter(({ path }) => /(\/|\.html)$/.test(path.split("?")[0])).length;

  test("the first language is the browser's, what the address or the reader says goes before it", async () => {
    const { page, server } = world;
    const own = () => copyWithFirst(join(dist, "index.html"), czech);
    server.pages[folder] = own;
    server.pages[`${folder}index.html`] = own;
    server.pages[`${folder}one.html`] = () => copyWithFirst(oneFile, czech);
    try {
      await page.open("about:blank");
      server.log.length = 0;
      await page.open(`${server.page}#t=1968-08-21T02:20`);
      await arrived(page, "cs");
      await assertSpeaks(page, "cs");
      assert.equal(await page.clock(), "1968-08-21T02:20", "the rest of the address goes along");
      await pause(1000);
      assert.equal(asked(server), 2, "one page leads to the other, once");
      await page.press("[data-language=en]");
      await arrived(page, "en");
      await pause(1000);
      await assertSpeaks(page, "en");
      assert.equal(asked(server), 3, "English by choice stays");

      await page.open(`${server.page}index.html#lang=en`);
      await arrived(page, "en");
      await page.open(`${server.page}one.html`);
      await arrived(page, "cs");
      await assertSpeaks(page, "cs");
      await page.open(`${server.page}one.html#lang=sk`);
      await arrived(page, "sk");
    } finally {
      delete server.pages[folder];
      delete server.pages[`${folder}index.html`];
      delete server.pages[`${folder}one.html`];
    }
  });

  test("a host that answers every address with index.html is not asked again and again", async () => {
    const { page } = world;
    const own = await readFile(join(dist, "index.html"), "utf8");
    const host = await serve({ pages: { [`${folder}cs.html`]: own } });
    try {
      await page.openReady(`${host.page}#lang=cs`);
      await pause(1000);
      assert.equal(await page.isReady(), true);
      assert.ok(asked(host) <= 2, `${asked(host)} pages were asked for`);
    } finally {
      await page.open("about:blank");
      await host.stop();
    }
  });
}
