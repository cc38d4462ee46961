// The benchmark: node tests/bench/run.mjs ROUNDS MINUTES (see `cargo xtask bench`).
// Pages take turns, so that whatever else the machine does meets all of them alike. It measures and judges nothing:
// a goal that was missed is told and is no failure.
import { mkdir, stat, writeFile } from "node:fs/promises";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { layOut } from "./build.mjs";
import { loading, playing, remembering, scrubbing } from "./measures.mjs";
import { hidden, offScreen, resting } from "./resting.mjs";
import { serve } from "./server.mjs";
import { compared, digits, pages, single, summary, table } from "./table.mjs";
import { inTab } from "./tab.mjs";

const [rounds, minutes] = process.argv.slice(2).map(Number);
const root = fileURLToPath(new URL("../../", import.meta.url));
const [dist, workplace] = [join(root, "dist"), join(root, "target/bench")];
const frame = "?embed=1&view=map";

await mkdir(workplace, { recursive: true });
const folders = { ours: dist, ...(await layOut(dist, workplace)) };
const servers = {};
for (const page of pages) servers[page] = await serve(folders[page]);
try {
  const results = await measured();
  await writeFile(join(workplace, "results.json"), `${JSON.stringify(results, null, 2)}\n`);
  console.log(`\n${table(results.comparison, results.singles)}`);
  const { processors, load } = results.machine;
  console.log(`Medians of ${rounds} rounds, in brackets the least and the most. Load was ${digits(load.median)} on \
${processors} processors. All of it is in target/bench/results.json.`);
} finally {
  for (const server of Object.values(servers)) await server.stop();
}

async function measured() {
  const visit = (page, path = "") =>
    inTab((tab) => loading(tab, servers[page].url + path, { scripted: page !== "bare" }));
  const stay = (page) => inTab((tab) => everything(tab, servers[page].url));

  say("a rehearsal, in which the server packs what it is asked for");
  for (const page of pages) await visit(page);
  const inFrame = await visit("ours", frame);

  const samples = Object.fromEntries(pages.map((page) => [page, []]));
  const loads = [];
  for (let round = 1; round <= rounds; round += 1) {
    for (const page of pages) {
      say(`round ${round} of ${rounds}: ${page}`);
      samples[page].push(await (page === "bare" ? visit(page) : stay(page)));
    }
    loads.push(loadavg()[0]);
  }

  say("at rest, hidden, and off screen");
  const { url } = servers.ours;
  const rest = {
    ...(await quietly((tab) => resting(tab, url))),
    hidden: await quietly((tab) => hidden(tab, url)),
    offScreen: await quietly((tab) => offScreen(tab, dist)),
  };
  say(`memory: ${minutes} minutes of playing, at three times the speed`);
  const memory = await quietly(async (tab) => {
    await tab.open(url);
    await tab.ready();
    return remembering(tab, minutes);
  });
  const oneFile = (await stat(join(dist, "five-armies.html"))).size / 1000;
  const comparison = compared(samples);
  const singles = listed({ inFrame, oneFile, rest, memory });
  const machine = { processors: cpus().length, load: summary(loads) };
  return { rounds, minutes, machine, comparison, singles, samples, inFrame, rest, memory, oneFile };
}

async function everything(tab, url) {
  return { ...(await loading(tab, url)), ...(await playing(tab)), ...(await scrubbing(tab)) };
}

function listed({ inFrame, oneFile, rest, memory }) {
  const quiet = [["paused", rest.paused], ["hidden", rest.hidden], ["off screen", rest.offScreen.away]];
  return [
    single("the frame, without fonts", inFrame.bytes, 130, "kB"),
    single("the frame, with fonts", inFrame.bytesWithFonts, undefined, "kB"),
    single("the frame: land moves when it comes alive", inFrame.jump, 0.5, "px"),
    single("the one file on disk", oneFile, 900, "kB"),
    ...quiet.flatMap(([when, { asked, timers, busy }]) => [
      single(`frames and timers in 3 s, ${when}`, asked + timers, 0),
      single(`work in 3 s, ${when} (an empty page: ${rest.nothing.busy.toFixed(1)})`, busy, undefined, "ms"),
    ]),
    single(`memory after ${minutes} min / after 1`, memory.growth, 1.05),
  ];
}

// On the machine as it is: at rest there is nothing to slow down, and a story that plays slower tells less.
function quietly(work) {
  return inTab(work, { slow: false });
}

function say(what) {
  console.log(what);
}
