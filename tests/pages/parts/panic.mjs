// The program's end in the middle of its work: what it leaves behind can be read, says so, and can be loaded again.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "../attempts.mjs";
import { opening, words } from "../content.mjs";
import { testId } from "../page.mjs";
import { assertGivenUp } from "../readable.mjs";
import { dist, folder } from "../server.mjs";
import { copyWithFirst } from "../watch.mjs";

// Markup that is not the host's: Leptos panics where it finds another element than it wrote.
const foreign = (html) => html.replace('<div id="page">', '<div id="page"><div>not what was written</div>');

// Every byte of the program's memory is made one that means nothing: whatever it does next, it panics or traps. A
// script of the page's own, because what a driver runs has in Firefox its own copy of every module.
const destroyer = `window.destroy = async () => {
  const { default: init } = await import(document.querySelector("link[rel=modulepreload]").href);
  new Uint8Array((await init()).memory.buffer).fill(0xff);
}`;

export function panic(world) {
  test("a panic at the start leaves the page readable, says so and offers to load it again", async () => {
    const { page, server } = world;
    const address = `${folder}foreign.html`;
    server.pages[address] = async () => foreign(await readFile(join(dist, "index.html"), "utf8"));
    try {
      await page.open(`${server.url(address)}#lang=en`);
      await assertGivenUp(page, words.en.status_failed);
      server.pages[address] = () => readFile(join(dist, "index.html"), "utf8");
      await page.click("renew");
      await page.ready();
      assert.equal(await page.status(), "");
    } finally {
      delete server.pages[address];
    }
  });

  test("a panic while it plays, in a dialog, presented or shown in part does the same", async () => {
    const { page, server } = world;
    const address = `${folder}destroyed.html`;
    server.pages[address] = () => copyWithFirst(join(dist, "index.html"), destroyer);
    const visits = [
      { hash: "", act: () => page.pressPlay() },
      { hash: "&theme=dark", act: () => page.click("embed") },
      { hash: "&mode=present", act: () => page.pressPlay() },
      { hash: "&view=map", act: () => page.pressPlay() },
    ];
    for (const { hash, act } of visits) {
      await page.openReady(`${server.url(address)}#lang=en${hash}`);
      await act();
      await page.driver.executeAsyncScript("destroy().then(arguments[0])");
      // Whatever the reader does next meets the dead program.
      await page.run(`dispatchEvent(new KeyboardEvent("keydown", { key: "End", bubbles: true }));
        document.querySelector('${testId("scrubber")}').dispatchEvent(new Event("input", { bubbles: true }))`);
      await assertGivenUp(page, words.en.status_stopped);
      await page.click("renew");
      await page.ready();
      assert.equal(await page.clock(), opening);
    }
  });
}
