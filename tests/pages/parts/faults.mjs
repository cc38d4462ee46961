// What the page needs does not come, comes broken, or is taken away again: storage, the service worker, the program,
// its glue, the typefaces. It works all the same, or says so and can be read; and it leaves no error of its own.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "../attempts.mjs";
import { opening, words } from "../content.mjs";
import { testId, until } from "../page.mjs";
import { assertGivenUp } from "../readable.mjs";
import { dist, folder, serve, types } from "../server.mjs";
import { copyWithFirst, watchScript } from "../watch.mjs";

// In every engine the watching script is in the page itself: what the browser says of a missing file is its own affair.
const watchedPage = (more = "") => () => copyWithFirst(join(dist, "index.html"), `${watchScript}\n${more}`);
const complaints = (page) => page.run("return window.__watched");

// A site that answers with `pages` for some of its files, and with a watched page.
async function onSite(pages, visit, { more, worker = false } = {}) {
  const watched = watchedPage(more);
  const site = await serve({ worker, pages: { [folder]: watched, [`${folder}index.html`]: watched, ...pages } });
  try {
    return await visit(site, `${site.page}#lang=en`);
  } finally {
    await site.stop();
  }
}

export function faults(world) {
  storage(world);
  worker(world);
  program(world);
  typefaces(world);
}

const refuse = (name) => `() => { throw new DOMException("not here", "${name}") }`;
const storages = {
  "that is full": `Storage.prototype.setItem = ${refuse("QuotaExceededError")}`,
  "that throws when it is asked for": `for (const name of ["localStorage", "sessionStorage"]) {
    Object.defineProperty(window, name, { get: ${refuse("SecurityError")} });
  }`,
  "that throws at every word": `for (const name of Object.getOwnPropertyNames(Storage.prototype)) {
    Object.defineProperty(Storage.prototype, name, { get: ${refuse("UnknownError")} });
  }`,
  "that is not there": `Object.defineProperty(window, "localStorage", { value: null })`,
};

function storage(world) {
  const { page } = world;

  for (const [what, more] of Object.entries(storages)) {
    test(`with a storage ${what} the page works, and says that choices are not kept`, async () => {
      await onSite({}, async (site, address) => {
        await page.openReady(address);
        assert.equal(await page.clock(), opening);
        assert.equal(await page.status(), "");
        await page.chooseTheme("dark");
        assert.equal(await page.theme(), "dark");
        await until("the page says so", async () => (await page.status()) === words.en.status_not_kept);
        await page.choose("motion", "full");
        await page.run(`document.querySelector('${testId("keys-signs")}').click()`);
        await page.playABit();
        assert.deepEqual(await complaints(page), []);
      }, { more });
    });
  }

  test("where there is no room for the page's files, or no worker, it works and claims nothing", async () => {
    const own = textOf("sw.js");
    const workers = {
      full: { body: `Cache.prototype.put = ${refuse("QuotaExceededError").replace("() =>", "async () =>")};\n${own}` },
      missing: { status: 404, body: "not here" },
    };
    for (const [what, answer] of Object.entries(workers)) {
      let asked = 0;
      const script = () => ((asked += 1), { type: types[".js"], ...answer });
      await onSite({ [`${folder}sw.js`]: script }, async (site, address) => {
        await page.openReady(address);
        await until(`the worker is asked for: ${what}`, () => asked > 0);
        await until("nothing is kept", () => page.run(`return navigator.serviceWorker.getRegistration().then(async (found) =>
          !found?.installing && !found?.active && (await caches.keys()).length === 0)`));
        await page.click("share");
        assert.equal(await page.text("kept"), "");
        await page.press("[data-close=share]");
        await page.playABit();
        assert.equal(await page.status(), "");
        assert.deepEqual(await complaints(page), [], what);
        await page.open("about:blank");
      }, { worker: true });
    }
  });
}

const textOf = (file) => readFileSync(join(dist, file), "utf8");

// A worker that can be asked which of its lives it is in.
const telling = `\nconst life = Math.random();
addEventListener("message", ({ data, ports }) => data === "life" && ports[0].postMessage(life));`;
const life = `const [done] = arguments;
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => done(data);
  navigator.serviceWorker.controller.postMessage("life", [port2])`;
// One that has been taken from its registration may still be at work; the next is there once it is registered, has laid
// everything beside it, and fetches nothing more.
const controlled = `return navigator.serviceWorker.getRegistration().then(async (found) =>
  Boolean(found?.active?.state === "activated" && !found.installing && navigator.serviceWorker.controller
    && (await caches.match("index.html"))))`;

