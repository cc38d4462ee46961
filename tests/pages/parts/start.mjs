// What is there before the program, and that nothing moves when it starts.
import assert from "node:assert/strict";
import { test } from "../attempts.mjs";
import { folder, serve } from "../server.mjs";
import { pause, testId, until } from "../page.mjs";
import { setViewport } from "../viewport.mjs";

const stills = ["2000", "2230", "0030", "0220", "0500", "1200"];

// Where every part of the page stands that is in the window.
const places = `return [...document.querySelectorAll(".stage, .clock, .panel, .panel > *, .panel h2, .stills li, .still svg, .masthead > *")]
  .map((element) => [element, element.getBoundingClientRect()])
  .filter(([, { top, bottom, width }]) => width > 0 && top < innerHeight && bottom > 0)
  .map(([element, { left, top, width, bottom }]) => {
    const frame = [left, top, width, Math.min(bottom, innerHeight)].map(Math.round);
    return [element.id || element.className || element.localName, ...frame].join(" ");
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
        assert.ok(before.length > 8, `${before.length} parts`);
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

  // Its markup comes after the map's.
  test("in a frame the map has its size before the clock is there", async () => {
    for (const view of ["&view=map", ""]) {
      for (const [width, height] of [[320, 480], [400, 620], [640, 480], [700, 620], [900, 500], [900, 640], [1100, 640]]) {
        world.server.pages["/sized.html"] = `<!doctype html><meta charset="utf-8"><title>a host</title>
          <iframe src="${folder}index.html?embed=1${view}#lang=en" style="width:${width}px;height:${height}px;border:0"></iframe>`;
        await page.open(world.server.url("/sized.html"));
        await engine.driver.switchTo().frame(0);
        await page.ready();
        const [whole, begun] = await page.run(`const high = () => document.querySelector(".stage").clientHeight;
          const before = high();
          for (const later of document.querySelectorAll(".clock, .clock ~ *")) later.remove();
          return [before, high()]`);
        assert.ok(Math.abs(whole - begun) <= 2, `${width} x ${height}${view}: ${begun}, then ${whole} px high`);
      }
    }
    await page.open("about:blank");
  });

  // The first picture comes without names; they come once, in their letters or, after a while, in others.
  test("names on the map wait for their typeface, but not for ever", async () => {
    let letGo;
    const gone = new Promise((done) => (letGo = done));
    const site = await serve({ delay: (path) => (path.includes("/archivo") ? gone : undefined) });
    site.pages["/names.html"] = `<!doctype html><meta charset="utf-8"><title>a host</title>
      <iframe style="width:900px;height:600px"></iframe><script>
        window.host = document.querySelector("iframe");
        window.seen = [];
        const look = () => {
          const inside = host.contentDocument;
          const land = inside?.querySelector("#base-map .land")?.getBoundingClientRect();
          const names = inside?.querySelector(".names");
          const now = names && land?.width > 0 && (host.contentWindow.getComputedStyle(names).display === "none" ? "land" : "names");
          if (now && now !== seen.at(-1)) seen.push(now);
          setTimeout(look, 20);
        };
        look();
      </script>`;
    try {
      await page.open(site.url("/names.html"));
      await page.run(`window.host.src = "${site.page}?embed=1#lang=en"`);
      await until("names are drawn", () => page.run("return window.seen.includes('names')"));
      assert.deepEqual(await page.run("return window.seen"), ["land", "names"]);
      letGo();
      await until("the page is ready", () => page.run("return window.host.contentDocument.documentElement.dataset.ready === 'true'"));
      assert.deepEqual(await page.run("return window.seen"), ["land", "names"]);
    } finally {
      letGo();
      await page.open("about:blank");
      await site.stop();
    }
  });

  test("a reader who has scrolled and put the focus somewhere keeps in sight what is read, and the focus", async () => {
    await slowly(async (site, letGo) => {
      await page.open(`${site.page}#lang=en`);
      const link = `const link = document.querySelector("#films a");`;
      await until("the page is scrolled and a link has the focus", () => page.run(`${link}
        link.focus({ preventScroll: true });
        scrollTo({ top: 2500, behavior: "instant" });
        return scrollY > 2000 && document.activeElement === link`));
      const where = `${link}
        window.read ??= document.elementFromPoint(innerWidth * 0.8, innerHeight / 2).closest("p, li, section");
        return [read.textContent.slice(0, 40), Math.round(read.getBoundingClientRect().top), document.activeElement === link]`;
      await pause(300);
      const before = await page.run(where);
      letGo();
      await page.ready();
      await pause(300);
      const after = await page.run(where);
      assert.ok(Math.abs(after[1] - before[1]) <= 1, `what is read moved: ${before}, ${after}`);
      assert.equal(before[2] && after[2], true, "the focus");
    });
  });

  test("what is out of sight is put off while loading, and laid out when the page is ready", async () => {
    const parts = `return ["[data-testid=sources]", "[data-testid=events]", ".chapter:last-of-type", ".group:last-of-type"]
      .map((css) => getComputedStyle(document.querySelector(css)).contentVisibility ?? "visible")`;
    const canPutOff = await page.run(`return CSS.supports("overflow-anchor", "auto") && CSS.supports("content-visibility", "auto")`);
    await slowly(async (site, letGo) => {
      await page.open(`${site.page}#lang=en`);
      const before = await page.run(parts);
      assert.deepEqual([...new Set(before)], [canPutOff ? "auto" : "visible"]);
      letGo();
      await page.ready();
      assert.deepEqual([...new Set(await page.run(parts))], ["visible"]);
    });
  });

  test("who asks for a part, or prints, finds all of the text laid out", async () => {
    for (const ask of [`document.querySelector("a[href='#events']").click()`, `dispatchEvent(new Event("beforeprint"))`]) {
      await page.open("about:blank");
      await page.openReady(`${world.server.page}#lang=en`);
      const laid = await page.run(`delete document.documentElement.dataset.laid; ${ask};
        return new Promise((done) => setTimeout(() => done(document.documentElement.dataset.laid), 100))`);
      assert.equal(laid, "true", ask);
      await page.run(`dispatchEvent(new Event("afterprint"))`);
    }
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
