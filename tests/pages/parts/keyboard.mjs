// The page without a pointer: where the Tab key goes, what keys do, how the map is walked.
import assert from "node:assert/strict";
import { test } from "../attempts.mjs";
import { Key } from "selenium-webdriver";
import { acts, beginning, events, minutes, opening, storyEnd, told } from "../content.mjs";
import { pause, testId, until } from "../page.mjs";
import { setViewport, withViewport } from "../viewport.mjs";

// The elements are numbered once for both lists of stops: one that comes or goes in between, as a line of the page that
// says something, must not give all others other numbers.
const order = `const order = window.__order ??=
  new Map([...document.querySelectorAll("*")].map((element, index) => [element, index]));`;

// Writes down each stop of the Tab key: its ring at once, and whether it can be seen two frames later, when the page has
// scrolled. Where the focus has gone on by then, that stays open.
const record = `
  ${order}
  const seen = (element) => {
    // A radio button lies invisible over its words.
    const drawn = getComputedStyle(element).opacity === "0" ? element.nextElementSibling : element;
    const { left, right, top, bottom } = drawn.getClientRects()[0] ?? drawn.getBoundingClientRect();
    const [x, y] = [(left + right) / 2, (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2];
    const there = document.elementFromPoint(x, y);
    const inside = bottom - top > innerHeight / 2 || (top >= 0 && bottom <= innerHeight);
    return inside && (element.contains(there) || drawn.contains(there) || there?.contains(drawn) === true);
  };
  window.__stops = [];
  addEventListener("focusin", ({ target }) => {
    const { left, top, bottom } = target.getBoundingClientRect();
    const ring = getComputedStyle(target).outlineStyle !== "none" || target.id === "stage"
      || getComputedStyle(target.nextElementSibling ?? target).outlineStyle !== "none";
    const stop = {
      name: target.dataset.testid ?? (target.id || target.className || target.textContent.trim().slice(0, 30) || target.localName),
      order: order.get(target), seen: null, ring,
      part: ["first", "stage", "clock", "panel"].find((part) => target.closest("." + part)),
      top: top + scrollY, bottom: bottom + scrollY, left, text: target.localName,
    };
    window.__stops.push(stop);
    requestAnimationFrame(() => requestAnimationFrame(() => {
      if (document.activeElement === target) stop.seen = seen(target);
    }));
  });`;

// What the Tab key must come to: all that can be operated, of radio buttons the chosen one.
const stops = `
  const shown = (element) => element.getClientRects().length > 0 && getComputedStyle(element).visibility !== "hidden";
  ${order}
  return [...document.querySelectorAll("a[href],button,input,select,textarea,summary,[tabindex='0']")]
    .filter((element) => shown(element) && !element.disabled && element.tabIndex >= 0)
    .filter((element) => element.type !== "radio" || element.checked)
    .map((element) => order.get(element));`;

const press = (page, ...keys) => page.driver.actions().sendKeys(...keys).perform();

const pressWith = (page, modifier, key) => page.driver.actions().keyDown(modifier).sendKeys(key).keyUp(modifier).perform();

const active = (page) => page.run(`const { activeElement: own } = document;
  return own.dataset.testid ?? (own.dataset.place ?? own.id)`);

const isOpen = (page, name) => page.run("return document.querySelector(arguments[0]).open", testId(`${name}-dialog`));

// One Tab after another, as a rule with time for two frames, until the page has no more.
async function walk(page, limit, backwards = false) {
  await page.run(record);
  for (let before = -1; ;) {
    let some = page.driver.actions();
    if (backwards) some = some.keyDown(Key.SHIFT);
    for (let count = 0; count < 20; count += 1) some = some.sendKeys(Key.TAB).pause(40);
    if (backwards) some = some.keyUp(Key.SHIFT);
    await some.perform();
    const [count, last, first] = await page.run(
      "const all = window.__stops; return [all.length, all.at(-1)?.order, all[0]?.order]");
    // Past its end the browser has the focus, or the page begins anew.
    const again = await page.run("return window.__stops.findIndex(({ order }, at) => at > 0 && order === window.__stops[0].order)");
    if (again > 0 || count === before || count >= limit) break;
    before = count;
    assert.ok(last !== undefined && first !== undefined);
  }
  const all = await page.run("return window.__stops");
  const again = all.findIndex(({ order }, at) => at > 0 && order === all[0].order);
  return again > 0 ? all.slice(0, again) : all;
}

