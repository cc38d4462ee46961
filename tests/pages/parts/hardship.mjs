// The page in places that take something away from it: it says so, and what can be read stays readable.
import assert from "node:assert/strict";
import { test } from "../attempts.mjs";
import { join } from "node:path";
import { events, opening, plain, reactions } from "../content.mjs";
import { pause, until } from "../page.mjs";
import { assertReadable } from "../readable.mjs";
import { dist, folder, oneFile, serve } from "../server.mjs";
import { copyWithFirst } from "../watch.mjs";

const frame = (attributes, address) => `<!doctype html><meta charset="utf-8"><title>a host</title>
<iframe ${attributes} src="${address}" style="width:100%;height:700px;border:0"></iframe>`;

export function hardship(world) {
  const { name } = world.engine;

  test("in a frame that forbids storage the page works", async () => {
    const { page, server, engine } = world;
    server.pages["/sandbox.html"] = frame('sandbox="allow-scripts"', `${folder}five-armies.html`);
    await page.open(server.url("/sandbox.html"));
    await engine.driver.switchTo().frame(0);
    await page.ready();
    const storage = await page.run("try { localStorage; return 'there' } catch { return 'forbidden' }");
    assert.equal(storage, "forbidden");
    assert.equal(await page.clock(), opening);
    await page.chooseTheme("dark");
    assert.equal(await page.theme(), "dark");
    await page.pressPlay();
    await until("the clock advances", async () => (await page.clock()) !== opening);
    await page.pressPlay();
  });

  const takenAway = [
    { what: "DecompressionStream", source: "five-armies.html", script: "delete window.DecompressionStream" },
    { what: "WebAssembly", source: "five-armies.html", script: "delete window.WebAssembly" },
    { what: "WebAssembly", source: "index.html", script: "delete window.WebAssembly" },
  ];
  for (const { what, source, script } of takenAway) {
    test(`${source} without ${what} says so and can be read`, async () => {
      const { page, server } = world;
      server.pages[`${folder}without.html`] = () => copyWithFirst(join(dist, source), script);
      await page.open(`${server.page}without.html`);
      assert.equal(await page.run(`return typeof window.${what}`), "undefined");
      await until("the status line says so", () => page.status());
      await assertReadable(page);
      assert.equal(await page.isReady(), false);
    });
  }

  test("under a policy without 'wasm-unsafe-eval' the page says so and can be read", async () => {
    const { page } = world;
    const policy = "default-src 'self' data:; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'";
    const strict = await serve({ headers: { "content-security-policy": policy } });
    try {
      for (const file of ["index.html", "five-armies.html"]) {
        await page.open(strict.page + file);
        const ready = await until(`${file} works or says that it cannot`, async () =>
          (await page.isReady()) ? "ready" : (await page.status()) && "said so");
        // WebKit lets the page's own policy allow what the host's forbids; then the page simply works.
        if (name === "webkit" && ready === "ready") continue;
        assert.equal(ready, "said so");
        await assertReadable(page);

        strict.pages["/host.html"] = frame("", folder + file);
        await page.open(strict.url("/host.html"));
        await world.engine.driver.switchTo().frame(0);
        const framed = await until(`${file} works or says so in a frame`, async () =>
          (await page.isReady()) ? "ready" : (await page.status()) && "said so");
        if (name === "webkit" && framed === "ready") continue;
        assert.equal(framed, "said so");
        await assertReadable(page);
      }
    } finally {
      await page.open("about:blank");
      await strict.stop();
    }
  });

  // A sandbox without allow-scripts switches scripts off inside, in every engine; with the host's origin the test
  // can still look in from outside.
  test("without scripts: title, map, the table of events and every reaction", async () => {
    const { page, server } = world;
    const programs = () => server.log.filter(({ path }) => path.endsWith(".wasm")).length;
    for (const file of ["index.html", "five-armies.html"]) {
      const before = programs();
      server.pages["/no-script.html"] = frame('sandbox="allow-same-origin"', folder + file);
      await page.open(server.url("/no-script.html"));
      const seen = await until("the frame is loaded", () => page.run(lookIntoFrame));
      assert.notEqual(seen.ready, "true", "scripts are off");
      assert.ok(seen.title.length > 5, `title: ${seen.title}`);
      assert.ok(seen.heading.length > 5, `heading: ${seen.heading}`);
      assert.ok(seen.paths > 10, `${file}: the map's still has ${seen.paths} paths`);
      assert.ok(seen.mapHeight > 100, `${file}: the map is ${seen.mapHeight} px high`);
      assert.ok(seen.towns > 8, `${file}: ${seen.towns} towns are named`);
      assert.equal(programs(), before, "nobody loads a program that cannot run");
      assert.deepEqual(seen.hiddenReactions, [], `${file}: reactions that cannot be read`);
      assert.equal(seen.reactions, reactions.length);
      assert.ok(seen.rows >= events.length / 2, `${file}: a table of events with ${seen.rows} rows`);
      const text = plain(seen.text);
      const missing = events.filter(({ title }) => !text.includes(plain(title.en)));
      assert.deepEqual(missing.map(({ id }) => id), [], `${file}: events that cannot be read`);
    }
  });

  if (name === "chromium") chromiumOnly(world);
}

