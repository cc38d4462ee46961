// From numbers to a table: medians with the least and the most, ratios, and whether a goal was met.

// What is measured again in every round. `against` names the page whose median is the measure of ours.
export const rows = [
  { key: "firstPaint", name: "first contentful paint", unit: "ms", against: "bare", goal: 1.1 },
  { key: "mapSeen", name: "map to be seen", unit: "ms", against: "d3", goal: 0.6 },
  { key: "ready", name: "map ready and playable", unit: "ms", against: "d3", goal: 1 },
  { key: "blocked", name: "total blocking time", unit: "ms", limit: 100 },
  { key: "jump", name: "land moves when it comes alive", unit: "px", limit: 0.5 },
  { key: "shifts", name: "layout shift while loading", unit: "" },
  { key: "bytes", name: "first visit, without fonts", unit: "kB", limit: 190 },
  { key: "bytesWithFonts", name: "first visit, with fonts", unit: "kB", limit: 250 },
  { key: "frame", name: "work per frame, busiest hour", unit: "ms", against: "d3", goal: 0.8 },
  { key: "frameScript", name: "  of it scripts", unit: "ms" },
  { key: "frameStyle", name: "  of it styles", unit: "ms" },
  { key: "frameLayout", name: "  of it layout", unit: "ms" },
  { key: "longFrames", name: "frames over 50 ms in it", unit: "", limit: 0 },
  { key: "longestFrame", name: "longest of these", unit: "ms" },
  { key: "framesPerSecond", name: "frames per second in it", unit: "" },
  { key: "scrub", name: "work per scrub step, p95", unit: "ms", against: "d3", goal: 1 },
  { key: "scrubMedian", name: "work per scrub step, median", unit: "ms" },
];

export const pages = ["ours", "bare", "d3", "leaflet"];
const headings = { ours: "ours", bare: "ours, no script", d3: "D3", leaflet: "Leaflet" };

export function summary(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  const median = sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  return { median, least: sorted[0], most: sorted.at(-1) };
}

// `samples` maps a page to the numbers of its rounds: [{ firstPaint, ... }].
export function compared(samples) {
  return rows.map((row) => {
    const seen = {};
    for (const page of pages) {
      const values = (samples[page] ?? []).map((round) => round[row.key]).filter(Number.isFinite);
      if (values.length) seen[page] = summary(values);
    }
    return { ...row, pages: seen, ...judged(row, seen) };
  });
}

function judged({ against, goal, limit }, { ours, ...others }) {
  if (!ours) return {};
  if (against && others[against]) {
    const ratio = ours.median / others[against].median;
    return { ratio, met: ratio <= goal };
  }
  return limit === undefined ? {} : { met: ours.median <= limit };
}

// What is measured once has one number.
export const single = (name, value, limit, unit) =>
  ({ name, value, limit, unit, ...(limit !== undefined && { met: value <= limit }) });

export function table(comparison, singles) {
  const lines = [["", ...pages.map((page) => headings[page]), "ratio", "goal", ""]];
  for (const row of comparison) {
    const cells = pages.map((page) => spread(row.pages[page]));
    lines.push([named(row), ...cells, row.ratio === undefined ? "" : row.ratio.toFixed(2), aim(row), verdict(row)]);
  }
  for (const row of singles) lines.push([named(row), digits(row.value), "", "", "", "", aim(row), verdict(row)]);
  return aligned(lines);
}

const named = ({ name, unit }) => (unit ? `${name}, ${unit}` : name);
const verdict = ({ met }) => (met === undefined ? "" : met ? "met" : "MISSED");

function aim({ goal, limit, against }) {
  if (goal !== undefined) return `<= ${goal.toFixed(2)} of ${headings[against]}`;
  return limit === undefined ? "" : `<= ${limit}`;
}

function spread(seen) {
  if (!seen) return "";
  return `${digits(seen.median)} (${digits(seen.least)}-${digits(seen.most)})`;
}

export function digits(value) {
  if (Number.isInteger(value)) return String(value);
  if (Math.abs(value) >= 100) return value.toFixed(0);
  return value.toFixed(Math.abs(value) >= 10 ? 1 : 2);
}

export function aligned(lines) {
  const widths = lines[0].map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  const padded = lines.map((line) => line.map((cell, column) => cell.padEnd(widths[column])).join("  ").trimEnd());
  return `${padded.join("\n")}\n`;
}
