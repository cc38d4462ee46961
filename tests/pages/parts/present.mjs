// The page before a room: led by a presenter, or left alone.
import assert from "node:assert/strict";
import { test } from "../attempts.mjs";
import { Key } from "selenium-webdriver";
import { beginning, events, opening, reactionsAt, storyEnd, told } from "../content.mjs";
import { pause, testId, until } from "../page.mjs";
import { setViewport } from "../viewport.mjs";

const press = (page, ...keys) => page.driver.actions().sendKeys(...keys).perform();

const mode = (page) => page.run("return document.documentElement.dataset.mode ?? ''");
const drawn = (page, css) => page.run("return document.querySelector(arguments[0]).getClientRects().length > 0", css);
const black = (page) => page.run(`return getComputedStyle(document.querySelector(".page"), "::after").backgroundColor === "rgb(0, 0, 0)"
  && getComputedStyle(document.querySelector(".page"), "::after").content !== "none"`);

const times = [...new Set(events.filter(told("record")).map(({ when }) => beginning(when)))].sort();
const after = (moment) => times.find((when) => when > moment);
const before = (moment) => times.findLast((when) => when < moment);

// As if some time had passed: the page asks one clock.
const ahead = (page, seconds) => page.run(`window.__ahead = (window.__ahead ?? 0) + arguments[0] * 1000;
  if (!window.__now) { window.__now = performance.now.bind(performance); performance.now = () => window.__now() + window.__ahead; }`, seconds);

