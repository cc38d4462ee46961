// The page itself in a frame: what it tells its host, and what it lets itself be told.
import assert from "node:assert/strict";
import { test } from "../attempts.mjs";
import { embed, Host } from "../hosts.mjs";
import { opening } from "../content.mjs";
import { pause, testId, until } from "../page.mjs";
import { folder } from "../server.mjs";

const framed = (id, hash = "", file = "watched.html") =>
  `<iframe id="${id}" title="a map" src="${folder}${file}?embed=1${hash}" style="width:640px;height:560px;border:0"></iframe>`;
const stranger = '<iframe id="stranger" title="another" src="/nobody.html"></iframe>';

// Everything that no page should be told, as a host could send it.
const hostile = `
  const seek = "five-armies:seek";
  const t = "1968-08-21T02:20";
  const sent = [null, undefined, "", "x".repeat(10 * 1024 * 1024), 7, [], [seek, t], {}, { type: seek },
    { type: seek, t: NaN }, { type: seek, t: 1e300 }, { type: seek, t: null }, { type: seek, t: [t] }, { type: seek, t: { t } },
    { type: seek, t: "" }, { type: seek, t: "yesterday" }, { type: seek, t: "1968-02-31T12:00" }, { type: seek, t: "2068-08-21T02:20" },
    { type: seek, t: "1".repeat(10 * 1024 * 1024) }, { type: [seek], t }, { type: seek + "s", t }, { type: "five-armies:", t },
    { type: "five-armies:constructor" }, { type: "five-armies:height", height: NaN }, { type: "five-armies:moment", t },
    { type: "five-armies:host" }, { type: "five-armies:host", address: NaN }, { type: "five-armies:host", address: {} },
    { type: "five-armies:host", address: "javascript:alert(1)" }, { type: "five-armies:host", address: "<b>" },
    { type: "five-armies:host", address: "x".repeat(10 * 1024 * 1024) }, new Map([["type", seek]]), new Date(0)];
  for (const data of sent) inside.postMessage(data, "*");
  try { inside.postMessage({ get type() { throw new Error("read me not") }, t }, "*") } catch {}
  return sent.length;`;

