// A made-up story of many routes: node tests/bench/stress.mjs ROUTES FOLDER
// The project's own content with columns and events added until there are ROUTES and five times as many events, so that
// it shows how the page's work grows. Always the same for the same number.
import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "smol-toml";
import { kilometres } from "./story.mjs";

const content = fileURLToPath(new URL("../../src/content", import.meta.url));
export const eventsPerRoute = 5;
const armies = ["ussr", "poland", "hungary", "bulgaria", "gdr"];
const languages = ["cs", "sk"];
// Made-up columns set out from 20:30 on, for seven and a half hours: most are under way about 02:00.
const [firstStart, startsFor] = ["1968-08-20T20:30", 450];
const source = "ustr-institute-for-the-study-of";

export async function writeStress(count, folder) {
  await rm(folder, { recursive: true, force: true });
  await cp(content, folder, { recursive: true });
  const read = (name) => readFile(join(folder, name), "utf8");
  const [routes, departures, events] = await Promise.all(["routes.toml", "departures.toml", "events.toml"].map(read));
  const towns = parse(await read("places.toml")).place.filter(({ rank, country }) => rank < 5 && country === "CSK");
  const lots = draws(count);
  const own = parse(routes).route.length + parse(departures).departure.length;
  const madeRoutes = made(count - own, (number) => route(number, towns, lots));
  const madeEvents = made(count * eventsPerRoute - parse(events).event.length, (number) => event(number, towns, lots));

  await writeFile(join(folder, "routes.toml"), `${routes}\n${madeRoutes.map(({ toml }) => toml).join("\n")}`);
  await writeFile(join(folder, "events.toml"), inOrder(events, madeEvents.map(({ toml }) => toml)));
  for (const language of languages) {
    await translate(join(folder, language), "routes", madeRoutes);
    await translate(join(folder, language), "events", madeEvents);
  }
}

const made = (count, make) => Array.from({ length: Math.max(0, count) }, (_, i) => make(i + 1));

function route(number, towns, lots) {
  const way = [lots.one(towns)];
  while (way.length < 4) way.push(nextTown(towns, way, lots));
  let at = minuteOf(firstStart) + lots.below(startsFor);
  const waypoints = way.map((town, i) => {
    if (i > 0) at += Math.ceil(kilometres(placeOf(way[i - 1]), placeOf(town)) * 3);
    return `\n  [[route.waypoint]]\n  place = "${town.id}"\n  time = "${momentOf(at)}"\n  precision = "minute"\n`;
  });
  const [id, formation] = [`made-up-${number}`, `Made-up column ${number}`];
  const army = armies[number % armies.length];
  const toml = `[[route]]\nid = "${id}"\narmy = "${army}"\nkind = "ground"\nbasis = "record"\nconfidence = "low"
sources = ["${source}"]\nformation.en = "${formation}"\n${waypoints.join("")}`;
  return { id, toml, texts: { formation } };
}

// One of the eight nearest that the column has not been to: columns go from town to town.
function nextTown(towns, way, lots) {
  const here = placeOf(way.at(-1));
  const others = towns.filter((town) => !way.includes(town));
  others.sort((a, b) => kilometres(here, placeOf(a)) - kilometres(here, placeOf(b)));
  return lots.one(others.slice(0, 8));
}

const placeOf = ({ lon, lat }) => [lon, lat];

function event(number, towns, lots) {
  const id = `made-up-event-${number}`;
  const texts = { title: `Made-up event ${number}`, text: `What happens in made-up event ${number}.` };
  const toml = `[[event]]\nid = "${id}"\nwhen = "${momentOf(minuteOf("1968-08-20T20:00") + lots.below(960))}"
precision = "minute"\nplace = "${lots.one(towns).id}"\nbasis = "record"\nconfidence = "low"\nsources = ["${source}"]
title.en = "${texts.title}"\ntext.en = "${texts.text}"\n`;
  return { id, toml, texts };
}

// Events stand in the file in order of time.
export function inOrder(file, more) {
  const [head, ...own] = file.split(/^(?=\[\[event\]\])/m);
  const when = (block) => /^when = "(.*)"/m.exec(block)[1];
  const all = [...own, ...more.map((block) => `${block}\n`)].map((block) => ({ block, when: when(block) }));
  all.sort((a, b) => (a.when < b.when ? -1 : a.when > b.when ? 1 : 0));
  return head + all.map(({ block }) => block).join("");
}

// The same words in every language; the build wants them there, and their fingerprints.
async function translate(folder, stem, entries) {
  const quoted = (text) => JSON.stringify(text);
  const words = entries.map(({ id, texts }) =>
    `[${id}]\n${Object.entries(texts).map(([field, text]) => `${field} = ${quoted(text)}\n`).join("")}`);
  const file = join(folder, `${stem}.toml`);
  await writeFile(file, `${await readFile(file, "utf8")}\n${words.join("\n")}`);

  const prints = entries.flatMap(({ id, texts }) =>
    Object.entries(texts).map(([field, text]) => `"${id}.${field}" = "${fingerprint(text)}"\n`));
  const ledger = join(folder, "translated-from.toml");
  const text = await readFile(ledger, "utf8");
  await writeFile(ledger, text.replace(`[${stem}]\n`, () => `[${stem}]\n${prints.join("")}`));
}

// CRC-32, as the build script reckons it.
export function fingerprint(text) {
  let sum = 0xffffffff;
  for (const byte of Buffer.from(text)) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return ((sum ^ 0xffffffff) >>> 0).toString(16).padStart(8, "0");
}

const minuteOf = (moment) => Date.parse(`${moment}Z`) / 60_000;
const momentOf = (minute) => new Date(minute * 60_000).toISOString().slice(0, 16);

// Numbers that look drawn by lot and are the same every time.
function draws(seed) {
  let state = seed;
  const below = (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  return { below, one: (list) => list[below(list.length)] };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [count, folder] = process.argv.slice(2);
  await writeStress(Number(count), folder);
}
