// The world map, its enlargement, its table and the panels say the same, and each leads to the other.
import assert from "node:assert/strict";
import { test } from "../attempts.mjs";
import { Origin } from "selenium-webdriver/lib/input.js";
import { reactions, reactionsAt, sorted, stanceOf } from "../content.mjs";
import { testId, until } from "../page.mjs";

// The Russian Federation has an entry and no place on a map of 1968.
const states = reactions.filter(({ state }) => state && state !== "RUS");
const moments = [
  "1968-08-20T23:00", "1968-08-21T12:00", "1968-08-23T08:00", "1968-09-14T00:00", "1991-12-31T00:00",
];

// Every element of a state with what it says of it; only shapes have to be drawn before their day too.
const countries = `return [...document.querySelectorAll("[data-country]")].map((element) => ({
  code: element.dataset.country,
  what: element.localName === "tr" ? "row" : element.closest(".europe") ? "enlarged" : "shape",
  stance: element.dataset.stance,
  shown: element.dataset.shown,
  chosen: element.dataset.chosen ?? "false",
  drawn: element.getClientRects().length > 0 && getComputedStyle(element).display !== "none",
  fill: getComputedStyle(element).fill,
}))`;
const panels = `return Object.fromEntries([...document.querySelectorAll('[data-testid^="reaction-"]')].map((entry) =>
  [entry.dataset.testid.slice("reaction-".length), {
    stance: entry.dataset.stance, shown: entry.dataset.shown, chosen: entry.dataset.chosen, drawn: entry.getClientRects().length > 0,
  }]))`;

// A click by the driver, with the element in the middle of the window: at its edges lie map and clock.
async function click(page, css) {
  const element = await page.driver.findElement({ css });
  await page.run("arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })", element);
  await element.click();
}

// A point of a state's shape that lies in the window and under nothing else, near the shape's middle.
const pointIn = `
  const shape = document.querySelector(arguments[0]);
  shape.closest("svg").scrollIntoView({ block: "center", behavior: "instant" });
  const box = shape.getBoundingClientRect();
  const steps = [...Array(21).keys()].map((n) => (n - 10) / 20);
  const spots = steps.flatMap((x) => steps.map((y) => [x, y])).sort(([a, b], [c, d]) => a * a + b * b - c * c - d * d);
  for (const [dx, dy] of spots) {
    const [x, y] = [box.left + box.width * (0.5 + dx), box.top + box.height * (0.5 + dy)].map(Math.round);
    if (document.elementFromPoint(x, y)?.closest("[data-country]") === shape) return [x, y];
  }
  return null;`;

async function clickShape(page, css) {
  const point = await page.run(pointIn, css);
  assert.ok(point, `${css} can be reached by a pointer`);
  const [x, y] = point;
  await page.driver.actions().move({ origin: Origin.VIEWPORT, x, y, duration: 0 }).click().perform();
}

async function assertChosen(page, code) {
  const chosen = await until(`${code} is chosen`, async () => {
    const all = (await page.run(countries)).filter((country) => country.chosen === "true");
    return all.length > 0 && all.every((country) => country.code === code) && all;
  });
  assert.ok(chosen.some(({ what }) => what === "shape") && chosen.some(({ what }) => what === "row"), `${code} on map and in table`);
  const { id } = states.find(({ state }) => state === code);
  const entries = Object.entries(await page.run(panels)).filter(([, entry]) => entry.chosen === "true");
  assert.deepEqual(entries.map(([name]) => name), [id]);
  assert.equal(entries[0][1].drawn, true, `the entry of ${id} can be read`);
  return testId(`reaction-${id}`);
}

