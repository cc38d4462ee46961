// Takes stills of the page in Chromium: node tests/pages/shots.mjs OUTDIR [words of the names wanted]
// e.g. `node tests/pages/shots.mjs /tmp/shots phone dark` takes only phone-dark-*.png.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { start } from "./engines.mjs";
import { folder, serve } from "./server.mjs";

const [outdir, ...wanted] = process.argv.slice(2);
if (!outdir) {
  console.error("usage: node tests/pages/shots.mjs OUTDIR [WORD ...]");
  process.exit(2);
}

const screens = [
  { name: "desk", width: 1440, height: 900 },
  { name: "tablet", width: 768, height: 1024 },
  { name: "phone", width: 390, height: 844 },
  { name: "frame", width: 360, height: 520, frame: { width: 320, height: 480 } },
];
const themes = ["light", "dark"];
const moments = {
  2000: "1968-08-20T20:00",
  2300: "1968-08-20T23:00",
  "0400": "1968-08-21T04:00",
  1200: "1968-08-21T12:00",
};

await mkdir(outdir, { recursive: true });
const server = await serve();
server.pages["/frame.html"] = `<!doctype html><title>frame</title>
<style>body{margin:20px;background:#888}iframe{display:block;border:0;width:320px;height:480px}</style>
<iframe></iframe><script>document.querySelector("iframe").src = "${folder}" + location.hash</script>`;
const { driver, stop } = await start("chromium");
let missed = 0;
try {
  for (const screen of screens) {
    await driver.sendDevToolsCommand("Emulation.setDeviceMetricsOverride", {
      width: screen.width, height: screen.height, deviceScaleFactor: 1, mobile: false,
    });
    for (const theme of themes) {
      for (const [label, moment] of Object.entries(moments)) {
        const name = `${screen.name}-${theme}-${label}`;
        if (!wanted.every((word) => name.split("-").includes(word))) continue;
        await shoot(screen, name, `#t=${moment}&theme=${theme}`);
      }
    }
  }
} finally {
  await stop();
  await server.stop();
}
process.exit(missed ? 1 : 0);

async function shoot(screen, name, hash) {
  await driver.get("about:blank");
  await driver.get((screen.frame ? server.url("/frame.html") : server.page) + hash);
  if (screen.frame) await driver.switchTo().frame(0);
  const ready = await driver
    .wait(() => driver.executeScript("return document.documentElement.dataset.ready === 'true'"), 15_000)
    .catch(() => false);
  await driver.executeAsyncScript(`const done = arguments[0];
    document.fonts.ready.then(() => setTimeout(done, 400));`);
  if (screen.frame) await driver.switchTo().defaultContent();
  await writeFile(join(outdir, `${name}.png`), await driver.takeScreenshot(), "base64");
  console.log(ready ? name : `${name} (the page never became ready)`);
  if (!ready) missed += 1;
}
