// Things to take along: the map of this moment as SVG and PNG, the data as GeoJSON and CSV. They are compared with what
// the screen shows, and with the content.
import assert from "node:assert/strict";
import { test } from "../attempts.mjs";
import { events, plain, routes, told, words } from "../content.mjs";
import { until } from "../page.mjs";

// What the page makes is kept here instead of being written to the reader's disk.
const keep = `
  window.kept = [];
  const make = URL.createObjectURL;
  URL.createObjectURL = (blob) => (kept.push({ blob }), make.call(URL, blob));
  HTMLAnchorElement.prototype.click = function () { kept.at(-1).name = this.download; };`;

// Presses a button of the Share dialog, which is open, and gives the file: { name, type, size }.
async function take(page, what) {
  await page.run("kept.length = 0");
  await page.press(`[data-take="${what}"]`);
  return until(`there is a file for ${what}`, () => page.run(`
    const [file] = kept;
    return file?.name && { name: file.name, type: file.blob.type, size: file.blob.size }`));
}

// What is asked of the file last taken; the question is the body of an async function of its blob.
const ask = (page, question) => page.driver.executeAsyncScript(
  `const done = arguments[arguments.length - 1];
   (async (blob) => { ${question} })(kept[0].blob).then(done, (problem) => done({ problem: String(problem) }));`,
);

// A text's own bytes, so that a byte order mark is seen.
const textOf = (page) => ask(page, `
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(await blob.arrayBuffer())`);

// Of the drawings: the words that are drawn, the lines of the columns as far as they have come, and where their
// heads are.
const onScreen = `
  // WebKit gives shapes a frame even within what is not displayed.
  const shown = (node) => node.localName === "section" || (getComputedStyle(node).display !== "none" && shown(node.parentElement));
  const drawn = (css) => [...document.querySelectorAll(":is(.base, .live, .names) " + css)].filter(shown);
  const transforms = drawn(".head .glyph").map((glyph) => glyph.closest(".head").getAttribute("transform"));
  return {
    words: drawn("text").map(({ textContent }) => textContent).filter(Boolean).sort(),
    lines: drawn(".route .leg").map((leg) => leg.getAttribute("d")).filter(Boolean).sort(),
    heads: transforms.sort(),
    towns: drawn(".town text").length,
  };`;

const inPicture = `
  const picture = new DOMParser().parseFromString(await blob.text(), "image/svg+xml");
  const flaw = picture.querySelector("parsererror")?.textContent;
  if (flaw) return { flaw };
  const root = picture.documentElement;
  const [, live] = root.querySelectorAll("svg");
  const every = [...root.querySelectorAll("*")];
  const names = new Set(every.flatMap((node) => node.getAttributeNames()));
  const strokes = [...live.querySelectorAll("path")].map((path) => path.getAttribute("d"));
  return {
    root: root.localName,
    size: [root.getAttribute("width"), root.getAttribute("height")].map(Number),
    words: [...root.querySelectorAll("svg > svg text")].map(({ textContent }) => textContent).sort(),
    caption: [...root.children].filter(({ localName }) => localName === "text").map(({ textContent }) => textContent).join(" "),
    lines: strokes,
    heads: [...live.querySelectorAll("g[transform*='rotate']")].map((head) => head.getAttribute("transform")).sort(),
    foreign: [...names].filter((name) => /^(class|style|id|role|tabindex|on|data-|aria-)/.test(name)),
    links: every.map((node) => node.getAttribute("href")).filter((href) => href && !href.startsWith("data:")),
    bare: every.filter((node) => ["path", "circle", "text"].includes(node.localName) && !node.hasAttribute("fill")).length,
  };`;

const capitals = (texts) => texts.map((text) => text.toUpperCase()).sort();

// The lines of a table, each by the names of its columns.
function table(text) {
  assert.equal(text[0], "\ufeff", "the mark by which spreadsheets know UTF-8");
  assert.ok(text.endsWith("\r\n"), "the last line ends too");
  const rows = text.slice(1, -2).split("\r\n").map((line) =>
    [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare));
  const [head, ...lines] = rows;
  return lines.map((cells) => {
    assert.equal(cells.length, head.length, `as many cells as columns: ${cells}`);
    return Object.fromEntries(head.map((name, index) => [name, cells[index]]));
  });
}

