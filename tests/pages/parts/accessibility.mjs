// What Chromium hands to a screen reader at six moments, against files that were read by hand,
// `tests/truth/accessibility/*.txt`: the landmarks, the map, the clock and the line that speaks in full, of the text its
// headings and tables. `UPDATE=1` writes the files anew; whoever does that reads the difference.
import assert from "node:assert/strict";
import { test } from "../attempts.mjs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { testId } from "../page.mjs";

const truth = new URL("../../truth/accessibility/", import.meta.url);

const moments = {
  spring: "1968-05-30T12:00",
  2140: "1968-08-20T21:40",
  "0220": "1968-08-21T02:20",
  1200: "1968-08-21T12:00",
  november: "1968-10-25T12:00",
  1990: "1990-06-01T12:00",
};

const landmarks = ["region", "main", "navigation", "complementary", "banner", "contentinfo", "search", "form"];
// What only holds other things, or letters.
const unsaid = [
  "generic", "none", "InlineTextBox", "StaticText", "LineBreak", "LayoutTable", "RootWebArea", "LabelText", "Legend", "SvgRoot",
  "ListMarker",
];
const silent = (node) => node.ignored || unsaid.includes(node.role?.value);
// Elements whose words are those inside of them.
const worded = ["paragraph", "time", "status", "Caption", "caption", "strong", "text"];

class Tree {
  // What the slider says instead of its number: Chromium's tools tell the number alone.
  constructor(nodes, valueText) {
    this.valueText = valueText;
    this.byId = new Map(nodes.map((node) => [node.nodeId, node]));
    this.root = nodes.find(({ parentId }) => !parentId) ?? nodes[0];
  }

  children(node) {
    return (node.childIds ?? []).map((id) => this.byId.get(id)).filter(Boolean);
  }

  // All nodes below one, in order.
  *below(node) {
    for (const child of this.children(node)) {
      yield child;
      yield* this.below(child);
    }
  }

  text(node) {
    return [...this.below(node)]
      .filter(({ role, ignored }) => !ignored && role?.value === "StaticText")
      .map(({ name }) => name.value)
      .join("")
      .replaceAll(/\s+/g, " ")
      .trim();
  }

  // Whether a node is nothing but its words: a paragraph with a link in it is more.
  isWords(node) {
    const controls = [...this.below(node)].some((one) => ["link", "button"].includes(one.role?.value));
    return worded.includes(node.role.value) && !controls;
  }

  // `button "Play"`, with what is known of its state.
  line(node) {
    const role = node.role.value;
    const property = (name) => node.properties?.find((one) => one.name === name)?.value?.value;
    const own = node.name?.value || (this.isWords(node) ? this.text(node) : "");
    const parts = [property("level") ? `${role} ${property("level")}` : role];
    if (own) parts.push(JSON.stringify(own));
    const value = role === "slider" ? this.valueText : node.value?.value;
    if (value !== undefined && value !== "") parts.push(`= ${JSON.stringify(value)}`);
    if (["true", true].includes(property("checked"))) parts.push("checked");
    if (["true", true].includes(property("pressed"))) parts.push("pressed");
    if (node.description?.value) parts.push("described");
    return parts.join(" ");
  }

  // Everything below a node that is said, indented.
  lines(node, depth = 1) {
    return this.children(node).flatMap((child) => {
      if (silent(child)) return this.lines(child, depth);
      const line = `${"  ".repeat(depth)}${this.line(child)}`;
      const ends = this.isWords(child) || child.role.value === "heading";
      return ends ? [line] : [line, ...this.lines(child, depth + 1)];
    });
  }

  // Of the text: headings to the second level with the number of those below, and tables.
  headings(node) {
    const lines = [];
    let below = 0;
    const count = () => {
      if (below) lines.push(`    ${below} headings below it`);
      below = 0;
    };
    for (const one of this.below(node)) {
      const role = one.role?.value;
      const level = one.properties?.find(({ name }) => name === "level")?.value?.value;
      if (one.ignored) continue;
      if (role === "heading" && level > 2) below += 1;
      const tells = (role === "heading" && level <= 2) || ["table", "combobox", ...landmarks].includes(role);
      if (!tells) continue;
      if (role === "heading" || landmarks.includes(role)) count();
      lines.push(`  ${this.line(one)}`);
    }
    count();
    return lines;
  }

  told() {
    const found = [...this.below(this.root)].filter((node) => !node.ignored && landmarks.includes(node.role?.value));
    const lines = [`landmarks: ${found.map((node) => this.line(node).replace(" described", "")).join(", ")}`];
    for (const node of found) {
      if (found.some((other) => other !== node && [...this.below(other)].includes(node))) continue;
      lines.push("", this.line(node));
      lines.push(...(node.role.value === "main" ? this.headings(node) : this.lines(node)));
    }
    return `${lines.join("\n")}\n`;
  }
}

export function accessibility(world) {
  // The engines differ in how they hand over their trees, and only this one tells it to tests.
  if (world.name !== "chromium") return;
  for (const [name, moment] of Object.entries(moments)) {
    test(`what a screen reader is given at ${moment} is what was reviewed`, async () => {
      const { page, url, engine } = world;
      await page.openReady(url("http", `#lang=en&t=${moment}`));
      await engine.driver.sendDevToolsCommand("Accessibility.enable", {});
      const { nodes } = await engine.driver.sendAndGetDevToolsCommand("Accessibility.getFullAXTree", {});
      await engine.driver.sendDevToolsCommand("Accessibility.disable", {});
      const valueText = await page.run(
        "return document.querySelector(arguments[0]).getAttribute('aria-valuetext')", testId("scrubber"),
      );
      const found = new Tree(nodes, valueText).told();
      const file = new URL(`${name}.txt`, truth);
      if (process.env.UPDATE === "1") {
        await mkdir(truth, { recursive: true });
        await writeFile(file, found);
      }
      const expected = await readFile(file, "utf8").catch(() => "");
      assert.equal(found, expected, `${file.pathname} says otherwise`);
    });
  }
}