// WebKitGTK on a virtual screen is late with its frames: what it shows after two of them says nothing.
function assertSeen(all, label, { name }) {
  const bare = all.filter(({ ring }) => !ring).map((stop) => stop.name);
  assert.deepEqual(bare, [], `${label}: stops without a ring`);
  if (name === "webkit") return;
  const looked = all.filter(({ seen }) => seen !== null);
  assert.ok(looked.length > all.length / 10, `${label}: ${looked.length} of ${all.length} stops were looked at`);
  const hidden = looked.filter(({ seen }) => !seen).map((stop) => stop.name);
  assert.deepEqual(hidden, [], `${label}: stops that are covered or outside the window`);
}

export function keyboard(world) {
  const english = (hash) => world.url("http", `#lang=en&${hash}`);

  test("the first stop of the Tab key plays and pauses, the second goes past the map", async () => {
    const { page } = world;
    await page.openReady(english(`t=${opening}`));
    const bar = `const { clipPath } = getComputedStyle(document.querySelector(".first"));
      return clipPath === "none"`;
    assert.equal(await page.run(bar), false, "nobody sees it before");
    await press(page, Key.TAB);
    assert.equal(await active(page), "first");
    assert.equal(await page.run(bar), true, "it is seen with the focus");
    assert.equal(await page.text("first"), "Play");
    await press(page, " ");
    await until("it plays", () => page.playing());
    assert.equal(await page.text("first"), "Pause");
    await press(page, " ");
    await until("it stands", async () => !(await page.playing()));
    await press(page, Key.TAB);
    assert.equal(await active(page), "skip");
    await press(page, Key.ENTER);
    await until("the focus is in the text", () => page.run("return document.activeElement.closest('.panel') !== null"));
  });

  test("Tab goes through the whole page in its order, sees every control, and is never covered", async () => {
    const { page } = world;
    await page.openReady(english(`t=${opening}`));
    await page.withLists();
    await page.thinLists();
    const before = await page.run(stops);
    const all = await walk(page, 2000);
    assertSeen(all, "1200 x 800", world);
    // On a slow machine the clock follows as it follows any reader who rests at a passage, and reactions come with it.
    const after = await page.run(stops);
    const always = before.filter((stop) => after.includes(stop));
    const come = all.map(({ order }) => order);
    assert.ok(always.length > 400, `${always.length} stops are there all the time`);
    assert.deepEqual(come, come.toSorted((a, b) => a - b), "the order of the document");
    assert.deepEqual(always.filter((stop) => !come.includes(stop)), [], "left out");
    assert.deepEqual(come.filter((stop) => !before.includes(stop) && !after.includes(stop)), [], "not to be come to");
    // The map is one stop, and the parts come as they stand: bar, map, clock, text.
    const parts = all.map(({ part }) => part);
    assert.deepEqual([...new Set(parts)], ["first", "stage", "clock", "panel"]);
    assert.deepEqual(parts, parts.toSorted((a, b) => ["first", "stage", "clock", "panel"].indexOf(a) - ["first", "stage", "clock", "panel"].indexOf(b)));
    assert.ok(all.filter(({ part }) => part === "stage").length <= 5, "one stop for the map, and its buttons");
    // Text is read from top to bottom: no stop stands above the line of the one before it.
    const text = all.filter(({ part }) => part === "panel");
    const up = text.filter(({ bottom }, at) => at > 0 && bottom < text[at - 1].top - 1).map(({ name }) => name);
    assert.deepEqual(up, [], "stops that lie above the one before");
  });

  // WebKitGTK's window is not the active one of its virtual screen once its size has changed: then it shows no focus.
  if (world.name !== "webkit") test("on a telephone nothing with the focus hides under map and clock, there and back", async () => {
    const { page, engine } = world;
    await withViewport(engine, 390, 844, async () => {
      await page.openReady(english(`t=${opening}`));
      assertSeen(await walk(page, 120), "down", world);
      assertSeen(await walk(page, 100, true), "up", world);
    });
    await setViewport(engine, 1200, 800);
  });

  test("the whole story is told by one key, and no event is left out", async () => {
    const { page } = world;
    await page.openReady(english(`t=${opening}`));
    await press(page, "m");
    assert.equal(await active(page), "map");
    await press(page, Key.HOME);
    await until("the beginning", async () => (await page.clock()) === "1968-01-01T00:00");
    await press(page, "r");
    const own = events.filter(told("record")).map(({ when, title }) => [beginning(when), title.en]);
    const times = [...new Set(own.map(([when]) => when))].sort();
    const captions = new Set();
    for (const when of times) {
      await press(page, Key.ARROW_RIGHT);
      await until(`the event of ${when}`, async () => (await page.clock()) === when);
      captions.add(`${when} ${await page.text("caption")}`);
    }
    assert.equal(captions.size, times.length, "a caption for each");
    assert.ok(times.at(-1).startsWith("1991"));
    await press(page, Key.ARROW_RIGHT);
    await until("the end", async () => (await page.clock()) === storyEnd);
    await press(page, Key.ARROW_LEFT);
    await until("back", async () => (await page.clock()) === times.at(-1));
  });

  test("keys for acts, zoom, ends, map and reactions", async () => {
    const { page } = world;
    const transform = `return document.querySelector(".live > g").getAttribute("transform")`;
    await page.openReady(english(`t=${opening}`));
    for (const [index, act] of acts.entries()) {
      await press(page, `${index + 1}`);
      await until(`act ${index + 1}`, async () => (await page.clock()) === beginning(act.start));
    }
    const whole = await page.run(transform);
    await press(page, "+");
    await until("nearer", async () => (await page.run(transform)) !== whole);
    await press(page, "-");
    await until("farther", async () => (await page.run(transform)) === whole);
    await press(page, "+", "+", "0");
    await until("whole", async () => (await page.run(transform)) === whole);
    await press(page, "r");
    assert.equal(await active(page), "reactions-title");
    assert.equal(await page.inView("#reactions-title"), true);
    const { scrolled } = await page.place(".panel");
    await press(page, " ");
    await until("space plays", () => page.playing());
    await press(page, " ");
    await until("and pauses", async () => !(await page.playing()));
    assert.ok(Math.abs((await page.place(".panel")).scrolled - scrolled) < 300, "space does not scroll");
    await press(page, "m");
    assert.equal(await active(page), "map");
    await press(page, Key.END);
    await until("the end", async () => (await page.clock()) === storyEnd);
    await press(page, Key.HOME);
    await until("the beginning", async () => minutes(await page.clock()) < minutes("1968-01-02T00:00"));
  });

  test("? lists the keys; letters and signs can be turned off, for the next visit too", async () => {
    const { page, url } = world;
    await page.openReady(english(`t=${opening}`));
    await press(page, "?");
    await until("the list is open", () => isOpen(page, "keys"));
    const list = await page.run("return document.querySelector(arguments[0]).innerText", testId("keys-dialog"));
    for (const key of ["Space", "←", "→", "Home", "End", "1", "4", "+", "-", "0", "m", "r", "p", "?", "Esc", "Page Down"]) {
      assert.ok(list.includes(key), `the list names ${key}`);
    }
    await press(page, "2");
    assert.equal(await page.clock(), opening, "an open dialog has its own keys");
    await page.press(testId("keys-signs"));
    await press(page, Key.ESCAPE);
    await until("the list is closed", async () => !(await isOpen(page, "keys")));
    await press(page, "1", "m", "?");
    await press(page, Key.ARROW_RIGHT);
    await until("arrows still act", async () => (await page.clock()) > opening);
    assert.ok((await page.clock()) < "1968-08-22", "1 did not");
    assert.equal(await isOpen(page, "keys"), false);
    // The next visit, with what this one has kept.
    await page.driver.get(url("http", `?again#lang=en&t=${opening}`));
    await page.ready();
    // A page that was just loaded may miss its first keys. Not many at once: those that come late lead out of the night.
    await until("arrows act", async () => {
      await press(page, Key.ARROW_RIGHT);
      await pause(500);
      return (await page.clock()) > opening;
    });
    await press(page, "1");
    const before = await page.clock();
    await press(page, Key.ARROW_RIGHT);
    await until("arrows act, 1 does not", async () => (await page.clock()) > before);
    assert.ok((await page.clock()) < "1968-08-22");
    await page.press(testId("keys"));
    await page.press(testId("keys-signs"));
    await press(page, Key.ESCAPE);
    await press(page, "1");
    await until("signs act again", async () => (await page.clock()) < opening);
  });

  test("keys leave fields and modifiers alone", async () => {
    const { page } = world;
    await page.openReady(english(`t=${opening}`));
    await pressWith(page, Key.SHIFT, Key.ARROW_RIGHT);
    await pressWith(page, Key.CONTROL, Key.ARROW_RIGHT);
    await pressWith(page, Key.SHIFT, "M");
    await page.click("share");
    await page.run("document.getElementById('share-link').focus()");
    await press(page, " ", "2", "m", "r", "?", "0", Key.ARROW_RIGHT, Key.HOME);
    assert.equal(await active(page), "share-link");
    assert.equal(await isOpen(page, "share"), true);
    assert.equal(await isOpen(page, "keys"), false);
    await press(page, Key.ESCAPE);
    await until("the dialog is closed", async () => !(await isOpen(page, "share")));
    // A radio button's arrows are its own.
    await page.run("document.querySelector('[data-testid=speed] input:checked').focus()");
    await press(page, Key.ARROW_RIGHT, "2");
    await until("the speed has changed", async () => (await page.chosen("speed")) === "fast");
    await pause(200);
    assert.equal(await page.clock(), opening);
    assert.equal(await page.playing(), false);
  });

  mapWalk(world, english);
}

