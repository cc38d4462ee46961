// What a reader does with any of the pages: they share the names of their controls.
import { pause } from "../pages/page.mjs";

const control = (name) => `document.querySelector('[data-testid="${name}"]')`;

export const pressPlay = (tab) => tab.ask(`${control("play")}.click()`);
export const isPlaying = (tab) => tab.ask(`${control("play")}.getAttribute("aria-pressed") === "true"`);
export const clock = (tab) => tab.ask(`${control("clock")}.getAttribute("datetime")`);

// Ends when the frame after the expression has been drawn.
export const andDrawn = (expression) =>
  `(${expression}, new Promise((done) => requestAnimationFrame(() => setTimeout(() => done()))))`;

export const moveScrubber = (position) => {
  const input = control("scrubber");
  return `(${input}.value = "${position}", ${input}.dispatchEvent(new Event("input", { bubbles: true })))`;
};

// The first position at which the clock has reached the moment, found by halving: pages map positions as they like.
export async function seek(tab, moment) {
  let [low, high] = [0, 10_000];
  const at = async (step) => {
    await tab.ask(andDrawn(moveScrubber(step / 10_000)));
    return clock(tab);
  };
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((await at(middle)) >= moment) high = middle;
    else low = middle + 1;
  }
  await at(low);
  return low / 10_000;
}

export const routesUnderWay = (tab) =>
  tab.ask(`document.querySelectorAll('[data-testid^="route-"][data-phase="moving"]').length`);

export async function chooseFastest(tab) {
  await tab.ask(`document.querySelector('[data-testid="speed"] input[value="fast"]').click()`);
  await pause(100);
}
