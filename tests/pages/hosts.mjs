// Pages of others that show ours: a host with frames on it, and a frame that speaks as our page does, where a test is
// about the host's side alone.
import { until } from "./page.mjs";
import { folder } from "./server.mjs";
import { watchScript, withFirst } from "./watch.mjs";

export const mock = `${folder}mock.html`;

// Says its height, as asked for by `?height=`, at the start and when it learns who its host is; writes down what it
// hears, and tells its parent where it is.
export const mockFrame = `<!doctype html><meta charset="utf-8"><title>a frame</title><script>
  window.heard = [];
  window.born = performance.timeOrigin;
  window.say = (data) => parent.postMessage(data, "*");
  const query = new URLSearchParams(location.search);
  const height = query.get("height");
  const sayHeight = () => height && say({ type: "five-armies:height", height: Number(height) });
  let host;
  addEventListener("message", ({ data }) => {
    heard.push(data);
    if (data.address === host) return;
    host = data.address;
    sayHeight();
  });
  const where = () => say({ type: "mock:where", name: query.get("name"), hash: location.hash });
  addEventListener("hashchange", where);
  where();
  sayHeight();
</script>`;

export const embed = `<script src="${folder}embed.js"></script>`;
export const framed = (id, query = "", more = "") =>
  `<iframe id="${id}" title="a map" src="${mock}?name=${id}${query}" ${more}></iframe>`;

// The host writes down what went wrong, and every message that reached it.
export const host = (body) => withFirst(`<!doctype html><html lang="en"><head><title>a host</title></head><body>
<script>
  window.mail = [];
  addEventListener("message", ({ data }) => mail.push(data));
  window.namesBefore = Object.getOwnPropertyNames(window);
</script>
${body}</body></html>`, watchScript);

export class Host {
  constructor({ page, server }) {
    this.page = page;
    this.server = server;
    server.pages[mock] = mockFrame;
  }

  // `frames` says how many frames of the tests' own have to have loaded.
  async open(body, { hash = "", frames = 0, origin = this.server.origin } = {}) {
    this.server.pages["/host.html"] = host(body);
    await this.page.open(`${origin}/host.html${hash}`);
    await until("the host and its frames have loaded", () => this.run(
      `const told = new Set(mail.filter((data) => data?.type === "mock:where").map(({ name }) => name));
       return document.readyState === "complete" && told.size >= arguments[0]`, frames));
  }

  run(script, ...given) {
    return this.page.run(script, ...given);
  }

  // What went wrong on the host's page, and what it was warned of.
  watched() {
    return this.run("return window.__watched");
  }

  // Messages of one sender arrive in order: once this one is there, so are those before it.
  async messages(count) {
    await until(`${count} messages have come`, () => this.run("return mail.length >= arguments[0]", count));
  }

  // `css` finds a frame, or an element of ours with a frame inside; the script knows them as `frame` and `inside`.
  inFrame(css, script, ...given) {
    return this.run(
      `const [css, ...given] = arguments;
       const place = document.querySelector(css);
       const frame = place.shadowRoot?.querySelector("iframe") ?? place;
       return (function (frame, inside) { ${script} })(frame, frame.contentWindow, ...given)`,
      css, ...given,
    );
  }

  hashOf(css) {
    return this.inFrame(css, "return inside.location.hash");
  }

  heightOf(css) {
    return this.inFrame(css, "return frame.style.height");
  }

  // What a frame of the tests' own has been told, when it is told nothing more.
  async heard(css) {
    let count;
    return until("the frame has heard everything", async () => {
      const heard = await this.inFrame(css, "return inside.heard");
      const settled = heard.length > 0 && heard.length === count;
      count = heard.length;
      return settled && heard;
    });
  }

  async hashBecomes(css, hash) {
    await until(`the frame ${css} is at ${hash}`, async () => (await this.hashOf(css)) === hash);
  }

  async heightBecomes(css, height) {
    await until(`the frame ${css} is ${height} high`, async () => (await this.heightOf(css)) === height);
  }

  // Where a frame of another origin says it is.
  async toldBy(name, hash) {
    await until(`the frame ${name} says that it is at ${hash}`, () => this.run(
      "return mail.findLast((one) => one?.type === 'mock:where' && one.name === arguments[0])?.hash === arguments[1]",
      name, hash));
  }
}
