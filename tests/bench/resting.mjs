// What the page does when there is nothing to do: paused, in a tab that is hidden, in a frame that is scrolled away.
import { pause, until } from "../pages/page.mjs";
import { pressPlay } from "./play.mjs";
import { serve } from "./server.mjs";

const watchFor = 3000;
// The page writes its address when the reader has been still for a while, and the browser tidies up.
const calmsDown = 5000;

const host = (address) => `<!doctype html><html data-no-map><meta charset="utf-8"><title>a host</title>
<style>body{margin:0}iframe{display:block;border:0;width:800px;height:600px}div{height:4000px}</style>
<iframe src="${address}"></iframe><div></div>`;

export async function resting(tab, url) {
  // What an empty page does is the browser's own work.
  const nothing = await watched(tab, "{ __probe: { asked: 0, timers: 0 } }");
  await tab.open(url);
  await tab.ready();
  await pressPlay(tab);
  await pause(1000);
  await pressPlay(tab);
  return { nothing, paused: await watched(tab, "window") };
}

// Another tab comes before the one that plays.
export async function hidden(tab, url) {
  await tab.open(url);
  await tab.ready();
  await pressPlay(tab);
  await pause(500);
  await tab.ask("void window.open('about:blank')");
  await until("the tab is hidden", () => tab.ask("document.hidden"));
  return watched(tab, "window");
}

// A host's page with ours in a frame, playing; then the frame is scrolled out of sight.
export async function offScreen(tab, root) {
  const server = await serve(root, { "/host.html": host("/index.html?embed=1") });
  try {
    await tab.open(`${server.url}host.html`);
    await until("the frame can be played",
      () => tab.ask("frames[0].document.documentElement?.dataset.ready === 'true'"));
    await tab.ask(`frames[0].document.querySelector('[data-testid="play"]').click()`);
    await pause(500);
    const inSight = await watched(tab, "frames[0]");
    await tab.ask("scrollTo({ top: 3000, behavior: 'instant' })");
    return { inSight, away: await watched(tab, "frames[0]") };
  } finally {
    await server.stop();
  }
}

// Frames asked for and timers in three seconds, and how long the page's thread worked in them.
async function watched(tab, window) {
  await pause(calmsDown);
  const look = async () => {
    const { all: busy } = await tab.work();
    return { busy, ...(await tab.ask(`({ asked: ${window}.__probe.asked, timers: ${window}.__probe.timers })`)) };
  };
  const before = await look();
  await pause(watchFor);
  const after = await look();
  return {
    asked: after.asked - before.asked,
    timers: after.timers - before.timers,
    busy: after.busy - before.busy,
  };
}
