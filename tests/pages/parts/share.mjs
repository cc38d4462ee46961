// The dialogs for sharing and embedding.
import assert from "node:assert/strict";
import { test } from "../attempts.mjs";
import { testId, until } from "../page.mjs";

const value = (page, name) => page.run("return document.querySelector(arguments[0]).value", testId(name));
const isOpen = (page, name) => page.run("return document.querySelector(arguments[0]).open", testId(`${name}-dialog`));

// The address in a code that can be copied.
const sourceIn = (code) => /<iframe src="([^"]*)"/.exec(code)?.[1].replaceAll("&amp;", "&");

export function share(world, scheme) {
  const { page, url, engine } = world;

  test("the link leads to this moment, account and language", async () => {
    await page.openReady(url(scheme, "#lang=cs&t=1968-08-21T02:20&basis=article"));
    await page.click("share");
    assert.equal(await isOpen(page, "share"), true);
    const link = await value(page, "share-link");
    assert.ok(link.startsWith(url(scheme).split("#")[0].replace(/[^/]*$/, "")), link);
    await page.open(link);
    await page.ready();
    assert.equal(await page.clock(), "1968-08-21T02:20");
    assert.equal(await page.run("return document.documentElement.lang"), "cs");
    assert.equal(await page.chosen("basis"), "article");
  });

  test("a dialog closes by its button and by the Escape key, and is written anew each time", async () => {
    await page.openReady(url(scheme, "#lang=en&t=1968-08-21T02:20"));
    await page.click("share");
    const first = await value(page, "share-link");
    await page.run(`document.querySelector("[data-close=share]").click()`);
    assert.equal(await isOpen(page, "share"), false);
    await page.followLink("#lang=en&t=1968-08-21T05:00", "1968-08-21T05:00");
    await page.click("share");
    const second = await value(page, "share-link");
    assert.ok(first.includes("T02:20") && second.includes("T05:00"), `${first} ${second}`);
    await engine.driver.actions().sendKeys("\uE00C").perform();
    await until("the dialog is closed", async () => !(await isOpen(page, "share")));
  });

  test("copying says that it is done, or selects the text for copying by hand", async () => {
    await page.openReady(url(scheme, "#lang=en"));
    await page.click("share");
    await page.click("copy-share-link");
    const said = await until("it says something", () => page.text("share-said"));
    if (/copied/i.test(said)) return;
    const [selected, all] = await page.run(`const input = document.querySelector('${testId("share-link")}');
      return [input.value.slice(input.selectionStart, input.selectionEnd), input.value]`);
    assert.equal(selected, all);
  });

  test("the three codes ask for what was chosen", async () => {
    await page.openReady(url(scheme, "#lang=en&t=1968-08-21T02:20"));
    await page.click("embed");
    const codes = async () => Promise.all(["frame", "script", "element"].map((way) => page.text(`code-${way}`)));
    const [plain, script, element] = await codes();
    const folder = scheme === "http" ? world.server.page : "ADDRESS/";
    for (const code of [plain, script]) {
      const source = sourceIn(code);
      assert.ok(source?.startsWith(folder) && source.includes("?embed=1"), code);
      assert.ok(!source.includes("t="), source);
    }
    assert.ok(!plain.includes("<script") && script.includes("embed.js") && element.includes("<five-armies "), element);

    await page.run(`const view = document.querySelector('${testId("embed-view")}');
      view.value = "map";
      view.dispatchEvent(new Event("change", { bubbles: true }));
      document.querySelector('${testId("embed-at")}').click()`);
    const [chosen, , chosenElement] = await codes();
    assert.match(sourceIn(chosen), /t=1968-08-21T02:20&view=map/);
    assert.match(chosenElement, / t="1968-08-21T02:20" view="map"/);
    if (scheme === "file") return;

    // What is copied works.
    world.server.pages["/pasted.html"] = `<!doctype html><meta charset="utf-8"><title>a host</title>${chosen}`;
    await page.open(world.server.url("/pasted.html"));
    await engine.driver.switchTo().frame(0);
    await page.ready();
    assert.equal(await page.clock(), "1968-08-21T02:20");
    assert.equal(await page.run(`return document.querySelector(".tabs").getClientRects().length`), 0);
    await page.open("about:blank");
  });

  if (scheme === "file") return;
  test("each way has a live preview, which ends with the dialog", async () => {
    await page.openReady(url(scheme, "#lang=en"));
    await page.click("embed");
    for (const way of ["frame", "script", "element"]) {
      await page.run(`document.querySelector("[data-preview=${way}]").click()`);
      const frame = await engine.driver.findElement({ css: `#preview-${way} iframe` });
      await engine.driver.switchTo().frame(frame);
      if (way === "frame") await page.ready();
      else await until("the demonstration is there", () => page.run(`return document.querySelectorAll("iframe, five-armies").length >= 2`));
      await engine.driver.switchTo().defaultContent();
      await page.run(`document.querySelector("[data-preview=${way}]").click()`);
      assert.equal(await page.run(`return document.querySelectorAll("#preview-${way} iframe").length`), 0);
    }
    await page.run(`document.querySelector("[data-preview=frame]").click()`);
    await engine.driver.actions().sendKeys("\uE00C").perform();
    await until("the dialog is closed", async () => !(await isOpen(page, "embed")));
    await until("its frames are gone", () => page.run(`return !document.querySelector(".preview iframe")`));
  });
}