export function presentation(world) {
  const { page, engine, url } = world;
  const english = (hash) => url("http", `#lang=en&${hash}`);

  test("the address asks for a presentation: map and clock alone, in large type", async () => {
    await page.open("about:blank");
    await setViewport(engine, 1600, 900);
    await page.openReady(english("mode=present&t=1968-08-21T02:20"));
    assert.equal(await mode(page), "present");
    for (const css of [".panel", ".masthead", ".tabs"]) assert.equal(await drawn(page, css), false, css);
    const { wide, high, small } = await page.run(`
      const { scrollWidth, scrollHeight } = document.scrollingElement;
      const sizes = [...document.querySelectorAll(".caption, .clock time span, .clock .hour, .clock button, .clock label span, .leave, .zoom button")]
        .filter((element) => element.getClientRects().length && element.textContent.trim() && !element.closest(".scale .ticks"))
        .map((element) => [element.textContent.trim(), parseFloat(getComputedStyle(element).fontSize)]);
      const drawn = [...document.querySelectorAll(":is(.live, .names) text")].filter((text) => text.getClientRects().length && text.textContent.trim())
        .map((text) => {
          const m = text.getScreenCTM();
          return [text.textContent, parseFloat(getComputedStyle(text).fontSize) * Math.hypot(m.a, m.b)];
        });
      return { wide: scrollWidth - innerWidth, high: scrollHeight - innerHeight,
        small: [...sizes, ...drawn].filter(([, size]) => size < 24 * innerHeight / 1080 - 0.1) };`);
    assert.ok(wide <= 0 && high <= 0, `it scrolls by ${wide} and ${high} px`);
    assert.deepEqual(small, [], "what is smaller than 24 px on a screen of 1080");
  });

  test("arrows and clickers step events, b blanks the screen, r shows the reactions, Escape leaves", async () => {
    await page.openReady(english(`mode=present&t=${opening}`));
    let at = opening;
    for (const key of [Key.PAGE_DOWN, Key.ARROW_RIGHT, Key.ARROW_DOWN, Key.ENTER]) {
      at = after(at);
      await press(page, key);
      await until(`${at} by a key forward`, async () => (await page.clock()) === at);
    }
    for (const key of [Key.PAGE_UP, Key.ARROW_LEFT, Key.ARROW_UP, Key.BACK_SPACE]) {
      at = before(at);
      await press(page, key);
      await until(`${at} by a key back`, async () => (await page.clock()) === at);
    }
    for (const [key, back] of [["b", "b"], [".", Key.PAGE_DOWN]]) {
      await press(page, key);
      await until("the screen is black", () => black(page));
      await press(page, back);
      await until("and is not", async () => !(await black(page)));
      assert.equal(await page.clock(), at, "the key that brings it back does nothing else");
    }
    await page.followLink("#lang=en&mode=present&t=1968-08-23T12:00", "1968-08-23T12:00");
    await press(page, "r");
    await until("the reactions lie over the map", () => drawn(page, ".reactions"));
    const shown = await page.run(`return [...document.querySelectorAll(".reaction")].filter((entry) => entry.getClientRects().length)
      .map(({ id }) => id.slice("reaction-".length))`);
    assert.deepEqual(shown.sort(), reactionsAt("1968-08-23T12:00").sort());
    const scrolls = `const panel = document.getElementById("panel"); return [panel.scrollTop, panel.scrollHeight > panel.clientHeight]`;
    assert.deepEqual(await page.run(scrolls), [0, true]);
    // A busy browser may not yet know of what it has just drawn that it scrolls.
    await until("they scroll", async () => {
      await press(page, Key.ARROW_DOWN);
      return (await page.run(scrolls))[0] > 0;
    });
    assert.equal(await page.clock(), "1968-08-23T12:00");
    await press(page, "r");
    await until("they are gone", async () => !(await drawn(page, ".reactions")));
    await press(page, "?");
    await until("the keys are listed", () => drawn(page, testId("keys-dialog")));
    await press(page, Key.ESCAPE);
    await until("and no more", async () => !(await drawn(page, testId("keys-dialog"))));
    assert.equal(await mode(page), "present");
    await press(page, Key.ESCAPE);
    await until("it is a page to read", async () => (await mode(page)) === "");
    assert.equal(await drawn(page, ".panel"), true);
    await until("the address no longer asks for it", async () => !(await page.hash()).includes("mode"));
  });

  test("a button begins it and another ends it", async () => {
    await page.openReady(english(`t=${opening}`));
    assert.equal(await drawn(page, testId("leave")), false);
    await page.click("present");
    await until("it is presented", async () => (await mode(page)) === "present");
    await press(page, Key.PAGE_DOWN);
    await until("keys act at once", async () => (await page.clock()) === after(opening));
    await until("the button is there", () => drawn(page, testId("leave")));
    // A window that becomes the whole screen may take a while.
    await pause(500);
    await page.press(testId("leave"));
    await until("it is a page to read", async () => (await mode(page)) === "");
    await until("the whole screen is given back", () => page.run("return document.fullscreenElement === null"));
    assert.equal(await page.run("return document.activeElement.dataset.testid"), "present");
    // And one that is made small again: until it is there, WebKit's takes no keys.
    await until("the window has the focus", () => page.run("return document.hasFocus()"));
    await pause(500);
    await press(page, "p");
    await until("a key begins it too", async () => (await mode(page)) === "present");
    await page.press(testId("leave"));
    await until("and it ends", async () => (await mode(page)) === "");
    await pause(500);
  });

  test("the compact page can be presented too, and shows its list of keys", async () => {
    await page.openReady(url("http", `?embed=1#lang=en&t=${opening}`));
    await press(page, "?");
    await until("the keys are listed", () => drawn(page, testId("keys-dialog")));
    await press(page, Key.ESCAPE);
    await page.openReady(url("http", `?embed=1#lang=en&mode=present&t=${opening}`));
    assert.equal(await drawn(page, ".tabs"), false);
    await press(page, Key.PAGE_DOWN);
    await until("a clicker steps", async () => (await page.clock()) === after(opening));
  });

  test("left alone it plays, stands at its end and begins again", async () => {
    await page.openReady(english("mode=kiosk"));
    assert.equal(await mode(page), "kiosk");
    await until("it plays by itself", () => page.playing());
    assert.equal(await drawn(page, testId("play")), true, "and can be paused");
    await page.setScrubber(1);
    await until("it stands at the end", async () => !(await page.playing()) && (await page.clock()) === storyEnd);
    await ahead(page, 10);
    await until("it begins again", async () => (await page.playing()) && (await page.clock()) < "1968-08-22");
    await press(page, " ");
    await until("the play key pauses it", async () => !(await page.playing()));
  });

  test("a visitor has the clock, and ninety seconds after the last touch the next one finds it anew", async () => {
    await page.openReady(english("mode=kiosk"));
    await until("it plays by itself", () => page.playing());
    await (await page.driver.findElement({ id: "stage" })).click();
    await until("a touch stops it", async () => !(await page.playing()));
    await press(page, "4", "+", "+");
    await until("the visitor is in another act", async () => (await page.clock()) > "1968-08-27");
    await press(page, "r");
    await until("with reactions", () => drawn(page, ".reactions"));
    await ahead(page, 80);
    await pause(2500);
    assert.equal(await page.playing(), false, "80 s are not enough");
    await press(page, Key.TAB);
    await ahead(page, 80);
    await pause(2500);
    assert.equal(await page.playing(), false, "nor after another touch");
    await ahead(page, 15);
    await until("it plays from the opening", async () => (await page.playing()) && (await page.clock()) < "1968-08-22");
    assert.equal(await drawn(page, ".reactions"), false, "what the visitor opened is closed");
    assert.equal(await page.run(`return document.querySelector(".live > g").getAttribute("transform").includes("scale(1)")
      || document.getElementById("stage").dataset.near === "false"`), true, "the map is whole");
    await press(page, Key.ESCAPE);
    await until("Escape leaves it", async () => (await mode(page)) === "");
    assert.equal(await page.playing(), false);
    await ahead(page, 600);
    await pause(2500);
    assert.equal(await page.playing(), false, "and then it is a page like any other");
    await page.open("about:blank");
    await setViewport(engine, 1200, 800);
  });

  // WebKit's driver sets timers of its own in the page.
  if (world.name !== "webkit") test("a page that is no kiosk has no timer", async () => {
    const count = `window.__timers = 0;
      for (const name of ["setInterval", "setTimeout"]) {
        const own = window[name];
        window[name] = (...given) => { window.__timers += 1; return own(...given); };
      }`;
    await page.openReady(english(`mode=present&t=${opening}`));
    await pause(1000);
    await page.run(count);
    await pause(1500);
    assert.equal(await page.run("return window.__timers"), 0);
  });
}
