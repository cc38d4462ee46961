// What lies in dist/ beside the pages: everything that one file says of another is so.
import test from "node:test";
import assert from "node:assert/strict";
import { access, readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import vm from "node:vm";

import { dist, pageOf } from "./server.mjs";

const site = "https://site.example/deep/folder/";
const text = (file) => readFile(join(dist, file), "utf8");
const all = (html, pattern) => [...html.matchAll(pattern)].map(([, found]) => found);

// Width and height of a PNG file, from its first chunk.
async function measures(file) {
  const bytes = await readFile(join(dist, file));
  assert.equal(bytes.toString("latin1", 1, 4), "PNG", file);
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), bytes: bytes.length };
}

const momentPages = async () => (await readdir(join(dist, "m"))).map((file) => `m/${file}`);

test("every file that a page's head names is there", async () => {
  for (const file of [...Object.values(pageOf), ...await momentPages()]) {
    const head = (await text(file)).split("</head>")[0];
    const named = [
      ...all(head, /<link [^>]*href="([^"]*)"/g),
      ...all(head, /<meta (?:property="og:image"|name="twitter:image") content="([^"]*)"/g),
    ].map((address) => new URL(address, site + file)).filter(({ href }) => href.startsWith(site));
    for (const { href } of named) await access(join(dist, href.slice(site.length)));
  }
});

test("every key moment has a page in every language, which leads to it and shows its picture", async () => {
  const pages = await momentPages();
  assert.equal(pages.length, 18);
  for (const file of pages) {
    const [, tag] = file.split(".");
    const html = await text(file);
    const [forward] = all(html, /http-equiv="refresh" content="0; url=([^"]*)"/g);
    assert.match(forward, new RegExp(`^\\.\\./${pageOf[tag]}#t=1968-08-2[01]T\\d\\d:\\d\\d&amp;lang=${tag}$`));
    assert.deepEqual(all(html, /<a href="([^"]*)"/g), [forward]);

    const [picture] = all(html, /<img src="\.\.\/([^"]*)"/g);
    const { width, height, bytes } = await measures(picture);
    assert.deepEqual([width, height], [1200, 630], picture);
    assert.ok(bytes < 300_000, `${picture}: ${bytes} bytes`);
  }
});

test("a manifest's icons have the sizes it says", async () => {
  for (const [tag, page] of Object.entries(pageOf)) {
    const manifest = JSON.parse(await text(`five-armies.${tag}.webmanifest`));
    assert.equal(manifest.lang, tag);
    assert.equal(manifest.start_url.split("#")[0], `./${page}`);
    assert.deepEqual(manifest.icons.map(({ purpose }) => purpose), ["any", "any", "maskable"]);
    for (const { src, sizes } of manifest.icons) {
      const { width, height } = await measures(src);
      assert.equal(`${width}x${height}`, sizes, src);
    }
  }
});

test("the linked data of a page can be read", async () => {
  for (const [tag, page] of Object.entries(pageOf)) {
    const [data] = all(await text(page), /<script type="application\/ld\+json">(.*?)<\/script>/g);
    const article = JSON.parse(data);
    assert.equal(article["@type"], "Article");
    assert.equal(article.inLanguage, tag);
  }
});

// The service worker in a world of its own, with dist/ as the network. What happens to it is what `happen` says.
async function worker({ network, caches, href = `${site}sw.js` }) {
  const listeners = {};
  const said = [];
  const world = {
    location: { href, origin: new URL(href).origin, toString: () => href },
    addEventListener: (name, listener) => (listeners[name] = listener),
    fetch: network,
    caches,
    clients: { claim: async () => said.push("claim") },
    skipWaiting: async () => said.push("skipWaiting"),
    URL,
    Response,
  };
  vm.runInNewContext(await text("sw.js"), world);
  const happen = async (name, event = {}) => {
    let promise;
    listeners[name]({ waitUntil: (value) => (promise = value), respondWith: (value) => (promise = value), ...event });
    return promise;
  };
  const ask = (address, method = "GET") => happen("fetch", { request: { url: address, method } });
  return { happen, ask, said };
}

// Caches as browsers have them, as far as the worker uses them.
function shelves(names = {}) {
  const all = new Map(Object.entries(names));
  return {
    all,
    keys: async () => [...all.keys()],
    delete: async (name) => all.delete(name),
    open: async (name) => {
      if (!all.has(name)) all.set(name, new Map());
      return { put: async (address, answer) => all.get(name).set(address, answer) };
    },
    match: async (address, { cacheName }) => all.get(cacheName)?.get(address)?.clone(),
  };
}

