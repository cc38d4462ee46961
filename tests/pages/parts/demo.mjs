// The example post: real text around the map, put in by each of the three ways.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { test } from "../attempts.mjs";
import { join } from "node:path";
import { Host } from "../hosts.mjs";
import { testId, until } from "../page.mjs";
import { dist, folder } from "../server.mjs";
import { copyWithFirst, watchScript } from "../watch.mjs";

const file = join(dist, "demo/index.html");
const path = `${folder}demo/index.html`;
// The page's dialog leads to these by name.
const mapA = "#frame iframe";
const mapB = "#script iframe";
const mapC = "#element five-armies";

export function demoPost(world) {
  const { server } = world;
  const host = new Host(world);

  const clockIn = (css) => host.inFrame(css, "return inside.document.querySelector(arguments[2])?.getAttribute('datetime')", testId("clock"));
  // Frames come as one scrolls to them.
  const clockBecomes = (css, moment) => until(`the map ${css} is at ${moment}`, async () => {
    await host.run("document.querySelector(arguments[0]).scrollIntoView()", css);
    const ready = await host.inFrame(css, "return inside.document?.documentElement?.dataset.ready === 'true'");
    return ready && (await clockIn(css)) === moment;
  });

  test("the example post shows the map in its three ways, without an error and without asking anybody else", async () => {
    const { page, watcher } = world;
    server.pages[`${folder}demo/watched.html`] = () => copyWithFirst(file, watchScript);
    await page.open("about:blank");
    await watcher.errors();
    await watcher.requests();
    server.log.length = 0;
    await page.open(server.url(`${folder}demo/watched.html`));
    await clockBecomes(mapA, "1968-08-20T23:00");
    await clockBecomes(mapB, "1968-08-21T00:00");
    await clockBecomes(mapC, "1968-08-21T05:00");
    assert.deepEqual(await watcher.errors(), []);
    const own = (address) => /^(data|blob|about):/.test(address) || address.startsWith(server.origin);
    assert.deepEqual((await watcher.requests()).filter((address) => !own(address)), []);
    const amiss = server.log.filter(({ path, status }) => status >= 400 || !(path.startsWith(folder) || path === "/favicon.ico"));
    assert.deepEqual(amiss, []);
  });

  test("times in the example post lead into the next map, an #fa= address into the first", async () => {
    const { page, engine } = world;
    await page.open(`${server.url(path)}#fa=t=1968-08-21T04:35`);
    await clockBecomes(mapA, "1968-08-21T04:35");
    await clockBecomes(mapB, "1968-08-21T00:00");
    await clockBecomes(mapC, "1968-08-21T05:00");
    const follow = async (t) => {
      const link = await engine.driver.findElement({ css: `[data-fa="t=${t}"]` });
      await host.run("arguments[0].scrollIntoView({ block: 'center' })", link);
      await link.click();
    };
    await follow("1968-08-21T01:55");
    await clockBecomes(mapB, "1968-08-21T01:55");
    await follow("1968-08-21T07:30");
    await clockBecomes(mapC, "1968-08-21T07:30");
    assert.equal(await clockIn(mapA), "1968-08-21T04:35", "the first map stays where it was");
    assert.equal(await host.run("return location.pathname"), path);
    // Without embed.js each of these is a link to the same moment on the page itself.
    const astray = await host.run(`return [...document.querySelectorAll("a[data-fa]")]
      .filter((link) => !link.href.startsWith(new URL("../index.html", location.href).href) || !link.hash.endsWith("#" + link.dataset.fa))
      .map((link) => link.outerHTML)`);
    assert.deepEqual(astray, []);
  });

  test("the example post fits a wide screen and the narrowest, and is in order", async () => {
    for (const width of [1440, 768, 320]) {
      server.pages["/wide.html"] = `<!doctype html><meta charset="utf-8"><title>a window</title>
        <iframe id="post" title="the post" src="${path}" style="width:${width}px;height:700px;border:0"></iframe>`;
      await world.page.open(server.url("/wide.html"));
      const seen = await until("the post is loaded", () => host.inFrame("#post", `
        const { document } = inside;
        if (document.readyState !== "complete" || !document.querySelector("five-armies")?.shadowRoot) return null;
        const sizes = [...document.querySelectorAll("iframe, five-armies")].map((place) => place.getBoundingClientRect());
        return {
          width: inside.innerWidth,
          wide: document.scrollingElement.scrollWidth,
          maps: sizes.map(({ width, height }) => ({ width, height })),
          headings: [...document.querySelectorAll("h1, h2, h3, h4")].map(({ localName }) => localName),
          unnamed: [...document.querySelectorAll("iframe:not([title]), five-armies:not([title]), img:not([alt])")].length,
        }`));
      assert.equal(seen.width, width);
      assert.ok(seen.wide <= width, `${seen.wide} px wide in ${width}`);
      assert.equal(seen.maps.length, 3);
      for (const map of seen.maps) {
        assert.ok(map.width >= Math.min(width - 60, 600) && map.height >= 300, `at ${width} a map has ${map.width} x ${map.height}`);
      }
      assert.deepEqual([...new Set(seen.headings)], ["h1", "h2"]);
      assert.equal(seen.headings.filter((name) => name === "h1").length, 1);
      assert.equal(seen.unnamed, 0);
    }
  });

  test("the example post's policy knows its style sheet, and without scripts its still is there", async () => {
    const html = await readFile(file, "utf8");
    const [, css] = /<style>([^]*?)<\/style>/.exec(html);
    const hash = `'sha256-${createHash("sha256").update(css).digest("base64")}'`;
    assert.ok(html.includes(`style-src ${hash};`), `the style sheet was changed: its policy has to say ${hash}`);

    server.pages["/no-script.html"] = `<!doctype html><meta charset="utf-8"><title>a host</title>
      <iframe id="post" title="the post" sandbox="allow-same-origin" src="${path}" style="width:100%;height:700px"></iframe>`;
    await world.page.open(server.url("/no-script.html"));
    const still = await until("the post is loaded", () => host.inFrame("#post", `
      const { document } = inside;
      if (document.readyState !== "complete" || !document.querySelector("five-armies")) return null;
      const picture = document.querySelector("five-armies img");
      return { drawn: picture.getClientRects().length, loaded: picture.naturalWidth, link: picture.closest("a").href }`));
    assert.equal(still.drawn, 1);
    assert.ok(still.loaded > 600, `the picture is ${still.loaded} px wide`);
    assert.equal(still.link, server.url(`${folder}index.html#t=1968-08-21T05:00`));
  });
}
