// What a page holds on to: the frames, timers and listeners that it has asked for and not let go, its nodes, and its
// program's memory. Put first into a page, by `withFirst`.
import { pause, until } from "./page.mjs";

// The same in every engine, unlike what their tools tell. `__hidden` makes the page believe that nobody sees it.
export const countScript = `(() => {
  if (window.__counted) return;
  let asked = 0;
  let memory;
  const pending = { frames: new Set(), timers: new Set(), repeating: new Set(), idle: new Set() };

  // WebKit's driver sets a timer in the page for each script that it runs: as long as a script may take (see engines.mjs).
  const driversOwn = 60_000;
  const count = (kind, set, clear, repeats) => {
    const [ask, drop] = [window[set], window[clear]];
    if (!ask) return;
    window[set] = (act, ...rest) => {
      if (rest[0] === driversOwn) return ask.call(window, act, ...rest);
      asked += 1;
      const own = (...given) => {
        if (!repeats) pending[kind].delete(id);
        return act(...given);
      };
      const id = ask.call(window, typeof act === "function" ? own : act, ...rest);
      pending[kind].add(id);
      return id;
    };
    window[clear] = (id) => {
      pending[kind].delete(id);
      drop.call(window, id);
    };
  };
  count("frames", "requestAnimationFrame", "cancelAnimationFrame", false);
  count("timers", "setTimeout", "clearTimeout", false);
  count("repeating", "setInterval", "clearInterval", true);
  count("idle", "requestIdleCallback", "cancelIdleCallback", false);

  // What listens on something that has left the page is let go with it.
  const heard = new WeakMap();
  const targets = new Set();
  const phase = (options) => (typeof options === "object" ? Boolean(options?.capture) : Boolean(options));
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (name, act, options) {
    const target = this ?? window;
    if (act && !options?.once) {
      if (!heard.has(target)) {
        heard.set(target, []);
        targets.add(new WeakRef(target));
      }
      const own = heard.get(target);
      const is = (one) => one.name === name && one.act === act && one.capture === phase(options);
      if (!own.some(is)) own.push({ name, act, capture: phase(options) });
    }
    return addEventListener.call(target, name, act, options);
  };
  EventTarget.prototype.removeEventListener = function (name, act, options) {
    const target = this ?? window;
    const own = heard.get(target) ?? [];
    const at = own.findIndex((one) => one.name === name && one.act === act && one.capture === phase(options));
    if (at >= 0) own.splice(at, 1);
    return removeEventListener.call(target, name, act, options);
  };
  const listeners = () => {
    let sum = 0;
    for (const reference of targets) {
      const target = reference.deref();
      if (!target || (target instanceof Node && !target.isConnected)) targets.delete(reference);
      else if (target instanceof Node || target === window) sum += heard.get(target).length;
    }
    return sum;
  };

  // Only what the page's program asks for: the frames of others, as previews, have windows of their own.
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    if (!original) continue;
    WebAssembly[name] = (...given) => {
      const made = original.apply(WebAssembly, given);
      made.then(({ instance }) => (memory = instance?.exports.memory), () => {});
      return made;
    };
  }

  Object.defineProperty(Document.prototype, "hidden", { get: () => Boolean(window.__hidden) });

  const nodes = () => {
    const walker = document.createTreeWalker(document, NodeFilter.SHOW_ALL);
    let sum = 1;
    while (walker.nextNode()) sum += 1;
    return sum;
  };
  window.__counted = () => {
    const waiting = Object.fromEntries(Object.entries(pending).map(([kind, all]) => [kind, all.size]));
    return { asked, waiting, nodes: nodes(), listeners: listeners(), program: memory?.buffer.byteLength / 1024 };
  };
})();`;

const counted = ({ driver }) => driver.executeScript("return window.__counted()");

// What still waits, once everything has had the time to come to its end; then whether anything is asked for in a while.
export async function atRest(browser) {
  const none = ({ waiting }) => Object.values(waiting).every((count) => count === 0);
  const settled = await until("nothing waits any more", async () => none(await counted(browser)), 15_000)
    .catch(() => false);
  const before = await counted(browser);
  await pause(1500);
  const { asked, waiting } = await counted(browser);
  return { idle: settled && asked === before.asked, asked: asked - before.asked, waiting };
}

// Nodes, listeners and the program's memory; in Chromium also what its tools tell after the garbage is collected, which
// knows of what has left the page and is held all the same.
export async function measured({ name, driver }) {
  const { nodes, listeners, program } = await counted({ driver });
  const seen = { nodes, listeners, program };
  if (name !== "chromium") return seen;
  const send = (command) => driver.sendAndGetDevToolsCommand(command, {});
  await send("Performance.enable");
  await send("HeapProfiler.collectGarbage");
  await send("HeapProfiler.collectGarbage");
  const { metrics } = await send("Performance.getMetrics");
  const of = (wanted) => metrics.find((one) => one.name === wanted).value;
  return { ...seen, allNodes: of("Nodes"), allListeners: of("JSEventListeners"), heap: of("JSHeapUsedSize") / 1024 };
}

// The bounds. In the same place at the same moment the page itself is the same, but for a line that has a text or has
// none. What the engine holds besides is its own affair within reason.
export const bounds = {
  nodes: (before) => before + 12,
  listeners: (before) => before,
  program: (before) => before * 1.1,
  allNodes: (before) => before * 1.02 + 50,
  allListeners: (before) => before + 4,
  // A tenth and 400 kB: in 2,500 operations Chromium's grew by 120 to 190 kB, with no more nodes or listeners held.
  heap: (before) => before * 1.1 + 400,
};

// What has grown beyond its bound, in words.
export function grown(before, after) {
  return Object.keys(before)
    .filter((what) => !(after[what] <= bounds[what](before[what])))
    .map((what) => `${what} grew from ${Math.round(before[what])} to ${Math.round(after[what])}`);
}
