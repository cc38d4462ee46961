// A static server on a loopback port, with a log of what was asked of it.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const dist = resolve(
  process.env.FIVE_ARMIES_DIST ?? fileURLToPath(new URL("../../dist", import.meta.url)),
);
export const oneFile = join(dist, "five-armies.html");
export const pageOf = { en: "index.html", cs: "cs.html", sk: "sk.html" };
// Made by a release for the tests, beside dist and not in it.
export const pseudo = resolve(dist, "../target/pseudo.html");

// The page must not care where it lies, so it never lies at the root.
export const folder = "/some/deep/folder/";

// What a host says of a file, by the end of its name.
export const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".txt": "text/plain; charset=utf-8",
};

// `pages` maps a path ("/frame.html") to a text or to a function that makes one: pages of the tests' own. What is no page,
// or no success, is { status, type, body }.
// `headers` go out with every answer.
// `delay` maps a path to a promise for which its answer waits. Without `worker` the service worker is one that does
// nothing: it would answer in the place of a server whose pages the tests change.
export async function serve({ root = dist, pages = {}, headers = {}, delay = () => {}, worker = false } = {}) {
  const log = [];
  let [place, isCut] = [root, false];

  const server = createServer(async (request, response) => {
    if (isCut) return request.socket.destroy();
    const path = decodeURIComponent(new URL(request.url, "http://loopback").pathname);
    const answer = (status, type, body) => {
      log.push({ path, status, host: request.headers.host });
      response.writeHead(status, { "content-type": type, "cache-control": "no-store", ...headers });
      response.end(body);
    };
    try {
      if (path === "/favicon.ico") return answer(204, types[".ico"]);
      if (!worker && path === `${folder}sw.js`) return answer(200, types[".js"], "// keeps nothing");
      if (path in pages) {
        const page = pages[path];
        const given = typeof page === "function" ? await page() : page;
        const { status = 200, type = types[".html"], body } = given.body === undefined ? { body: given } : given;
        return answer(status, type, body);
      }
      if (!path.startsWith(folder)) throw new Error("outside the folder");
      const inside = normalize(path.slice(folder.length) || "index.html");
      await delay(path);
      const body = await readFile(join(place, inside));
      return answer(200, types[extname(inside)] ?? "application/octet-stream", body);
    } catch {
      return answer(404, types[".txt"], "not here");
    }
  });

  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    log,
    pages,
    page: origin + folder,
    url: (path) => origin + path,
    // Another build in the place of this one, and a network that no longer answers.
    deploy: (build) => (place = build),
    cut: () => (isCut = true),
    stop: () => new Promise((done) => {
      server.closeAllConnections();
      server.close(done);
    }),
  };
}

// A proxy that lets nothing through and writes down what was asked of it.
export async function proxy() {
  const log = [];
  const server = createServer((request, response) => {
    log.push(request.url);
    response.writeHead(502).end();
  });
  server.on("connect", (request, socket) => {
    log.push(`https://${request.url}`);
    socket.end("HTTP/1.1 502 no\r\n\r\n");
  });
  // WebKit speaks TLS to the proxy for https addresses, so that the address itself stays unread.
  server.on("clientError", (problem, socket) => {
    log.push("https://(unread)");
    socket.destroy();
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return {
    log,
    host: `127.0.0.1:${server.address().port}`,
    stop: () => new Promise((done) => {
      server.closeAllConnections();
      server.close(done);
    }),
  };
}
