// A static server on a loopback port that sends files as a good host would: packed with brotli, each once and as small
// as it gets. Nothing may be kept, so that every visit is a first one.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import { types } from "../pages/server.mjs";

const packed = promisify(brotliCompress);
const best = 11;

// These are packed in themselves.
const asTheyAre = new Set([".png", ".woff2"]);

// `pages` maps a path to a page of the benchmark's own.
export async function serve(root, pages = {}) {
  const answers = new Map();

  async function answerTo(path) {
    // The service worker fetches the page once more behind the reader's back: here it does nothing.
    if (path === "/sw.js") return { type: types[".js"], body: Buffer.from("// keeps nothing") };
    if (path in pages) return { type: types[".html"], body: Buffer.from(pages[path]) };
    const name = normalize(path === "/" ? "index.html" : path.slice(1));
    const body = await readFile(join(root, name));
    const kind = extname(name);
    const type = types[kind] ?? "application/octet-stream";
    if (asTheyAre.has(kind)) return { type, body };
    const params = { [constants.BROTLI_PARAM_QUALITY]: best, [constants.BROTLI_PARAM_SIZE_HINT]: body.length };
    return { type, body: await packed(body, { params }), encoding: "br" };
  }

  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://loopback").pathname);
    try {
      if (!answers.has(path)) answers.set(path, answerTo(path));
      const { type, body, encoding } = await answers.get(path);
      response.writeHead(200, {
        "content-type": type, "content-length": body.length, "cache-control": "no-store",
        ...(encoding && { "content-encoding": encoding }),
      });
      response.end(body);
    } catch {
      response.writeHead(404, { "content-type": "text/plain", "cache-control": "no-store" });
      response.end("not here");
    }
  });

  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    stop: () => new Promise((done) => {
      server.closeAllConnections();
      server.close(done);
    }),
  };
}
