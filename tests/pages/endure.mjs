// Long runs: node tests/pages/endure.mjs MINUTES OPERATIONS ENGINE... (see `cargo xtask endure`).
// In each engine the story plays in a loop for so long, and a reader does so many things; what the page holds on to is
// compared before and after. Ends with an error when a bound is broken.
import { aligned, digits } from "../bench/table.mjs";
import { Reader, watchedSite } from "./endurance.mjs";
import { start } from "./engines.mjs";

const seed = 1968;
// Each in a document of its own: between them the reader changes the language.
const stretches = ["en", "cs", "sk", "en"];
// A browser that dies gets a successor, which begins the stretch anew; what a page does wrong it does again.
const spare = 2;

for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));

const [minutes, operations, ...engines] = process.argv.slice(2).map((word, at) => (at < 2 ? Number(word) : word));
console.log(`${minutes} minutes of playing and ${operations} operations, from seed ${seed}`);

const kinds = {
  nodes: "nodes", listeners: "listeners", program: "program, kB",
  allNodes: "nodes held", allListeners: "listeners held", heap: "heap, kB",
};
const rows = [["engine", "what", ...Object.values(kinds), "bounds and rest", "seconds"]];
let failed = 0;

for (const name of engines) {
  const told = await enduring(name).catch((problem) => [{ what: "whole", broken: [problem.message] }]);
  for (const { what, before = {}, after = {}, broken, seconds = 0 } of told) {
    failed += broken.length;
    const figure = (kind) => (kind in before ? `${digits(before[kind])} > ${digits(after[kind])}` : "");
    const figures = Object.keys(kinds).map(figure);
    rows.push([name, what, ...figures, broken.join("; ") || "kept", digits(seconds)]);
  }
}
console.log(`\n${aligned(rows)}`);
process.exit(failed === 0 ? 0 : 1);

async function enduring(name) {
  const site = await watchedSite();
  let engine = await start(name);
  let left = spare;

  // `visit` is given a reader of a browser that lives.
  const inBrowser = async (what, number, visit) => {
    const begun = Date.now();
    try {
      const reader = new Reader(engine, site, seed + number);
      const result = await visit(reader);
      const seconds = (Date.now() - begun) / 1000;
      console.log(`${name}, ${what}: ${result.broken.join("; ") || "kept"}, ${JSON.stringify(result.after)}`);
      return { what, seconds, ...result };
    } catch (problem) {
      if (left === 0 || (await engine.answers())) return { what, broken: [problem.message] };
      left -= 1;
      console.log(`${name} died in ${what}: ${problem.message}. It begins again.`);
      await engine.stop();
      engine = await start(name);
      return inBrowser(what, number, visit);
    }
  };

  try {
    const told = [];
    const played = await inBrowser(`${minutes} min in a loop`, 0, async (reader) => {
      await reader.open("en");
      return reader.playInLoop(minutes);
    });
    told.push({ ...played, what: `${played.what}, begun ${played.rounds ?? 0} times` });
    for (const [number, language] of stretches.entries()) {
      const count = Math.ceil(operations / stretches.length);
      told.push(await inBrowser(`${count} operations in ${language}`, number + 1, async (reader) => {
        await reader.open(stretches[Math.max(0, number - 1)]);
        if (number > 0) await reader.changeLanguage(language);
        return reader.stretch(count);
      }));
    }
    return told;
  } finally {
    await engine.stop();
    await site.stop();
  }
}