export function takeAlong(world, scheme) {
  async function open(moment, rest = "") {
    const { page, url } = world;
    await page.openReady(url(scheme, `#lang=en&t=${moment}${rest}`));
    await page.run(keep);
    await page.click("share");
    return page;
  }

  test("the map as SVG holds what the screen shows, and says what it is", async () => {
    for (const [moment, rest] of [["1968-08-21T02:20", "&theme=dark"], ["1968-08-21T12:00", ""], ["1968-10-25T00:00", ""]]) {
      const page = await open(moment, rest);
      const file = await take(page, "svg");
      assert.deepEqual([file.name, file.type], [`five-armies-${moment.replace("T", "-").replace(":", "")}.svg`, "image/svg+xml"]);
      const [screen, picture] = [await page.run(onScreen), await ask(page, inPicture)];
      assert.equal(picture.flaw ?? picture.problem, undefined);
      assert.equal(picture.root, "svg");
      assert.ok(screen.towns > 10 && screen.lines.length > 0, `${moment}: ${JSON.stringify(screen)}`);
      assert.deepEqual(capitals(picture.words), capitals(screen.words), `names, ${moment}`);
      assert.deepEqual(picture.heads, screen.heads, `heads, ${moment}`);
      assert.deepEqual(screen.lines.filter((line) => !picture.lines.includes(line)), [], `lines, ${moment}`);
      assert.deepEqual(picture.foreign, [], "attributes that mean something only in the page");
      assert.deepEqual(picture.links, [], "what a picture would have to load");
      assert.equal(picture.bare, 0, "shapes without a colour of their own");
      assert.ok(plain(picture.caption).startsWith("Five Armies"), picture.caption);
      for (const part of ["1968", words.en.telling_record, "Natural Earth"]) {
        assert.ok(plain(picture.caption).includes(part), `${part} in ${picture.caption}`);
      }
      if (moment.startsWith("1968-08-21")) assert.ok(picture.caption.includes(moment.slice(11)), picture.caption);
    }
  });

  test("a picture of the map brought nearer shows the same part of it", async () => {
    const page = await open("1968-08-21T02:20");
    await page.run(`document.querySelectorAll(".zoom button")[0].click()`);
    const camera = `return document.querySelector(".live > g").getAttribute("transform")`;
    const near = await until("the map is nearer", async () => {
      const now = await page.run(camera);
      return !now.includes("scale(1)") && now;
    });
    await take(page, "svg");
    const shown = await ask(page, `const picture = new DOMParser().parseFromString(await blob.text(), "image/svg+xml");
      return [...picture.querySelectorAll("svg > svg > g")].map((drawing) => drawing.getAttribute("transform"))`);
    assert.deepEqual(shown, [near, near, near]);
  });

  test("the map as PNG is the same picture, twice as dense", async () => {
    const page = await open("1968-08-21T02:20");
    await take(page, "svg");
    const { size } = await ask(page, inPicture);
    const file = await take(page, "png");
    assert.deepEqual([file.name, file.type], ["five-armies-1968-08-21-0220.png", "image/png"]);
    assert.ok(file.size > 100_000, `${file.size} bytes`);
    const seen = await ask(page, `
      const bytes = new Uint8Array(await blob.arrayBuffer());
      const image = await createImageBitmap(blob);
      const canvas = Object.assign(document.createElement("canvas"), { width: image.width, height: image.height });
      const context = canvas.getContext("2d");
      context.drawImage(image, 0, 0);
      const colours = (y, height) => new Set(new Uint32Array(context.getImageData(0, y, image.width, height).data.buffer)).size;
      const strip = Math.round(image.height / 12);
      return { signature: [...bytes.slice(0, 8)], size: [image.width, image.height],
        map: colours(0, image.height - strip), strip: colours(image.height - strip, strip) };`);
    assert.equal(seen.problem, undefined);
    assert.deepEqual(seen.signature, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    assert.deepEqual(seen.size, size.map((side) => Math.floor(2 * side)));
    assert.ok(seen.map > 200, `${seen.map} colours on the map`);
    assert.ok(seen.strip > 3, `${seen.strip} colours in the strip`);
  });

  test("the data as GeoJSON is that of the moment, by both accounts", async () => {
    for (const basis of ["record", "article"]) {
      const page = await open("1968-08-21T02:20", `&basis=${basis}`);
      const file = await take(page, "geojson");
      assert.deepEqual([file.name, file.type], ["five-armies-1968-08-21-0220.geojson", "application/geo+json"]);
      const data = JSON.parse(await textOf(page));
      assert.deepEqual([data.type, data.moment, data.basis], ["FeatureCollection", "1968-08-21T02:20+01:00", basis]);
      assert.ok(plain(data.credit).includes("Natural Earth"), data.credit);
      const of = (kind) => data.features.filter(({ properties }) => properties.kind === kind);
      const ways = of("route");
      assert.deepEqual(
        ways.map(({ properties }) => properties.id).toSorted(),
        routes.filter(told(basis)).map(({ id }) => id).toSorted(),
      );
      const onPage = new Map((await page.routes()).map((route) => [route.id, route]));
      for (const { properties, geometry } of ways) {
        const route = onPage.get(properties.id);
        assert.deepEqual([properties.progress, properties.phase], [route.progress, route.phase], properties.id);
        assert.equal(geometry.type, "LineString");
        for (const [lon, lat] of geometry.coordinates) assert.ok(lon > 5 && lon < 30 && lat > 44 && lat < 56, `${lon} ${lat}`);
      }
      const happened = of("event").filter(({ properties }) => properties.happened).map(({ properties }) => properties.id);
      const ids = events.filter(told(basis)).map(({ id }) => id);
      assert.ok(happened.length > 0 && happened.every((id) => ids.includes(id)), `${happened}`);
    }
  });

  test("events and waypoints as tables hold what the content holds", async () => {
    for (const basis of ["record", "article"]) {
      const page = await open("1968-08-21T02:20", `&basis=${basis}`);
      const first = await take(page, "events");
      assert.deepEqual([first.name, first.type], ["five-armies-1968-08-21-0220-events.csv", "text/csv;charset=utf-8"]);
      const expected = events.filter(told(basis));
      const happenings = table(await textOf(page));
      assert.deepEqual(happenings.map(({ id }) => id).toSorted(), expected.map(({ id }) => id).toSorted());
      const titles = new Map(expected.map(({ id, title }) => [id, plain(title.en)]));
      for (const { id, title } of happenings) assert.equal(plain(title), titles.get(id));

      const second = await take(page, "routes");
      assert.equal(second.name, "five-armies-1968-08-21-0220-routes.csv");
      const rows = table(await textOf(page));
      const count = (id) => rows.filter(({ route }) => route === id).length;
      for (const { id, kind, waypoint } of routes.filter(told(basis))) {
        // Who was held back has no waypoints beyond the place where it waited.
        if (kind === "waiting") assert.ok(count(id) > 0, id);
        else assert.equal(count(id), waypoint.filter(({ via }) => !via).length, id);
      }
    }
  });
}