function worker(world) {
  const { page, engine } = world;

  // Chromium's worker is stopped, as browsers do to those that idle. The others' drivers cannot do that: there its
  // registration is taken away, as a reader does who clears what a site has stored.
  const kill = async () => {
    if (world.name !== "chromium") {
      await page.run("return navigator.serviceWorker.getRegistration().then((found) => found.unregister())");
      return;
    }
    const before = await page.driver.executeAsyncScript(life);
    await engine.driver.sendDevToolsCommand("ServiceWorker.enable");
    await engine.driver.sendDevToolsCommand("ServiceWorker.stopAllWorkers");
    assert.notEqual(await page.driver.executeAsyncScript(life), before, "it begins another life");
    await engine.driver.sendDevToolsCommand("ServiceWorker.stopAllWorkers");
    await engine.driver.sendDevToolsCommand("ServiceWorker.disable");
  };

  test("a service worker killed in the middle of a visit is missed by nobody, with a network and without", async () => {
    const script = { type: types[".js"], body: textOf("sw.js") + telling };
    await onSite({ [`${folder}sw.js`]: script }, async (site, address) => {
      const visit = async () => {
        await page.openReady(address);
        await until("the worker has taken over", () => page.run(controlled));
      };
      await visit();
      await page.pressPlay();
      await kill();
      const killedAt = await page.clock();
      await until("the clock goes on", async () => (await page.clock()) !== killedAt);
      assert.deepEqual(await complaints(page), []);

      await visit();
      await page.playABit();
      if (world.name === "chromium") await kill();
      site.cut();
      await page.openReady(address);
      await page.playABit();
      assert.equal(await page.status(), "");
      assert.deepEqual(await complaints(page), []);
      await page.open("about:blank");
    }, { worker: true });
  });
}

const half = (bytes) => bytes.subarray(0, bytes.length / 2);

function program(world) {
  const { page } = world;
  const named = (pattern) => readdirSync(dist).find((file) => pattern.test(file));
  const [wasm, glue] = [named(/^five-armies.*\.wasm$/), named(/^five-armies.*\.js$/)];
  const bytes = (file) => readFileSync(join(dist, file));
  const hostsPage = { body: "<!doctype html><title>What you look for is not here</title>" };

  const broken = [
    ["the program comes in half", wasm, { type: types[".wasm"], body: half(bytes(wasm)) }],
    ["the program does not come", wasm, { status: 404, type: types[".txt"], body: "not here" }],
    ["in the program's place comes a page of the host's", wasm, hostsPage],
    ["the glue fails on the host", glue, { status: 500, type: types[".html"], body: "" }],
    ["the glue comes in half", glue, { type: types[".js"], body: half(bytes(glue)) }],
    ["the glue comes as a text", glue, { type: types[".txt"], body: bytes(glue) }],
  ];
  for (const [what, file, answer] of broken) {
    test(`${what}: the page says so, can be read, and loads again`, async () => {
      await onSite({ [folder + file]: answer }, async (site, address) => {
        await page.open(address);
        await assertGivenUp(page, words.en.status_failed);
        // The glue warns of a wrong type before it tries; the browser tells of a file that it could not load.
        const expected = [/^not loaded: /, /^console\.warn: `WebAssembly\.instantiateStreaming` failed/];
        const errors = (await complaints(page)).filter((text) => !expected.some((one) => one.test(text)));
        assert.deepEqual(errors, []);
        delete site.pages[folder + file];
        await page.click("renew");
        await page.ready();
        assert.equal(await page.status(), "");
        await page.open("about:blank");
      });
    });
  }

  for (const type of ["text/html", "application/octet-stream"]) {
    test(`a host that serves the program as ${type} slows it down, and nothing else`, async () => {
      await onSite({ [folder + wasm]: { type, body: bytes(wasm) } }, async (site, address) => {
        await page.openReady(address);
        assert.equal(await page.clock(), opening);
        await page.playABit();
        assert.equal(await page.status(), "");
        const said = await complaints(page);
        assert.equal(said.length, 1, said.join("\n"));
        assert.match(said[0], /^console\.warn: `WebAssembly\.instantiateStreaming` failed because your server/);
        await page.open("about:blank");
      });
    });
  }
}

function typefaces(world) {
  test("without its typefaces the page has its names and words in others", async () => {
    const { page } = world;
    const fonts = readdirSync(join(dist, "fonts")).filter((file) => file.endsWith(".woff2"));
    // One does not come, the other is broken.
    const answers = fonts.map((file, at) => [`${folder}fonts/${file}`, at === 0
      ? { status: 404, type: types[".txt"], body: "not here" }
      : { type: types[".woff2"], body: half(readFileSync(join(dist, "fonts", file))) }]);
    assert.equal(answers.length, 2);
    await onSite(Object.fromEntries(answers), async (site, address) => {
      await page.openReady(address);
      const seen = await page.run(`return document.fonts.ready.then(() => ({
        loaded: [...document.fonts].filter(({ status }) => status === "loaded").length,
        failed: [...document.fonts].filter(({ status }) => status === "error").length,
        names: [...document.querySelectorAll(".town text")].filter((name) => name.getBoundingClientRect().width > 5).length,
        clock: document.querySelector('${testId("clock")}').getBoundingClientRect().height,
      }))`);
      assert.equal(seen.loaded, 0);
      assert.ok(seen.failed >= 2, `${seen.failed} typefaces were asked for in vain`);
      assert.ok(seen.names > 8, `${seen.names} towns are named`);
      assert.ok(seen.clock > 10, `the clock is ${seen.clock} px high`);
      assert.ok((await page.visibleText()).length > 5000);
      assert.equal(await page.status(), "");
      await page.playABit();
      assert.deepEqual(await complaints(page), []);
      await page.open("about:blank");
    });
  });
}