// Where the ring is drawn, and what has the focus.
const ring = `const circle = document.querySelector(".ring:not([data-shown=false]) circle"), own = document.activeElement;
  const stage = document.getElementById("stage").getBoundingClientRect();
  if (!circle) return null;
  const { left, right, top, bottom } = circle.getBoundingClientRect();
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  return { x, y, inside: x > stage.left && x < stage.right && y > stage.top && y < stage.bottom,
    kind: own.classList[0], name: own.getAttribute("aria-label") ?? own.textContent, role: own.getAttribute("role"),
    id: own.dataset.testid ?? own.dataset.place, hidden: own.closest("[aria-hidden=true]") !== null };`;

function mapWalk(world, english) {
  test("arrows go from town to column on the map, Enter chooses, Escape closes", async () => {
    const { page } = world;
    await page.openReady(english("t=1968-08-21T04:00"));
    await press(page, "m");
    const met = new Map();
    // Down to the south, back to the north, a step to the east, as one reads a map.
    const way = [
      ...Array(6).fill(Key.ARROW_RIGHT), ...Array(6).fill(Key.ARROW_DOWN), ...Array(8).fill(Key.ARROW_LEFT),
      ...Array(8).fill(Key.ARROW_UP), ...Array(6).fill(Key.ARROW_RIGHT),
    ];
    for (const key of way) {
      const before = await page.run(ring);
      await press(page, key);
      const now = await until("the ring is drawn", () => page.run(ring));
      assert.ok(now.inside, `${now.id} is in the window`);
      assert.ok(now.name && now.role === "button" && !now.hidden, `${now.id} has a name and a role`);
      if (before && before.id !== now.id) {
        const [dx, dy] = [now.x - before.x, now.y - before.y];
        if (key === Key.ARROW_UP) assert.ok(dy <= 1, `up from ${before.id} to ${now.id}`);
        met.set(`${before.id} ${key}`, [dx, dy]);
      }
      if (!met.has(now.kind)) {
        met.set(now.kind, now.id);
        await press(page, Key.ENTER);
        if (now.kind === "town") {
          const mark = `const mark = document.querySelector(".place-mark");
            return getComputedStyle(mark).display === "none" ? "" : mark.textContent`;
          await until("the town is marked", async () => (await page.run(mark)) === now.name);
        } else if (now.kind === "route") {
          const card = `return getComputedStyle(document.querySelector(".card")).display !== "none"`;
          await until("the card is open", () => page.run(card));
          assert.ok(now.name.includes(", "), `${now.name} says what the column does`);
          const covered = await page.run(`const { left, right, top, bottom } = document.querySelector(".card").getBoundingClientRect();
            return arguments[0] > left && arguments[0] < right && arguments[1] > top && arguments[1] < bottom`, now.x, now.y);
          assert.equal(covered, false, "the card does not cover its column");
          await press(page, Key.ESCAPE);
          await until("the card is closed", async () => !(await page.run(card)));
          assert.equal((await page.run(ring)).id, now.id, "the focus stays where it was");
        }
      }
    }
    assert.ok(met.has("town") && met.has("route"), "both kinds are met");
    await press(page, Key.ESCAPE, Key.ESCAPE);
    await until("the focus is on the map as a whole", async () => (await active(page)) === "map");
    assert.equal(await page.run(ring), null);
  });

  test("on a map seen from near the focused thing is brought into the window", async () => {
    const { page } = world;
    await page.openReady(english("t=1968-08-21T04:00"));
    await press(page, "m", "+", "+", "+");
    for (const key of [Key.ARROW_RIGHT, Key.ARROW_LEFT, Key.ARROW_UP, Key.ARROW_DOWN]) {
      for (let count = 0; count < 5; count += 1) {
        await press(page, key);
        assert.ok((await until("the ring is drawn", () => page.run(ring))).inside);
      }
    }
    await press(page, "+", "+");
    await until("it stays in view when the map comes nearer", async () => (await page.run(ring)).inside);
  });
}