export function world(setting, scheme) {
  const english = (hash) => setting.url(scheme, `#lang=en&${hash}`);

  test("every state has the stance and the day of its entry in the panels, by both accounts", async () => {
    const { page } = setting;
    await page.openReady(english(`t=${moments[0]}`));
    const fills = new Map();
    for (const basis of ["record", "article", "record"]) {
      for (const moment of moments) {
        await page.followLink(`#lang=en&t=${moment}&basis=${basis}`, moment);
        await until(`by the ${basis}`, async () => (await page.chosen("basis")) === basis);
        const come = reactionsAt(moment);
        const known = states.map((reaction) =>
          `${reaction.state} ${stanceOf(reaction, basis)} ${come.includes(reaction.id)}`);
        const seen = await page.run(countries);
        const says = (what) => seen.filter((country) => country.what === what)
          .map(({ code, stance, shown }) => `${code} ${stance} ${shown}`);
        const label = `${basis}, ${moment}`;
        assert.deepEqual(sorted(says("row")), sorted(known), `the table, ${label}`);
        assert.deepEqual(sorted(says("shape")), sorted(known), `the map, ${label}`);
        const enlarged = says("enlarged");
        assert.ok(enlarged.length > 15, `${enlarged.length} states in the enlargement`);
        assert.deepEqual(enlarged.filter((state) => !known.includes(state)), [], `the enlargement, ${label}`);
        const entries = await page.run(panels);
        const inPanels = states.map(({ id, state }) => `${state} ${entries[id].stance} ${entries[id].shown}`);
        assert.deepEqual(inPanels, known, `the panels, ${label}`);
        for (const { code, what, stance, shown, drawn, fill } of seen) {
          assert.equal(drawn, what !== "row" || shown === "true", `${code}, ${what}, is drawn: ${drawn}, ${label}`);
          if (what === "shape") fills.set(shown === "true" ? stance : "to come", fill);
        }
      }
    }
    // Told apart: every stance looks different, and so does a state whose day has not come.
    assert.equal(new Set(fills.values()).size, fills.size, JSON.stringify([...fills]));
    assert.equal(fills.size, 8);
  });

  test("a state chosen on the map, in its enlargement or in the table opens its entry", async () => {
    const { page } = setting;
    await page.openReady(english("t=1968-09-14T00:00"));
    await clickShape(page, ".world > svg [data-country=CHN]");
    await until("its entry is in view", async () => page.inView(await assertChosen(page, "CHN")));
    await clickShape(page, ".europe [data-country=AUT]");
    await until("its entry is in view", async () => page.inView(await assertChosen(page, "AUT")));
    const row = `${testId("state-CUB")} button.place`;
    await click(page, row);
    await until("its entry is in view", async () => page.inView(await assertChosen(page, "CUB")));
    assert.equal(await page.clock(), "1968-09-14T00:00", "to choose a state moves no clock");
  });

  test("an entry shows its state on the map", async () => {
    const { page } = setting;
    await page.openReady(english("t=1968-09-14T00:00"));
    for (const id of ["romania", "china"]) {
      const { state } = reactions.find((reaction) => reaction.id === id);
      await click(page, `${testId(`reaction-${id}`)} button[data-state]`);
      await until("the map is in view", async () => page.inView(testId("world-map")));
      await assertChosen(page, state);
      const { top, bottom, to } = await page.place(`.world > svg [data-country=${state}]`);
      assert.ok(top > 0 && bottom < to, `the shape of ${state} is in view`);
    }
    assert.equal(await page.clock(), "1968-09-14T00:00");
  });

  test("a state can be chosen before its day", async () => {
    const { page } = setting;
    await page.openReady(english("t=1968-08-20T23:00"));
    const entry = testId(`reaction-${states.find(({ state }) => state === "CHN").id}`);
    assert.equal(await page.place(entry), null, "its day has not come");
    await clickShape(page, ".world > svg [data-country=CHN]");
    await until("its entry is in view", async () => page.inView(await assertChosen(page, "CHN")));
    await page.openReady(english("t=1968-08-20T23:00&show=reaction-china"));
    await until("its entry is in view", () => page.inView(entry));
    assert.equal(await page.clock(), "1968-08-20T23:00");
  });
}
