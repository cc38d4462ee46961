// A reader who does this and that for a while: nothing goes wrong, and the page holds on to no more than before. The
// same at length is `cargo xtask endure`.
import assert from "node:assert/strict";
import { test } from "../attempts.mjs";
import { Reader, watchedSite } from "../endurance.mjs";

const seed = 1968;

export function endurance(world) {
  // WebKit has no graphics card here and takes four times as long.
  const operations = world.name === "webkit" ? 15 : 40;

  test(`${2 * operations} things done at random, in two languages, leave nothing behind`, async () => {
    const site = await watchedSite();
    try {
      const reader = new Reader(world.engine, site, seed);
      await reader.open("en");
      for (const language of ["en", "cs"]) {
        if (language !== "en") await reader.changeLanguage(language);
        const { before, after, broken } = await reader.stretch(operations);
        assert.deepEqual(broken, [], `${language}: ${JSON.stringify({ before, after })}`);
      }
    } finally {
      await world.page.open("about:blank");
      await site.stop();
    }
  });
}
