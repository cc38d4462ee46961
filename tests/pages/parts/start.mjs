// What is there before the program, and that nothing moves when it starts.
import assert from "node:assert/strict";
import { test } from "node:test";
import { folder, serve } from "../server.mjs";
import { testId, until } from "../page.mjs";
import { setViewport } from "../viewport.mjs";

const stills = ["2000", "2230", "0030", "0220", "0500", "1200"];

// Where every part of the page stands that a reader might look at.
const places = `return [...document.querySelectorAll(".stage, .clock, .panel, .panel > *, .panel h2, .passage, .still svg, .masthead > *")]
  .filter((element) => element.getClientRects().length)
  .map((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return [element.id || element.className || element.localName, ...[left, top, width, height].map(Math.round)].join(" ");
  })`;

// A page whose program comes only when it is let go: what a slow line does.
async function slowly(visit) {
  let letGo;
  const gone = new Promise((done) => (letGo = done));
  const site = await serve({ delay: (path) => (path.endsWith(".wasm") ? gone : undefined) });
  try {
    return await visit(site, letGo);
  } finally {
    letGo();
    await site.stop();
  }
}

export function startsWithoutJump(world) {
  const { page, engine } = world;

  for (const [width, height] of [[1200, 800], [600, 900]]) {
    test(`nothing moves when the program starts, in ${width} x ${height}`, async () => {
      await page.open("about:blank");
      await setViewport(engine, width, height);
      await slowly(async (site, letGo) => {
        await page.open(`${site.page}#lang=en`);
        await page.run("return document.fonts.ready.then(() => true)");
        await page.run(`window.__shifts = [];
          if (PerformanceObserver.supportedEntryTypes.includes("layout-shift"))
            new PerformanceObserver((list) => window.__shifts.push(...list.getEntries().map((one) => one.value)))
              .observe({ type: "layout-shift" });`);
        const before = await page.run(places);
        assert.ok(before.length > 80, `${before.length} parts`);
        assert.notEqual(await page.isReady(), true, "the program waits");
        letGo();
        await page.ready();
        assert.deepEqual(await page.run(places), before);
        const shifts = await page.run("return window.__shifts");
        if (world.name === "chromium") assert.deepEqual(shifts, [], "layout shifts");
      });
      await setViewport(engine, 1200, 800);
    });
  }

  test("a reader who has scrolled and put the focus somewhere keeps both", async () => {
    await slowly(async (site, letGo) => {
      await page.open(`${site.page}#lang=en`);
      const link = `const link = document.querySelector("[data-testid=sources] a");`;
      await until("the page is scrolled and a link has the focus", () => page.run(`${link}
        link.focus({ preventScroll: true });
        scrollTo({ top: 2500, behavior: "instant" });
        return scrollY > 2000 && document.activeElement === link`));
      const where = `${link} return [scrollY, document.activeElement === link]`;
      const before = await page.run(where);
      letGo();
      await page.ready();
      const after = await page.run(where);
      assert.deepEqual(after, before);
      assert.ok(before[0] > 2000, `scrolled to ${before[0]}`);
    });
  });

  test("the colours asked for are there before the program", async () => {
    await slowly(async (site, letGo) => {
      await page.open(`${site.page}#lang=en&theme=dark`);
      const dark = await page.run("return getComputedStyle(document.documentElement).backgroundColor");
      letGo();
      await page.ready();
      assert.equal(await page.run("return getComputedStyle(document.documentElement).backgroundColor"), dark);
      assert.notEqual(dark, "rgb(240, 233, 220)");
    });
  });

  test("six stills are drawn before and without the program, and are controls with it", async () => {
    const drawn = `return ${JSON.stringify(stills)}.map((id) => {
      const plate = document.querySelector("#still-" + id + " svg");
      const box = (css) => [...plate.querySelectorAll(css)].filter((one) => one.getBoundingClientRect().width > 2).length;
      return { id, width: Math.round(plate.getBoundingClientRect().width), ground: box("use"), lines: box(".leg"),
        heads: box(".glyph"), caption: document.querySelector("#still-" + id + " figcaption").innerText.length };
    })`;
    await slowly(async (site, letGo) => {
      await page.open(`${site.page}#lang=en`);
      for (const still of await page.run(drawn)) {
        assert.ok(still.width > 100 && still.ground === 2 && still.heads >= 5 && still.caption > 40, JSON.stringify(still));
      }
      const lines = (await page.run(drawn)).map((still) => still.lines);
      assert.ok(lines[5] > lines[1] && lines[1] > 0, `the columns grow: ${lines}`);
      letGo();
      await page.ready();
      await page.run(`document.querySelector("#still-0220 [data-seek]").click()`);
      await until("the clock goes there", async () => (await page.clock()) === "1968-08-21T02:20");
    });
  });

  test("pages of single moments lead to their moment", async () => {
    const { server } = world;
    for (const [file, language] of [["0220.cs", "cs"], ["0500.en", "en"]]) {
      await page.open("about:blank");
      await engine.driver.get(`${server.page}m/${file}.html`);
      await until("the map's page is there", () => page.isReady().catch(() => false));
      const [path, hash, lang] = await page.run("return [location.pathname, location.hash, document.documentElement.lang]");
      assert.ok(path.startsWith(folder), path);
      assert.match(hash, /t=1968-08-21T0(2:20|5:00)/);
      assert.equal(lang, language);
      assert.equal(await page.clock(), file.startsWith("0220") ? "1968-08-21T02:20" : "1968-08-21T05:00");
    }
    assert.equal(await page.run(`return document.querySelectorAll('${testId("still-0220")}').length`), 1);
  });
}
