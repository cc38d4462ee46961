// The clock opens in the night, runs when played, stands when paused.
import assert from "node:assert/strict";
import { test } from "../attempts.mjs";
import { minutes, opening } from "../content.mjs";
import { pause, until } from "../page.mjs";

export function clock(world, scheme) {
  test("opens at the opening moment, by the record, paused", async () => {
    const { page, url } = world;
    await page.openReady(url(scheme));
    assert.equal(await page.clock(), opening);
    assert.equal(await page.chosen("basis"), "record");
    assert.equal(await page.playing(), false);
    assert.equal(await page.status(), "");
    const marks = await page.run("return performance.getEntriesByName('map-ready').length");
    assert.equal(marks, 1, "performance.mark('map-ready')");
  });

  test("play advances the clock and the entries, pause stops both", async () => {
    const { page, url } = world;
    await page.openReady(url(scheme));
    const before = await page.totalProgress();
    await page.pressPlay();
    assert.equal(await page.playing(), true, "aria-pressed while playing");
    await until("the clock advances", async () => minutes(await page.clock()) > minutes(opening));
    await until("an entry grows", async () => (await page.totalProgress()) > before);

    await page.pressPlay();
    assert.equal(await page.playing(), false, "aria-pressed when paused");
    const stopped = [await page.clock(), await page.totalProgress()];
    await pause(1000);
    assert.deepEqual([await page.clock(), await page.totalProgress()], stopped);
  });

  test("the scrubber is one native range over the whole story", async () => {
    const { page, url } = world;
    await page.openReady(url(scheme));
    const range = await page.run(`const input = document.querySelector('[data-testid="scrubber"]');
      return [input.localName, input.type, Number(input.min), Number(input.max), Number(input.step)]`);
    assert.deepEqual(range, ["input", "range", 0, 1, 0.0001]);
    await page.setScrubber(0);
    await until("the story begins in 1968", async () => (await page.clock()) < "1968-08-20T20:00");
    await page.setScrubber(1);
    await until("the story ends after 1991", async () => (await page.clock()) >= "1991-06");
  });
}
