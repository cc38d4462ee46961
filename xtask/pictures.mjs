// Makes PNG pictures of SVG ones, with the page's own typeface and no other: the same picture on every machine.
//
// `node pictures.mjs < order.json`, where the order is
// { typeface: its file, WOFF2 and variable,
//   pictures: [{ file: where to, svg: its text, width: pixels, most?: bytes, ground?: colour behind it }] }.
// A picture with `most` may lose colours until it is no larger.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

import webp from "@cwasm/webp";
import { Resvg, initWasm } from "@resvg/resvg-wasm";
import subsetFont from "subset-font";
import UPNG from "upng-js";

// UPNG's word for "all of them".
const EVERY_COLOUR = 0;
const FEWER_COLOURS = [256, 128, 64];
const WEIGHTS = [400, 500, 600, 700, 800];

// The renderer reads neither WOFF2 nor variable typefaces: it gets every weight as a typeface of its own.
function weights(typeface, letters) {
  return Promise.all(WEIGHTS.map((wght) =>
    subsetFont(typeface, letters, { targetFormat: "sfnt", variationAxes: { wght } })));
}

// Nor does it read WebP, and would leave such a picture out without a word.
function withoutWebp(svg) {
  return svg.replace(/data:image\/webp;base64,([\w+/=]+)/g, (_, base64) => {
    const { width, height, data } = webp.decode(Buffer.from(base64, "base64"));
    const png = UPNG.encode([data.slice().buffer], width, height, EVERY_COLOUR);
    return `data:image/png;base64,${Buffer.from(png).toString("base64")}`;
  });
}

function png({ width, height, pixels }, { file, most }) {
  const rgba = pixels.slice().buffer;
  const sizes = most ? FEWER_COLOURS : [EVERY_COLOUR];
  for (const colours of sizes) {
    const made = Buffer.from(UPNG.encode([rgba], width, height, colours));
    if (!most || made.length <= most) return made;
  }
  throw new Error(`${file} is larger than ${most} bytes even in ${sizes.at(-1)} colours`);
}

const input = [];
for await (const piece of process.stdin) input.push(piece);
const order = JSON.parse(Buffer.concat(input).toString("utf8"));

await initWasm(await readFile(new URL(import.meta.resolve("@resvg/resvg-wasm/index_bg.wasm"))));
const letters = [...new Set(order.pictures.flatMap(({ svg }) => [...svg]))].join("");
const fontBuffers = await weights(await readFile(order.typeface), letters);

for (const picture of order.pictures) {
  const drawing = new Resvg(withoutWebp(picture.svg), {
    background: picture.ground,
    fitTo: { mode: "width", value: picture.width },
    font: { fontBuffers },
  });
  await mkdir(dirname(picture.file), { recursive: true });
  await writeFile(picture.file, png(drawing.render(), picture));
}
