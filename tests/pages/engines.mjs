// Starts and stops the three engines. A missing engine or driver throws: it is a failure, never a skip.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { createServer, connect } from "node:net";
import { homedir, tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { Builder } from "selenium-webdriver";

export const engineNames = ["chromium", "firefox", "webkit"];

const miniBrowsers = [
  "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
  "/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
  "/usr/libexec/webkit2gtk-4.1/MiniBrowser",
];

class Missing extends Error {}

function find(what, places) {
  const found = places.find((place) => existsSync(place));
  if (!found) throw new Missing(`${what} is not installed; looked at ${places.join(", ")}`);
  return found;
}

function program(name) {
  const folders = [...process.env.PATH.split(delimiter), join(homedir(), ".cargo/bin")];
  return find(name, folders.map((folder) => join(folder, name)));
}

const recipes = {
  chromium: async (port, profile) => ({
    command: [program("chromedriver"), `--port=${port}`],
    capabilities: {
      browserName: "chrome",
      "goog:loggingPrefs": { browser: "ALL", performance: "ALL" },
      "goog:chromeOptions": {
        binary: program("chromium"),
        args: [
          "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
          "--disable-background-networking", "--disable-component-update", "--disable-sync",
          "--hide-scrollbars", "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1", "--window-size=1440,900", "--lang=en-US", `--user-data-dir=${profile}`,
        ],
      },
    },
  }),
  firefox: async (port, profile, { prefs = {} }) => ({
    command: [program("geckodriver"), "--host", "127.0.0.1", "--port", `${port}`, "--websocket-port", `${await freePort()}`],
    capabilities: {
      browserName: "firefox",
      webSocketUrl: true,
      "moz:firefoxOptions": {
        binary: program("firefox-esr"),
        args: ["-headless", "--width=1440", "--height=900"],
        prefs: {
          "intl.accept_languages": "en-US, en",
          "security.fileuri.strict_origin_policy": true,
          "app.update.disabledForTesting": true,
          "datareporting.policy.dataSubmissionEnabled": false,
          ...prefs,
        },
      },
    },
  }),
  webkit: async (port, profile, { proxyHost }) => ({
    command: [
      program("xvfb-run"), "-a", "-s", "-screen 0 1600x1200x24",
      program("WebKitWebDriver"), `--port=${port}`,
    ],
    capabilities: {
      browserName: "MiniBrowser",
      "webkitgtk:browserOptions": {
        binary: find("MiniBrowser", miniBrowsers),
        args: ["--automation"],
      },
      ...(proxyHost && {
        proxy: { proxyType: "manual", httpProxy: proxyHost, sslProxy: proxyHost, noProxy: ["127.0.0.1"] },
      }),
    },
  }),
};

// The page follows the browser's language, and the browser its surroundings'. Tests of other languages say so.
const english = { LANG: "en_US.UTF-8", LC_ALL: "en_US.UTF-8", LANGUAGE: "en_US" };

const sessionStarts = 45_000;
const driverAnswers = 120_000;

// The answer: { name, driver, stop, answers }. `prefs` are Firefox preferences; `proxyHost` is for WebKit alone.
// Now and then a browser dies while it starts, or its driver waits for it for ever: then it gets a second chance.
export async function start(name, options = {}) {
  try {
    return await startOnce(name, options);
  } catch (problem) {
    if (problem instanceof Missing) throw problem;
    console.error(`${name} did not start: ${problem.message}. Trying once more.`);
    return startOnce(name, options);
  }
}

async function startOnce(name, options) {
  const port = await freePort();
  const profile = join(tmpdir(), `five-armies-profile-${process.pid}-${port}`);
  const { command, capabilities } = await recipes[name](port, profile, options);
  const [path, ...args] = command;
  // Its own process group, so that stopping takes Xvfb and the browser with it.
  const child = spawn(path, args, { detached: true, stdio: "ignore", env: { ...process.env, ...english } });
  const stopDriver = async () => {
    process.off("exit", stopDriver);
    try {
      process.kill(-child.pid, "SIGTERM");
    } catch {
      // already gone
    }
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }).catch(() => {});
  };
  process.once("exit", stopDriver);
  try {
    await listening(port, child, path);
    const builder = new Builder()
      .disableEnvironmentOverrides()
      .usingServer(`http://127.0.0.1:${port}`)
      .withCapabilities(capabilities);
    const driver = await within(sessionStarts, builder.build(), "the session");
    const execute = driver.execute.bind(driver);
    driver.execute = (order) => within(driverAnswers, execute(order), order.getName());
    await driver.manage().setTimeouts({ pageLoad: 60_000, script: 60_000 });
    const stop = async () => {
      await driver.quit().catch(() => {});
      await stopDriver();
    };
    // Whether the session is still there.
    const answers = () => within(10_000, driver.getAllWindowHandles(), "the windows").then(() => true, () => false);
    return { name, driver, stop, answers };
  } catch (problem) {
    await stopDriver();
    throw problem;
  }
}

// A driver that no longer answers is an error, not a test that never ends.
function within(limit, answer, what) {
  let timer;
  const silence = new Promise((_, fail) => {
    timer = setTimeout(() => fail(new Error(`no answer for ${limit / 1000} s: ${what}`)), limit);
  });
  return Promise.race([answer, silence]).finally(() => clearTimeout(timer));
}

async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

async function listening(port, child, path) {
  for (let tries = 0; tries < 300; tries += 1) {
    if (child.exitCode !== null) throw new Error(`${path} ended with ${child.exitCode}`);
    const open = await new Promise((done) => {
      const socket = connect(port, "127.0.0.1");
      socket.once("connect", () => (socket.destroy(), done(true)));
      socket.once("error", () => done(false));
    });
    if (open) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`${path} does not listen on port ${port}`);
}
