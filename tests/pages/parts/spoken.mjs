// What is read out: the map in words, one line that speaks when there is something new and not too often, and the
// reader's own town.
import assert from "node:assert/strict";
import { test } from "../attempts.mjs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { opening, routes, words } from "../content.mjs";
import { pause, testId, until } from "../page.mjs";
import { dist, folder } from "../server.mjs";

// The least time between two announcements, in milliseconds.
const apart = 3000;
// What is said is seen at the end of the task that says it: in a busy browser some milliseconds later, now more, now less.
const seenLate = 50;

const night = "1968-08-21T02:20";

const described = (page) => page.text("map-description");

// Keeps what the line says, and when, by the page's own clock.
const listen = (page) => page.run(`
  window.__said = [];
  const line = document.querySelector('${testId("spoken")}');
  new MutationObserver(() => line.textContent && __said.push({ at: performance.now(), text: line.textContent }))
    .observe(line, { childList: true, characterData: true, subtree: true });`);
const said = (page) => page.run("return __said");
const lastSaid = async (page) => (await said(page)).at(-1)?.text;

// Counts the timers that are set and have not gone off.
const countTimers = (page) => page.run(`
  window.__timers = new Set();
  const [set, clear] = [window.setTimeout, window.clearTimeout];
  window.setTimeout = (act, wait, ...given) => {
    const id = set(() => { __timers.delete(id); act(...given); }, wait);
    __timers.add(id);
    return id;
  };
  window.clearTimeout = (id) => { __timers.delete(id); clear(id); };`);

const enter = (page, text, event) => page.run(
  `const input = document.querySelector('${testId("town-name")}');
   input.value = arguments[0];
   input.dispatchEvent(new Event(arguments[1], { bubbles: true }));`,
  text, event,
);
const answer = (page) => page.text("town-answer");
const ways = (page) => page.run(`return [...document.querySelectorAll("#town-ways > *")]
  .filter((way) => way.getClientRects().length)
  .map((way) => way.dataset.place ?? way.getAttribute("href"))`);

