// Lays out what the page is measured against: the peers, and our own page without its scripts.
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { shell } from "./shell.mjs";
import { peerStory } from "./story.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));

// Into folders below `workplace`; the answer names them.
export async function layOut(dist, workplace) {
  const story = await peerStory();
  const folders = {};
  for (const name of ["d3", "leaflet"]) folders[name] = await peer(name, story, join(workplace, name));
  folders.bare = await withoutScripts(dist, join(workplace, "bare"));
  return folders;
}

async function peer(name, story, folder) {
  await emptied(folder);
  const { metafile } = await build({
    entryPoints: [join(here, name, "main.js")],
    outdir: folder,
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    loader: { ".png": "file" },
    legalComments: "none",
    logLevel: "warning",
    metafile: true,
  });
  const hasSheet = Object.keys(metafile.outputs).some((file) => file.endsWith("main.css"));
  await writeFile(join(folder, "story.json"), JSON.stringify(story.data));
  await writeFile(join(folder, "index.html"), shell(story, { sheet: hasSheet && "main.css" }));
  return folder;
}

// What a browser shows that has no scripts: nor does it fetch what only they need.
async function withoutScripts(dist, folder) {
  await emptied(folder);
  await cp(join(dist, "fonts"), join(folder, "fonts"), { recursive: true });
  await cp(join(dist, "favicon.svg"), join(folder, "favicon.svg"));
  await writeFile(join(folder, "index.html"), bare(await readFile(join(dist, "index.html"), "utf8")));
  return folder;
}

export function bare(html) {
  return html
    .replace(/<script\b[^>]*>[^]*?<\/script>/g, "")
    .replace(/<link\b[^>]*>/g, (link) => (/rel="?modulepreload|as="?fetch|rel="?manifest/.test(link) ? "" : link));
}

async function emptied(folder) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
}
