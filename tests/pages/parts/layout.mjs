// The page fits: on a wide screen, on a tablet, on a phone, and in a small frame on somebody else's page.
import assert from "node:assert/strict";
import { test } from "../attempts.mjs";
import { folder } from "../server.mjs";
import { setViewport, withViewport } from "../viewport.mjs";

const screens = [[1440, 900], [768, 1024], [390, 844]];

// What sticks out at the right, also where the page hides the scroll bar. Boxes that scroll by themselves may be wide.
const sticksOut = `
  const width = document.documentElement.clientWidth;
  const out = [];
  const scrolls = (element) => {
    for (let up = element.parentElement; up && up !== document.body; up = up.parentElement) {
      if (getComputedStyle(up).overflowX !== "visible") return true;
    }
    return false;
  };
  for (const element of document.body.querySelectorAll("*:not(svg *)")) {
    const { right, left, width: own, height } = element.getBoundingClientRect();
    if (!own || !height || right <= width + 1 || scrolls(element)) continue;
    if (getComputedStyle(element).visibility === "hidden") continue;
    out.push(element.localName + "." + element.className + " " + Math.round(left) + "-" + Math.round(right));
  }
  return { wide: document.scrollingElement.scrollWidth, width, out: out.slice(0, 5) };`;

async function assertFits(page, label) {
  const { wide, width, out } = await page.run(sticksOut);
  assert.ok(wide <= width, `${label}: the page is ${wide} px wide in ${width} px; ${out.join(", ")}`);
  assert.deepEqual(out, [], `${label}: what sticks out of ${width} px`);
}

// How much of the window the map covers.
const mapShare = `const { top, bottom } = document.querySelector('[data-testid="map"]').getBoundingClientRect();
  return (Math.min(bottom, innerHeight) - Math.max(top, 0)) / innerHeight`;

export function layout(world) {
  for (const [width, height] of screens) {
    test(`fits a screen of ${width} x ${height}`, async () => {
      const { page, url, engine } = world;
      await page.open("about:blank");
      await withViewport(engine, width, height, async () => {
        for (const hash of ["#t=1968-08-21T12:00&basis=article", "#t=1991-07-01T12:00", ""]) {
          await page.openReady(url("http", hash));
          await assertFits(page, `${width} x ${height} ${hash}`);
        }
        if (width > 390) return;
        const share = await page.run(mapShare);
        assert.ok(share >= 0.4, `the map covers ${Math.round(share * 100)} % of the phone's height`);
      });
    });
  }

  test("fits a frame of 320 x 480 on another page", async () => {
    const { page, server, engine } = world;
    await page.open("about:blank");
    await setViewport(engine, 1200, 800);
    server.pages["/host.html"] = `<!doctype html><meta charset="utf-8"><title>a host</title>
      <iframe src="${folder}" style="width:320px;height:480px;border:0"></iframe>`;
    await page.open(server.url("/host.html"));
    await engine.driver.switchTo().frame(0);
    await page.ready();
    assert.deepEqual(await page.run("return [innerWidth, innerHeight]"), [320, 480]);
    await assertFits(page, "320 x 480");
    const share = await page.run(mapShare);
    assert.ok(share >= 0.3, `the map covers ${Math.round(share * 100)} % of the frame's height`);
    const play = await page.run(`const { left, right, top, bottom } =
      document.querySelector('[data-testid="play"]').getBoundingClientRect();
      return left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight`);
    assert.equal(play, true, "the play button is in sight");
  });
}
