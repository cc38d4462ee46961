// Put into every page before its own scripts: notes what the page does and when, in milliseconds of its own clock.
(() => {
  // The land, as our own page and as the peers name it.
  const land = "#base-map .land, #map .land";
  const probe = { asked: 0, frames: 0, timers: 0, shifts: 0, longTasks: [], longFrames: [] };
  window.__probe = probe;

  // Frames: how many were asked for, and how many of them came (several callbacks may share one).
  const ask = window.requestAnimationFrame.bind(window);
  let lastFrame;
  window.requestAnimationFrame = (callback) => {
    probe.asked += 1;
    return ask((now) => {
      if (now !== lastFrame) probe.frames += 1;
      lastFrame = now;
      callback(now);
    });
  };

  // Timers: every one that is set and every time that one fires.
  for (const name of ["setTimeout", "setInterval"]) {
    const set = window[name].bind(window);
    window[name] = (callback, ...rest) => {
      probe.timers += 1;
      if (typeof callback !== "function") return set(callback, ...rest);
      return set((...given) => {
        probe.timers += 1;
        callback(...given);
      }, ...rest);
    };
  }

  // The program's memory, which is not in the heap of scripts.
  const keep = async (made) => {
    const { instance } = await made;
    probe.memory = instance.exports.memory;
    return made;
  };
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = (...given) => {
      const made = original.apply(WebAssembly, given);
      keep(made).catch(() => {});
      return made;
    };
  }

  const note = (type, use) => {
    const entries = (list) => list.getEntries().forEach(use);
    new PerformanceObserver(entries).observe({ type, buffered: true });
  };
  note("longtask", ({ startTime, duration }) => probe.longTasks.push({ startTime, duration }));
  note("long-animation-frame", ({ startTime, duration }) => probe.longFrames.push({ startTime, duration }));
  note("layout-shift", ({ value }) => (probe.shifts += value));
  note("paint", ({ name, startTime }) => (probe[name] = startTime));

  // The map is there in the first frame in which its land has a place; the message comes when that frame is drawn.
  // Where there is a path for each state, the first that is not outside of it.
  const place = () => {
    for (const path of document.querySelectorAll(land)) {
      const { x, y, width, height } = path.getBoundingClientRect();
      if (width > 0) return [x, y, width, height];
    }
    return undefined;
  };
  const drawn = new MessageChannel();
  drawn.port1.onmessage = () => (probe.mapSeen = performance.now());
  // A host's page says that it has none, so that nobody looks for it for ever.
  const look = () => {
    probe.firstPlace = place();
    if (probe.firstPlace) drawn.port2.postMessage("");
    else if (!document.querySelector("html[data-no-map]")) ask(look);
  };
  ask(look);

  const root = new MutationObserver(() => {
    if (document.documentElement?.dataset.ready !== "true") return;
    probe.ready = performance.now();
    probe.readyPlace = place();
    root.disconnect();
  });
  root.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-ready"] });
})();
