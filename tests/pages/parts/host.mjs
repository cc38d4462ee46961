// embed.js on somebody else's page: heights come up, links go down, and nothing else happens.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "../attempts.mjs";
import { join } from "node:path";
import { embed, framed, Host, mock, mockFrame } from "../hosts.mjs";
import { pause, until } from "../page.mjs";
import { dist, folder, serve } from "../server.mjs";

const tall = '<div style="height:3000px">a long text</div>';

// As the frame's own scripts would send it; what cannot be sent throws there and goes nowhere.
const hostile = `
  const type = "five-armies:height";
  const sent = [null, undefined, "", "x".repeat(10 * 1024 * 1024), 7, true, [], [type, 700], {}, new Map([["type", type]]),
    { type }, { type, height: NaN }, { type, height: Infinity }, { type, height: "700" }, { type, height: [700] },
    { type, height: { valueOf: 700 } }, { type, height: null }, { type, height: 700n }, { type: [type], height: 700 },
    { type: "five-armies:heights", height: 700 }, { type: "constructor", height: 700 }, { height: 700 },
    { type, height: 199 }, { type, height: 4001 }, { type, height: -700 }, { type, height: 1e300 }];
  for (const data of sent) inside.say(data);
  const thrown = [];
  const trap = { get type() { throw new Error("read me not") }, height: 700 };
  for (const data of [trap, { type, height: () => 700 }]) {
    try { inside.say(data) } catch (problem) { thrown.push(problem.name) }
  }
  return { sent: sent.length, thrown: thrown.length };`;

export function hostPage(world) {
  heights(world);
  links(world);
  manners(world);
}

function heights(world) {
  test("embed.js keeps a frame's height within bounds and says whose page it is, whichever of the two came first", async () => {
    const host = new Host(world);
    for (const late of [false, true]) {
      await host.open(`${framed("map", "&height=640")}${late ? "" : embed}`, { hash: "#top", frames: 1 });
      if (late) {
        await pause(200);
        assert.equal(await host.heightOf("#map"), "", "nobody keeps the height yet");
        await host.run("document.body.append(Object.assign(document.createElement('script'), { src: arguments[0] }))", `${folder}embed.js`);
      }
      await host.heightBecomes("#map", "640px");
    }
    for (const [height, kept] of [[200, 200], [199, 200], [4000, 4000], [4001, 4000], [0, 4000], [512.5, 512.5]]) {
      const { length } = await host.run("return mail");
      await host.inFrame("#map", `inside.say({ type: "five-armies:height", height: ${height} })`);
      await host.messages(length + 1);
      assert.equal(await host.heightOf("#map"), `${kept}px`, `${height} asked for`);
    }
    const heard = await host.heard("#map");
    assert.deepEqual(heard[0], { type: "five-armies:host", address: `${world.server.origin}/host.html` });
    for (const one of heard) assert.deepEqual(one, heard[0], "nothing else is said to a frame");
    assert.deepEqual(await host.watched(), []);
  });

  test("hostile messages to the host change nothing and leave no error", async () => {
    const host = new Host(world);
    await host.open(`${framed("map", "&height=500")}
      <iframe id="stranger" title="another" src="/stranger.html"></iframe>
      <iframe id="beside" title="another" src="${folder.slice(0, -1)}-of-others/mock.html"></iframe>${embed}`, { frames: 1 });
    await host.heightBecomes("#map", "500px");
    const said = (await host.heard("#map")).length;
    const before = await host.run("return mail.length");
    const { sent, thrown } = await host.inFrame("#map", hostile);
    assert.equal(thrown, 2, "what cannot be cloned cannot be sent");
    await host.messages(before + sent);
    assert.equal(await host.heightOf("#map"), "500px");

    // The right words from the wrong window: a stranger's frame, one beside our folder, and the host itself.
    await host.run(`const data = { type: "five-armies:height", height: 700 };
      for (const frame of ["stranger", "beside"]) {
        new (document.getElementById(frame).contentWindow.Function)("data", "parent.postMessage(data, '*')")(data);
      }
      postMessage(data, "*");
      const { contentWindow: source } = document.getElementById("map");
      const trap = { get type() { throw new Error("read me not") } };
      for (const made of [data, trap]) dispatchEvent(new MessageEvent("message", { data: made, source }));`);
    await host.messages(before + sent + 5);
    assert.deepEqual(await host.run("return [...document.querySelectorAll('iframe')].map(({ style }) => style.height)"),
      ["500px", "", ""]);
    // Numbers out of bounds are well-formed and get their answers; nothing else does.
    assert.equal((await host.heard("#map")).length, said + 4);
    assert.deepEqual(await host.watched(), []);
  });

  test("two frames and an element on one page keep their own heights, and get their own links", async () => {
    const host = new Host(world);
    const link = (id, t) => `<a id="to-${id}" href="#elsewhere" data-fa="t=1968-08-21T${t}">${t}</a>`;
    await host.open(`${embed}${link("one", "01:55")}${framed("one", "&height=300")}
      ${link("two", "02:20")}${framed("two", "&height=400", 'sandbox="allow-scripts allow-same-origin"')}
      ${link("three", "04:35")}<five-armies id="three" src="${mock}?name=three&amp;height=600" view="map"></five-armies>
      ${link("first", "23:59")}`, { frames: 3 });
    for (const [id, height] of [["one", 300], ["two", 400], ["three", 600]]) await host.heightBecomes(`#${id}`, `${height}px`);
    for (const id of ["one", "two", "three"]) await host.run("document.getElementById(arguments[0]).click()", `to-${id}`);
    await host.hashBecomes("#one", "#t=1968-08-21T01:55");
    await host.hashBecomes("#two", "#t=1968-08-21T02:20");
    await host.hashBecomes("#three", "#view=map&t=1968-08-21T04:35");
    // Below the last frame there is none: then the first is meant.
    await host.run("document.getElementById('to-first').click()");
    await host.hashBecomes("#one", "#t=1968-08-21T23:59");
    assert.equal(await host.hashOf("#two"), "#t=1968-08-21T02:20");
    assert.deepEqual(await host.watched(), []);
  });

  test("a frame that the host adds later is served too", async () => {
    const host = new Host(world);
    await host.open(`${framed("map", "&height=300")}${embed}`, { frames: 1 });
    await host.run(`const frame = document.createElement("iframe");
      frame.id = "later";
      frame.src = "${mock}?name=later&height=444";
      document.body.prepend(frame)`);
    await host.heightBecomes("#later", "444px");
    await host.run("location.hash = 'fa=t=1968-08-21T02:20'");
    await host.hashBecomes("#later", "#t=1968-08-21T02:20");
  });
}

