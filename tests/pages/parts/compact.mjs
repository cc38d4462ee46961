// The compact page: in a frame, or where the address asks for a frame's form. Any box from 300 x 400 up.
import assert from "node:assert/strict";
import { test } from "../attempts.mjs";
import { opening } from "../content.mjs";
import { pause, testId, until } from "../page.mjs";
import { folder } from "../server.mjs";
import { setViewport } from "../viewport.mjs";

const boxes = [[300, 400], [320, 480], [360, 640], [640, 400], [800, 500], [1000, 700]];

const host = (address, width, height) => `<!doctype html><meta charset="utf-8"><title>a host</title>
  <style>body { margin: 0; height: 3000px } iframe { display: block; width: ${width}px; height: ${height}px; border: 0 }</style>
  <iframe src="${address}"></iframe>`;

// Where the parts of the page stand, and whether anything scrolls.
const seen = `const place = (css) => {
    const element = document.querySelector(css);
    if (!element?.getClientRects().length) return null;
    const { left, right, top, bottom } = element.getBoundingClientRect();
    return { left, right, top, bottom };
  };
  return { width: innerWidth, height: innerHeight, scrolls: document.scrollingElement.scrollHeight - innerHeight,
    map: place(".stage"), clock: place(".clock"), tabs: place(".tabs"), text: place(".panel"), play: place(".play"),
    caption: place(".caption"), story: place("#story"), reactions: place(".reactions") }`;

async function openFramed(world, query, width, height) {
  const { page, server, engine } = world;
  server.pages["/compact.html"] = host(`${folder}${query}`, width, height);
  await page.open(server.url("/compact.html"));
  await engine.driver.switchTo().frame(0);
  await page.ready();
  return page;
}

export function compact(world) {
  test("in any box map, clock and caption are in sight, and nothing scrolls", async () => {
    await world.page.open("about:blank");
    await setViewport(world.engine, 1200, 800);
    for (const [width, height] of boxes) {
      const page = await openFramed(world, "#lang=en&t=1968-08-21T02:20", width, height);
      const at = await page.run(seen);
      const label = `${width} x ${height}`;
      assert.deepEqual([at.width, at.height], [width, height], label);
      assert.ok(at.scrolls <= 0, `${label}: the page scrolls by ${at.scrolls} px`);
      for (const part of ["map", "clock", "tabs", "play", "caption"]) {
        const { left, right, top, bottom } = at[part];
        assert.ok(left >= -1 && right <= width + 1 && top >= -1 && bottom <= height + 1, `${label}: ${part} is cut`);
      }
      const share = (at.map.bottom - at.map.top) / height;
      assert.ok(share >= 0.4, `${label}: the map has ${Math.round(share * 100)} % of the height`);
      assert.equal(at.text, null, `${label}: the text waits behind its tabs`);
    }
  });

  test("in any box the counts of landings are whole, in each language", async () => {
    for (const language of ["en", "cs", "sk"]) {
      const file = language === "en" ? "" : `${language}.html`;
      for (const [width, height] of [...boxes, [640, 480], [700, 560], [760, 500]]) {
        const page = await openFramed(world, `${file}#lang=${language}&t=1968-08-21T12:00`, width, height);
        const counts = await page.run(`return [...document.querySelectorAll(".landed .count")]
          .map((count) => [count.textContent, count.getBoundingClientRect()]).filter(([, { width }]) => width > 0)
          .map(([text, { left, right }]) => ({ text, whole: left >= 0 && right <= innerWidth }))`);
        assert.equal(counts.length, 2);
        const cut = counts.filter(({ whole }) => !whole).map(({ text }) => text);
        assert.deepEqual(cut, [], `${language}, ${width} x ${height}`);
      }
    }
  });

  test("story and reactions lie behind tabs, the clock stays", async () => {
    const page = await openFramed(world, "#lang=en&t=1968-08-21T02:20", 360, 640);
    const { clock } = await page.run(seen);
    await page.press(testId("tab-story"));
    const story = await page.run(seen);
    assert.ok(story.story && !story.reactions, "the story's tab holds the story");
    assert.deepEqual(story.clock, clock);
    await page.press(testId("tab-reactions"));
    const reactions = await page.run(seen);
    assert.ok(reactions.reactions && !reactions.story, "the reactions' tab holds the reactions");
    await page.press(testId("tab-map"));
    assert.equal((await page.run(seen)).text, null);
  });

  test("a place in the text brings its map, a link from the map its text", async () => {
    const page = await openFramed(world, "#lang=en&show=claim-c30", 360, 640);
    await until("the claim is shown", async () => (await page.run(seen)).story);
    await page.run(`document.querySelector(".passage [data-place]").click()`);
    await until("the map is shown", async () => (await page.run(seen)).text === null);
  });

  test("the address asks for the same page without a frame, and for parts of it", async () => {
    const { page, url, engine } = world;
    await page.open("about:blank");
    await setViewport(engine, 800, 500);
    await page.openReady(url("http", "?embed=1&lang=en"));
    const whole = await page.run(seen);
    assert.ok(whole.map && whole.tabs && !whole.text && whole.scrolls <= 0, JSON.stringify(whole));
    await page.openReady(url("http", "?embed=1&lang=en&view=map"));
    const map = await page.run(seen);
    assert.ok(map.map && map.clock && !map.tabs && !map.text, JSON.stringify(map));
    await page.openReady(url("http", "?embed=1&lang=en#view=reactions"));
    const reactions = await page.run(seen);
    assert.ok(!reactions.map && reactions.clock && !reactions.tabs && reactions.reactions, JSON.stringify(reactions));
    await page.pressPlay();
    await until("it plays without its map", async () => (await page.clock()) !== opening);
    await page.pressPlay();
    await setViewport(engine, 1200, 800);
  });

  test("what the address asks for in vain is said over the map too, and not once it is right", async () => {
    const page = await openFramed(world, "#lang=en&theme=pink", 360, 640);
    const said = `const { left, right, top, bottom } = document.querySelector('${testId("notice")}').getBoundingClientRect();
      return { text: document.querySelector('${testId("notice")}').innerText, seen: right > left && left >= 0 && bottom <= innerHeight && top >= 0 }`;
    const notice = await page.run(said);
    assert.ok(notice.seen && notice.text.includes("theme"), JSON.stringify(notice));
    await page.run("location.hash = 'lang=en&theme=dark'");
    await until("nothing is said", async () => !(await page.run(said)).seen);
  });

  test("the wheel over the map scrolls the page around it", async () => {
    const { engine, page } = world;
    await openFramed(world, "#lang=en", 600, 500);
    await engine.driver.switchTo().defaultContent();
    if (world.name === "webkit") {
      // Its driver has no wheel: that nothing is held back is all that can be asked.
      await engine.driver.switchTo().frame(0);
      const held = await page.run(`return !document.querySelector(".stage")
        .dispatchEvent(new WheelEvent("wheel", { deltaY: 100, bubbles: true, cancelable: true }))`);
      assert.equal(held, false);
      return;
    }
    await engine.driver.actions().scroll(300, 150, 0, 400).perform();
    await until("the host has scrolled", () => page.run("return scrollY > 100"));
    await pause(200);
  });
}
