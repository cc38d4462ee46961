// What happens to a page while it plays, and is no affair of the story's: the machine's clock is wrong or jumps, the tab
// sleeps for a day, the window gets another size or another density, its frame shrinks to nothing and grows again.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "../attempts.mjs";
import { opening } from "../content.mjs";
import { assertSame, pause, testId, until } from "../page.mjs";
import { dist, folder } from "../server.mjs";
import { setViewport } from "../viewport.mjs";
import { copyWithFirst, watchScript } from "../watch.mjs";

// Every clock that a page can ask goes wrong by as many milliseconds as the test says, and the frames are counted. No
// driver can do that to a browser's own clocks.
const clocks = `{
  window.off = { date: 0, clock: 0, frames: 0 };
  const TrueDate = Date;
  window.Date = class extends TrueDate {
    constructor(...given) {
      super(...(given.length ? given : [TrueDate.now() + off.date]));
    }
    static now() {
      return TrueDate.now() + off.date;
    }
  };
  const { now } = Performance.prototype;
  Performance.prototype.now = function () {
    return now.call(this) + off.clock;
  };
  const ask = window.requestAnimationFrame;
  window.requestAnimationFrame = (act) => ask.call(window, (time) => {
    off.frames += 1;
    act(time + off.clock);
  });
  Object.defineProperty(Document.prototype, "hidden", { get: () => Boolean(off.hidden) });
}`;
const hour = 3_600_000;

// One frame takes the story on by 100 ms of its 160 seconds at most, however long the browser says it took.
const longestFrame = 100 / 160_000;
const rounding = 0.0001;

const state = `return { at: Number(document.querySelector('${testId("scrubber")}').value), frames: off.frames }`;
const complaints = (page) => page.run("return window.__watched");

// The map as it is drawn, element by element: the same moment in the same window gives the same.
const picture = `const drawn = (element) => !element.closest("[data-shown=false], [data-phase=absent]");
return [...document.querySelectorAll("#stage svg *")].filter(drawn).map((element) => {
  const own = [...element.attributes].filter(({ name, value }) => value || !["style", "class"].includes(name));
  const words = element.childElementCount ? "" : element.textContent.trim();
  return [element.localName, ...own.map(({ name, value }) => name + "=" + value).sort(), words].join(" ");
})`;

export function upsets(world) {
  wrongClocks(world);
  sizes(world);
  frames(world);
}

function wrongClocks(world) {
  const { page, server } = world;
  const address = `${folder}clocks.html`;
  server.pages[address] = () => copyWithFirst(join(dist, "index.html"), `${watchScript}\n${clocks}`);
  const open = (hash = "") => page.openReady(`${server.url(address)}#lang=en${hash}`);

  const setOff = (hours) => page.run("off.clock += arguments[0]; off.date += arguments[0]", hours * hour);

  // Plays through a jump of its clocks, neither leaping nor standing still.
  async function assertPlaysThrough(jump, act) {
    const before = await page.run(state);
    await act();
    await pause(500);
    const after = await page.run(state);
    const most = (after.frames - before.frames) * longestFrame + rounding;
    assert.ok(after.at >= before.at, `${jump}: it does not go back`);
    assert.ok(after.at - before.at <= most, `${jump}: ${JSON.stringify({ before, after, most })}`);
    await until(`${jump}: the clock goes on`, async () => (await page.run(state)).at > after.at);
    assert.equal(await page.playing(), true, jump);
  }

  test("where the machine believes it is 1970, and when it learns better, the page does not care", async () => {
    server.pages[`${folder}1970.html`] = () =>
      copyWithFirst(join(dist, "index.html"), `${watchScript}\n${clocks}\noff.date = -Date.now();`);
    await page.openReady(`${server.page}1970.html#lang=en`);
    assert.equal(await page.run("return new window.Date().getUTCFullYear()"), 1970);
    assert.equal(await page.clock(), opening);
    await page.pressPlay();
    for (const years of [100, -100]) {
      await assertPlaysThrough(`${years} years`, () => page.run("off.date += arguments[0]", years * 8766 * hour));
    }
    await page.pressPlay();
    assert.deepEqual(await complaints(page), []);
  });

  test("when every clock jumps while it plays, the story neither leaps nor stops", async () => {
    await open();
    await page.pressPlay();
    for (const hours of [3, -5, 24, -24]) {
      await assertPlaysThrough(`${hours} hours`, () => setOff(hours));
    }
    await page.pressPlay();
    await page.followLink("t=1968-08-21T02:20", "1968-08-21T02:20");
    assert.deepEqual(await complaints(page), []);
  });

  const showTab = (shown) => page.run(
    "off.hidden = !arguments[0]; document.dispatchEvent(new Event('visibilitychange'))", shown);
  const sleepADay = async () => {
    await showTab(false);
    await pause(200);
    await setOff(24);
    await showTab(true);
  };

  test("a tab that has slept for a day while it played goes on where it was", async () => {
    await open();
    await page.choose("speed", "slow");
    await page.pressPlay();
    await until("it plays", async () => (await page.clock()) !== opening);
    await assertPlaysThrough("a day", sleepADay);
    await page.pressPlay();
    assert.deepEqual(await complaints(page), []);
  });

  test("a kiosk that was left standing and has slept for a day begins anew", async () => {
    await open("&mode=kiosk&t=1968-08-21T02:20");
    await until("it plays by itself", () => page.playing());
    await page.run(`document.getElementById("stage").dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }))`);
    await until("a visitor stops it", async () => !(await page.playing()));
    assert.ok((await page.clock()) >= "1968-08-21T02:20");
    await sleepADay();
    await until("it plays again", () => page.playing());
    assert.ok((await page.clock()) < "1968-08-21T02:20", "from its opening");
    assert.deepEqual(await complaints(page), []);
    await page.open("about:blank");
  });
}