function links(world) {
  test("#fa= on the host's page reaches the first frame, at the start and later, and keeps how it was set up", async () => {
    const host = new Host(world);
    const frame = `<iframe id="map" title="a map" loading="lazy"
      src="${mock}?name=map&amp;height=600#view=map&amp;t=1968-08-20T21:40&amp;theme=dark&amp;lang=cs"></iframe>`;
    await host.open(`${tall}${frame}${framed("other")}${embed}`, { hash: "#fa=t=1968-08-21T02:20&basis=article", frames: 2 });
    await host.hashBecomes("#map", "#view=map&theme=dark&lang=cs&t=1968-08-21T02:20&basis=article");
    await until("the frame is in sight", () => host.run(
      "const { top, bottom } = document.getElementById('map').getBoundingClientRect(); return top < innerHeight && bottom > 0"));
    const born = await host.inFrame("#map", "return inside.born");

    await host.run("location.hash = 'fa=t=1968-08-21T04:35'");
    await host.hashBecomes("#map", "#view=map&theme=dark&lang=cs&t=1968-08-21T04:35");
    assert.equal(await host.inFrame("#map", "return inside.born"), born, "the frame has not loaded anew");
    // The host's own entry is the only new one: one step back undoes it.
    await host.run("history.back()");
    await until("the host is back", () => host.run("return location.hash === '#fa=t=1968-08-21T02:20&basis=article'"));
    await host.hashBecomes("#map", "#view=map&theme=dark&lang=cs&t=1968-08-21T02:20&basis=article");
    assert.equal(await host.hashOf("#other"), "");
    assert.deepEqual(await host.watched(), []);
  });

  test("a frame that has missed its link while it loaded is told it again, once", async () => {
    const host = new Host(world);
    // As if the browser had gone on loading what `src` said first.
    world.server.pages[`${folder}late.html`] = `<!doctype html><meta charset="utf-8"><title>late</title><script>
      history.replaceState(null, "", "#t=1968-08-20T23:00");
      const say = (height) => parent.postMessage({ type: "five-armies:height", height }, "*");
      say(500);
      let heard = false;
      addEventListener("message", ({ data }) => {
        if (data === "go on") location.replace("#t=1968-08-21T05:00");
        if (data === "again") say(510);
        if (data.type !== "five-armies:host" || heard) return;
        heard = true;
        say(505);
      });
    </script>`;
    await host.open(`<iframe id="map" title="a map" src="${folder}late.html#t=1968-08-20T23:00"></iframe>${embed}`,
      { hash: "#fa=t=1968-08-21T02:20", frames: 0 });
    const hash = () => host.inFrame("#map", "return inside.location.hash");
    await until("the link has arrived", async () => (await hash()) === "#t=1968-08-21T02:20");
    // Only then has the host heard all that makes it say the link again.
    await host.heightBecomes("#map", "505px");
    // In WebKit a frame that is told a link goes there a little later.
    await pause(500);
    await host.inFrame("#map", "inside.postMessage('go on', '*')");
    await until("the reader has gone on from there", async () => (await hash()) === "#t=1968-08-21T05:00");
    await host.inFrame("#map", "inside.postMessage('again', '*')");
    await host.heightBecomes("#map", "510px");
    await pause(500);
    assert.equal(await hash(), "#t=1968-08-21T05:00", "and is left there");
  });

  test("an #fa= that cannot be a link goes nowhere", async () => {
    const host = new Host(world);
    await host.open(`${framed("map", "#t=1968-08-21T02:20")}${embed}`, { frames: 1 });
    const bad = ["fa=", "fa", "fa=t=1968#x", "fa=javascript:alert(1)//", "fa=?secret=x", `fa=${"t".repeat(1001)}`, "x&fa=t=1968"];
    for (const hash of bad) {
      await host.run("location.hash = arguments[0]", hash);
      await pause(50);
      assert.equal(await host.hashOf("#map"), "#t=1968-08-21T02:20", hash.slice(0, 40));
    }
    await host.run("location.hash = arguments[0]", `fa=${"t".repeat(1000)}`);
    await host.hashBecomes("#map", `#${"t".repeat(1000)}`);
    assert.deepEqual(await host.watched(), []);
  });

  test("a link or button with data-fa takes its frame to a moment and into sight", async () => {
    const host = new Host(world);
    await host.open(`<a id="link" href="/elsewhere.html" data-fa="t=1968-08-21T02:20&amp;basis=article">02:20</a>
      <button id="button" data-fa="t=1968-08-21T04:35"><b>04:35</b></button>
      <a id="bad" href="#own" data-fa="<b>">no link</a><a id="plain" href="#plain">a link of the host's</a>
      ${tall}${framed("map", "&height=400")}${embed}`, { frames: 1 });
    await host.heightBecomes("#map", "400px");
    const { length } = await host.run("return history");
    await world.engine.driver.findElement({ css: "#link" }).click();
    await host.hashBecomes("#map", "#t=1968-08-21T02:20&basis=article");
    assert.equal(await host.run("return location.pathname"), "/host.html", "the host's page stays");
    await until("the frame is in sight", () => host.run(
      "const { top, bottom } = document.getElementById('map').getBoundingClientRect(); return top >= 0 && bottom <= innerHeight + 1"));
    await host.run("document.querySelector('#button b').click()");
    await host.hashBecomes("#map", "#t=1968-08-21T04:35");
    assert.equal(await host.run("return history.length"), length, "the way back has no new entry");

    // What is the reader's or the host's own stays theirs.
    const kept = await host.run(`const link = document.getElementById("link");
      const kept = [];
      addEventListener("click", (event) => { kept.push(event.defaultPrevented); event.preventDefault() });
      for (const held of ["ctrlKey", "metaKey", "shiftKey", "altKey"]) {
        link.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, [held]: true }));
      }
      for (const id of ["bad", "plain"]) document.getElementById(id).click();
      return kept`);
    assert.deepEqual(kept, Array(6).fill(false));
    assert.equal(await host.hashOf("#map"), "#t=1968-08-21T04:35");
    assert.deepEqual(await host.watched(), []);
  });

  test("heights and links pass between strangers: another origin, a sandbox", async () => {
    const host = new Host(world);
    const abroad = await serve({ pages: { [mock]: mockFrame } });
    try {
      const away = (id, more = "") => `<iframe id="${id}" title="a map" ${more}
        src="${abroad.origin}${mock}?name=${id}&amp;height=432"></iframe>`;
      await host.open(`<a id="to-far" data-fa="t=1968-08-21T01:55">01:55</a>${away("far")}
        <a id="to-boxed" data-fa="t=1968-08-21T02:20">02:20</a>${away("boxed", 'sandbox="allow-scripts"')}
        <script src="${abroad.origin}${folder}embed.js"></script>`, { frames: 2 });
      for (const id of ["far", "boxed"]) await host.heightBecomes(`#${id}`, "432px");
      await host.run("for (const id of ['to-far', 'to-boxed']) document.getElementById(id).click()");
      await host.toldBy("far", "#t=1968-08-21T01:55");
      await host.toldBy("boxed", "#t=1968-08-21T02:20");
      assert.deepEqual(await host.watched(), []);
    } finally {
      await world.page.open("about:blank");
      await abroad.stop();
    }
  });
}