export function inFrames(world) {
  const host = new Host(world);
  const { server } = world;
  const ready = (css) => until(`the page in ${css} is ready`, () =>
    host.inFrame(css, "return inside.document?.documentElement?.dataset.ready === 'true'"));
  const clockIn = (css) => host.inFrame(css, "return inside.document.querySelector(arguments[2]).getAttribute('datetime')", testId("clock"));
  const clockBecomes = (css, moment) => until(`the clock in ${css} is at ${moment}`, async () => (await clockIn(css)) === moment);
  const playing = (css) => host.inFrame(css, "return inside.document.querySelector(arguments[2]).getAttribute('aria-pressed') === 'true'", testId("play"));
  const tell = (css, data) => host.inFrame(css, "inside.postMessage(arguments[2], '*')", data);
  const told = (type) => host.run("return mail.filter((data) => data?.type === arguments[0])", `five-armies:${type}`);
  const watchedIn = (css) => host.inFrame(css, "return inside.__watched");
  // A message that is obeyed shows that those before it have been dealt with.
  const settle = async (css, moment) => {
    await tell(css, { type: "five-armies:seek", t: moment });
    await clockBecomes(css, moment);
  };

  test("it says its height as AMP, Medium and WordPress want to hear it", async () => {
    await host.open(`${framed("map", "#?secret=aB3xYz")}`);
    await ready("#map");
    const [{ height }] = await until("a height has come", async () => {
      const heights = await told("height");
      return heights.length && heights;
    });
    const mail = await host.run("return mail");
    assert.deepEqual(mail.filter((data) => data?.sentinel), [{ sentinel: "amp", type: "embed-size", height }]);
    assert.deepEqual(mail.filter((data) => data?.secret), [{ message: "height", value: height, secret: "aB3xYz" }]);
    const texts = mail.filter((data) => typeof data === "string").map((text) => JSON.parse(text));
    assert.deepEqual(texts.map(({ context }) => context), ["iframe.resize"]);
    assert.equal(texts[0].height, height);
    assert.ok(texts[0].src.includes(folder), texts[0].src);
    assert.equal(await clockIn("#map"), opening, "the secret is no request");
    assert.equal(await host.inFrame("#map", "return inside.document.getElementById('status').textContent.trim()"), "");
  });

  test("in a frame the page says how high it is, once, however far one scrolls", async () => {
    await host.open(`${framed("map")}${embed}`);
    await ready("#map");
    const [first] = await until("a height has come", async () => {
      const heights = await told("height");
      return heights.length && heights;
    });
    assert.ok(Number.isFinite(first.height) && first.height >= 200 && first.height <= 4000, `height: ${first.height}`);
    await host.heightBecomes("#map", `${first.height}px`);
    await pause(1000);
    const settled = (await told("height")).at(-1);
    await host.inFrame("#map", "inside.scrollTo(0, inside.document.documentElement.scrollHeight)");
    await settle("#map", "1968-08-21T12:00");
    await pause(1000);
    const later = await told("height");
    assert.deepEqual(later.at(-1), settled, "neither scrolling nor another moment makes it grow");
    assert.equal(await host.heightOf("#map"), `${settled.height}px`);
    assert.ok(later.length < 10, `${later.length} messages`);
    assert.deepEqual(await watchedIn("#map"), []);
    assert.deepEqual(await host.watched(), []);
  });

  test("in a frame the page says its height again to a host whose embed.js comes late", async () => {
    await host.open(framed("map"));
    await ready("#map");
    await until("a height has come", async () => (await told("height")).length);
    await host.run("document.getElementById('map').style.height = '1px'");
    await pause(300);
    await host.run("document.body.append(Object.assign(document.createElement('script'), { src: arguments[0] }))", `${folder}embed.js`);
    await until("the height is kept", async () => (await host.heightOf("#map")) === `${(await told("height")).at(-1).height}px`);
    const { length } = await told("height");
    await pause(500);
    assert.equal((await told("height")).length, length, "and that is the end of it");
  });

  test("in a frame the page tells its moment when the clock rests, and obeys seek, play and pause of its host", async () => {
    await host.open(`${framed("map")}${embed}`);
    await ready("#map");
    assert.equal(await clockIn("#map"), opening);
    for (const t of ["1968-08-21T02:20", "1968-08-03T00:00", "1991-06-21T00:00"]) {
      await settle("#map", t);
      await until(`the host is told ${t}`, async () => (await told("moment")).at(-1)?.t === t);
    }
    await settle("#map", "1968-08-21T02:20");
    await until("the host is told 02:20", async () => (await told("moment")).at(-1)?.t === "1968-08-21T02:20");
    const before = (await told("moment")).length;
    await tell("#map", { type: "five-armies:play" });
    await until("it plays", () => playing("#map"));
    await until("the clock advances", async () => (await clockIn("#map")) > "1968-08-21T02:30");
    await tell("#map", { type: "five-armies:pause" });
    await until("it has stopped", async () => !(await playing("#map")));
    const stopped = await clockIn("#map");
    await until("the host is told where", async () => (await told("moment")).at(-1)?.t === stopped);
    const said = (await told("moment")).slice(before).map(({ t }) => t);
    assert.deepEqual(said, [stopped], "while it plays nothing is told");
    assert.deepEqual(await watchedIn("#map"), []);
  });

  test("in a frame the page ignores whatever else its host says, and all that others say", async () => {
    await host.open(`${framed("map", "#t=1968-08-20T21:40")}${framed("other")}${stranger}${embed}`);
    await ready("#map");
    await ready("#other");
    const changes = `const face = inside.document.querySelector(arguments[2]);
      inside.seen = [];
      new inside.MutationObserver(() => inside.seen.push(face.getAttribute("datetime"))).observe(face, { attributes: true });`;
    await host.inFrame("#map", changes, testId("clock"));
    await host.inFrame("#map", hostile);
    // The right words from the wrong window: the page itself, another map, a stranger.
    const { driver } = world.engine;
    for (const sender of [0, 1, 2]) {
      await driver.switchTo().frame(sender);
      await host.run(`for (const data of arguments[0]) parent.frames[0].postMessage(data, "*")`, [
        { type: "five-armies:seek", t: "1968-08-21T07:30" }, { type: "five-armies:play" },
        { type: "five-armies:host", address: "https://example.org/" },
      ]);
      await driver.switchTo().defaultContent();
    }
    await pause(300);
    await settle("#map", "1968-08-21T12:00");
    assert.deepEqual(await host.inFrame("#map", "return [...new Set(inside.seen)]"), ["1968-08-21T12:00"]);
    assert.equal(await playing("#map"), false);
    assert.deepEqual(await watchedIn("#map"), []);
  });

  const linkIn = async (css) => {
    await host.inFrame(css, "inside.document.querySelector(arguments[2]).click()", testId("share"));
    return until("there is a link to share", () =>
      host.inFrame(css, "return inside.document.querySelector(arguments[2])?.value", testId("share-link")));
  };
  const leadsToHost = (css, moment) => until("the link leads to the host's page", async () => {
    const link = new URL(await linkIn(css));
    return link.origin + link.pathname === `${server.origin}/host.html` && link.hash.startsWith(`#fa=t=${moment}`) && link;
  });

  test("what is shared in a frame leads to the host's page and opens the same moment there, in each language", async () => {
    await host.open(`${framed("map", "#t=1968-08-21T02:20&basis=article")}${embed}`, { hash: "#top" });
    await ready("#map");
    const { hash } = await leadsToHost("#map", "1968-08-21T02:20");
    assert.ok(hash.includes("&basis=article"), hash);

    await host.open(`${framed("map")}${embed}`, { hash });
    await ready("#map");
    await clockBecomes("#map", "1968-08-21T02:20");
    // The page in another language is another document, and has to be told anew.
    // Clicked from within: for WebKit a relative address belongs to the page whose script began it all.
    const { driver } = world.engine;
    await driver.switchTo().frame(0);
    await host.run("document.querySelector('[data-language=cs]').click()");
    await driver.switchTo().defaultContent();
    await until("the frame speaks Czech", () => host.inFrame("#map", "return inside.document?.documentElement?.lang === 'cs'").catch(() => false));
    await ready("#map");
    await leadsToHost("#map", "1968-08-21T02:20");
  });

  test("two frames and an element show the page on one host, each at its own moment", async () => {
    const link = (id, t) => `<a id="to-${id}" data-fa="t=${t}">${t}</a>`;
    await host.open(`${embed}${link("one", "1968-08-21T01:55")}${framed("one")}${link("two", "1968-08-21T02:20")}${framed("two")}
      ${link("three", "1968-08-21T05:00")}<five-armies id="three" t="1968-08-21T00:00"><i>the still</i></five-armies>`);
    const moments = { one: "1968-08-21T01:55", two: "1968-08-21T02:20", three: "1968-08-21T05:00" };
    for (const id of Object.keys(moments)) {
      await host.run("document.getElementById(arguments[0]).scrollIntoView()", id);
      await ready(`#${id}`);
      await until(`the height of ${id} has come`, () => host.heightOf(`#${id}`));
    }
    await clockBecomes("#three", "1968-08-21T00:00");
    for (const id of Object.keys(moments)) await host.run("document.getElementById(arguments[0]).click()", `to-${id}`);
    for (const [id, moment] of Object.entries(moments)) await clockBecomes(`#${id}`, moment);
    assert.equal(await host.run("return document.querySelector('i').getClientRects().length"), 0, "the still has made room");
    assert.deepEqual(await host.watched(), []);
  });

  test("in a sandbox the one file tells its height and moment and obeys its host", async () => {
    await host.open(`<iframe id="map" title="a map" sandbox="allow-scripts" style="width:640px;height:560px"
      src="${folder}five-armies.html?embed=1"></iframe>${embed}`);
    await until("a height has come", async () => (await told("height")).length);
    assert.equal(await host.run("return document.getElementById('map').contentDocument"), null, "the frame's origin is no one's");
    await host.run("document.getElementById('map').contentWindow.postMessage({ type: 'five-armies:seek', t: '1968-08-21T02:20' }, '*')");
    await until("the moment has come", async () => (await told("moment")).at(-1)?.t === "1968-08-21T02:20");
    assert.deepEqual(await host.watched(), []);
  });
}
