// What of a page can be read, when its program is not there.
import assert from "node:assert/strict";
import { reactions, words } from "./content.mjs";
import { testId, until } from "./page.mjs";

// The page without its program: nothing is interactive, everything is there to read.
export async function assertReadable(page) {
  const letters = (await page.visibleText()).length;
  assert.ok(letters > 5000, `${letters} letters can be read`);
  const hidden = (await page.reactions()).filter(({ drawn }) => !drawn).map(({ id }) => id);
  assert.deepEqual(hidden, [], "reactions that cannot be read");
  assert.equal((await page.reactions()).length, reactions.length);
  await assertStill(page);
}

async function assertStill(page) {
  const map = await page.run(`const map = document.querySelector('[data-testid="map"]');
    const drawn = [...map.querySelectorAll("path")].filter((path) => path.getBoundingClientRect().width > 0);
    return { paths: drawn.length, height: map.getBoundingClientRect().height }`);
  assert.ok(map.paths > 10, `the map's still has ${map.paths} paths`);
  assert.ok(map.height > 100, `the map is ${map.height} px high`);
}

const look = `
  const root = document.documentElement;
  const again = document.querySelector('${testId("renew")}');
  return {
    failed: root.classList.contains("failed"),
    dialogs: document.querySelectorAll("dialog[open]").length,
    again: again.getClientRects().length > 0 && again.textContent.trim(),
    wide: root.scrollWidth - root.clientWidth,
  }`;

// The program has ended, or never began: the page can be read, `says` so, and offers to load it again.
export async function assertGivenUp(page, says) {
  const seen = await until("the page has given up", async () => {
    const now = await page.run(look);
    return now.failed && now;
  });
  assert.deepEqual(seen, { failed: true, dialogs: 0, again: words.en.reload, wide: 0 });
  assert.equal(await page.status(), says);
  assert.equal(await page.text("spoken"), says);
  assert.equal(await page.isReady(), false);
  await assertReadable(page);
}
