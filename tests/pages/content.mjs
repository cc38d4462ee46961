// What the authored content says should be on the page at a moment. Read from the TOML files themselves, so that
// the expectation is worked out twice: here, and by the page.
import { readFileSync } from "node:fs";
import { parse } from "smol-toml";

const read = (file) => parse(readFileSync(new URL(`../../src/content/${file}.toml`, import.meta.url), "utf8"));

export const languages = ["en", "cs", "sk"];

// Wordings of a language: for English the entries themselves, for the others a table keyed by id.
export const translated = (language, file) => read(`${language}/${file}`);
export const words = Object.fromEntries(
  languages.map((language) => [language, language === "en" ? read("words") : translated(language, "words")]),
);

const { place: places } = read("places");
const countryOf = new Map(places.map(({ id, country }) => [id, country]));
const tongues = {
  CSK: "cs", DDR: "de", DEU: "de", AUT: "de", CHE: "de", POL: "pl", HUN: "hu", ROU: "ro", ITA: "it", VAT: "it", FRA: "fr",
  GBR: "en", USA: "en",
};
export const towns = places.filter(({ rank }) => rank < 5)
  .map(({ id, name, country, language = tongues[country] ?? "" }) => ({ id, name, lang: language }));
// The longest first, so that no name is taken for the beginning of another.
export const placeNames = places.map(({ name }) => name).sort((a, b) => b.length - a.length);
const leaves = new Map(read("armies").army.map(({ id, left }) => [id, left]));
const entering = read("routes").route;
export const departures = read("departures").departure;
export const routes = [...entering, ...departures];
export const reactions = read("reactions").reaction;
export const events = read("events").event;
export const sights = read("sights").sight;
export const chapters = read("chapters").chapter;
export const passages = chapters.flatMap(({ passage }) => passage);
// One is the blog's own housekeeping and told nowhere.
export const claims = read("claims").claim.filter((claim) => claim.told);
export const films = read("films").film;
export const stills = read("stills").still;
export const questions = read("questions").question;
export const sources = read("sources").source;

const { story, act } = read("story");
export const acts = act;

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

const lastTime = (route) => beginning(route.waypoint.findLast(({ time }) => time).time);

// Ways out: from their first time on record, until the content says that they are no longer drawn.
const leavesTheMap = (route) => beginning(route.until ?? leaves.get(route.army) ?? storyEnd);
const isOnItsWayOut = (route, moment) =>
  minutes(moment) >= minutes(beginning(firstTime(route))) && minutes(moment) < minutes(leavesTheMap(route));

// How far it must be: nowhere before its first time, at its end from its last, and between the two on its way.
export function departuresAt(moment, basis) {
  return departures.map((route) => {
    const there = told(basis)(route) && isOnItsWayOut(route, moment);
    const [first, last] = [beginning(firstTime(route)), lastTime(route)].map(minutes);
    const now = minutes(moment);
    const phase = !there ? "absent" : now >= last ? "arrived" : now > first ? "moving" : "begins";
    return { id: route.id, phase };
  });
}

// yes, no, or maybe: the content does not say to the minute when such a route sets out.
function shown(route, moment) {
  const now = minutes(moment);
  if (departures.includes(route)) return isOnItsWayOut(route, moment) ? "yes" : "no";
  if (now < minutes(nightBegins)) throw new Error(`no expectation is written for ${moment}`);
  if (now >= minutes(leavesTheMap(route))) return "no";
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
    .filter((route) => shown(route, moment) !== "no")
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

// What a reaction's state is coloured by.
export const stanceOf = (reaction, basis) =>
  basis === "record" ? reaction.stance : (reaction.article_stance ?? "unmentioned");

// The passage that a moment belongs to: the one whose own moment came last.
export function passageAt(moment) {
  const come = passages.filter(({ at, aside }) => at && !aside && minutes(beginning(at)) <= minutes(moment));
  const latest = Math.max(...come.map(({ at }) => minutes(beginning(at))));
  return come.findLast(({ at }) => minutes(beginning(at)) === latest)?.id;
}

// The sights whose time it is. Of those at one spot the page shows only the latest.
export const sightsAt = (moment, basis) =>
  sights
    .filter(told(basis))
    .filter(({ from, until }) =>
      minutes(beginning(from)) <= minutes(moment) && minutes(moment) < minutes(beginning(until)))
    .map(({ id }) => id);

export const differing = claims.filter(({ verdict }) => verdict !== "confirmed");

// A long text without its markup, `[words](kind:target)`.
export function unmarked(text) {
  const bare = text.replaceAll(/\[([^[\]]*)\]\([a-z]+:[^)]*\)/g, "$1");
  return bare === text ? text : unmarked(bare);
}

// The content is typed with straight quotes, hyphens and plain spaces; the page may set them as a printer would.
export const plain = (text) =>
  text.replaceAll(/[‘’‚]/g, "'").replaceAll(/[“”„]/g, '"').replaceAll(/[‐-―]/g, "-").replaceAll(/\s+/g, " ");

export const sorted = (list) => [...list].sort();