const lookIntoFrame = `
  const inside = document.querySelector("iframe").contentDocument;
  const map = inside?.querySelector('[data-testid="map"]');
  if (!map || inside.readyState !== "complete") return null;
  const show = (element) => element.getClientRects().length > 0;
  const entries = [...inside.querySelectorAll('[data-testid^="reaction-"]')];
  return {
    ready: inside.documentElement.dataset.ready,
    title: inside.title,
    heading: inside.querySelector("h1")?.innerText ?? "",
    paths: [...map.querySelectorAll("path")].filter((path) => path.getBoundingClientRect().width > 0).length,
    mapHeight: map.getBoundingClientRect().height,
    towns: [...map.querySelectorAll(".town text")].filter(show).length,
    reactions: entries.length,
    hiddenReactions: entries.filter((entry) => !show(entry)).map((entry) => entry.dataset.testid),
    rows: [...inside.querySelectorAll("table tr")].filter(show).length,
    text: inside.body.textContent,
  };`;

function chromiumOnly(world) {
  test("with scripts switched off in the browser, a still and the words", async () => {
    const { page, url, engine } = world;
    for (const scheme of ["http", "file"]) {
      await page.open("about:blank");
      await engine.driver.sendDevToolsCommand("Emulation.setScriptExecutionDisabled", { value: true });
      try {
        await engine.driver.get(url(scheme));
        await assertReadable(page);
        assert.equal(await page.isReady(), false);
      } finally {
        await engine.driver.sendDevToolsCommand("Emulation.setScriptExecutionDisabled", { value: false });
      }
    }
  });

  test("with reduced motion play steps from event to event and says so", async () => {
    const { page, url, engine } = world;
    const emulate = (value) => engine.driver.sendDevToolsCommand("Emulation.setEmulatedMedia", {
      features: [{ name: "prefers-reduced-motion", value }],
    });
    await emulate("reduce");
    try {
      await page.openReady(url("http"));
      assert.match(await page.visibleText(), /\bmotion\b/i, "a note about motion");
      await page.run(`const clock = document.querySelector('[data-testid="clock"]');
        window.__steps = [];
        new MutationObserver(() => window.__steps.push(clock.getAttribute("datetime")))
          .observe(clock, { attributes: true, attributeFilter: ["datetime"] });`);
      await page.pressPlay();
      await until("the clock has made two steps", () => page.run("return window.__steps.length >= 2"), 60_000);
      await page.pressPlay();
      const steps = await page.run("return window.__steps");
      const known = events.map(({ when }) => String(when));
      assert.deepEqual(steps.filter((step) => !known.includes(step)), [], `steps: ${steps}`);
      await pause(500);
    } finally {
      await emulate("");
    }
  });
}
