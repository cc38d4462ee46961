// Colours that the system forces on every page. Only Chromium's driver can force them; the style sheet is one for all.
import assert from "node:assert/strict";
import { test } from "../attempts.mjs";
import { testId } from "../page.mjs";

export function forcedColours(world) {
  if (world.name !== "chromium") return;
  const { page, url, engine } = world;
  const force = (value) => engine.driver.sendDevToolsCommand("Emulation.setEmulatedMedia", {
    features: [{ name: "forced-colors", value }],
  });

  test("with forced colours lines, heads and what is chosen are seen", async () => {
    await force("active");
    try {
      for (const theme of ["light", "dark"]) {
        await page.openReady(url("http", `#lang=en&t=1968-08-21T04:00&theme=${theme}`));
        assert.equal(await page.run("return matchMedia('(forced-colors: active)').matches"), true);
        const seen = await page.run(`
          const probe = (name) => {
            const element = document.body.appendChild(document.createElement("i"));
            element.style.forcedColorAdjust = "none";
            element.style.color = name;
            const { color } = getComputedStyle(element);
            element.remove();
            return color;
          };
          const of = (css, name) => [...document.querySelectorAll(css)].filter((element) => element.getClientRects().length)
            .map((element) => getComputedStyle(element)[name]);
          const one = (list) => [...new Set(list)];
          return {
            canvas: probe("Canvas"), text: probe("CanvasText"), highlight: probe("Highlight"),
            ground: one([...of("path.land", "fill"), ...of("path.home", "fill")]),
            lines: one(of(".route .leg", "stroke")),
            dashes: one([...document.querySelectorAll(".route:not([data-phase=absent])")]
              .map((route) => route.dataset.state + " " + getComputedStyle(route.querySelector(".leg:not([data-air=true])") ?? route).strokeDasharray)),
            heads: one(of(".head[data-certain=true] .glyph", "fill")),
            borders: one(of("path.frontier", "stroke")),
            chosen: one(of(".switch input:checked + span", "backgroundColor")),
            others: one(of(".switch input:not(:checked) + span", "backgroundColor")),
            edges: one(["borderTopWidth", "borderTopStyle"].flatMap((name) => of(".play, .acts button, .zoom button, .steps button", name))),
            signs: one(of(".stance i", "backgroundColor")),
          };`);
        assert.notEqual(seen.canvas, seen.text);
        assert.deepEqual(seen.ground, [seen.canvas], theme);
        assert.deepEqual(seen.lines, [seen.text], theme);
        assert.deepEqual(seen.heads, [seen.text], theme);
        assert.deepEqual(seen.borders, [seen.text], theme);
        assert.deepEqual(seen.chosen, [seen.highlight], theme);
        assert.ok(!seen.others.includes(seen.highlight), theme);
        assert.ok(seen.edges.includes("solid") && !seen.edges.includes("0px"), `${theme}: ${seen.edges}`);
        assert.ok(seen.signs.includes(seen.text), theme);
        const armies = new Set(seen.dashes.map((dash) => dash.split(" ")[0]));
        const patterns = new Set(seen.dashes.map((dash) => dash.replace(/^\S+ /, "")));
        assert.ok(armies.size >= 3 && patterns.size >= armies.size, seen.dashes.join("; "));
        assert.equal(await page.run(`return getComputedStyle(document.querySelector('${testId("map")}')).forcedColorAdjust`), "auto");
      }
    } finally {
      await force("");
    }
  });
}
