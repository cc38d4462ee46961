// Larger text, a larger page, wider spacing: nothing is cut off, nothing runs into anything, nothing scrolls sideways.
import assert from "node:assert/strict";
import { test } from "../attempts.mjs";
import { start } from "../engines.mjs";
import { Page } from "../page.mjs";
import { setViewport, withViewport } from "../viewport.mjs";

// What cannot be read: text wider or higher than the box that cuts it off, and what sticks out of the window.
const cutOff = `
  const width = document.documentElement.clientWidth;
  const found = [];
  const name = (element) => element.localName + "." + element.className + " '" + element.textContent.trim().slice(0, 24) + "'";
  const clipped = (element) => element !== null && (getComputedStyle(element).clipPath !== "none" || clipped(element.parentElement));
  const scrolls = (element) => {
    for (let up = element.parentElement; up && up !== document.body; up = up.parentElement) {
      if (["auto", "scroll"].includes(getComputedStyle(up).overflowX)) return true;
    }
    return false;
  };
  for (const element of document.body.querySelectorAll("*:not(svg, svg *, script)")) {
    if (!element.getClientRects().length || !element.textContent.trim()) continue;
    const style = getComputedStyle(element);
    // Words for screen readers alone are cut off on purpose.
    if (clipped(element) || element.closest(".word, .comma, legend") || style.visibility === "hidden") continue;
    const hides = (overflow) => ["hidden", "clip"].includes(overflow);
    if (hides(style.overflowX) && element.scrollWidth > element.clientWidth + 1) found.push(name(element) + " is cut off at the side");
    if (hides(style.overflowY) && element.scrollHeight > element.clientHeight + 1 && !element.matches(".stage")) {
      found.push(name(element) + " is cut off below");
    }
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    const { left, right } = element.getBoundingClientRect();
    if (own && (right > width + 1 || left < -1) && !scrolls(element)) found.push(name(element) + " sticks out");
  }
  return { wide: document.scrollingElement.scrollWidth, width, found: [...new Set(found)].slice(0, 8) };`;

// Parts that stand beside each other and must not lie on each other.
const overlapping = `
  const parts = [...document.querySelectorAll(".clock > *, .steps > *, .speed label, .acts button, .tabs button, .masthead > *, .zoom button")]
    .filter((part) => part.getClientRects().length > 0);
  const box = (part) => part.getBoundingClientRect();
  const found = [];
  parts.forEach((a, i) => parts.slice(i + 1).forEach((b) => {
    if (a.contains(b) || b.contains(a)) return;
    const [p, q] = [box(a), box(b)];
    const [x, y] = [Math.min(p.right, q.right) - Math.max(p.left, q.left), Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top)];
    // Buttons of a row share an edge; what stays in the window lies over what scrolls.
    const stays = (part) => part.closest(".clock, .stage, .tabs") !== null;
    if (x > 2.5 && y > 2.5 && stays(a) === stays(b)) found.push(a.className + " and " + b.className);
  }));
  const clock = document.querySelector(".clock").getBoundingClientRect();
  for (const part of document.querySelectorAll(".clock > *")) {
    if (part.getClientRects().length && box(part).bottom > clock.bottom + 1) found.push(part.className + " runs out of the clock");
  }
  return found;`;

const spacing = `document.styleSheets[0].insertRule(
  "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }", 0);
  document.styleSheets[0].insertRule("p { margin-bottom: 2em !important }", 0);`;

// Each language at a moment of the night and one by days.
const moments = ["t=1968-08-21T02:20", "t=1991-07-01&basis=article"];
const drawn = "return new Promise((done) => requestAnimationFrame(() => setTimeout(done)))";

export function enlarged(world) {
  // WebKitGTK's windows cannot be as narrow as an enlarged page asks.
  if (world.name === "webkit") return;
  const { url, engine } = world;

  async function assertWhole(label, page = world.page) {
    const { wide, width, found } = await page.run(cutOff);
    assert.deepEqual(found, [], label);
    assert.ok(wide <= width, `${label}: the page is ${wide} px wide in ${width} px`);
    assert.deepEqual(await page.run(overlapping), [], `${label}: one on the other`);
  }

  const { page } = world;
  for (const [name, width, height, change] of [
    ["a page of 1440 x 900 at 200 %", 720, 450, ""],
    ["a page of 1280 x 1024 at 400 %", 320, 256, ""],
    ["wide spacing of text", 1440, 900, spacing],
    ["wide spacing of text on a telephone", 390, 844, spacing],
  ]) {
    test(`${name}: nothing is cut off, nothing scrolls sideways`, async () => {
      await page.open("about:blank");
      await withViewport(engine, width, height, async () => {
        for (const language of ["en", "cs", "sk"]) {
          for (const moment of moments) {
            await page.openReady(url("http", `#lang=${language}&${moment}`));
            await page.run(change);
            await page.run(drawn);
            await assertWhole(`${language}, ${moment}`);
          }
        }
      });
      await setViewport(engine, 1200, 800);
    });
  }

  // The reader's own text size is a setting of the browser; only Firefox lets a test make it.
  if (world.name === "firefox") {
    test("text at 200 %: nothing is cut off, nothing scrolls sideways", async () => {
      const large = await start("firefox", { prefs: { "font.size.variable.x-western": 32 } });
      try {
        const page = new Page(large);
        for (const [width, height] of [[1440, 900], [768, 1024], [390, 844]]) {
          await setViewport(large, width, height);
          for (const language of ["en", "cs", "sk"]) {
            await page.openReady(url("http", `#lang=${language}&${moments[0]}`));
            assert.equal(await page.run("return getComputedStyle(document.documentElement).fontSize"), "34px");
            // The bar of the first stops is seen while it has the focus.
            await page.run("document.querySelector('.first button').focus()");
            await page.run(drawn);
            await assertWhole(`${width} x ${height}, ${language}`, page);
          }
        }
      } finally {
        await large.stop();
      }
    });
  }

  test("at 400 % the text can be read: map and clock scroll away", async () => {
    await page.open("about:blank");
    await withViewport(engine, 320, 256, async () => {
      await page.openReady(url("http", "#lang=en"));
      await page.run("document.querySelector('#story').scrollIntoView({ behavior: 'instant' })");
      const covered = await page.run(`const bottoms = [".stage", ".clock"].map((css) => document.querySelector(css).getBoundingClientRect().bottom);
        return Math.max(...bottoms) / innerHeight`);
      assert.ok(covered < 0.2, `map and clock cover ${Math.round(covered * 100)} % of the window`);
    });
    await setViewport(engine, 1200, 800);
  });
}
