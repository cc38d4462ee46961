// The address carries a view of the page. Whatever it says, the page opens; it is written only when the reader moves.
import assert from "node:assert/strict";
import { test } from "../attempts.mjs";
import { opening, sorted, routesAt } from "../content.mjs";
import { pause, until } from "../page.mjs";

// Ten kilobytes of every printable character in an order that is the same each time.
function noise() {
  let seed = 1968;
  let text = "#";
  while (text.length < 10_240) {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    text += String.fromCharCode(33 + (seed >> 8) % 94);
  }
  return text.replaceAll("#", "~").replace("~", "#");
}

const nonsense = [
  { what: "an unknown key", hash: "#?secret=x", status: "empty" },
  { what: "a moment that is none", hash: "#t=yesterday", status: "filled" },
  { what: "a day that does not exist", hash: "#t=1968-02-31T12:00", status: "filled" },
  { what: "an account and a theme that do not exist", hash: "#basis=maybe&theme=loud", status: "filled" },
  { what: "ten kilobytes of noise", hash: noise(), status: "either" },
  { what: "broken percent signs", hash: "#t=%E0%A4%A&basis=%&%=%", status: "either" },
  { what: "nothing but separators", hash: "#&&==&", status: "either" },
];

export function address(world, scheme) {
  for (const { what, hash, status } of nonsense) {
    test(`opens as usual from an address with ${what}`, async () => {
      const { page, url } = world;
      await page.openReady(url(scheme, hash));
      const given = new URL(url(scheme, hash)).hash;
      assert.equal(await page.clock(), opening);
      assert.equal(await page.chosen("basis"), "record");
      assert.equal(await page.chosen("theme"), "auto");
      assert.deepEqual(sorted(await page.routesShown()), sorted(routesAt(opening, "record").yes));
      if (status === "empty") assert.equal(await page.status(), "");
      if (status === "filled") assert.notEqual(await page.status(), "");
      await pause(500);
      assert.equal(await page.hash(), given, "the address is not written on load");
    });
  }

  test("a deep link opens at its moment, account and theme", async () => {
    const { page, url } = world;
    const hash = "#t=1968-08-21T02:20&basis=article&theme=dark";
    await page.openReady(url(scheme, hash));
    assert.equal(await page.clock(), "1968-08-21T02:20");
    assert.equal(await page.chosen("basis"), "article");
    assert.equal(await page.chosen("theme"), "dark");
    assert.equal(await page.theme(), "dark");
    assert.equal(await page.status(), "");
    const { yes } = routesAt("1968-08-21T02:20", "article");
    assert.deepEqual(sorted(await page.routesShown()), sorted(yes));
    await pause(500);
    assert.equal(await page.hash(), hash, "the address is not written on load");
  });

  test("the address follows the reader, adds nothing to the history, and leads back to the same view", async () => {
    const { page, url } = world;
    await page.openReady(url(scheme));
    const length = await page.run("return history.length");
    assert.equal(await page.hash(), "");
    const moment = await page.scrubTo("1968-08-21T04:35");
    await until("the address has the moment", async () => (await page.hash()).includes(`t=${moment}`));
    await page.chooseBasis("article");
    await until("the address has the account", async () => (await page.hash()).includes("basis=article"));
    await page.chooseTheme("dark");
    await until("the address has the theme", async () => (await page.hash()).includes("theme=dark"));
    assert.equal(await page.run("return history.length"), length, "history.length");

    const shared = await page.hash();
    const routes = await page.routes();
    await page.openReady(url(scheme, shared));
    assert.equal(await page.clock(), moment);
    assert.equal(await page.chosen("basis"), "article");
    assert.equal(await page.theme(), "dark");
    assert.equal(await page.status(), "");
    // The address is told to the minute, the scrubber stands within it.
    for (const [index, route] of (await page.routes()).entries()) {
      assert.equal(`${route.id} ${route.phase}`, `${routes[index].id} ${routes[index].phase}`);
      assert.ok(Math.abs(route.progress - routes[index].progress) < 0.02, `${route.id} in the shared link`);
    }
  });
}
