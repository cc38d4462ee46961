// Every act has something to see on the map, in its time and not outside of it.
import assert from "node:assert/strict";
import { test } from "../attempts.mjs";
import { acts, beginning, departuresAt, routes, sightsAt, sorted } from "../content.mjs";
import { testId, until } from "../page.mjs";

// What stands on the map: sights with a sign and, where there is room, words. WebKit gives boxes to parts of a drawing
// that is not displayed.
const sights = `return [...document.querySelectorAll(".sight")].map((sight) => {
  const drawn = (css) => { if (!sight.checkVisibility()) return false; const { width, height } = sight.querySelector(css).getBoundingClientRect(); return width > 3 && height > 3 };
  return { id: sight.id.slice("sight-".length), shown: sight.dataset.shown, side: sight.dataset.side,
    sign: drawn(".sign"), words: drawn("text"), label: sight.querySelector("text").textContent };
})`;

const moments = {
  spring: ["1968-03-25T12:00", "1968-07-30T12:00", "1968-08-05T12:00", "1968-08-19T12:00"],
  night: ["1968-08-21T01:30", "1968-08-21T04:15", "1968-08-21T08:00"],
  week: ["1968-08-21T15:00", "1968-08-22T12:00", "1968-08-23T13:00", "1968-08-27T12:00"],
  after: ["1968-10-20T12:00", "1968-11-08T12:00", "1969-01-20T12:00", "1989-12-01T12:00", "1990-03-01T12:00", "1991-07-10T12:00"],
};
const refugees = ["out-refugees-south-bohemia", "out-refugees-moravia", "out-refugees-bratislava"];

// Progress of one way out at each of the moments.
async function progressAt(page, id, dates) {
  const seen = [];
  for (const date of dates) {
    await page.followLink(`#lang=en&t=${date}`, date);
    seen.push((await page.routes()).find((route) => route.id === id));
  }
  return seen;
}

export function actsOnTheMap(world, scheme) {
  const open = (page, moment, rest = "") => page.openReady(world.url(scheme, `#lang=en&t=${moment}${rest}`));

  test("in every act there is something to see, in its time only, by both accounts", async () => {
    const { page } = world;
    await open(page, moments.spring[0]);
    assert.deepEqual(Object.keys(moments), acts.map(({ id }) => id));
    for (const basis of ["record", "article"]) {
      for (const [act, dates] of Object.entries(moments)) {
        for (const moment of dates) {
          await page.followLink(`#lang=en&t=${moment}&basis=${basis}`, moment);
          await until(`by the ${basis}`, async () => (await page.chosen("basis")) === basis);
          const label = `${basis}, ${moment}`;
          assert.equal(await page.run("return document.querySelector('.page').dataset.act"), act, label);
          const possible = sightsAt(moment, basis);
          const onPage = await page.run(sights);
          const shown = onPage.filter((sight) => sight.shown === "true");
          const strangers = shown.filter(({ id }) => !possible.includes(id)).map(({ id }) => id);
          assert.deepEqual(strangers, [], `outside their time, ${label}`);
          assert.equal(shown.length > 0, possible.length > 0, `${shown.length} of ${possible} are shown, ${label}`);
          for (const { id, sign, words, side, label: said } of shown) {
            assert.ok(sign, `the sign of ${id}, ${label}`);
            assert.equal(words, side !== "none", `${id} has the side ${side}, its words '${said}' are drawn: ${words}, ${label}`);
          }
          const hidden = onPage.filter(({ id, sign, words }) => !shown.some((sight) => sight.id === id) && (sign || words));
          assert.deepEqual(hidden.map(({ id }) => id), [], `drawn though not shown, ${label}`);
          const drawn = (await page.routes()).filter((route) => route.drawn);
          if (basis === "record") assert.ok(shown.length + drawn.length > 0, `something is on the map, ${label}`);
        }
      }
    }
  });

  test("the acts' buttons lead to their beginnings", async () => {
    const { page } = world;
    await open(page, moments.night[0]);
    for (const { id, start } of acts) {
      await page.click(`act-${id}`);
      await until(`the act ${id}`, async () => (await page.clock()) === beginning(start));
      assert.equal(await page.run("return document.querySelector('.page').dataset.act"), id);
    }
  });

  test("withdrawals and refugees move on the map, each in its time", async () => {
    const { page } = world;
    const dates = [
      "1968-08-21T23:00", "1968-08-22T06:00", "1968-08-23T00:00", "1968-08-24T12:00", "1968-10-17T23:00", "1968-10-20T00:00",
      "1968-10-30T00:00", "1968-11-05T00:00", "1968-11-27T00:00", "1969-10-09T00:00", "1990-02-27T00:00", "1990-12-01T00:00",
      "1991-06-22T00:00", "1991-12-01T00:00",
    ];
    await open(page, dates[0]);
    for (const basis of ["record", "article"]) {
      for (const moment of dates) {
        await page.followLink(`#lang=en&t=${moment}&basis=${basis}`, moment);
        await until(`by the ${basis}`, async () => (await page.chosen("basis")) === basis);
        const onPage = new Map((await page.routes()).map((route) => [route.id, route]));
        for (const { id, phase } of departuresAt(moment, basis)) {
          const route = onPage.get(id);
          const label = `${id} at ${moment} by the ${basis}: ${JSON.stringify(route)}`;
          if (phase === "begins") assert.ok(route.progress < 0.05, label);
          else assert.equal(route.phase, phase, label);
          assert.equal(route.drawn, route.phase !== "absent", label);
          if (phase === "absent") assert.equal(route.progress, 0, label);
          if (phase === "moving") assert.ok(route.progress > 0 && route.progress < 1, label);
          if (phase === "arrived") assert.equal(route.progress, 1, label);
        }
      }
    }
    const rises = [
      ["out-hungary", ["1968-10-20T00:00", "1968-10-25T00:00", "1968-10-30T00:00"]],
      ...refugees.map((id) => [id, ["1968-08-22T12:00", "1968-08-23T06:00", "1968-08-23T12:00"]]),
      ["out-ussr-1991", ["1990-06-01T00:00", "1990-12-01T00:00", "1991-06-01T00:00"]],
    ];
    for (const [id, days] of rises) {
      const way = (await progressAt(page, id, days)).map(({ progress }) => progress);
      assert.deepEqual(way, [...way].sort((a, b) => a - b), `${id} goes on`);
      assert.equal(new Set(way).size, way.length, `${id} moves: ${way}`);
    }
  });

  test("a way out opens its card like a way in", async () => {
    const { page } = world;
    const route = routes.find(({ id }) => id === "out-hungary");
    await open(page, "1968-10-25T00:00");
    await page.run(`document.querySelector('${testId(`route-${route.id}`)}').dispatchEvent(new MouseEvent("click"))`);
    const card = `const card = document.querySelector('[data-testid="card"]');
      return getComputedStyle(card).display === "none" ? "" : card.textContent`;
    await until("the card is open", async () => (await page.run(card)).includes(route.formation.en));
    const labels = await page.run(`return [...document.querySelectorAll(".route-label[data-shown=true]")].map((label) => label.dataset.label)`);
    const there = departuresAt("1968-10-25T00:00", "record").filter(({ phase }) => phase !== "absent").map(({ id }) => id);
    assert.deepEqual(labels.filter((id) => !there.includes(id)), [], "names of ways that are not there");
    assert.ok(labels.includes(route.id), `names shown: ${sorted(labels)}`);
  });
}
