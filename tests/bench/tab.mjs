// A fresh Chromium with one tab, led through the DevTools protocol; `slow`: on a slow machine behind a slow line.
import { readFile } from "node:fs/promises";
import { pause, until } from "../pages/page.mjs";
import { start } from "../pages/engines.mjs";

const slower = 4;
const line = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };

// Who breaks off leaves no browser behind: the way out stops those that run.
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));

const probe = await readFile(new URL("./probe.js", import.meta.url), "utf8");

// Opens a tab, does something with it, and closes it whatever happened.
export async function inTab(work, { slow = true } = {}) {
  const { driver, stop } = await start("chromium");
  const tab = new Tab(driver, stop);
  try {
    await tab.prepare(slow);
    return await work(tab);
  } finally {
    await tab.stop();
  }
}

class Tab {
  constructor(driver, stop) {
    this.driver = driver;
    this.stop = stop;
  }

  send(command, parameters = {}) {
    return this.driver.sendAndGetDevToolsCommand(command, parameters);
  }

  async prepare(slow) {
    await this.driver.get("about:blank");
    await this.send("Network.enable");
    await this.send("Network.setCacheDisabled", { cacheDisabled: true });
    await this.send("Performance.enable");
    await this.send("Page.addScriptToEvaluateOnNewDocument", { source: probe });
    if (slow) {
      await this.send("Network.emulateNetworkConditions", line);
      await this.slowDown();
    }
    // A browser that has just started still has things of its own to do, and so may the one before it.
    await pause(3000);
    await this.bytes();
  }

  async slowDown() {
    await this.send("Emulation.setCPUThrottlingRate", { rate: slower });
  }

  async open(url) {
    await this.driver.get(url);
  }

  // The answer of an expression, awaited; by hand and not by the driver, whose own scripts are larger.
  async ask(expression) {
    const parameters = { expression, awaitPromise: true, returnByValue: true, userGesture: true };
    const { result, exceptionDetails } = await this.send("Runtime.evaluate", parameters);
    if (exceptionDetails) throw new Error(`${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
    return result.value;
  }

  async ready(limit) {
    const isReady = () => this.ask("document.documentElement.dataset.ready === 'true'");
    await until("the page can be played", isReady, limit);
  }

  async metrics() {
    const { metrics } = await this.send("Performance.getMetrics");
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  }

  // Milliseconds that tasks of the page's thread have taken so far.
  async busy() {
    return (await this.metrics()).TaskDuration * 1000;
  }

  // The same without those tasks in which we asked for something, and what of it is the page's scripts, the styles of
  // its elements, and where they stand. The rest is mostly painting.
  async work() {
    const seen = await this.metrics();
    const { TaskDuration, DevToolsCommandDuration, ScriptDuration, RecalcStyleDuration, LayoutDuration } = seen;
    const seconds = {
      all: TaskDuration - DevToolsCommandDuration,
      script: ScriptDuration,
      style: RecalcStyleDuration,
      layout: LayoutDuration,
    };
    return Object.fromEntries(Object.entries(seconds).map(([kind, value]) => [kind, value * 1000]));
  }

  // What travelled since the last time this was asked, with and without typefaces.
  async bytes() {
    const entries = await this.driver.manage().logs().get("performance");
    const messages = entries.map(({ message }) => JSON.parse(message).message);
    const names = new Map();
    const sum = { all: 0, withoutFonts: 0 };
    for (const { method, params } of messages) {
      if (method === "Network.requestWillBeSent") names.set(params.requestId, params.request.url);
      if (method !== "Network.loadingFinished") continue;
      sum.all += params.encodedDataLength;
      if (!names.get(params.requestId)?.endsWith(".woff2")) sum.withoutFonts += params.encodedDataLength;
    }
    return sum;
  }
}
