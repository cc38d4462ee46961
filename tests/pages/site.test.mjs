// What lies in dist/ beside the pages: everything that one file says of another is so.
import test from "node:test";
import assert from "node:assert/strict";
import { access, readFile, readdir } from "node:fs/promises";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import vm from "node:vm";

import { parse } from "smol-toml";

import { dist, pageOf } from "./server.mjs";

const root = new URL("../../", import.meta.url);
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

// What cargo links into the program, as `name version`, ours too.
async function linked() {
  const { stdout } = await promisify(execFile)("cargo", [
    "tree", "--locked", "--package", "five-armies", "--target", "wasm32-unknown-unknown",
    "--edges", "normal,no-proc-macro", "--prefix", "none", "--format", "{p}",
  ], { cwd: root });
  return new Set(all(stdout, /^(\S+ v\S+)/gm).map((line) => line.replace(" v", " ")));
}

test("the bill of materials names what is linked into the program, with the checksums of Cargo.lock", async () => {
  const bill = JSON.parse(await text("bill-of-materials.cdx.json"));
  assert.equal(bill.bomFormat, "CycloneDX");
  const listed = bill.components.filter(({ purl }) => purl?.startsWith("pkg:cargo/"));
  const own = bill.metadata.component;
  const names = [own, ...listed].map(({ name, version }) => `${name} ${version}`);
  assert.deepEqual(names.sort(), [...await linked()].sort());

  const lock = parse(await readFile(new URL("Cargo.lock", root), "utf8"));
  const checksums = new Map(lock.package.map(({ name, version, checksum }) => [`${name} ${version}`, checksum]));
  for (const { name, version, purl, hashes, licenses } of listed) {
    assert.equal(purl, `pkg:cargo/${name}@${encodeURIComponent(version)}`);
    assert.deepEqual(hashes, [{ alg: "SHA-256", content: checksums.get(`${name} ${version}`) }], name);
    assert.ok(licenses[0].expression, name);
  }
  for (const name of ["Rust standard library", "Archivo", "Source Serif 4", "Natural Earth"]) {
    assert.ok(bill.components.some((component) => component.name === name), name);
  }
  const references = bill.components.map((component) => component["bom-ref"]);
  assert.equal(new Set(references).size, references.length);
});

test("site and one file hold the notices of all that is in them", async () => {
  const notices = await text("third-party.txt");
  for (const named of await linked()) {
    if (named.startsWith("five-armies ")) continue;
    assert.match(notices, new RegExp(`[ ,]${named.replace(/[.+]/g, "\\$&")}(,|\n)`));
  }
  for (const words of [
    "Permission is hereby granted, free of charge, to any person obtaining a copy",
    "UNICODE LICENSE V3", "Boost Software License - Version 1.0", "zlib License",
    "SIL OPEN FONT LICENSE Version 1.1", "The Archivo Project Authors", "The Source Serif 4 Project Authors",
    "The Rust Project Contributors", "Natural Earth",
  ]) {
    assert.equal(notices.split(words).length, 2, words);
  }
  const oneFile = await text("five-armies.html");
  const [inside] = all(oneFile, /<script type="text\/plain" id="third-party">\n([^]*?)<\/script>/g);
  assert.equal(inside, notices);
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

// An answer as a host gives it: `Response` alone makes one of no origin.
const types = { html: "text/html; charset=utf-8", js: "text/javascript", wasm: "application/wasm" };
function answer(file, content, { type = "basic", ...more } = {}) {
  const headers = { "Content-Type": types[file.split(".").pop()] ?? "application/octet-stream" };
  return Object.defineProperty(new Response(content, { headers, ...more }), "type", { value: type });
}

const asked = [];
const network = async (request) => {
  const address = request.url ?? request;
  asked.push(address);
  const file = address.slice(site.length);
  return answer(file, await readFile(join(dist, file)));
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
    ...beside.filter((file) => /^(index|cs|sk|(lists|accessibility)\.(en|cs|sk))\.html$|\.(wasm|webmanifest|svg)$|^five-armies-.*\.js$/.test(file)),
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
    if (!address.endsWith("cs.html")) return network(address);
    const page = await (await network(address)).text();
    return answer("cs.html", page.replace(/five-armies-[0-9a-f]{16}\.js/g, "five-armies-0123.js"));
  };
  await refuses(another, /cs\.html is of another build/);
});

// A worker that meets such a network is not installed and has kept nothing.
async function refuses(network, problem) {
  const caches = shelves();
  const { happen } = await worker({ network, caches });
  await assert.rejects(() => happen("install"), problem);
  assert.deepEqual([...caches.all.keys()], []);
}

test("the service worker keeps nothing but what the site itself has answered well", async () => {
  const portal = "<!doctype html><title>Welcome to our network</title>";
  for (const [ending, wrong] of [
    [".wasm", (file) => answer(file, "", { status: 404 })],
    [".wasm", (file) => answer(file, "", { status: 503 })],
    [".js", () => answer("portal.html", portal)],
    [".woff2", () => answer("portal.html", portal)],
    ["lists.en.html", () => answer("lists.js", "")],
    ["accessibility.en.html", () => new Response(portal)],
    [".wasm", (file) => answer(file, "elsewhere", { type: "cors" })],
    [".svg", (file) => answer(file, "", { type: "opaque" })],
    [".svg", (file) => answer(file, "", { type: "error" })],
  ]) {
    const broken = async (address) => address.endsWith(ending) ? wrong(address.slice(site.length)) : network(address);
    await refuses(broken, new RegExp(`${ending.replace(".", "\\.")}: \\d`));
  }
});

test("what is wrong in the cache is as good as missing", async () => {
  const caches = shelves();
  const { happen, ask } = await worker({ network, caches });
  await happen("install");
  const [[, kept]] = caches.all;
  const program = [...kept.keys()].find((address) => address.endsWith(".js")).slice(site.length);
  const foreign = "<!doctype html><title>another page</title>";
  for (const [file, wrong] of [
    ["cs.html", answer("cs.html", "", { status: 500 })],
    ["cs.html", answer("cs.js", "half of it")],
    ["cs.html", Response.error()],
    [program, answer("index.html", foreign)],
    [program, answer(program, "", { status: 404 })],
    ["favicon.svg", undefined],
  ]) {
    const right = kept.get(site + file);
    if (wrong) kept.set(site + file, wrong);
    else kept.delete(site + file);
    asked.splice(0);
    const given = await ask(site + file);
    assert.equal(await given.text(), await text(file), file);
    assert.deepEqual(asked, [site + file]);
    kept.set(site + file, right);
  }
  // The rest still comes from the cache.
  asked.splice(0);
  await ask(`${site}sk.html`);
  assert.deepEqual(asked, []);
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

test("the service worker manages with few connections, which unread answers hold", async () => {
  let free = 6;
  const queue = [];
  const narrow = async (address) => {
    while (free === 0) await new Promise((next) => queue.push(next));
    free -= 1;
    const answer = await network(address);
    const blob = async () => {
      free += 1;
      queue.shift()?.();
      return answer.arrayBuffer().then((bytes) => new Blob([bytes]));
    };
    return Object.assign(answer, { blob });
  };
  const caches = shelves();
  const { happen } = await worker({ network: narrow, caches });
  await happen("install");
  const [[, kept]] = caches.all;
  assert.ok(kept.size > 6, `${kept.size} files`);
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