// Width, height, density. MiniBrowser's window is not narrower than its tool bar, and its driver knows no densities.
const windows = [[700, 900, 2], [1440, 900, 0.5], [500, 700, 3], [1200, 500, 1.25], [1200, 800, 1]];

async function setWindow(engine, width, height, density) {
  const { name, driver } = engine;
  if (name === "chromium") {
    await driver.sendDevToolsCommand("Emulation.setDeviceMetricsOverride", {
      width, height, deviceScaleFactor: density, mobile: false,
    });
  } else if (name === "firefox") {
    const bidi = await driver.getBidi();
    const context = await driver.getWindowHandle();
    const { error, message } = await bidi.send({
      method: "browsingContext.setViewport", params: { context, viewport: { width, height }, devicePixelRatio: density },
    });
    if (error) throw new Error(`${error}: ${message}`);
  } else {
    await setViewport(engine, width, height);
  }
}

const drawn = `const stage = document.getElementById("stage").getBoundingClientRect();
  const heights = [...document.querySelectorAll(".town text")].map((name) => name.getBoundingClientRect().height);
  return {
    density: devicePixelRatio,
    size: [innerWidth, innerHeight],
    stage: [stage.width > 200, stage.height > 150],
    wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    land: document.querySelector("#base-map .land").getBoundingClientRect().width > 200,
    named: heights.length > 3 && heights.every((height) => height > 8 && height < 30),
  }`;

function sizes(world) {
  const { page, engine, server } = world;

  test("a window that changes its size and density while the story plays always shows the map whole", async () => {
    server.pages[`${folder}watched-sizes.html`] = () => copyWithFirst(join(dist, "index.html"), watchScript);
    await page.openReady(`${server.page}watched-sizes.html#lang=en&t=1968-08-21T02:20`);
    await until("names have found their room", async () => (await page.run(drawn)).named);
    const before = await page.run(picture);
    await page.pressPlay();
    try {
      for (const [width, height, density] of windows) {
        await setWindow(engine, width, height, density);
        const label = `${width} x ${height}, density ${density}`;
        const since = await page.clock();
        await until(`${label}: the clock goes on`, async () => (await page.clock()) !== since);
        const expected = {
          density: world.name === "webkit" ? 1 : density, size: [width, height],
          stage: [true, true], wide: 0, land: true, named: true,
        };
        await until(`${label}: the map is drawn`, async () => (await page.run(drawn)).named);
        assert.deepEqual(await page.run(drawn), expected, label);
      }
    } finally {
      await setWindow(engine, 1200, 800, 1);
    }
    await page.pressPlay();
    await page.followLink("t=1968-08-21T02:20&again", "1968-08-21T02:20");
    assertSame(await page.run(picture), before, "the map is as it was");
    assert.deepEqual(await complaints(page), []);
  });
}

function frames(world) {
  const { page, server } = world;
  const inside = async (script, ...given) => {
    await page.driver.switchTo().frame(0);
    try {
      return await page.run(script, ...given);
    } finally {
      await page.driver.switchTo().defaultContent();
    }
  };
  const clock = () => inside(`return document.querySelector('${testId("clock")}').getAttribute("datetime")`);
  const press = () => inside(`document.querySelector('${testId("play")}').click()`);
  const size = (width, height) => page.run(
    `const [width, height] = arguments;
     Object.assign(document.querySelector("iframe").style, { width: width + "px", height: height + "px" })`, width, height);
  // What an address asks for that means nothing is ignored; it makes each link another.
  let links = 0;
  const goTo = async (moment) => {
    await inside("location.hash = arguments[0]", `t=${moment}&again=${(links += 1)}`);
    await until(`the clock shows ${moment}`, async () => (await clock()) === moment);
    // One frame later everything is where it belongs.
    await pause(200);
    return inside(picture);
  };

  test("a frame that shrinks to nothing while it plays, or begins as nothing, grows back to the same map", async () => {
    server.pages[`${folder}watched-frame.html`] = () => copyWithFirst(join(dist, "index.html"), watchScript);
    const open = async (width, height) => {
      server.pages["/shrinking.html"] = `<!doctype html><meta charset="utf-8"><title>a host</title>
        <iframe src="${folder}watched-frame.html?embed=1#lang=en&amp;t=1968-08-21T02:20"
          style="width:${width}px;height:${height}px;border:0"></iframe>`;
      await page.open(server.url("/shrinking.html"));
      await until("the frame is ready", () => inside("return document.documentElement.dataset.ready === 'true'"));
    };
    const moment = "1968-08-21T02:20";
    await open(800, 600);
    const before = await goTo(moment);
    await press();
    for (const [width, height] of [[1, 1], [0, 0], [0, 600], [800, 1], [1, 1]]) {
      await size(width, height);
      await pause(200);
    }
    await page.run("document.querySelector('iframe').style.display = 'none'");
    await pause(200);
    await page.run("document.querySelector('iframe').style.display = ''");
    await size(800, 600);
    const since = await clock();
    await until("the clock goes on", async () => (await clock()) !== since);
    await press();
    assertSame(await goTo(moment), before, "the map is as it was");
    assert.deepEqual(await inside("return window.__watched"), []);

    for (const [width, height] of [[1, 1], [0, 0]]) {
      await open(width, height);
      await size(800, 600);
      assertSame(await goTo(moment), before, `the map of a frame opened as ${width} x ${height}`);
      await press();
      await until("the clock goes", async () => (await clock()) !== moment);
      assert.deepEqual(await inside("return window.__watched"), []);
    }
  });
}