function manners(world) {
  const twice = "console.warn: Five Armies: embed.js is on this page twice";
  const alone = "console.warn: Five Armies: embed.js finds no frame on this page";
  const astray = "console.warn: Five Armies: the src of <five-armies> is no address of a page";
  const bare = "console.warn: Five Armies: embed.js needs a <script src> of its own";

  test("embed.js twice, without a frame, or with a wrong src gives one warning and nothing else", async () => {
    const host = new Host(world);
    await host.open(`${framed("map", "&height=300")}${embed}${embed}`, { frames: 1 });
    await host.heightBecomes("#map", "300px");
    assert.deepEqual(await host.watched(), [twice]);
    const said = (await host.heard("#map")).length;
    await host.inFrame("#map", "inside.say({ type: 'five-armies:height', height: 301 })");
    await host.heightBecomes("#map", "301px");
    assert.equal((await host.heard("#map")).length, said + 1, "one answer, not two");

    await host.open(`<iframe title="another" src="/stranger.html"></iframe><p data-fa="t=1968">no link</p>${embed}`, { hash: "#fa=t=1968" });
    await host.run("document.querySelector('p').click()");
    assert.deepEqual(await host.watched(), [alone]);

    for (const src of ["javascript:alert(1)", "data:text/html,x", "http://", "https://[", "blob:null/1"]) {
      await host.open(`${embed}<five-armies id="map" src="${src}" t="1968-08-21"><a href="/">the still</a></five-armies>`);
      assert.deepEqual(await host.watched(), [astray], src);
      const { frames, drawn } = await host.run(`return { frames: document.getElementById("map").shadowRoot.querySelectorAll("iframe").length,
        drawn: document.querySelector("#map a").getClientRects().length }`);
      assert.deepEqual({ frames, drawn }, { frames: 0, drawn: 1 }, `with ${src} the still stays`);
    }

    const source = await readFile(join(dist, "embed.js"), "utf8");
    await host.open(`${framed("map", "&height=300")}<script>${source}</script>`, { frames: 1 });
    assert.deepEqual(await host.watched(), [bare]);
    assert.equal(await host.heightOf("#map"), "");
  });

  // A host sends and reads scripts in an encoding of its own.
  test("embed.js says what it says in every encoding", async () => {
    const source = await readFile(join(dist, "embed.js"));
    assert.deepEqual([...source].filter((byte) => byte > 127), []);
  });

  test("embed.js asks for nothing, stores nothing and leaves no name behind", async () => {
    const { watcher, server } = world;
    const host = new Host(world);
    await world.page.open("about:blank");
    await watcher.requests();
    server.log.length = 0;
    await host.open(`${framed("map", "&height=300")}<a data-fa="t=1968-08-21">21 August</a>${embed}
      <script>window.namesAfter = Object.getOwnPropertyNames(window)</script>`, { frames: 1 });
    await host.heightBecomes("#map", "300px");
    await host.run("document.querySelector('a').click()");
    await host.hashBecomes("#map", "#t=1968-08-21");
    const { added, kept } = await host.run(`return {
      added: namesAfter.filter((name) => !namesBefore.includes(name) && name !== "namesBefore" && !/^\\d+$/.test(name)),
      kept: [document.cookie, localStorage.length, sessionStorage.length] }`);
    assert.deepEqual(added, []);
    assert.deepEqual(kept, ["", 0, 0]);
    const asked = server.log.map(({ path }) => path)
      // A worker that an earlier test's page has asked for may come late.
      .filter((path) => path !== "/favicon.ico" && path !== `${folder}sw.js`);
    assert.deepEqual(asked.toSorted(), ["/host.html", `${folder}embed.js`, mock].toSorted());
    const strangers = (await watcher.requests()).filter((address) => !/^(data|blob|about):/.test(address) && !address.startsWith(server.origin));
    assert.deepEqual(strangers, []);
  });
}
