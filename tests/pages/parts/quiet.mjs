// What a host never notices: no errors, no requests to others, no work while nothing moves.
import assert from "node:assert/strict";
import { test } from "../attempts.mjs";
import { opening } from "../content.mjs";
import { pause, until } from "../page.mjs";

// What a reader does in a minute.
async function visit(page) {
  await page.pressPlay();
  await until("the clock advances", async () => (await page.clock()) !== opening);
  await page.pressPlay();
  await page.scrubTo("1968-08-21T02:20");
  await page.setScrubber(0);
  await page.setScrubber(1);
  await page.chooseBasis("article");
  await page.chooseBasis("record");
  await page.chooseTheme("dark");
  await page.chooseTheme("auto");
  await page.run("scrollTo(0, document.documentElement.scrollHeight)");
  await pause(500);
}

export function quiet(world, scheme) {
  test("a visit leaves no error and no warning on the console", async () => {
    const { page, watchedUrl, watcher } = world;
    await page.open("about:blank");
    await watcher.errors();
    await page.openReady(watchedUrl(scheme));
    await visit(page);
    assert.deepEqual(await watcher.errors(), []);
  });

  test("a visit asks nobody else for anything", async () => {
    const { page, url, server, watcher } = world;
    const own = scheme === "http" ? [server.page] : [url(scheme)];
    const allowed = (address) => ["data:", "blob:", "about:", ...own].some((start) => address.startsWith(start));
    await page.open("about:blank");
    await watcher.requests();
    server.log.length = 0;
    await page.openReady(url(scheme));
    await visit(page);
    const asked = [...(await page.resources()), ...(await watcher.requests())];
    const strangers = asked.filter((address) => !allowed(address) && !address.endsWith("/favicon.ico"));
    assert.deepEqual(strangers, []);
    const missing = server.log.filter(({ status }) => status >= 400);
    assert.deepEqual(missing, [], "requests that found nothing");
    const own404 = server.log.filter(({ path }) => !path.startsWith("/some/deep/folder/") && path !== "/favicon.ico");
    assert.deepEqual(own404, [], "requests outside the page's own folder");
    if (scheme === "file") assert.deepEqual(server.log, [], "a file asks no server");
  });

  test("nothing runs while the clock stands, before playing and after", async () => {
    const { page, url } = world;
    const framesInASecond = async () => {
      await page.run("window.__frames = 0");
      await pause(1000);
      return page.run("return window.__frames");
    };
    await page.openReady(url(scheme));
    await page.run("return document.fonts.ready.then(() => true)");
    await pause(1000);
    await page.run(`const original = window.requestAnimationFrame;
      window.requestAnimationFrame = function (callback) { window.__frames += 1; return original.call(window, callback); }`);
    assert.equal(await framesInASecond(), 0, "frames asked for before playing");

    await page.run("window.__frames = 0");
    await page.pressPlay();
    await until("frames are asked for while playing", () => page.run("return window.__frames > 0"));
    await page.pressPlay();
    await pause(1000);
    assert.equal(await framesInASecond(), 0, "frames asked for after pausing");
    const running = await page.run(`return document.getAnimations()
      .filter(({ playState }) => playState === "running").map((one) => one.animationName ?? String(one))`);
    assert.deepEqual(running, [], "animations running while paused");
  });
}
