// The story's text and the clock lead each other, and neither tears the reader away from what he reads.
import assert from "node:assert/strict";
import { test } from "../attempts.mjs";
import { beginning, opening, passageAt, passages } from "../content.mjs";
import { pause, testId, until } from "../page.mjs";
import { folder } from "../server.mjs";

const css = (id) => `#passage-${id}`;
const momentOf = (id) => beginning(passages.find((passage) => passage.id === id).at);
const drawn = `return [...document.querySelectorAll(".passage")]
  .filter((passage) => passage.getClientRects().length).map(({ id }) => id.slice("passage-".length))`;
const followButton = "#follow:not([hidden])";

// Longer than the page takes a scroll for its own.
const settled = () => pause(1500);

// Scrolls to a passage that has a moment; the clock comes along.
async function readOn(page, id) {
  await page.scrollTo(css(id));
  await until(`the clock is at ${id}`, async () => (await page.clock()) === momentOf(id));
  await until(`${id} is marked`, async () => (await page.current()) === id);
}

// A turn of the wheel where the reader's pointer is: over the text.
const wheel = (page, down) =>
  page.driver.actions().scroll(960, 400, 0, down).perform();

async function playFast(page) {
  await page.choose("speed", "fast");
  await page.pressPlay();
  await until("it plays", () => page.playing());
}

export function story(world, scheme) {
  const english = (hash) => world.url(scheme, `#lang=en&${hash}`);

  test("the passage of the moment is marked, and it alone", async () => {
    const { page } = world;
    await page.openReady(english("t=1968-01-02T00:00"));
    assert.equal(await page.current(), null, "before the first passage");
    const moments = [
      "1968-01-05T00:00", "1968-07-30T12:00", "1968-08-20T23:09", "1968-08-20T23:10", "1968-08-21T01:36",
      "1968-08-21T02:20", "1968-08-22T11:17", "1968-08-22T11:18", "1968-10-20T00:00", "1975-03-01T00:00",
      "1991-12-31T00:00", opening,
    ];
    for (const moment of moments) {
      await page.followLink(`#lang=en&t=${moment}`, moment);
      assert.equal(await page.current(), passageAt(moment), `at ${moment}`);
      const marked = await page.run("return document.querySelectorAll('.passage[data-current]').length");
      assert.equal(marked, 1, `passages marked at ${moment}`);
    }
  });

  test("scrolling takes the clock along, forward and back; past the story it moves nothing", async () => {
    const { page } = world;
    await page.openReady(english("t=1968-08-21T02:20"));
    const way = ["prague-spring-face", "the-night-poles", "moscow-talks", "treaty-stay", "against-albania", "radio-vltava"];
    for (const id of [...way, ...way.toReversed().slice(1)]) await readOn(page, id);
    // One without a moment of its own: it is marked, the clock stands.
    const before = await page.clock();
    await page.scrollTo(css("people-way"));
    await until("the passage is marked", async () => (await page.current()) === "people-way");
    assert.equal(await page.clock(), before);

    await page.withLists();
    for (const part of ["#world", testId("reactions"), "#claims", "#films", testId("sources")]) {
      await page.scrollTo(part, 0);
      await pause(300);
      await wheel(page, 200);
      await pause(300);
      assert.equal(await page.clock(), before, `in ${part}`);
    }
  });

  test("a time in the text moves the clock, a place shows itself on the map", async () => {
    const { page } = world;
    await page.openReady(english(`t=${opening}`));
    const button = "#passage-opening-radio [data-seek='1968-08-21T01:55']";
    await page.press(button);
    await until("the clock is there", async () => (await page.clock()) === "1968-08-21T01:55");
    assert.equal(await page.playing(), false);
    await page.press("#passage-prague-spring-election [data-seek='1968-01-05']");
    await until("the clock is there", async () => (await page.clock()) === "1968-01-05T00:00");
    const mark = `const mark = document.querySelector(".place-mark");
      return getComputedStyle(mark).display === "none" ? "" : mark.textContent`;
    assert.equal(await page.run(mark), "");
    await page.press("#passage-opening-name [data-place=ostrava]");
    await until("Ostrava is marked", async () => (await page.run(mark)) === "Ostrava");
    assert.equal(await page.clock(), "1968-01-05T00:00", "a place moves no clock");
  });

  // Passages that stay for some seconds: radio-proclamation from 01:55, radio-vltava from 05:00, radio-dead from 07:30.
  test("while it plays the story goes along, until the reader scrolls, and again when asked", async () => {
    const { page } = world;
    await page.openReady(english("t=1968-08-21T01:40"));
    const isThere = (id) => until(`${id} is the clock's and in view`, async () =>
      (await page.inView(css(id))) && (await page.current()) === id);
    await readOn(page, "the-night-air");
    await page.followLink("#lang=en&t=1968-08-21T01:50", "1968-08-21T01:50");
    await playFast(page);
    await isThere("radio-proclamation");
    await isThere("radio-vltava");
    assert.equal(await page.place(followButton), null, "no button while it follows");

    await wheel(page, 300);
    await until("the button appears", () => page.place(followButton));
    await pause(500);
    const { scrolled } = await page.place(".panel");
    await until("the next passage", async () => (await page.current()) === "radio-dead");
    await settled();
    assert.equal((await page.place(".panel")).scrolled, scrolled, "the page leaves the reader where he is");
    assert.equal(await page.playing(), true, "and plays on");

    await page.press(testId("play"));
    await page.followLink("#lang=en&t=1968-08-21T04:00", "1968-08-21T04:00");
    await (await page.driver.findElement({ css: followButton })).click();
    await isThere("radio-proclamation");
    await until("the button is gone", async () => (await page.place(followButton)) === null);
    await page.pressPlay();
    await isThere("radio-vltava");
    await page.press(testId("play"));
  });

  test("it never takes its own scrolling for the reader's, however far it goes", async () => {
    const { page } = world;
    await page.openReady(english("t=1968-08-21T10:00"));
    // Far from the passage of the night that comes next, and then passages by the second.
    await readOn(page, "after-1989-five");
    await page.followLink("#lang=en&t=1968-08-21T01:50", "1968-08-21T01:50");
    await settled();
    await playFast(page);
    await until("the passage is in view", async () =>
      (await page.current()) === "radio-proclamation" && (await page.inView(css("radio-proclamation"))));
    await settled();
    assert.equal(await page.place(followButton), null, "it follows");
    await until("the week has passed", async () => (await page.clock()) > "1968-08-28", 120_000);
    await page.press(testId("play"));
    assert.equal(await page.place(followButton), null, "it still follows");
    await until("the current passage is in view", async () => page.inView(css(await page.current())));
  });

  test("who reads something else while it plays is left there", async () => {
    const { page } = world;
    await page.openReady(english("t=1968-08-21T04:30"));
    await page.withLists();
    await page.scrollTo(testId("sources"), 0);
    await settled();
    const { top } = await page.place(testId("sources"));
    await playFast(page);
    await until("the next passage", async () => (await page.current()) === "radio-vltava");
    await settled();
    // Reactions that appear above make the page longer; what is read stays where it is on the screen.
    const now = (await page.place(testId("sources"))).top;
    assert.ok(Math.abs(now - top) < 5, `the sources stood at ${top} and stand at ${now}`);
    await page.press(testId("play"));
  });

  if (scheme === "http") framed(world);
}

