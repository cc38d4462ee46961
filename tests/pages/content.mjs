// What the authored content says should be on the page at a moment. Read from the TOML files themselves, so that
// the expectation is worked out twice: here, and by the page.
import { readFileSync } from "node:fs";
import { parse } from "smol-toml";

const read = (file) => parse(readFileSync(new URL(`../../src/content/${file}.toml`, import.meta.url), "utf8"));

const countryOf = new Map(read("places").place.map(({ id, country }) => [id, country]));
export const routes = read("routes").route;
export const reactions = read("reactions").reaction;
export const events = read("events").event;

const { story } = read("story");

// These two are promised to readers and embedders, so they are not looked up.
export const opening = "1968-08-20T23:00";
const nightBegins = "1968-08-20T20:00";

// A route that begins inside the country, or in the air, may set out this much before its first known time.
const headStart = 90;
const wellUnderWay = 15;

// Moments are compared as minutes.
export const minutes = (moment) => Date.parse(`${moment}Z`) / 60_000;

// "1968-08", "1968-08-21" and "1968" mean the beginning of that month, day, year.
export function beginning(when) {
  const [date, time = "00:00"] = String(when).split("T");
  const [year, month = "01", day = "01"] = date.split("-");
  return `${year}-${month}-${day}T${time}`;
}

export const storyEnd = beginning(story.end);
const reactionsFrom = beginning(story.reactions_from);

export const told = (basis) => (route) => route.basis === "both" || route.basis === basis;
const startsOutside = (route) => countryOf.get(route.waypoint[0].place) !== "CSK";
const firstTime = (route) => route.waypoint.find(({ time }) => time)?.time;

// yes, no, or maybe: the content does not say to the minute when such a route sets out.
function shown(route, moment) {
  const now = minutes(moment);
  if (now < minutes(nightBegins)) throw new Error(`no expectation is written for ${moment}`);
  if (route.kind === "waiting") return "yes";
  if (route.kind === "ground" && startsOutside(route)) return "yes";
  const first = minutes(firstTime(route));
  if (first <= now) return "yes";
  return first - now < headStart ? "maybe" : "no";
}

export function routesAt(moment, basis) {
  const answer = { yes: [], no: [], maybe: [] };
  for (const route of routes) {
    answer[told(basis)(route) ? shown(route, moment) : "no"].push(route.id);
  }
  return answer;
}

// The routes that must have left their first waypoint behind.
export function movingAt(moment, basis) {
  return routes
    .filter(told(basis))
    .filter((route) => route.kind !== "waiting" && route.waypoint.length > 1 && firstTime(route))
    .filter((route) => minutes(moment) - minutes(firstTime(route)) >= wellUnderWay)
    .map(({ id }) => id);
}

// An entry appears when it happened, never before there was anything to react to, never after the story's end.
export function appears(reaction) {
  const [from, when, end] = [reactionsFrom, beginning(reaction.when), storyEnd].map(minutes);
  if (when < from) return reactionsFrom;
  return when > end ? storyEnd : beginning(reaction.when);
}

export const reactionsAt = (moment) =>
  reactions.filter((reaction) => minutes(appears(reaction)) <= minutes(moment)).map(({ id }) => id);

// The content is typed with straight quotes, hyphens and plain spaces; the page may set them as a printer would.
export const plain = (text) =>
  text.replaceAll(/[‘’‚]/g, "'").replaceAll(/[“”„]/g, '"').replaceAll(/[‐-―]/g, "-").replaceAll(/\s+/g, " ");

export const sorted = (list) => [...list].sort();