const asked = [];
const network = async (request) => {
  const address = request.url ?? request;
  asked.push(address);
  return new Response(await readFile(join(dist, address.slice(site.length))));
};

test("the service worker keeps what a page needs, and hands it out without the network", async () => {
  const caches = shelves();
  const { happen, ask } = await worker({ network, caches });
  await happen("install");
  const [[name, kept]] = caches.all;
  assert.match(name, /^five-armies \/deep\/folder\/ [0-9a-f]{16}$/);

  const files = [...kept.keys()].map((address) => address.slice(site.length));
  const beside = await readdir(dist);
  const wanted = [
    ...beside.filter((file) => /^(index|cs|sk)\.html$|\.(wasm|webmanifest|svg)$|^five-armies-.*\.js$/.test(file)),
    ...(await readdir(join(dist, "fonts"))).filter((file) => file.endsWith(".woff2")).map((file) => `fonts/${file}`),
    ...(await readdir(join(dist, "icons"))).map((file) => `icons/${file}`),
  ];
  assert.deepEqual(files.sort(), wanted.sort());

  asked.splice(0);
  for (const [address, file] of [
    ["", "index.html"], ["?embed=1", "index.html"], ["cs.html?a=b", "cs.html"], ["sk", "sk.html"],
  ]) {
    assert.equal(await (await ask(site + address)).text(), await text(file), address);
  }
  assert.deepEqual(asked, []);
  for (const other of ["five-armies.html", "share/0220.en.png", "m/0220.en.html", "demo/", "../cs.html", "sw.js"]) {
    assert.equal(await ask(new URL(other, site).href), undefined, other);
  }
  assert.equal(await ask(`https://other.example/deep/folder/cs.html`), undefined);
  assert.equal(await ask(`${site}cs.html`, "POST"), undefined);

  caches.all.clear();
  assert.equal(await (await ask(`${site}cs.html`)).text(), await text("cs.html"));
  assert.deepEqual(asked, [`${site}cs.html`]);
});

test("the service worker never mixes builds", async () => {
  const another = async (address) => {
    const answer = await network(address);
    if (!address.endsWith("cs.html")) return answer;
    return new Response((await answer.text()).replace(/five-armies-[0-9a-f]{16}\.js/g, "five-armies-0123.js"));
  };
  const gone = async (address) => address.endsWith(".wasm") ? new Response("", { status: 404 }) : network(address);
  for (const broken of [another, gone]) {
    const caches = shelves();
    const { happen } = await worker({ network: broken, caches });
    await assert.rejects(() => happen("install"));
    assert.deepEqual([...caches.all.keys()], []);
  }
});

test("the service worker leaves nothing half done when there is no room", async () => {
  const caches = shelves();
  const open = caches.open;
  caches.open = async (name) => {
    const { put } = await open(name);
    return { put: (address, answer) => address.endsWith(".wasm") ? Promise.reject(new Error("full")) : put(address, answer) };
  };
  const { happen } = await worker({ network, caches });
  await assert.rejects(() => happen("install"), /full/);
  assert.deepEqual([...caches.all.keys()], []);
});

test("a new service worker forgets the builds of its own folder and no others", async () => {
  const others = ["five-armies /deep/ 00", "five-armies /deep/folder/more/ 00", "blog /deep/folder/ 00"];
  const names = [...others, "five-armies /deep/folder/ 00"];
  const caches = shelves(Object.fromEntries(names.map((name) => [name, new Map()])));
  const { happen, said } = await worker({ network, caches });
  await happen("activate");
  assert.deepEqual([...caches.all.keys()], others);
  assert.deepEqual(said, ["claim"]);
});

test("a new service worker waits until a page of its own origin says so", async () => {
  const { happen, said } = await worker({ network, caches: shelves() });
  const { origin } = new URL(site);
  await happen("message", { origin: "https://other.example", data: { type: "five-armies:renew" } });
  for (const data of [null, "renew", { type: "five-armies:other" }]) await happen("message", { origin, data });
  assert.deepEqual(said, []);
  await happen("message", { origin, data: { type: "five-armies:renew" } });
  assert.deepEqual(said, ["skipWaiting"]);
});

test("what was led elsewhere is kept as if it had not been", async () => {
  const caches = shelves();
  const led = async (address) => {
    const answer = await network(address);
    return Object.defineProperty(answer, "redirected", { value: address.endsWith("cs.html") });
  };
  const { happen, ask } = await worker({ network: led, caches });
  await happen("install");
  const answer = await ask(`${site}cs.html`);
  assert.equal(answer.redirected, false);
  assert.equal(await answer.text(), await text("cs.html"));
});
