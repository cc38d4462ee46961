// The element <five-armies> on somebody else's page: what stands in it shows until its frame has spoken.
import assert from "node:assert/strict";
import { test } from "../attempts.mjs";
import { embed, Host, mock, mockFrame } from "../hosts.mjs";
import { pause, until } from "../page.mjs";
import { folder, serve } from "../server.mjs";

const element = (attributes, still = '<a href="/map.html">the still</a>') =>
  `<five-armies id="map" ${attributes}>${still}</five-armies>`;

// What a reader sees of the element: its still, its frame, and how large it is.
const look = `const map = document.getElementById("map");
  const frame = map.shadowRoot?.querySelector("iframe");
  const still = map.querySelector("a");
  const { width, height } = map.getBoundingClientRect();
  return {
    still: still.getClientRects().length > 0 && getComputedStyle(still).visibility === "visible",
    frame: frame ? getComputedStyle(frame).visibility : "none",
    width, height,
  }`;

export function elementOfOurs(world) {
  test("<five-armies> shows its still until the frame has spoken, and takes no focus away", async () => {
    const host = new Host(world);
    await host.open(`${embed}${element(`src="${mock}?name=map"`)}`, { frames: 1 });
    const before = await host.run(look);
    assert.equal(before.still, true, "the still before the frame has spoken");
    assert.equal(before.frame, "hidden");
    await host.run("document.querySelector('#map a').focus()");
    await host.inFrame("#map", "inside.say({ type: 'five-armies:moment', t: '1968-08-21T02:20' })");
    await host.inFrame("#map", "inside.say({ type: 'five-armies:height', height: 480 })");
    await host.heightBecomes("#map", "480px");
    assert.equal(await host.run("return document.activeElement.textContent"), "the still");
    assert.equal((await host.run(look)).still, true, "who is at the still keeps it");
    await host.run("document.activeElement.blur()");
    const { still, frame, height } = await host.run(look);
    assert.deepEqual({ still, frame, height }, { still: false, frame: "visible", height: 480 });
    assert.deepEqual(await host.watched(), []);
  });

  test("the still of <five-armies> is all there is without embed.js, and stays when the frame never speaks", async () => {
    const host = new Host(world);
    await host.open(element(""));
    const { still, frame } = await host.run(look);
    assert.deepEqual({ still, frame }, { still: true, frame: "none" });
    await host.open(`${embed}${element(`src="/nothing-here.html"`)}`);
    await pause(500);
    const silent = await host.run(look);
    assert.equal(silent.still, true);
    assert.equal(silent.frame, "hidden");
  });

  test("<five-armies> makes a frame with a title, leave for what the page needs, and the asked-for address", async () => {
    const host = new Host(world);
    const { server } = world;
    const files = { en: `${folder}index.html`, cs: `${folder}cs.html`, sk: `${folder}sk.html` };
    for (const file of Object.values(files)) server.pages[file] = mockFrame;
    try {
      const made = () => host.inFrame("#map", `return { src: frame.src.slice(location.origin.length), title: frame.title,
        allow: frame.allow, loading: frame.loading, path: inside.location.pathname }`);
      await host.open(`${embed}${element("")}`, { frames: 1 });
      const plain = await made();
      assert.equal(plain.src, `${files.en}?embed=1`);
      assert.match(plain.title, /^Five Armies: .*Czechoslovakia/);
      assert.equal(plain.loading, "lazy");
      assert.deepEqual(plain.allow.split("; ").toSorted(), ["clipboard-write", "fullscreen"]);

      for (const [lang, title] of [["cs", /^Pět armád: .*Československa/], ["sk", /^Päť armád: .*Československa/]]) {
        await host.open(`${embed}${element(`lang="${lang}" t="1968-08-21T02:20" theme="dark" view="map" basis="article"`)}`, { frames: 1 });
        const { src, title: given } = await made();
        assert.ok(src.startsWith(`${files[lang]}?embed=1#`), src);
        const asked = Object.fromEntries(new URLSearchParams(src.split("#")[1]));
        assert.deepEqual(asked, { t: "1968-08-21T02:20", view: "map", lang, theme: "dark", basis: "article" });
        assert.match(given, title);
      }

      // A folder or a page, from here or with its whole address; what belongs to neither is not understood as such.
      await host.open(`${embed}${element(`src="${server.origin}${folder}" title="The night" lang="constructor"`)}`, { frames: 1 });
      assert.deepEqual(await made(), { ...plain, src: `${files.en}?embed=1#lang=constructor`, title: "The night" });
      await host.open(`${embed}${element(`src=".${mock}?name=x#t=1968" t="a&amp;b=c#d"`)}`, { frames: 1 });
      assert.equal((await made()).src, `${mock}?name=x&embed=1#t=a%26b%3Dc%23d`);
      assert.deepEqual(await host.watched(), []);
    } finally {
      for (const file of Object.values(files)) delete server.pages[file];
    }
  });

  test("a changed attribute of <five-armies> goes into the frame's address, a new src loads a new frame", async () => {
    const host = new Host(world);
    await host.open(`${embed}${element(`src="${mock}?name=map&amp;height=500" t="1968-08-20T21:40"`)}`, { frames: 1 });
    await host.heightBecomes("#map", "500px");
    const born = await host.inFrame("#map", "return inside.born");
    const set = (name, value) => host.run("document.getElementById('map').setAttribute(...arguments)", name, value);
    const length = await host.run("return history.length");
    await set("theme", "dark");
    await host.hashBecomes("#map", "#t=1968-08-20T21%3A40&theme=dark");
    await set("t", "1968-08-21");
    await set("basis", "article");
    await host.hashBecomes("#map", "#t=1968-08-21&theme=dark&basis=article");
    await set("title", "The night");
    assert.equal(await host.inFrame("#map", "return frame.title"), "The night");
    assert.equal(await host.inFrame("#map", "return inside.born"), born, "nothing was loaded anew");
    assert.equal(await host.run("return history.length"), length);
    // A link to another moment keeps the setting.
    await host.run("location.hash = 'fa=t=1968-08-21T02:20'");
    await host.hashBecomes("#map", "#theme=dark&t=1968-08-21T02:20");

    await set("src", "data:text/html,x");
    assert.deepEqual(await host.watched(), ["console.warn: Five Armies: the src of <five-armies> is no address of a page"]);
    assert.equal((await host.run(look)).still, true, "the still is back");
    await set("src", `${mock}?height=450`);
    await host.heightBecomes("#map", "450px");
    assert.equal((await host.run(look)).still, false);
    // An element that is moved goes on where it is put.
    await host.run("document.body.append(document.createElement('div')); document.querySelector('div').append(document.getElementById('map'))");
    await until("the frame speaks again", async () => (await host.run(look)).still === false);
    await host.heightBecomes("#map", "450px");
  });

  test("<five-armies> keeps a place of 4 to 5, in a wide column of 16 to 10, and needs no style-src of the host", async () => {
    const { page } = world;
    const policy = "default-src 'none'; script-src 'self' 'unsafe-inline'; frame-src 'self'; style-src 'none'";
    const strict = await serve({ headers: { "content-security-policy": policy } });
    try {
      const host = new Host({ page, server: strict });
      await host.open(`${embed}${element(`src="${folder}nothing.html"`, "<a>the still</a>")}`);
      // As a host's style sheet would say.
      await host.run("document.getElementById('map').style.display = 'block'");
      for (const [width, height] of [[400, 500], [600, 750], [699, 699 * 5 / 4], [700, 437.5], [960, 600]]) {
        await host.run("document.getElementById('map').style.width = arguments[0]", `${width}px`);
        const box = await host.run(look);
        assert.equal(box.width, width);
        assert.ok(Math.abs(box.height - height) < 1, `${width} px wide: ${box.height} px high, not ${height}`);
      }
      const refused = (await host.watched()).filter((line) => line.includes("style"));
      assert.deepEqual(refused, []);
    } finally {
      await page.open("about:blank");
      await strict.stop();
    }
  });
}
