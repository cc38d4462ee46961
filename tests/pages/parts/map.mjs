// What a reader does with the map and the clock's buttons: cards, zoom, places, events.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Key } from "selenium-webdriver";
import { beginning, events, minutes, opening, plain, routes, told } from "../content.mjs";
import { until } from "../page.mjs";
import { setViewport, withViewport } from "../viewport.mjs";

const transform = `return document.querySelector(".live > g").getAttribute("transform")`;
const card = `const card = document.querySelector('[data-testid="card"]');
  return { shown: getComputedStyle(card).display !== "none", text: card.textContent,
    sources: card.querySelectorAll("a[href^='#source-']").length }`;

export function map(world) {
  test("focus on a column opens its card: formation, place, time, confidence, sources", async () => {
    const { page, url } = world;
    const route = routes.find(({ id }) => id === "rec-hungary-8msd-centre");
    await page.openReady(url("http", "#t=1968-08-21T05:00"));
    assert.equal((await page.run(card)).shown, false);
    await page.run(`document.querySelector('[data-testid="route-${route.id}"]').focus()`);
    await until("the card is open", async () => (await page.run(card)).shown);
    const { text, sources } = await page.run(card);
    for (const wanted of [route.formation.en, "Levice", "04:20", `Confidence: ${route.confidence}`]) {
      assert.ok(plain(text).includes(plain(wanted)), `the card says ${wanted}: ${text}`);
    }
    assert.equal(sources, route.sources.length);
    await page.driver.actions().sendKeys(Key.ESCAPE).perform();
    await until("the card is closed", async () => !(await page.run(card)).shown);
  });

  test("buttons and keys zoom and move the map", async () => {
    const { page, url } = world;
    await page.openReady(url("http"));
    const whole = await page.run(transform);
    await page.run(`document.querySelectorAll(".zoom button")[0].click()`);
    await until("the map is nearer", async () => (await page.run(transform)) !== whole);
    await page.run(`document.querySelectorAll(".zoom button")[2].click()`);
    await until("the map is whole", async () => (await page.run(transform)) === whole);
    await page.run(`document.getElementById("stage").focus()`);
    await page.driver.actions().sendKeys("+").perform();
    await until("+ brings the map nearer", async () => (await page.run(transform)) !== whole);
    const near = await page.run(transform);
    await page.driver.actions().sendKeys(Key.ARROW_RIGHT).perform();
    await until("an arrow moves the map", async () => (await page.run(transform)) !== near);
    await page.driver.actions().sendKeys("0").perform();
    await until("0 shows the whole map", async () => (await page.run(transform)) === whole);
  });

  test("Ctrl+wheel zooms, the plain wheel is the page's", async () => {
    const { page, url } = world;
    await page.openReady(url("http"));
    const whole = await page.run(transform);
    // The browser scrolls or zooms the page unless the event is taken.
    const taken = (ctrlKey) => page.run(`return !document.getElementById("stage").dispatchEvent(
      new WheelEvent("wheel", { deltaY: -100, ctrlKey: ${ctrlKey}, clientX: 200, clientY: 200,
        bubbles: true, cancelable: true }))`);
    assert.equal(await taken(false), false);
    assert.equal(await page.run(transform), whole);
    assert.equal(await taken(true), true);
    await until("the map is nearer", async () => (await page.run(transform)) !== whole);
  });

  test("a reaction's place is marked on the map", async () => {
    const { page, url } = world;
    await page.openReady(url("http", "#t=1968-08-21T02:20"));
    await page.run(`document.querySelector('[data-testid="reaction-czechoslovakia"] [data-place]').click()`);
    const mark = `const mark = document.querySelector(".place-mark");
      return getComputedStyle(mark).display === "none" ? "" : mark.textContent`;
    await until("Praha is marked", async () => (await page.run(mark)) === "Praha");
  });

  test("on a telephone no name stands on a count of landings", async () => {
    const { page, url, engine } = world;
    // Great cities at home keep their place whatever comes near.
    const touching = await withViewport(engine, 390, 844, async () => {
      await page.openReady(url("http", "#t=1968-08-21T12:00"));
      return page.run(`
        const frames = (css) => [...document.querySelectorAll(css)]
          .map((text) => [text.textContent, text.getBoundingClientRect()]).filter(([, r]) => r.width > 0);
        const names = frames('.town:not([data-rank="1"]) text');
        const counts = frames(".landed .count");
        return { counts: counts.length, pairs: counts.flatMap(([count, c]) => names
          .filter(([, n]) => n.left < c.right && c.left < n.right && n.top < c.bottom && c.top < n.bottom)
          .map(([name]) => name + " on " + count)) }`);
    });
    await setViewport(engine, 1200, 800);
    assert.equal(touching.counts, 2);
    assert.deepEqual(touching.pairs, []);
  });

  test("next and previous go from event to event of the telling", async () => {
    const { page, url } = world;
    await page.openReady(url("http"));
    const times = events.filter(told("record")).map(({ when }) => beginning(when));
    const next = times.find((when) => minutes(when) > minutes(opening));
    const before = times.findLast((when) => minutes(when) < minutes(opening));
    await page.click("next");
    await until("the next event", async () => (await page.clock()) === next);
    await page.click("previous");
    await until("the opening", async () => (await page.clock()) === opening);
    await page.click("previous");
    await until("the event before", async () => (await page.clock()) === before);
  });

  test("arrow keys on the scrubber go by five minutes in the night", async () => {
    const { page, url } = world;
    await page.openReady(url("http"));
    await page.run(`document.querySelector('[data-testid="scrubber"]').focus()`);
    await page.driver.actions().sendKeys(Key.ARROW_RIGHT, Key.ARROW_RIGHT).perform();
    await until("ten minutes on", async () => (await page.clock()) === "1968-08-20T23:10");
    await page.driver.actions().sendKeys(Key.ARROW_LEFT).perform();
    await until("five minutes back", async () => (await page.clock()) === "1968-08-20T23:05");
  });
}
