// All tests of one engine. The parts say what a reader may rely on.
import { after, before, describe } from "node:test";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { keepAlive } from "./attempts.mjs";
import { start } from "./engines.mjs";
import { Page } from "./page.mjs";
import { dist, folder, oneFile, proxy, serve } from "./server.mjs";
import { copyWithFirst, watch, watchScript } from "./watch.mjs";
import { setViewport } from "./viewport.mjs";
import { accessibility } from "./parts/accessibility.mjs";
import { actsOnTheMap } from "./parts/acts.mjs";
import { address } from "./parts/address.mjs";
import { axeFindsNothing } from "./parts/axe.mjs";
import { claimByClaim } from "./parts/claims.mjs";
import { clock } from "./parts/clock.mjs";
import { compact } from "./parts/compact.mjs";
import { demoPost } from "./parts/demo.mjs";
import { elementOfOurs } from "./parts/element.mjs";
import { endurance } from "./parts/endurance.mjs";
import { entries } from "./parts/entries.mjs";
import { faults } from "./parts/faults.mjs";
import { forcedColours } from "./parts/forced.mjs";
import { inFrames } from "./parts/framed.mjs";
import { hardship } from "./parts/hardship.mjs";
import { hostPage } from "./parts/host.mjs";
import { keyboard } from "./parts/keyboard.mjs";
import { language } from "./parts/language.mjs";
import { layout } from "./parts/layout.mjs";
import { longLists } from "./parts/lists.mjs";
import { map } from "./parts/map.mjs";
import { motion } from "./parts/motion.mjs";
import { offline } from "./parts/offline.mjs";
import { panic } from "./parts/panic.mjs";
import { paper } from "./parts/paper.mjs";
import { presentation } from "./parts/present.mjs";
import { pseudoLanguage } from "./parts/pseudo.mjs";
import { quiet } from "./parts/quiet.mjs";
import { reactionDays } from "./parts/reactions.mjs";
import { share } from "./parts/share.mjs";
import { startsWithoutJump } from "./parts/start.mjs";
import { spoken, town } from "./parts/spoken.mjs";
import { story } from "./parts/story.mjs";
import { takeAlong } from "./parts/take.mjs";
import { targets } from "./parts/targets.mjs";
import { upsets } from "./parts/upsets.mjs";
import { world as worldMap } from "./parts/world.mjs";
import { enlarged } from "./parts/zoom.mjs";

const schemes = ["http", "file"];
const everywhere = [
  clock, entries, reactionDays, address, quiet, language, story, worldMap, claimByClaim, actsOnTheMap, share, takeAlong,
  town,
];
// In three groups with a browser each: one browser through all of them grows to gigabytes.
const once = [
  [hardship, panic, faults, upsets, layout, map, longLists, keyboard, presentation],
  [pseudoLanguage, compact, startsWithoutJump, offline, hostPage, elementOfOurs, inFrames, demoPost],
  [spoken, accessibility, paper, axeFindsNothing, targets, enlarged, forcedColours, motion, endurance],
];

// What a reader does, on a site and in the one file.
export async function testEverywhere(name) {
  // Before any test is declared: what is missing then fails the whole file, with its reason.
  const world = await prepare(name);

  describe(name, () => {
    after(() => world.stop());
    for (const scheme of schemes) {
      describe(scheme, () => {
        before(() => world.renew());
        for (const part of everywhere) part(world, scheme);
      });
    }
  });
}

// All that is the same wherever the page lies, or needs a server of its own. In a file of its own, so that two
// processors share the engines' work evenly.
export async function testOnce(name) {
  const world = await prepare(name);

  describe(`${name}, once`, () => {
    after(() => world.stop());
    once.forEach((parts, number) => {
      describe(`group ${number + 1}`, () => {
        before(() => world.renew());
        for (const part of parts) part(world);
      });
    });
  });
}

async function prepare(name) {
  for (const file of [join(dist, "index.html"), oneFile]) {
    if (!existsSync(file)) throw new Error(`${file} is not there: build the page first`);
  }
  const server = await serve();
  const strangers = await proxy();
  const stopServers = () => Promise.all([server.stop(), strangers.stop()]);
  const engine = {};
  const watcher = {};
  // A browser of its own for each of the suite's groups, since one grows slow in the course of some hundred sites, and
  // for the tests after one that died. The tests hold on to `engine` and `watcher`.
  const renew = async () => {
    await engine.stop?.();
    Object.assign(engine, await start(name, { proxyHost: strangers.host }));
    Object.assign(watcher, await watch(engine, strangers));
    await setViewport(engine, 1200, 800);
  };
  await renew().catch(async (problem) => {
    await engine.stop?.();
    await stopServers();
    throw problem;
  });
  keepAlive(async () => {
    if (await engine.answers()) return false;
    await renew();
    return true;
  });
  const copies = await mkdtemp(join(tmpdir(), "five-armies-copies-"));

  server.pages[`${folder}watched.html`] = () => copyWithFirst(join(dist, "index.html"), watchScript);
  const watchedFile = join(copies, "watched.html");
  await writeFile(watchedFile, await copyWithFirst(oneFile, watchScript));

  const world = {
    name, engine, server, watcher, renew,
    page: new Page(engine),
    // The page as it was built.
    url: (scheme, hash = "") => (scheme === "http" ? server.page : pathToFileURL(oneFile).href) + hash,
    // The page with the watching script first, where the driver cannot bring that in itself.
    watchedUrl: (scheme, hash = "") => {
      if (!watcher.copies) return world.url(scheme, hash);
      return (scheme === "http" ? `${server.page}watched.html` : pathToFileURL(watchedFile).href) + hash;
    },
    stop: async () => {
      await engine.stop();
      await stopServers();
      await rm(copies, { recursive: true, force: true });
    },
  };
  return world;
}
