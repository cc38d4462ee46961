// What a machine can check of accessibility: axe-core finds nothing, whatever the page shows.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "../attempts.mjs";
import { languages } from "../content.mjs";
import { testId, until } from "../page.mjs";
import { folder, pageOf } from "../server.mjs";
import { setViewport } from "../viewport.mjs";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const everyRule = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
// All that the theme can change.
const coloursAlone = ["color-contrast", "link-in-text-block"];

// Each violation as the rule and the places that break it. Without a part of the page, all of it.
const look = `const [part, rules, done] = arguments;
  axe.run(part ?? document, { runOnly: rules, rules: { "target-size": { enabled: true } }, resultTypes: ["violations"] })
    .then(({ violations, passes }) => done({
      looked: passes.length,
      found: violations.map(({ id, nodes }) => id + ": " + nodes.slice(0, 4).map(({ target, failureSummary }) =>
        target.join(" ") + " (" + failureSummary.split("\\n").slice(1).map((line) => line.trim()).join("; ") + ")").join(", ")
        + (nodes.length > 4 ? " and " + (nodes.length - 4) + " more" : "")),
    }), (problem) => done({ looked: 0, found: ["axe failed: " + problem] }));`;

// Lists that are laid out only when they come near have no places before, and all of them would seem to overlap.
const laidOut = `document.styleSheets[0].insertRule("* { content-visibility: visible !important }", 0);`;

// What is printed, shown on the screen: rules for print hold everywhere, those for the screen nowhere.
const printed = `const swap = { print: "all", screen: "not all" };
  const into = (rules) => [...rules].forEach((rule) => {
    if (!rule.media) return;
    const medium = rule.media.mediaText;
    rule.media.mediaText = swap[medium] ?? medium;
    into(rule.cssRules);
  });
  [...document.styleSheets].forEach((sheet) => into(sheet.cssRules));
  document.documentElement.dataset.print = "hand-out";`;

export function axeFindsNothing(world) {
  if (world.name === "webkit") return;
  const { page, url, server, engine } = world;

  async function check(label, part = null, rules = everyRule) {
    if (!(await page.run("return 'axe' in window"))) {
      await page.run(source);
      await page.run(laidOut);
      // In Firefox axe takes minutes for the whole page. Chromium looks at every row.
      if (world.name === "firefox") await page.thinLists();
    }
    const { looked, found } = await engine.driver.executeAsyncScript(look, part, rules);
    assert.deepEqual(found, [], label);
    // One rule would do to know that there was something to look at; of all rules more apply to anything.
    const least = rules === everyRule ? 5 : 1;
    assert.ok(looked >= least, `${label}: ${looked} rules had something to look at`);
  }

  async function inBothThemes(label, part) {
    await page.chooseTheme("light");
    await check(`${label}, light`, part);
    await page.chooseTheme("dark");
    await check(`${label}, dark`, part, coloursAlone);
  }

  for (const language of languages) {
    const opened = (hash) => page.openReady(url("http", `#lang=${language}&${hash}`));

    test(`axe finds nothing on the page, ${language}: start, playing, paused, card, the world map, by day and at dawn`, async () => {
      await page.open("about:blank");
      await setViewport(engine, 1200, 800);
      await opened("");
      await page.withLists();
      await inBothThemes("start");
      await opened("t=1968-08-21T02:20");
      for (const [theme, rules] of [["light", everyRule], ["dark", coloursAlone]]) {
        await page.chooseTheme(theme);
        await page.pressPlay();
        await check(`playing from 02:20, ${theme}`, ".stage, .clock", rules);
        await page.pressPlay();
        await check(`paused, ${theme}`, ".stage, .clock", rules);
      }
      await page.run(`document.querySelector(".route[data-phase=moving]").dispatchEvent(new MouseEvent("click", { bubbles: true }))`);
      await until("the card is open", () => page.run(`return document.querySelector(".card").getClientRects().length > 0`));
      await inBothThemes("card", ".stage");
      await opened("t=1968-08-21T04:00");
      await inBothThemes("dawn", ".stage, .clock");
      // Every reaction and every state is there, and the act goes by days.
      await opened("t=1991-12-31");
      await inBothThemes("the world map and every reaction");
    });

    test(`axe finds nothing in any dialog, ${language}`, async () => {
      await opened("t=1968-08-21T02:20");
      const dialogs = await page.run(`return [...document.querySelectorAll("dialog[id$=-dialog]")].map(({ id }) => id)`);
      assert.ok(dialogs.includes("share-dialog") && dialogs.includes("embed-dialog"), dialogs.join());
      for (const id of dialogs) {
        await page.run(`const dialog = document.getElementById(arguments[0]);
          const button = document.querySelector("[data-open=" + arguments[0].replace("-dialog", "") + "]");
          if (button) button.click();
          if (!dialog.open) dialog.showModal();`, id);
        await inBothThemes(id, `#${id}`);
        await page.run("document.getElementById(arguments[0]).close()", id);
      }
    });

    test(`axe finds nothing on the compact page, ${language}`, async () => {
      server.pages["/axe.html"] = `<!doctype html><html lang="${language}"><meta charset="utf-8">
        <meta name="viewport" content="width=device-width"><title>a host</title><style>body { margin: 0 }</style>
        <main aria-label="A post"><h1>A host</h1><iframe title="The map" style="width:360px;height:640px;border:0"
          src="${folder}#lang=${language}&t=1968-08-21T02:20"></iframe></main></html>`;
      await page.open(server.url("/axe.html"));
      await page.run(source);
      await engine.driver.switchTo().frame(0);
      await page.ready();
      await page.run(source);
      await page.run(laidOut);
      if (world.name === "firefox") await page.thinLists();
      for (const tab of ["map", "story", "reactions"]) {
        await page.press(testId(`tab-${tab}`));
        for (const [theme, rules] of [["light", everyRule], ["dark", coloursAlone]]) {
          await page.chooseTheme(theme);
          // As part of the page around it: its frame is looked into from there.
          await engine.driver.switchTo().defaultContent();
          await check(`${tab}, ${theme}`, null, rules);
          await engine.driver.switchTo().frame(0);
        }
      }
      await engine.driver.switchTo().defaultContent();
    });

    test(`axe finds nothing on the statement and on the lists alone, ${language}`, async () => {
      await page.open(`${server.page}accessibility.${language}.html`);
      assert.equal(await page.run("return document.documentElement.lang"), language);
      await check("the statement");
      const back = await page.run("return document.querySelector('nav a').getAttribute('href')");
      assert.equal(back, `${pageOf[language]}#lang=${language}`);
      await page.open(`${server.page}lists.${language}.html`);
      assert.equal(await page.run("return document.documentElement.lang"), language);
      await check("the lists alone");
    });

    test(`axe finds nothing on the hand-out, ${language}`, async () => {
      await opened("");
      await page.withLists();
      await page.run(printed);
      await until("the hand-out is drawn", () =>
        page.run("return document.getElementById('hand-out').getClientRects().length > 0"));
      await check("the hand-out", ".panel");
    });
  }
}
