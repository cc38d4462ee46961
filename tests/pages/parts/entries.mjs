// The map shows exactly the entries that the content puts there, at every moment and by both accounts.
import assert from "node:assert/strict";
import { test } from "../attempts.mjs";
import { movingAt, opening, routes, routesAt, sorted } from "../content.mjs";
import { assertSame } from "../page.mjs";

const moments = ["1968-08-20T23:00", "1968-08-21T02:20", "1968-08-21T12:00"];

// Entries for which the content does not say whether they have set out by then. Short, and known by name.
const open = {
  "record 1968-08-20T23:00": [],
  "record 1968-08-21T02:20": [
    "rec-poland-10dpanc-olomouc", "rec-ussr-southern-group-jihlava", "rec-ussr-southern-group-znojmo",
  ],
  "record 1968-08-21T12:00": [],
  "article 1968-08-20T23:00": [],
  "article 1968-08-21T02:20": [],
  "article 1968-08-21T12:00": [],
};

async function assertEntries(page, moment, basis) {
  const { yes, maybe } = routesAt(moment, basis);
  const label = `${basis} ${moment}`;
  assert.deepEqual(sorted(maybe), open[label], `entries whose start the content leaves open, ${label}`);

  const onPage = await page.routes();
  const shown = onPage.filter(({ phase }) => phase !== "absent").map(({ id }) => id);
  assert.deepEqual(sorted(shown.filter((id) => !maybe.includes(id))), sorted(yes), `entries shown, ${label}`);

  for (const { id, phase, drawn, progress } of onPage) {
    assert.ok(["absent", "waiting", "moving", "arrived", "held"].includes(phase), `${id} has the phase ${phase}`);
    assert.equal(drawn, phase !== "absent", `${id} is ${phase}, drawn: ${drawn}, ${label}`);
    assert.ok(progress >= 0 && progress <= 1, `${id} has progress ${progress}`);
    if (phase === "absent") assert.equal(progress, 0, `${id} is absent, ${label}`);
  }
  const moved = new Map(onPage.map(({ id, progress }) => [id, progress]));
  for (const id of movingAt(moment, basis)) {
    assert.ok(moved.get(id) > 0, `${id} has set out by ${moment}, progress ${moved.get(id)}`);
  }
}

export function entries(world, scheme) {
  test("every entry is in the document with its army", async () => {
    const { page, url } = world;
    await page.openReady(url(scheme));
    const onPage = await page.routes();
    const known = routes.map(({ id, army = "refugees" }) => `${id} ${army}`);
    assert.deepEqual(sorted(onPage.map(({ id, army }) => `${id} ${army}`)), sorted(known));
    assert.ok(onPage.every(({ tag }) => tag === "g"), "entries are <g>");
  });

  test("scrubbing shows exactly the entries of each moment, there and back", async () => {
    const { page, url } = world;
    await page.openReady(url(scheme));
    const markup = [];
    for (const moment of moments) {
      assert.equal(await page.scrubTo(moment), moment);
      await assertEntries(page, moment, "record");
      markup.push(await page.routesMarkup());
    }
    for (const [index, moment] of [...moments.entries()].reverse()) {
      assert.equal(await page.scrubTo(moment), moment);
      assertSame(await page.routesMarkup(), markup[index], `the entries at ${moment}, coming back`);
    }
  });

  test("a deep link and the scrubber show the same", async () => {
    const { page, url } = world;
    await page.openReady(url(scheme, `#t=${moments[1]}`));
    assert.equal(await page.clock(), moments[1]);
    await assertEntries(page, moments[1], "record");
    await page.followLink(`#t=${moments[2]}`, moments[2]);
    await assertEntries(page, moments[2], "record");
  });

  test("the article's account shows exactly the article's entries, and back", async () => {
    const { page, url } = world;
    await page.openReady(url(scheme));
    const byRecord = await page.routesMarkup();
    for (const moment of moments) {
      await page.scrubTo(moment);
      await page.chooseBasis("article");
      await assertEntries(page, moment, "article");
      await page.chooseBasis("record");
      await assertEntries(page, moment, "record");
    }
    await page.followLink(`#t=${opening}`, opening);
    assertSame(await page.routesMarkup(), byRecord, "the opening, by the record again");
  });
}
