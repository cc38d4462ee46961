// All tests of one engine, in one browser session. The parts say what a reader may rely on.
import { after, before, describe } from "node:test";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { start } from "./engines.mjs";
import { Page } from "./page.mjs";
import { dist, folder, oneFile, proxy, serve } from "./server.mjs";
import { copyWithFirst, watch, watchScript } from "./watch.mjs";
import { setViewport } from "./viewport.mjs";
import { actsOnTheMap } from "./parts/acts.mjs";
import { address } from "./parts/address.mjs";
import { claimByClaim } from "./parts/claims.mjs";
import { clock } from "./parts/clock.mjs";
import { compact } from "./parts/compact.mjs";
import { demoPost } from "./parts/demo.mjs";
import { elementOfOurs } from "./parts/element.mjs";
import { entries } from "./parts/entries.mjs";
import { inFrames } from "./parts/framed.mjs";
import { hardship } from "./parts/hardship.mjs";
import { hostPage } from "./parts/host.mjs";
import { language } from "./parts/language.mjs";
import { layout } from "./parts/layout.mjs";
import { map } from "./parts/map.mjs";
import { offline } from "./parts/offline.mjs";
import { pseudoLanguage } from "./parts/pseudo.mjs";
import { quiet } from "./parts/quiet.mjs";
import { reactionDays } from "./parts/reactions.mjs";
import { share } from "./parts/share.mjs";
import { startsWithoutJump } from "./parts/start.mjs";
import { story } from "./parts/story.mjs";
import { takeAlong } from "./parts/take.mjs";
import { world as worldMap } from "./parts/world.mjs";

const schemes = ["http", "file"];
const everywhere = [
  clock, entries, reactionDays, address, quiet, language, story, worldMap, claimByClaim, actsOnTheMap, share, takeAlong,
];
const once = [
  hardship, layout, map, pseudoLanguage, compact, startsWithoutJump, offline, hostPage, elementOfOurs, inFrames, demoPost,
];

export async function testEngine(name) {
  // Before any test is declared: what is missing then fails the whole file, with its reason.
  const world = await prepare(name);

  describe(name, () => {
    after(() => world.stop());
    for (const scheme of schemes) {
      describe(scheme, () => {
        before(() => standardSize(world));
        for (const part of everywhere) part(world, scheme);
      });
    }
    describe("once", () => {
      before(() => standardSize(world));
      for (const part of once) part(world);
    });
  });
}

const standardSize = (world) => setViewport(world.engine, 1200, 800);

async function prepare(name) {
  for (const file of [join(dist, "index.html"), oneFile]) {
    if (!existsSync(file)) throw new Error(`${file} is not there: build the page first`);
  }
  const server = await serve();
  const strangers = await proxy();
  const stopServers = () => Promise.all([server.stop(), strangers.stop()]);
  const engine = await start(name, { proxyHost: strangers.host }).catch(async (problem) => {
    await stopServers();
    throw problem;
  });
  const watcher = await watch(engine, strangers);
  const copies = await mkdtemp(join(tmpdir(), "five-armies-copies-"));

  server.pages[`${folder}watched.html`] = () => copyWithFirst(join(dist, "index.html"), watchScript);
  const watchedFile = join(copies, "watched.html");
  await writeFile(watchedFile, await copyWithFirst(oneFile, watchScript));

  const world = {
    name, engine, server, watcher,
    page: new Page(engine.driver),
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
