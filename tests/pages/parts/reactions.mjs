// The panels fill in as the clock passes the day on which each reaction happened.
import assert from "node:assert/strict";
import { test } from "../attempts.mjs";
import { appears, minutes, reactions, reactionsAt, sorted, storyEnd } from "../content.mjs";

const textOf = (total) => new Date(total * 60_000).toISOString().slice(0, 16);

// Every moment at which something appears, the minute before it, and one moment before them all.
function momentsToTry() {
  const days = [...new Set(reactions.map(appears))].sort();
  const edges = days.flatMap((day) => [textOf(minutes(day) - 1), day]);
  return edges.filter((moment) => moment !== textOf(minutes(storyEnd) - 1));
}

export function reactionDays(world, scheme) {
  test("every reaction is in the document, and appears on its day", async () => {
    const { page, url } = world;
    await page.openReady(url(scheme));
    const known = sorted(reactions.map(({ id }) => id));
    assert.deepEqual(sorted((await page.reactions()).map(({ id }) => id)), known);

    for (const moment of momentsToTry()) {
      await page.followLink(`#t=${moment}`, moment);
      const onPage = await page.reactions();
      const shown = onPage.filter((entry) => entry.shown === "true").map(({ id }) => id);
      assert.deepEqual(sorted(shown), sorted(reactionsAt(moment)), `reactions at ${moment}`);
      for (const { id, shown: says, drawn } of onPage) {
        assert.equal(drawn, says === "true", `${id} says ${says} and is drawn: ${drawn}, at ${moment}`);
      }
    }
  });

  test("every reaction says its stance", async () => {
    const { page, url } = world;
    await page.openReady(url(scheme));
    const stances = await page.run(`return [...document.querySelectorAll('[data-testid^="reaction-"]')]
      .map((entry) => entry.dataset.testid.slice("reaction-".length) + " " + entry.dataset.stance)`);
    assert.deepEqual(sorted(stances), sorted(reactions.map(({ id, stance }) => `${id} ${stance}`)));
  });
}
