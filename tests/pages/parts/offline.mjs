// The service worker: after one visit the page needs no network; a new build comes when the reader says so, and whole.
import assert from "node:assert/strict";
import { test } from "../attempts.mjs";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { opening } from "../content.mjs";
import { start } from "../engines.mjs";
import { Page, pause, testId, until } from "../page.mjs";
import { dist, serve } from "../server.mjs";

const mark = "the next build";

// The same build as if it had been made anew: another text in every page, another revision.
async function nextBuild() {
  const folder = await mkdtemp(join(tmpdir(), "five-armies-next-"));
  await cp(dist, folder, { recursive: true });
  for (const file of ["index.html", "cs.html", "sk.html"]) {
    const page = await readFile(join(folder, file), "utf8");
    await writeFile(join(folder, file), page.replace("<title>", `<title>${mark} `));
  }
  const worker = await readFile(join(folder, "sw.js"), "utf8");
  const revision = /"[0-9a-f]{16}"/.exec(worker);
  assert.ok(revision, "the worker names its revision");
  await writeFile(join(folder, "sw.js"), worker.replace(revision[0], `"${"0".repeat(16)}"`));
  return folder;
}

const controlled = "return Boolean(navigator.serviceWorker?.controller)";

// What became of the worker, for who reads of a failure.
const workers = `return navigator.serviceWorker.getRegistration().then(async (found) => JSON.stringify({
  installing: found?.installing?.state, waiting: found?.waiting?.state, active: found?.active?.state,
  kept: await caches.keys() }))`;

// From the first visit over the offer of a new build to that build, and to visits without a network.
async function renewed(page, site, next) {
  await firstVisit(page, site);
  site.deploy(next);
  const title = () => page.driver.getTitle();
  const visit = () => page.openReady(`${site.page}#lang=en&t=1968-08-21T02:20`);
  await visit();
  assert.ok(!(await title()).includes(mark), "the build that was kept comes first");
  const offered = async () => /new version/i.test((await page.status()) ?? "");
  // The first visit may still have been looking, at the old build, when this one asked: then the next finds the new.
  await until("the status line offers the new one", offered, 15_000)
    .catch(() => visit().then(() => until("the status line offers the new one at the next visit", offered)))
    .catch(async ({ message }) => assert.fail(`${message}: ${await page.run(workers)}`));
  await page.click("renew");
  await until("the new build is there", async () => (await title()).includes(mark));
  await page.ready();
  assert.equal(await page.clock(), "1968-08-21T02:20", "at the same moment");
  assert.equal(await page.status(), "");
  site.cut();
  for (const file of ["", "sk.html"]) {
    await page.openReady(`${site.page}${file}`);
    assert.ok((await title()).includes(mark), `${file} is of the new build`);
  }
  const kept = await page.run("return caches.keys()");
  assert.equal(kept.length, 1, `one build is kept: ${kept}`);
}

async function firstVisit(page, site) {
  await page.openReady(`${site.page}#lang=en`);
  await until("the worker has taken over", () => page.run(controlled));
}