function framed(world) {
  test("in a frame the story is stepped: one passage, two buttons, and the clock with them", async () => {
    const { page, server, engine } = world;
    await page.openReady(world.url("http", "#lang=en"));
    assert.equal(await page.place(".stepper"), null, "the full page has no stepper");
    assert.ok((await page.run(drawn)).length === passages.length, "the full page has all passages");

    server.pages["/story-frame.html"] = `<!doctype html><meta charset="utf-8"><title>a host</title>
      <iframe src="${folder}#lang=en&t=1968-08-17T00:00" style="width:600px;height:700px;border:0"></iframe>`;
    await page.open(server.url("/story-frame.html"));
    await engine.driver.switchTo().frame(0);
    await page.ready();
    await page.press(testId("tab-story"));
    const steps = passages.map(({ id }) => id);
    const start = steps.indexOf("bratislava-threat");
    assert.deepEqual(await page.run(drawn), [steps[start]]);

    const scrolled = await page.run(`const text = document.querySelector(".panel");
      text.scrollTo({ top: text.scrollHeight, behavior: "instant" });
      return text.scrollTop`);
    assert.ok(scrolled > 1000, `the text scrolls in its own box: ${scrolled} px`);
    await pause(300);
    await page.run(`document.querySelector("#story").scrollIntoView()`);
    await pause(300);
    assert.equal(await page.clock(), "1968-08-17T00:00", "scrolling moves nothing in a frame");

    let clock = "1968-08-17T00:00";
    const there = [1, 2, 3, 4].map((step) => start + step);
    for (const index of [...there, ...there.slice(0, -1).toReversed()]) {
      const forward = steps.indexOf(await page.current()) < index;
      await page.press(`[data-passage=${forward ? "next" : "previous"}]`);
      await until(`${steps[index]} is current`, async () => (await page.current()) === steps[index]);
      assert.deepEqual(await page.run(drawn), [steps[index]]);
      // One without a moment leaves the clock where it was.
      if (passages[index].at) clock = beginning(passages[index].at);
      await until(`the clock is at ${clock}`, async () => (await page.clock()) === clock);
      assert.ok(await page.place(".stepper"), "the buttons stay");
    }
    await page.open("about:blank");
  });
}
