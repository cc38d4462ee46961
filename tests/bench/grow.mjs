// How the page's work grows: node tests/bench/grow.mjs ROUTES FOLDER, with the made-up story's page in FOLDER.
// It plays at several moments at which more or fewer columns are under way, and so does the page of our own story.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { playing } from "./measures.mjs";
import { serve } from "./server.mjs";
import { inTab } from "./tab.mjs";
import { aligned, digits } from "./table.mjs";

const moments = ["1968-08-20T21:00", "1968-08-20T22:00", "1968-08-20T23:30", "1968-08-21T01:30", "1968-08-21T06:00"];
// A frame of sixty a second, in milliseconds.
const oneFrame = 1000 / 60;
const opens = 180_000;

export async function grown(root) {
  const server = await serve(root);
  try {
    return await inTab((tab) => across(tab, server.url), { slow: false });
  } finally {
    await server.stop();
  }
}

// Slowed only when it is ready: how long it takes to open is not asked here.
async function across(tab, url) {
  await tab.open(url);
  await tab.ready(opens);
  await tab.slowDown();
  const seen = [];
  for (const moment of moments) seen.push({ moment, ...(await playing(tab, moment)) });
  return seen;
}

// The work that a column under way adds to a frame, from the least squares of all moments, and what is there without.
export function line(seen) {
  const mean = (list) => list.reduce((sum, value) => sum + value, 0) / list.length;
  const [x, y] = [mean(seen.map(({ underWay }) => underWay)), mean(seen.map(({ frame }) => frame))];
  const spread = seen.reduce((sum, { underWay }) => sum + (underWay - x) ** 2, 0);
  const both = seen.reduce((sum, { underWay, frame }) => sum + (underWay - x) * (frame - y), 0);
  const each = spread > 0 ? both / spread : 0;
  return { each, without: y - each * x };
}

// Work that grows as the columns under way do has the same share for each of them, or a smaller one.
export function verdicts(own, many) {
  const busiest = (seen) => seen.reduce((most, one) => (one.underWay > most.underWay ? one : most));
  const [few, lots] = [busiest(own), busiest(many)];
  const workGrew = lots.frame / few.frame;
  const columnsGrew = lots.underWay / few.underWay;
  return {
    workGrew, columnsGrew, growsNoFaster: workGrew <= columnsGrew,
    ofAHundred: line(many).without + 100 * line(many).each,
  };
}

function told(count, own, many) {
  const rows = [["story", "from", "under way", "ms a frame", "longest over 50 ms", "frames a second"]];
  for (const [story, seen] of [["our own", own], [`${count} routes`, many]]) {
    for (const { moment, underWay, frame, longestFrame, framesPerSecond } of seen) {
      rows.push([story, moment, ...[underWay, frame, longestFrame, framesPerSecond].map(digits)]);
    }
  }
  const { workGrew, columnsGrew, growsNoFaster, ofAHundred } = verdicts(own, many);
  const [met, within] = [growsNoFaster, ofAHundred <= oneFrame].map((yes) => (yes ? "met" : "MISSED"));
  return `${aligned(rows)}
At its busiest it has ${digits(columnsGrew)} times the columns under way, for ${digits(workGrew)} times the work: ${met}.
A frame with 100 columns under way takes ${digits(ofAHundred)} ms of ${digits(oneFrame)}: ${within}.`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [count, folder] = process.argv.slice(2);
  const root = fileURLToPath(new URL("../../", import.meta.url));
  console.log("our own story");
  const own = await grown(join(root, "dist"));
  console.log(`a made-up story of ${count} routes`);
  const many = await grown(folder);
  const workplace = join(root, "target/bench");
  await mkdir(workplace, { recursive: true });
  const results = { routes: Number(count), own, many, ...verdicts(own, many) };
  await writeFile(join(workplace, `stress-${count}.json`), `${JSON.stringify(results, null, 2)}\n`);
  console.log(`\n${told(count, own, many)}\nAll of it is in target/bench/stress-${count}.json.`);
}
