// What the benchmark reckons, without a browser.
import assert from "node:assert/strict";
import { test } from "node:test";
import { bare } from "./build.mjs";
import { line, verdicts } from "./grow.mjs";
import { blockedAfter, furthest, percentile } from "./measures.mjs";
import { alongOf, pointAt, travelled } from "./player.js";
import { busiestRoutes, events, peerStory, plain, routes, schedule, towns, words } from "./story.mjs";
import { fingerprint, inOrder } from "./stress.mjs";
import { compared, digits, single, summary, table } from "./table.mjs";

test("a median stands in the middle, of an even number too", () => {
  assert.deepEqual(summary([3, 1, 2]), { median: 2, least: 1, most: 3 });
  assert.deepEqual(summary([4, 1, 3, 2]), { median: 2.5, least: 1, most: 4 });
  assert.equal(percentile([5, 1, 4, 2, 3], 0.5), 3);
  assert.equal(percentile([1, 2, 3], 1), 3);
});

test("a ratio is of medians, and says whether the goal was met", () => {
  const rows = compared({ ours: [{ ready: 900 }, { ready: 1100 }], d3: [{ ready: 800 }] });
  const row = rows.find(({ key }) => key === "ready");
  assert.equal(row.ratio, 1.25);
  assert.equal(row.met, false);
  assert.equal(rows.find(({ key }) => key === "blocked").met, undefined, "what was not measured is not judged");
});

test("the table shows a row a line, with the least and the most", () => {
  const text = table(compared({ ours: [{ blocked: 80 }, { blocked: 120 }] }), [single("one file", 950, 900, "kB")]);
  assert.match(text, /total blocking time, ms +100 \(80-120\) .*<= 100 +met/);
  assert.match(text, /one file, kB +950 .*<= 900 +MISSED/);
  assert.equal(digits(1234.5), "1235");
  assert.equal(digits(0.125), "0.13");
});

test("only what is beyond 50 ms blocks, and only once there is something to touch", () => {
  const tasks = [{ startTime: 0, duration: 90 }, { startTime: 100, duration: 70 }, { startTime: 300, duration: 60 }];
  assert.equal(blockedAfter(tasks, 150), 30);
  assert.equal(furthest([0, 0, 10, 10], [0, -3, 10, 11]), 3);
});

test("a page without scripts does not fetch them either", () => {
  const icon = `<link rel="icon" href="i.svg">`;
  const html = `<link rel="modulepreload" href="a.js">${icon}<script type="module">1</script><p>2</p>`;
  assert.equal(bare(html), `${icon}<p>2</p>`);
});

test("a waypoint without a time gets one between its neighbours, or by the pace", () => {
  const points = [[15, 50], [15, 50.1], [15, 50.2], [15, 50.3]];
  const [first, second, third, last] = schedule(points, [undefined, "1968-08-21T00:00", undefined, "1968-08-21T02:00"]);
  assert.equal(third - second, 60);
  assert.equal(last - second, 120);
  assert.ok(Math.abs(second - first - 33) <= 1, "11 km at 20 km/h");
});

test("a head is where its time says, and never beyond its line", () => {
  const points = [[0, 0], [3, 4], [3, 10]];
  const route = { points, along: alongOf(points), times: [0, 10, 20] };
  assert.deepEqual([-5, 5, 15, 99].map((minute) => travelled(route, minute)), [0, 2.5, 8, 11]);
  assert.deepEqual(pointAt(route, 8), [3, 7]);
  assert.deepEqual(pointAt(route, 0), [0, 0]);
});

test("markup in texts leaves its words", () => {
  assert.equal(plain("[At [23:00](time:1968-08-20T23:00) they came](claim:c1)."), "At 23:00 they came.");
});

test("the peers tell a story of the size that was agreed", async () => {
  const { data, prose } = await peerStory();
  assert.equal(data.towns.length, towns);
  assert.equal(data.routes.length, routes);
  assert.equal(data.events.length, events);
  const count = prose.flatMap(({ paragraphs }) => paragraphs).join(" ").split(/\s+/).length;
  assert.ok(count >= words && count < words * 1.1, `${count} words`);
  for (const { id, points, times } of data.routes) {
    assert.equal(points.length, times.length, id);
    assert.ok(points.flat().every(Number.isFinite) && times.every(Number.isFinite), id);
    assert.deepEqual(times, [...times].sort((a, b) => a - b), `${id}: its times rise`);
  }
});

test("waiting columns, flights and the article's own are not among the routes", () => {
  const waypoint = [{ place: "a", time: "1968-08-21T01:00" }, { place: "b", time: "1968-08-21T03:00" }];
  const places = [{ id: "a", lon: 14, lat: 50 }, { id: "b", lon: 15, lat: 50 }];
  const all = [["record", "waiting"], ["article", "ground"], ["record", "ground"]]
    .map(([basis, kind], i) => ({ id: `${i}`, army: "ussr", basis, kind, waypoint }));
  assert.deepEqual(busiestRoutes(all, places).map(({ id }) => id), ["2"]);
});

test("work that has its share for each column grows no faster than they do", () => {
  const seen = [10, 20, 40].map((underWay) => ({ underWay, frame: 3 + 0.1 * underWay }));
  assert.deepEqual(Object.values(line(seen)).map((value) => value.toFixed(6)), ["0.100000", "3.000000"]);
  const { growsNoFaster, columnsGrew, ofAHundred } = verdicts(seen.slice(0, 2), seen);
  assert.deepEqual([growsNoFaster, columnsGrew, Math.round(ofAHundred)], [true, 2, 13]);
  const steep = [...seen, { underWay: 80, frame: 100 }];
  assert.equal(verdicts(seen, steep).growsNoFaster, false);
});

test("made-up events stand among the others in order of time, and have fingerprints", () => {
  const block = (when) => `[[event]]\nid = "${when}"\nwhen = "${when}"\n`;
  const [day, early, late] = ["1968-08-20", "1968-08-20T21:00", "1968-08-21T03:00"].map(block);
  assert.equal(inOrder(`# Head.\n\n${day}\n${late}`, [early]), `# Head.\n\n${day}\n${early}\n${late}`);
  assert.equal(fingerprint("123456789"), "cbf43926", "the check value of CRC-32");
});
