// The page in a language that has no letter of the Latin alphabet. Whatever can still be read there is written in the
// program and would stay English in every language.
import assert from "node:assert/strict";
import { test } from "../attempts.mjs";
import { readFile } from "node:fs/promises";
import { opening, placeNames } from "../content.mjs";
import { testId, until } from "../page.mjs";
import { folder, pseudo } from "../server.mjs";

// Every text and every text-like attribute with an ASCII letter in it, drawn or not. What says translate="no" is a name.
const readable = `
  const letters = /[A-Za-z]/;
  const found = [document.title].filter((title) => letters.test(title));
  const aside = (element) => element.closest("script,style,noscript,[translate=no]");
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode()); ) {
    const parent = node.parentElement;
    if (letters.test(node.data) && !aside(parent)) found.push(parent.localName + "." + (parent.getAttribute("class") ?? "") + ": " + node.data.slice(0, 200));
  }
  const attributes = ["aria-label", "aria-valuetext", "aria-description", "title", "alt", "placeholder", "data-failed", "data-stopped"];
  for (const element of document.body.querySelectorAll("*")) {
    for (const name of attributes) {
      const value = element.getAttribute(name);
      if (value && letters.test(value) && !aside(element)) found.push(element.localName + "[" + name + "]: " + value);
    }
  }
  return found;`;

// Names of towns stand in sentences too, where nothing marks them as names.
const withoutNames = (line) => {
  const [where, ...said] = line.split(": ");
  const text = placeNames.reduce((rest, name) => rest.replaceAll(name, ""), said.join(": "));
  return /[A-Za-z]/.test(text) && `${where}: ${text}`;
};

export function pseudoLanguage(world) {
  test("no word on the page is written in the program", async () => {
    const { page, server } = world;
    const address = `${folder}pseudo.html`;
    server.pages[address] = () => readFile(pseudo, "utf8");
    const assertUnreadable = async (when) => {
      assert.deepEqual((await page.run(readable)).filter(withoutNames).slice(0, 20), [], `words that can be read ${when}`);
    };
    try {
      await page.openReady(`${server.url(address)}#lang=en&t=1968-08-21T02:20`);
      const title = await page.run("return document.querySelector('h1').textContent");
      assert.match(title, /^[Ａ-Ｚ]/u, `the page in full-width letters: ${title}`);
      await assertUnreadable("at the beginning");

      await page.pressPlay();
      await until("the clock advances", async () => (await page.clock()) > "1968-08-21T02:25");
      await assertUnreadable("while it plays");
      await page.pressPlay();
      // Before, on the way, arrived, held back: each phase has its own words on the card.
      for (const moment of ["1968-08-20T21:30", "1968-08-20T23:10", "1968-08-21T02:20", "1968-08-21T12:00", "1968-10-25T00:00"]) {
        await page.followLink(`#lang=en&t=${moment}`, moment);
        const phases = new Map((await page.routes()).map(({ id, phase }) => [phase, id]));
        for (const [phase, id] of phases) {
          if (phase === "absent") continue;
          await page.run(`document.querySelector('${testId(`route-${id}`)}').dispatchEvent(new MouseEvent("click"))`);
          await until("the card is open", () => page.place(testId("card")));
          await assertUnreadable(`on the card of ${id}, ${phase}, ${moment}`);
        }
      }
      await page.press(".card .close");

      await page.run("document.querySelectorAll('.zoom button')[0].click()");
      await page.press(".passage .mark");
      await page.press(".reaction h4 .mark");
      await page.press(`${testId("state-AUT")} button`);
      await page.press(testId("next"));
      await page.press("#passage-opening-name [data-place]");
      await page.chooseBasis("article");
      await assertUnreadable("after notes, states, places and the article's account");

      const ways = [["t=1991-12-31T00:00", "1991-12-31T00:00"], ["t=1968-01-01T00:00", "1968-01-01T00:00"],
        ["act=week", "1968-08-21T12:00"], ["show=nowhere", opening]];
      for (const [hash, moment] of ways) {
        await page.followLink(`#${hash}`, moment);
        await assertUnreadable(`at #${hash}`);
      }
      await page.openReady(`${server.url(address)}#lang=en&show=nowhere`);
      assert.notEqual(await page.status(), "");
      await assertUnreadable("with something in the status line");
    } finally {
      delete server.pages[address];
    }
  });
}
