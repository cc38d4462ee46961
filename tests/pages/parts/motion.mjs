// Less motion: asked for by the system or by the reader, said on the page, taken back by the reader; and nothing flashes.
import assert from "node:assert/strict";
import { test } from "../attempts.mjs";
import { events, plain, told } from "../content.mjs";
import { start } from "../engines.mjs";
import { Page, testId, until } from "../page.mjs";

const note = (page) => page.run(`const note = document.querySelector('${testId("calm")}');
  return note.getClientRects().length ? note.innerText : ""`);
const pressNote = (page) => page.press(`${testId("calm")} button`);
const root = (page) => page.run("return document.documentElement.dataset.motion");

// Every moment that the clock comes to from now on, with the words under it.
const record = `const [clock, caption] = ["clock", "caption"].map((name) => document.querySelector('[data-testid="' + name + '"]'));
  window.__steps = [];
  new MutationObserver(() => setTimeout(() =>
    window.__steps.push([clock.getAttribute("datetime"), caption.textContent])))
    .observe(clock, { attributes: true, attributeFilter: ["datetime"] });`;
const recorded = (page) => page.run("return window.__steps");

// Steps from event to event, each with its own words.
async function assertSteps(page) {
  await page.run(record);
  await page.choose("speed", "fast");
  await page.pressPlay();
  await until("the clock has made three steps", async () => (await recorded(page)).length >= 3, 60_000);
  await page.pressPlay();
  const titles = new Map();
  for (const { when, title } of events.filter(told("record"))) {
    titles.set(String(when), [...(titles.get(String(when)) ?? []), plain(title.en)]);
  }
  for (const [moment, caption] of (await recorded(page)).slice(0, 3)) {
    assert.ok(titles.get(moment)?.includes(plain(caption)), `${moment}: ${caption}`);
  }
}

async function assertFlows(page) {
  await page.run(record);
  await until("the clock flows", async () => (await recorded(page)).length >= 5);
  const known = events.map(({ when }) => String(when));
  assert.ok((await recorded(page)).some(([moment]) => !known.includes(moment)), "between events too");
}

// A page in a browser whose system asks for less.
async function systemAsks(page, address) {
  await page.openReady(address);
  assert.equal(await page.run("return matchMedia('(prefers-reduced-motion: reduce)').matches"), true);
  assert.match(await note(page), /less motion/i);
  assert.equal(await root(page), "less");
  await assertSteps(page);

  // Taken back, and taken back again.
  await pressNote(page);
  assert.equal(await root(page), "full");
  assert.equal(await page.playing(), true);
  await assertFlows(page);
  await page.pressPlay();
  assert.equal(await page.chosen("motion"), "full");
  assert.match(await note(page), /as you have chosen/);
  await pressNote(page);
  assert.equal(await root(page), "less");
  assert.equal(await page.chosen("motion"), "less");
  await assertSteps(page);

  // As the system asks again.
  await page.choose("motion", "auto");
  assert.equal(await root(page), "less");
}

export function motion(world) {
  const { page, url, engine } = world;

  test("whoever wants less motion can have it, in this visit and the next", async () => {
    await page.openReady(url("http", "#lang=en"));
    assert.equal(await note(page), "");
    assert.equal(await page.chosen("motion"), "auto");
    await page.choose("motion", "less");
    assert.match(await note(page), /less motion/i);
    await assertSteps(page);
    await engine.driver.navigate().refresh();
    await page.ready();
    assert.equal(await page.chosen("motion"), "less");
    assert.equal(await root(page), "less");
    await page.choose("motion", "full");
    assert.equal(await note(page), "", "nobody asks for less");
    await page.pressPlay();
    await assertFlows(page);
    await page.pressPlay();
  });

  test("nothing flashes, nothing moves by style alone", async () => {
    await page.openReady(url("http", "#lang=en&t=1968-08-21T02:20"));
    const blinking = async () => page.run(`return document.getAnimations().map((one) => one.animationName ?? one.transitionProperty ?? String(one))`);
    assert.deepEqual(await blinking(), []);
    await page.pressPlay();
    await until("it plays", async () => (await page.clock()) !== "1968-08-21T02:20");
    assert.deepEqual(await blinking(), []);
    await page.pressPlay();
    const named = await page.run(`const names = [];
      const into = (rules) => [...rules].forEach((rule) => {
        if (rule instanceof CSSKeyframesRule) names.push(rule.name);
        else if (rule.cssRules) into(rule.cssRules);
      });
      [...document.styleSheets].forEach((sheet) => into(sheet.cssRules));
      return names`);
    assert.deepEqual(named, [], "animations in the style sheets");
  });

  if (world.name === "chromium") {
    test("where the system asks for less motion the story steps, says so, and the reader decides", async () => {
      const emulate = (value) => engine.driver.sendDevToolsCommand("Emulation.setEmulatedMedia", {
        features: [{ name: "prefers-reduced-motion", value }],
      });
      await emulate("reduce");
      try {
        await systemAsks(page, url("http", "#lang=en"));
        await emulate("");
        await until("the page follows the system", async () => (await root(page)) === "full");
        assert.equal(await note(page), "");
      } finally {
        await emulate("");
      }
    });
  }

  if (world.name === "firefox") {
    test("where the system asks for less motion the story steps, says so, and the reader decides", async () => {
      const calm = await start("firefox", { prefs: { "ui.prefersReducedMotion": 1 } });
      try {
        await systemAsks(new Page(calm), url("http", "#lang=en"));
      } finally {
        await calm.stop();
      }
    });
  }
}
