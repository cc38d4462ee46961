// The story as the two peer pages tell it: made from the project's own content, so that all three pages show one night.
// 60 towns, 12 routes, 40 events and about 2,000 words, the size of page that a reader would otherwise be given.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parse } from "smol-toml";
import { quantize } from "topojson-client";
import { presimplify, simplify } from "topojson-simplify";

export const towns = 60;
export const routes = 12;
export const events = 40;
export const words = 2000;

// The night: the act in which the columns move, and the hour in which most of them do.
export const night = { from: "1968-08-20T20:00", to: "1968-08-21T12:00" };
export const busiest = { from: "1968-08-21T01:30", to: "1968-08-21T02:30" };

const content = fileURLToPath(new URL("../../src/content/", import.meta.url));
const read = (name) => readFile(content + name, "utf8");

// Smallest triangle that is kept, in square degrees, and the steps of the grid: lines about as fine as our own map's.
const smallest = 0.0004;
const grid = 5e3;

export async function peerStory() {
  const [placesFile, routesFile, eventsFile, chaptersFile, states] = await Promise.all(
    ["places.toml", "routes.toml", "events.toml", "chapters.toml", "map/states.topojson"].map(read),
  );
  const places = parse(placesFile).place;
  return {
    data: {
      from: minute(night.from),
      to: minute(night.to),
      map: simplified(JSON.parse(states)),
      towns: greatest(places),
      routes: busiestRoutes(parse(routesFile).route, places),
      events: eventsOf(parse(eventsFile).event),
    },
    prose: prose(parse(chaptersFile).chapter),
  };
}

// Minutes, of Central European Time as the content has it.
export const minute = (moment) => Date.parse(`${moment.length > 10 ? moment : `${moment}T00:00`}Z`) / 60_000;

function simplified(topology) {
  const { states } = topology.objects;
  const bare = states.geometries.map(({ type, id, arcs }) => ({ type, id, arcs }));
  const light = { ...topology, objects: { states: { ...states, geometries: bare } } };
  return quantize(simplify(presimplify(light), smallest), grid);
}

function greatest(places) {
  const ranked = places.filter(({ rank, country }) => rank < 5 && country === "CSK").sort((a, b) => a.rank - b.rank);
  return ranked.slice(0, towns).map(({ name, lon, lat, rank }) => ({ name, lon, lat, rank }));
}

// The columns on the ground that are under way for longest in the busiest hour.
export function busiestRoutes(all, places) {
  const at = new Map(places.map(({ id, lon, lat }) => [id, [lon, lat]]));
  const [from, to] = [minute(busiest.from), minute(busiest.to)];
  const inTheHour = ({ times }) => Math.min(times.at(-1), to) - Math.max(times[0], from);
  return all
    .filter(({ basis, kind }) => basis === "record" && kind === "ground")
    .map(({ id, army, waypoint }) => {
      const points = waypoint.map(({ place }) => at.get(place));
      return { id, army, points, times: schedule(points, waypoint.map(({ time }) => time)) };
    })
    .sort((a, b) => inTheHour(b) - inTheHour(a))
    .slice(0, routes);
}

const kilometresPerMinute = 20 / 60;

// A minute for every waypoint: as written where it is, evenly between two that are, and at 20 km/h before and after.
export function schedule(points, written) {
  const way = [0];
  for (let i = 1; i < points.length; i += 1) way.push(way[i - 1] + kilometres(points[i - 1], points[i]));
  const known = written.flatMap((time, i) => (time ? [{ i, time: minute(time) }] : []));
  const pace = (from, i) => from.time + (way[i] - way[from.i]) / kilometresPerMinute;
  return points.map((_, i) => {
    const before = known.findLast((one) => one.i <= i);
    const after = known.find((one) => one.i >= i);
    if (!before || !after) return Math.round(pace(before ?? after, i));
    if (before.i === after.i) return before.time;
    const share = (way[i] - way[before.i]) / (way[after.i] - way[before.i]);
    return Math.round(before.time + share * (after.time - before.time));
  });
}

export function kilometres([lon, lat], [otherLon, otherLat]) {
  const degree = 111.2;
  const narrow = Math.cos(((lat + otherLat) / 2) * (Math.PI / 180));
  return degree * Math.hypot((otherLon - lon) * narrow, otherLat - lat);
}

function eventsOf(all) {
  const inTheNight = all.filter(({ when }) => minute(when) >= minute(night.from) && minute(when) <= minute(night.to));
  return inTheNight.slice(0, events).map(({ when, title, text }) => ({
    at: minute(when), title: plain(title.en), text: plain(text.en),
  }));
}

// Chapters from the first on, until there are words enough.
function prose(chapters) {
  const sections = [];
  let count = 0;
  for (const { title, passage } of chapters) {
    const paragraphs = [];
    for (const { text } of passage) {
      if (count >= words) break;
      paragraphs.push(plain(text.en));
      count += paragraphs.at(-1).split(/\s+/).length;
    }
    if (paragraphs.length) sections.push({ title: plain(title.en), paragraphs });
  }
  return sections;
}

// `[words](kind:target)` without what it points to. One may stand inside another, so the inner ones go first.
export function plain(text) {
  const without = text.replace(/\[([^[\]]*)\]\([a-z]+:[^)]*\)/g, "$1");
  return without === text ? text : plain(without);
}