export function offline(world) {
  const { page, engine } = world;

  test("after one visit the page opens with the network cut, in every language", async () => {
    const site = await serve({ worker: true });
    try {
      await firstVisit(page, site);
      site.cut();
      for (const [file, language] of [["", "en"], ["index.html", "en"], ["cs.html", "cs"], ["?embed=1", "en"]]) {
        await page.openReady(`${site.page}${file}#lang=${language}`);
        assert.equal(await page.run("return document.documentElement.lang"), language);
        assert.equal(await page.clock(), opening);
        const fonts = await page.run(`return document.fonts.ready.then(() =>
          [...document.fonts].filter(({ status }) => status === "error").length)`);
        assert.equal(fonts, 0, "typefaces that did not come");
      }
      await page.pressPlay();
      await until("it plays", async () => (await page.clock()) !== opening);
    } finally {
      await page.open("about:blank");
      await site.stop();
    }
  });

  test("'kept' is said when the page is kept, and no longer when it is not", async () => {
    const site = await serve({ worker: true });
    try {
      await firstVisit(page, site);
      await page.click("share");
      await until("it says so", async () => ((await page.text("kept")) ?? "").length > 20);
      await page.run(`document.querySelector("[data-close=share]").click();
        return caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name))))`);
      await page.click("share");
      await pause(700);
      assert.equal(await page.text("kept"), "");
    } finally {
      await page.open("about:blank");
      await site.stop();
    }
  });

  // In a browser of its own: one of WebKit's that has seen a hundred sites before leaves the second look at a worker
  // undone now and then.
  test("a new build waits for the reader's word and then comes whole", async () => {
    const site = await serve({ worker: true });
    const next = await nextBuild();
    const own = await start(world.name);
    try {
      await renewed(new Page(own), site, next);
    } finally {
      await own.stop();
      await site.stop();
      await rm(next, { recursive: true, force: true });
    }
  });

  test("where there can be no worker nothing is said and nothing fails", async () => {
    const { server, watcher, watchedUrl } = world;
    await page.open("about:blank");
    await watcher.errors();
    await page.openReady(watchedUrl("file"));
    assert.equal(await page.status(), "");
    assert.deepEqual(await watcher.errors(), []);

    // A site of its own, so that what is asked of it is this test's.
    const site = await serve({ worker: true });
    try {
      server.pages["/framed-no-worker.html"] = `<!doctype html><meta charset="utf-8"><title>a host</title>
        <iframe src="${site.page}"></iframe>`;
      await page.open(server.url("/framed-no-worker.html"));
      await engine.driver.switchTo().frame(0);
      await page.ready();
      await pause(500);
      const asked = () => site.log.some(({ path }) => path.endsWith("/sw.js"));
      assert.equal(asked(), false, "a page on other people's sites keeps nothing");
      // That a page of its own does is what makes the answer worth something.
      await page.openReady(site.page);
      await until("the worker is asked for", asked);
    } finally {
      await page.open("about:blank");
      await site.stop();
    }
  });

  test("the manifest makes the page installable", async () => {
    const { server } = world;
    for (const file of ["index.html", "cs.html", "sk.html"]) {
      await page.openReady(`${server.page}${file}#lang=${file === "index.html" ? "en" : file.slice(0, 2)}`);
      const manifest = await page.run(`const link = document.querySelector("link[rel=manifest]");
        return fetch(link.href).then((answer) => answer.json())`);
      assert.ok(manifest.name && manifest.short_name && manifest.start_url && manifest.display === "standalone");
      const sizes = manifest.icons.map(({ sizes }) => sizes);
      assert.ok(sizes.includes("192x192") && sizes.includes("512x512"), sizes.join());
      assert.ok(manifest.icons.some(({ purpose }) => purpose?.includes("maskable")), "a maskable icon");
      for (const { src, sizes: wanted } of manifest.icons) {
        const size = await page.run(`const image = new Image(); image.src = new URL(arguments[0],
          document.querySelector("link[rel=manifest]").href); return image.decode().then(() => image.naturalWidth)`, src);
        assert.equal(`${size}x${size}`, wanted, src);
      }
    }
  });

  test("the one file can be saved from the page", async () => {
    const { server } = world;
    await page.openReady(`${server.page}#lang=en`);
    await page.click("share");
    const link = await page.run(`const link = document.querySelector('${testId("save")}');
      return { href: link.href, download: link.hasAttribute("download"), seen: link.getClientRects().length }`);
    assert.deepEqual(link, { href: `${server.page}five-armies.html`, download: true, seen: 1 });
    await page.openReady(world.url("file", "#lang=en"));
    await page.click("share");
    assert.equal(await page.run(`return document.querySelector('${testId("save")}')`), null);
    assert.match(await page.run(`return document.querySelector(".save-here").innerText`), /no network/);
  });
}
