// The long lists, which a page on a site loads when they are wanted, and not before.
import assert from "node:assert/strict";
import { test } from "../attempts.mjs";
import { opening, sources } from "../content.mjs";
import { testId, until } from "../page.mjs";
import { folder, serve } from "../server.mjs";

const there = "return document.getElementById('claims') !== null";

export function longLists(world) {
  const { page } = world;

  // A site of its own, so that what is asked of it is this test's.
  async function onSite(act, given = {}) {
    const site = await serve(given);
    const asked = () => site.log.filter(({ path }) => path === `${folder}lists.en.html`).length;
    try {
      await page.openReady(`${site.page}#lang=en&t=${opening}`);
      await act(site, asked);
    } finally {
      await page.open("about:blank");
      await site.stop();
    }
  }

  test("the lists come when the reader is near them, once, and nothing jumps", async () => {
    await onSite(async (site, asked) => {
      assert.equal(await page.run(there), false);
      assert.equal(asked(), 0);
      // The links to them are then a whole window below.
      await page.scrollTo("#to-lists", 2);
      await until("the lists are there", () => page.run(there));
      await page.scrollTo(testId("claims"), 0.1);
      const { top } = await page.place(testId("claims"));
      await page.run("return new Promise((done) => setTimeout(done, 300))");
      assert.ok(Math.abs((await page.place(testId("claims"))).top - top) < 5);
      assert.equal(asked(), 1);
      assert.equal(await page.run("return document.querySelectorAll('#lists > section').length"), 4);
      assert.equal(await page.run("return document.querySelectorAll('#sources > ol > li').length"), sources.length);
      assert.equal(await page.run("return document.querySelectorAll('[id=sources]').length"), 1);
      assert.equal(await page.run("return document.querySelectorAll('[id=lists], [id=claims]').length"), 2);
    });
  });

  test("a mark, a link and a column ask for them too", async () => {
    await onSite(async (site, asked) => {
      await page.press(".passage .mark");
      await until("the note is open", () => page.run("return document.querySelector('[data-note]') !== null"));
      assert.equal(asked(), 1);
    });
    await onSite(async (site, asked) => {
      const source = await page.run(`const link = document.querySelector(".events a[href*='#source-']");
        link.click(); return link.getAttribute("href")`);
      assert.match(source, /^lists\.en\.html#source-/);
      await until("the source is in view", () => page.inView(source.slice("lists.en.html".length)));
      assert.equal(await page.run("return document.documentElement.dataset.ready"), "true", "the page has not been left");
      assert.equal(asked(), 1);
    });
    await onSite(async (site, asked) => {
      await page.openReady(`${site.page}#lang=en&show=claim-c2`);
      await until("the claim is in view", () => page.inView("#claim-c2"));
      assert.equal(await page.status(), "");
      assert.equal(asked(), 1);
    });
  });

  test("where they cannot be loaded the page says so, and a link leads to the page that holds them", async () => {
    let gone = true;
    const waits = (path) => {
      if (gone && path === `${folder}lists.en.html`) throw new Error("gone");
    };
    await onSite(async () => {
      await page.press(".passage .mark");
      await until("it says so", async () => (await page.status()).includes("lists"));
      assert.equal(await page.run("return document.querySelector('[data-note]')"), null);
      gone = false;
      await page.press(".passage .mark");
      await until("the next try opens it", () => page.run("return document.querySelector('[data-note]') !== null"));
      assert.equal(await page.status(), "", "what was said is no longer true");
    }, { delay: waits });
    gone = true;
    await onSite(async () => {
      await page.press("#to-lists a");
      await until("the other page", () => page.run("return location.pathname.endsWith('lists.en.html')"));
    }, { delay: waits });
  });
}
