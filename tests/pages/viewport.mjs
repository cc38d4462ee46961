// Gives the page a window of an exact size, which each engine does in its own way.
import { pause, until } from "./page.mjs";

const inside = (driver) => driver.executeScript("return [innerWidth, innerHeight]");

export async function setViewport({ name, driver }, width, height) {
  if (name === "chromium") {
    await driver.sendDevToolsCommand("Emulation.setDeviceMetricsOverride", {
      width, height, deviceScaleFactor: 1, mobile: false,
    });
  } else if (name === "firefox") {
    const bidi = await driver.getBidi();
    const context = await driver.getWindowHandle();
    const { error, message } = await bidi.send({
      method: "browsingContext.setViewport", params: { context, viewport: { width, height } },
    });
    if (error) throw new Error(`${error}: ${message}`);
  } else {
    // A bar may come or go after the window has taken its size.
    for (let tries = 0; tries < 5; tries += 1) {
      await resizeWindow(driver, width, height);
      await pause(150);
      const [gotWidth, gotHeight] = await inside(driver);
      if (gotWidth === width && gotHeight === height) break;
    }
  }
  const got = await inside(driver);
  if (got[0] !== width || got[1] !== height) {
    throw new Error(`${name} gives ${got.join(" x ")} instead of ${width} x ${height}`);
  }
}

// MiniBrowser's window cannot be narrower than its tool bar. A window that a page opens has none, and may be.
const toolBar = 480;

export async function withViewport(engine, width, height, visit) {
  const { name, driver } = engine;
  if (name !== "webkit" || width > toolBar) {
    await setViewport(engine, width, height);
    return visit();
  }
  const first = await driver.getWindowHandle();
  await driver.get("about:blank");
  await driver.executeScript(`const button = document.body.appendChild(document.createElement("button"));
    button.textContent = "open";
    button.onclick = () => open("about:blank", "_blank", "popup,toolbar=no,location=no,menubar=no,width=${width},height=${height}");`);
  await driver.findElement({ css: "button" }).click();
  const second = await until("the narrow window is open", async () =>
    (await driver.getAllWindowHandles()).find((handle) => handle !== first));
  await driver.switchTo().window(second);
  try {
    await setViewport(engine, width, height);
    return await visit();
  } finally {
    await driver.close();
    await driver.switchTo().window(first);
  }
}

// The window has bars of its own, so ask, look, and ask again for the difference.
async function resizeWindow(driver, width, height) {
  let [askWidth, askHeight] = [width, height];
  for (let tries = 0; tries < 12; tries += 1) {
    await driver.manage().window().setRect({ width: askWidth, height: askHeight, x: 0, y: 0 });
    for (let looks = 0; looks < 20; looks += 1) {
      const [gotWidth, gotHeight] = await inside(driver);
      if (gotWidth === width && gotHeight === height) return;
      await pause(50);
    }
    const [gotWidth, gotHeight] = await inside(driver);
    askWidth += width - gotWidth;
    askHeight += height - gotHeight;
  }
}
