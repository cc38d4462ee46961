// Scripts that run before the page's own: to write down what it says on the console, or to take something away.
import { readFile } from "node:fs/promises";

// Writes down everything that went wrong, including what never reaches the console through console.error.
export const watchScript = `(() => {
  if (window.__watched) return;
  const watched = (window.__watched = []);
  const note = (kind, text) => watched.push(kind + ": " + text);
  for (const kind of ["error", "warn", "assert"]) {
    const original = console[kind];
    console[kind] = (...given) => {
      if (kind !== "assert" || !given[0]) note("console." + kind, given.map(String).join(" "));
      original.apply(console, given);
    };
  }
  addEventListener("error", (event) => {
    const what = event.target;
    if (what instanceof Element) note("not loaded", what.src || what.href || what.localName);
    else note("error", event.message);
  }, true);
  addEventListener("unhandledrejection", (event) => note("unhandled rejection", String(event.reason)));
  addEventListener("securitypolicyviolation", (event) => note("policy", event.violatedDirective + " " + event.blockedURI));
})();`;

// A copy of a page with a script that runs first. A policy in a <meta> binds only what comes after it, so the script
// goes before it, and the charset goes before the script because browsers look for it only in the first kilobyte.
export function withFirst(html, script) {
  const head = /<head\b[^>]*>|<html\b[^>]*>|<!doctype[^>]*>/gi;
  let at = 0;
  for (const match of html.matchAll(head)) at = match.index + match[0].length;
  const before = html.slice(0, at);
  return `${before}<meta charset="utf-8"><script>${script}</script>${html.slice(at)}`;
}

export const copyWithFirst = async (file, script) => withFirst(await readFile(file, "utf8"), script);

// Gives { errors() -> [text] , requests() -> [address] } for what happened since the last time they were asked for.
export async function watch({ name, driver }, strangers) {
  const inPage = () => driver.executeScript("return window.__watched ?? ['the watching script did not run']");
  if (name === "chromium") return watchChromium(driver, inPage);
  if (name === "firefox") return watchFirefox(driver, inPage);
  // WebKit's driver has no log and no early script: errors() only speaks on a copy made with `withFirst`.
  // What it asks of others goes to the proxy.
  return { errors: inPage, requests: async () => strangers.log.splice(0), copies: true };
}

async function watchChromium(driver, inPage) {
  await driver.sendDevToolsCommand("Page.addScriptToEvaluateOnNewDocument", { source: watchScript });
  const logs = driver.manage().logs();
  return {
    errors: async () => {
      const logged = (await logs.get("browser"))
        .filter(({ level }) => ["SEVERE", "WARNING"].includes(level.name))
        .map(({ level, message }) => `${level.name}: ${message}`);
      return [...(await inPage()), ...logged];
    },
    requests: async () =>
      (await logs.get("performance"))
        .map(({ message }) => JSON.parse(message).message)
        .filter(({ method }) => method === "Network.requestWillBeSent")
        .map(({ params }) => params.request.url),
  };
}

async function watchFirefox(driver, inPage) {
  const bidi = await driver.getBidi();
  const told = { errors: [], requests: [] };
  bidi.socket.on("message", (data) => {
    const { method, params } = JSON.parse(data.toString());
    if (method === "log.entryAdded" && ["error", "warn"].includes(params.level)) {
      told.errors.push(`${params.level}: ${params.text}`);
    }
    if (method === "network.beforeRequestSent") told.requests.push(params.request.url);
  });
  await bidi.send({ method: "session.subscribe", params: { events: ["log.entryAdded", "network.beforeRequestSent"] } });
  await bidi.send({ method: "script.addPreloadScript", params: { functionDeclaration: `() => { ${watchScript} }` } });
  return {
    errors: async () => [...(await inPage()), ...told.errors.splice(0)],
    requests: async () => told.requests.splice(0),
  };
}
