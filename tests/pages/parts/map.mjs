// What a reader does with the map and the clock's buttons: cards, zoom, places, events.
import assert from "node:assert/strict";
import { test } from "../attempts.mjs";
import { Key } from "selenium-webdriver";
import { beginning, events, minutes, opening, plain, routes, told, towns } from "../content.mjs";
import { until } from "../page.mjs";
import { setViewport, withViewport } from "../viewport.mjs";

const transform = `return document.querySelector(".live > g").getAttribute("transform")`;
const card = `const card = document.querySelector('[data-testid="card"]');
  return { shown: getComputedStyle(card).display !== "none", text: card.textContent,
    sources: card.querySelectorAll("a[href*='#source-']").length }`;

export function map(world) {
  test("a column opens its card: formation, place, time, confidence, sources", async () => {
    const { page, url } = world;
    const route = routes.find(({ id }) => id === "rec-hungary-8msd-centre");
    await page.openReady(url("http", "#t=1968-08-21T05:00"));
    assert.equal((await page.run(card)).shown, false);
    await page.run(`document.querySelector('[data-testid="route-${route.id}"]').focus()`);
    assert.equal((await page.run(card)).shown, false, "the focus alone opens nothing");
    await page.driver.actions().sendKeys(Key.ENTER).perform();
    await until("the card is open", async () => (await page.run(card)).shown);
    // On a site its entry comes with the long lists, when first asked for.
    const { text, sources } = await until("the card is filled", async () => {
      const now = await page.run(card);
      return now.sources > 0 && now;
    });
    for (const wanted of [route.formation.en, "Levice", "04:20", `Confidence: ${route.confidence}`]) {
      assert.ok(plain(text).includes(plain(wanted)), `the card says ${wanted}: ${text}`);
    }
    assert.equal(sources, route.sources.length);
    await page.driver.actions().sendKeys(Key.ESCAPE).perform();
    await until("the card is closed", async () => !(await page.run(card)).shown);
  });

  test("buttons and keys zoom the map", async () => {
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

  test("nearer, more towns are named, each in its language and place; afar the same as before", async () => {
    const { page, url } = world;
    await page.openReady(url("http", "#t=1968-08-21T12:00"));
    const named = `return [...document.querySelectorAll(".town")].map((town) => {
      const [dot, text] = town.children;
      const [x, y] = ["x", "y"].map((way) => text.getAttribute(way));
      return { id: town.dataset.place, name: text.textContent, lang: text.getAttribute("lang") ?? "",
        side: town.dataset.side, sign: town.hasAttribute("data-sign"), spot: [x, y].join(),
        apart: [text.getAttribute("dx"), text.getAttribute("dy")].join(),
        together: dot.getAttribute("cx") === x && dot.getAttribute("cy") === y };
    })`;
    const zoom = (button) => page.run(`document.querySelectorAll(".zoom button")[arguments[0]].click()`, button);
    const afar = await page.run(named);
    for (const _ of [1, 2, 3]) await zoom(0);
    const near = await until("others are named", async () => {
      const now = await page.run(named);
      return now.some(({ id }) => !afar.some((town) => town.id === id)) && now;
    });
    for (const { id, name, lang, together } of [...afar, ...near]) {
      assert.deepEqual({ id, name, lang }, towns.find((town) => town.id === id));
      assert.ok(together, `${id}: the name stands beside the dot`);
    }
    const order = (some) => some.map(({ id }) => towns.findIndex((town) => town.id === id));
    assert.deepEqual(order(near), order(near).toSorted((a, b) => a - b), "in the order of the content");
    assert.equal(new Set(near.map(({ spot }) => spot)).size, near.length, "none stands on another");
    assert.ok(near.some(({ sign }) => sign), "a town makes room for the sign on its dot");
    await zoom(2);
    await until("the whole map", async () => (await page.run(named)).length === afar.length);
    assert.deepEqual(await page.run(named), afar);
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
        // WebKit gives shapes a frame even within what is not displayed.
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
