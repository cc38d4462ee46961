// What is measured on a page that has been opened; every answer is plain numbers.
import { pause } from "../pages/page.mjs";
import { andDrawn, chooseFastest, isPlaying, moveScrubber, pressPlay, routesUnderWay, seek } from "./play.mjs";
import { busiest } from "./story.mjs";

const settles = 2000;
const playsFor = 5000;
const scrubSteps = 40;

// Loading, as a first visit. `scripted` pages end when they can be played, others when they are drawn.
export async function loading(tab, url, { scripted = true } = {}) {
  await tab.open(url);
  if (scripted) await tab.ready();
  await pause(settles);
  const seen = JSON.parse(await tab.ask("JSON.stringify(__probe)"));
  const firstPaint = seen["first-contentful-paint"];
  const sent = await tab.bytes();
  return {
    firstPaint,
    mapSeen: Math.max(seen.mapSeen, seen["first-paint"]),
    bytes: sent.withoutFonts / 1000,
    bytesWithFonts: sent.all / 1000,
    ...(scripted && {
      ready: seen.ready,
      blocked: blockedAfter(seen.longTasks, firstPaint),
      jump: furthest(seen.firstPlace, seen.readyPlace),
      shifts: seen.shifts,
    }),
  };
}

// Total blocking time: what tasks take beyond 50 ms, once there is something to touch.
export function blockedAfter(tasks, firstPaint) {
  const late = tasks.filter(({ startTime, duration }) => startTime + duration > firstPaint);
  return late.reduce((sum, { duration }) => sum + Math.max(0, duration - 50), 0);
}

// How far the land moved between the first picture of the map and the one that can be played, in CSS pixels.
export function furthest(before, after) {
  return Math.max(...after.map((value, i) => Math.abs(value - before[i])));
}

// The busiest hour at normal speed: what a frame costs on the page's thread.
export async function playing(tab, from = busiest.from) {
  await seek(tab, from);
  await pressPlay(tab);
  await pause(500);
  const before = await frames(tab);
  await pause(playsFor / 2);
  const underWay = await routesUnderWay(tab);
  await pause(playsFor / 2);
  const after = await frames(tab);
  await pressPlay(tab);
  const long = after.longFrames.filter(({ startTime }) => startTime > before.now);
  const count = after.frames - before.frames;
  const each = (kind) => (after.work[kind] - before.work[kind]) / count;
  return {
    frame: each("all"),
    frameScript: each("script"),
    frameStyle: each("style"),
    frameLayout: each("layout"),
    framesPerSecond: count / ((after.now - before.now) / 1000),
    longFrames: long.length,
    longestFrame: Math.max(0, ...long.map(({ duration }) => duration)),
    underWay,
  };
}

async function frames(tab) {
  const work = await tab.work();
  const seen = await tab.ask("({ now: performance.now(), frames: __probe.frames, longFrames: __probe.longFrames })");
  return { work, ...seen };
}

// A hand on the scrubber, through the hours in which most happens: what one step costs until it is drawn. What asking
// costs is measured by steps that move nothing, and taken off.
export async function scrubbing(tab) {
  const first = await seek(tab, "1968-08-20T23:00");
  const last = await seek(tab, "1968-08-21T07:00");
  const [steps, idle] = [[], []];
  for (let i = 0; i < scrubSteps; i += 1) {
    const position = (first + (i / scrubSteps) * (last - first)).toFixed(4);
    steps.push(await cost(tab, andDrawn(moveScrubber(position))));
    idle.push(await cost(tab, andDrawn("0")));
  }
  const asking = percentile(idle, 0.5);
  return { scrub: percentile(steps, 0.95) - asking, scrubMedian: percentile(steps, 0.5) - asking };
}

async function cost(tab, expression) {
  const before = await tab.busy();
  await tab.ask(expression);
  return (await tab.busy()) - before;
}

export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}

// Memory after so many minutes of playing. They are minutes at normal speed, played three times as fast; a story that
// has come to its end is played again.
export async function remembering(tab, minutes) {
  const faster = 3;
  await chooseFastest(tab);
  const start = Date.now();
  const playUntil = async (minute) => {
    while (Date.now() - start < (minute * 60_000) / faster) {
      if (!(await isPlaying(tab))) await pressPlay(tab);
      await pause(1000);
    }
    return memory(tab);
  };
  const afterOne = await playUntil(1);
  const afterAll = await playUntil(minutes);
  return { afterOne, afterAll, growth: afterAll.kilobytes / afterOne.kilobytes };
}

async function memory(tab) {
  await tab.send("HeapProfiler.collectGarbage");
  const { JSHeapUsedSize, Nodes, JSEventListeners } = await tab.metrics();
  const program = await tab.ask("__probe.memory?.buffer.byteLength ?? 0");
  return {
    kilobytes: Math.round((JSHeapUsedSize + program) / 1000),
    program: Math.round(program / 1000),
    nodes: Nodes,
    listeners: JSEventListeners,
  };
}