export function town(world, scheme) {
  test("a town is asked for by its name, with or without its marks, and the clock goes to its column", async () => {
    const { page, url } = world;
    await page.openReady(url(scheme, "#lang=en"));
    await listen(page);
    assert.equal(await answer(page), "");
    assert.deepEqual(await ways(page), []);
    await enter(page, "Nacho", "input");
    assert.equal(await answer(page), "", "half a name is no question");
    await enter(page, "Nachod", "input");
    const found = await answer(page);
    // No source has the hour, so none is said.
    assert.match(found, /^Náchod: a column came here \(Polish 2nd Army, .*\); on the morning of 21 August 1968\.$/);
    await until("the clock is there", async () => (await page.clock()).startsWith("1968-08-21T"));
    assert.equal(await page.playing(), false);
    await until("the answer is read out", async () => (await said(page)).some(({ text }) => text === found));
    const [place, column] = await ways(page);
    assert.equal(place, "nachod");
    assert.match(column, /^#column-rec-poland-/);
    const marked = await page.run("return document.querySelector('.place-mark').textContent");
    assert.equal(marked, "Náchod");
    await until("the address has followed", async () => (await page.hash()).includes("t=1968-08-21"));
    // Leaving the box is no second question.
    await page.followLink(`#lang=en&t=${opening}`, opening);
    await enter(page, "Nachod", "change");
    await pause(300);
    assert.equal(await page.clock(), opening);
  });

  test("how far the nearest column was is said, and that none is known, and that a town is not in the data", async () => {
    const { page, url } = world;
    await page.openReady(url(scheme, "#lang=en"));
    await enter(page, "Opava", "input");
    assert.match(await answer(page), /^Opava: the nearest documented column \(.*\) was at Krnov, about 22 km away; /);
    await until("the clock has gone there", async () => (await page.clock()) !== opening);
    const there = await page.clock();
    await enter(page, "svidnik", "change");
    assert.equal(await answer(page), "Svidník: no known column within 30 km.");
    assert.deepEqual(await ways(page), ["svidnik"], "there is no column to go to");
    await enter(page, "Atlantis", "change");
    assert.equal(await answer(page), words.en.town_unknown);
    assert.deepEqual(await ways(page), []);
    await pause(300);
    assert.equal(await page.clock(), there, "the clock stays");
    // The beginning of a name is enough for who has finished.
    await enter(page, "Usti", "change");
    assert.match(await answer(page), /^Ústí nad Labem: /);
  });

  test("a town is asked for in the page's language, and under the name it has there", async () => {
    const { page, url } = world;
    await page.openReady(url(scheme, "#lang=cs"));
    await enter(page, "liberec", "input");
    assert.match(await answer(page), /^Liberec: došla sem kolona \(.*\); 21\. srpna 1968, asi 0?2:00\.$/);
    await page.openReady(url(scheme, "#lang=en"));
    await enter(page, "Prague", "input");
    assert.match(await answer(page), /^Praha: a column came here /);
    await enter(page, "Zlin", "input");
    assert.match(await answer(page), /^Gottwaldov: /);
  });
}

export function spoken(world) {
  test("the map's description follows the clock and the telling, and counts what is drawn", async () => {
    const { page, url } = world;
    await page.openReady(url("http", `#lang=en&t=${night}`));
    const before = await described(page);
    assert.match(before, /^Wednesday 21 August 1968, 02:20\. .* As the record has it\. /);
    const kinds = new Map(routes.map(({ id, kind }) => [id, kind]));
    const drawn = (await page.routes())
      .filter(({ id, army, phase }) => kinds.get(id) === "ground" && army === "ussr" && phase === "moving");
    assert.ok(drawn.length > 5);
    assert.ok(before.includes(`Soviet columns on ${drawn.length} roads`), before);
    assert.match(before, /Nearest to Prague: /);
    await page.chooseBasis("article");
    await until("it tells the article's", async () => (await described(page)).includes("As the article tells it."));
    await page.chooseBasis("record");
    await until("it tells the record's", async () => (await described(page)) === before);
    await page.followLink("#lang=en&t=1968-03-01T00:00", "1968-03-01T00:00");
    await until("it is of the spring", async () => (await described(page)).endsWith("No columns on the map."));
  });

  test("the description leads to the table of events, and its link is seen when it has the focus", async () => {
    const { page, url } = world;
    await page.openReady(url("http", `#lang=en&t=${night}`));
    const link = ".in-words a";
    const frame = `const { width, height } = document.querySelector("${link}").closest(".in-words").getBoundingClientRect();
      return [width, height]`;
    assert.deepEqual(await page.run(frame), [1, 1]);
    await page.run(`document.querySelector("${link}").focus()`);
    const [width, height] = await page.run(frame);
    assert.ok(width > 100 && height > 40, `${width} x ${height}`);
    await page.press(link);
    await until("the events are in view", () => page.inView("#events h2"));
    assert.equal(await page.clock(), night);
  });

  test("the slider says the moment, in acts that go by days without the hour", async () => {
    const { page, url } = world;
    const valueText = () => page.run(`return document.querySelector('${testId("scrubber")}').getAttribute("aria-valuetext")`);
    await page.openReady(url("http", `#lang=en&t=${night}`));
    assert.equal(await valueText(), "Wednesday 21 August 1968, 02:20");
    await page.followLink("#lang=en&t=1968-03-01T00:00", "1968-03-01T00:00");
    assert.equal(await valueText(), "Friday 1 March 1968");
  });

  test("nothing is said when the page opens, and a moved clock is said", async () => {
    const { page, url } = world;
    await page.openReady(url("http", `#lang=en&t=${night}`));
    await listen(page);
    await pause(500);
    assert.equal(await page.text("spoken"), "");
    await page.click("next");
    await until("the event is said", async () => (await said(page)).length > 0);
    const caption = await page.text("caption");
    const time = await page.run("return document.querySelector('.clock time .date').textContent");
    assert.equal(await lastSaid(page), `${time}, ${(await page.clock()).slice(11)}. ${caption}.`);
  });

  test("while it plays events are said no sooner than three seconds after each other, and the pause is summed up", async () => {
    const { page, url } = world;
    await page.openReady(url("http", "#lang=en&t=1968-08-20T22:50"));
    await listen(page);
    await page.run(`document.querySelector('${testId("speed")} input[value=fast]').click()`);
    await page.pressPlay();
    await until("four things were said", async () => (await said(page)).length >= 4);
    await page.pressPlay();
    assert.equal(await page.playing(), false);
    await until("the map is told", async () => (await lastSaid(page)) === (await described(page)));
    const all = await said(page);
    const gaps = all.slice(1).map(({ at }, index) => at - all[index].at);
    assert.ok(gaps.every((gap) => gap >= apart - seenLate), JSON.stringify(gaps));
    assert.ok(all.slice(0, -1).every(({ text }) => !text.includes("As the record has it")), "events alone while it plays");
    assert.equal(new Set(all.map(({ text }) => text)).size, all.length, "nothing is said twice");
  });

  test("while the scrubber is moved nothing is said, and afterwards where the map stands", async () => {
    const { page, url } = world;
    await page.openReady(url("http", `#lang=en&t=${night}`));
    await listen(page);
    await page.run(`document.querySelector('${testId("scrubber")}')
      .dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }))`);
    for (let step = 0; step < 20; step += 1) {
      await page.setScrubber(0.3 + step / 100);
      await pause(apart / 15);
    }
    assert.deepEqual(await said(page), [], "while it is held and moved");
    await page.run(`window.__let = performance.now(); dispatchEvent(new PointerEvent("pointerup"))`);
    await until("the map is told", async () => (await said(page)).length > 0);
    const [{ at, text }] = await said(page);
    assert.equal(text, await described(page));
    assert.ok(at - (await page.run("return __let")) >= apart - seenLate);
  });

  test("arrow keys on the slider are silent too: the slider speaks for itself", async () => {
    const { page, url } = world;
    await page.openReady(url("http", `#lang=en&t=${night}`));
    await listen(page);
    const press = () => page.run(`document.querySelector('${testId("scrubber")}')
      .dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true, cancelable: true }))`);
    for (let step = 0; step < 10; step += 1) {
      await press();
      await pause(apart / 8);
    }
    assert.deepEqual(await said(page), []);
    await until("the map is told", async () => (await lastSaid(page)) === (await described(page)));
    assert.equal((await said(page)).length, 1);
  });

  test("what the address asks for in vain is said once, on the compact page too", async () => {
    const { page, url } = world;
    for (const query of ["", "?embed=1"]) {
      await page.openReady(url("http", `${query}#lang=en&theme=pink`));
      await until("it is said", async () => (await page.text("spoken")).includes("theme"));
      assert.equal(await page.text("spoken"), await page.status());
      const speaking = await page.run(`return [...document.querySelectorAll("[role=status],[role=alert],[role=log],[aria-live],output")]
        .filter((line) => !line.closest("dialog")).map((line) => [line.id, line.getClientRects().length > 0])`);
      assert.deepEqual(speaking, [["spoken", true]]);
    }
  });

  // WebKit's driver sets timers of its own in the page.
  if (world.name !== "webkit") test("no timer runs when nothing waits to be said", async () => {
    const { page, url } = world;
    await page.openReady(url("http", `#lang=en&t=${night}`));
    await listen(page);
    await countTimers(page);
    await page.click("next");
    await page.click("next");
    await until("both were said", async () => (await said(page)).length === 2);
    await until("no timer is left", async () => (await page.run("return __timers.size")) === 0);
    await pause(1000);
    assert.equal(await page.run("return __timers.size"), 0);
  });

  test("a page that cannot start says so in the line that speaks", async () => {
    const { page, server } = world;
    await page.open("about:blank");
    const address = `${folder}unread.html`;
    server.pages[address] = async () => {
      const html = await readFile(join(dist, "index.html"), "utf8");
      return html.replace(/<script type="text\/plain" id="texts">[^<]*/, '<script type="text/plain" id="texts">');
    };
    try {
      await page.open(server.url(address) + "#lang=en");
      await until("the page has given up", () => page.run("return document.documentElement.classList.contains('failed')"));
      assert.equal(await page.text("spoken"), words.en.status_failed);
    } finally {
      delete server.pages[address];
    }
  });
}
