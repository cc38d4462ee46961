// Five Armies on somebody else's page: keeps the height of our frames, takes links down into them, and makes the
// element <five-armies>. Asks for nothing, stores nothing, and leaves no name behind but the element's.
(() => {
  "use strict";

  const ELEMENT = "five-armies";
  const warn = (text) => console.warn(`Five Armies: ${text}`);

  if (customElements.get(ELEMENT)) return warn("embed.js is on this page twice");
  const own = document.currentScript?.src;
  if (!own) return warn("embed.js needs a <script src> of its own");

  const folder = new URL(".", own).href;
  const pages = { __proto__: null, cs: "cs.html", sk: "sk.html" };
  const titles = {
    __proto__: null,
    en: "Five Armies: map of the invasion of Czechoslovakia, August 1968",
    cs: "Pět armád: mapa invaze do Československa, srpen 1968",
    sk: "Päť armád: mapa invázie do Československa, august 1968",
  };
  // What a frame was set up with, and keeps when a link only says where to go.
  const settings = ["view", "lang", "theme"];
  // What a link may say: a piece of an address, passed on as it is; only the page in the frame understands it.
  const LINK = /^[\w\-:=&.%]{1,1000}$/;
  // CSS pixels.
  const lowest = 200;
  const highest = 4000;

  // A place is an <iframe> that shows a page of our folder, or an element of ours that has got its frame. They come
  // in the order of the document, and are looked for anew each time: a host may add some later.
  const isOurs = (place) => (place.localName === ELEMENT ? place.frame : place.src.startsWith(folder));
  const places = () => [...document.querySelectorAll(`iframe,${ELEMENT}`)].filter(isOurs);
  const frameOf = (place) => place.frame ?? place;

  // In a loaded frame only what is behind the `#` changes: nothing loads anew, and the reader's way back gets no entry.
  // One that waits for being scrolled to would in WebKit forget about it and load what its `src` says.
  // Whatever a frame that has not spoken yet makes of it, it is told again when it does.
  const spoken = new WeakSet();
  const waiting = new WeakMap();
  const visit = (frame, address) => {
    if (!spoken.has(frame)) waiting.set(frame, address);
    if (frame.contentDocument?.URL === "about:blank") frame.src = address;
    else frame.contentWindow.location.replace(address);
  };

  const go = (place, link) => {
    if (!place || !LINK.test(link)) return false;
    const [page, hash = ""] = (place.address ?? place.src).split("#");
    const kept = hash.split("&").filter((pair) => settings.includes(pair.split("=")[0]));
    visit(frameOf(place), `${page}#${[...kept, link].join("&")}`);
    place.scrollIntoView({ block: "nearest" });
    return true;
  };

  // The address of the host's page may end in a link to the map: #fa=t=1968-08-21T02:20
  const followAddress = () => {
    const { hash } = location;
    if (hash.startsWith("#fa=")) go(places()[0], hash.slice(4));
  };

  // A link in the host's text goes to the next place below it, or to the first.
  const followClick = (event) => {
    const link = event.target.closest?.("[data-fa]");
    if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const all = places();
    const isBelow = (place) => link.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_FOLLOWING;
    if (go(all.find(isBelow) ?? all[0], link.dataset.fa)) event.preventDefault();
  };

  // Says on whose page a frame is, so that what is shared there leads here. A page that has not known it says its
  // height again; so it does not matter which of the two was there first.
  const greet = (frame) =>
    frame.postMessage({ type: `${ELEMENT}:host`, address: location.href.split("#")[0] }, "*");

  // A message counts by the window that it comes from: in a sandbox its origin says nothing.
  const hear = ({ data, source, isTrusted }) => {
    if (!isTrusted || data?.type !== `${ELEMENT}:height` || !Number.isFinite(data.height)) return;
    const place = places().find((one) => frameOf(one).contentWindow === source);
    if (!place) return;
    const frame = frameOf(place);
    spoken.add(frame);
    if (waiting.has(frame)) source.location.replace(waiting.get(frame));
    waiting.delete(frame);
    if (data.height >= lowest && data.height <= highest) frame.style.height = `${data.height}px`;
    place.show?.();
    // Each time, because the frame may have gone to the page in another language, which has not heard it yet.
    greet(source);
  };

  // The frame lies over what stands in the element, unseen, until it has spoken.
  const style = `
    :host { display: block; container-type: inline-size }
    :host([hidden]) { display: none }
    div { display: grid }
    iframe, slot { grid-area: 1/1 }
    slot { display: block }
    iframe { width: 100%; aspect-ratio: 4/5; border: 0; visibility: hidden }
    @container (min-width: 700px) { iframe { aspect-ratio: 16/10; max-height: 900px } }`;

  class FiveArmies extends HTMLElement {
    static observedAttributes = ["src", ...settings, "t", "basis", "title"];

    connectedCallback() {
      if (!this.shadowRoot) this.attachShadow({ mode: "open" });
      this.begin();
    }

    attributeChangedCallback(name, before, now) {
      if (before === now || !this.isConnected || !this.shadowRoot) return;
      if (name === "src") return this.begin();
      if (!this.frame) return;
      this.entitle();
      if (name !== "title") visit(this.frame, this.address);
    }

    begin() {
      const { shadowRoot, address } = this;
      const box = document.createElement("div");
      box.append(document.createElement("slot"));
      shadowRoot.replaceChildren(box);
      this.frame = undefined;
      if (!address) return warn(`the src of <${ELEMENT}> is no address of a page`);

      const frame = (this.frame = document.createElement("iframe"));
      // Neither way asks the host's policy for `style-src`; the second is for browsers before 2023.
      try {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(style);
        shadowRoot.adoptedStyleSheets = [sheet];
      } catch {
        frame.style.cssText = "width:100%;aspect-ratio:4/5;border:0";
      }
      frame.loading = "lazy";
      frame.allow = "fullscreen; clipboard-write";
      frame.src = address;
      this.entitle();
      box.append(frame);
    }

    entitle() {
      this.frame.title = this.title || (titles[this.lang] ?? titles.en);
    }

    // What the attributes ask for; nothing if `src` cannot be the address of a page.
    get address() {
      try {
        const address = new URL(this.getAttribute("src") || folder, document.baseURI);
        if (!/^(https?|file):$/.test(address.protocol)) return;
        if (address.pathname.endsWith("/")) address.pathname += pages[this.lang] ?? "index.html";
        address.searchParams.set("embed", 1);
        const asked = ["t", ...settings, "basis"].map((key) => [key, this.getAttribute(key)]);
        address.hash = new URLSearchParams(asked.filter(([, value]) => value));
        return address.href;
      } catch {
        // Not even that.
      }
    }

    // Takes the still away, unless the reader's focus is in it: then when it has gone.
    show() {
      if (!this.frame) return;
      if (this.contains(document.activeElement)) {
        this.addEventListener("focusout", () => this.show(), { once: true });
        return;
      }
      this.shadowRoot.querySelector("slot")?.remove();
      this.frame.style.visibility = "visible";
    }
  }

  customElements.define(ELEMENT, FiveArmies);
  addEventListener("message", hear);
  addEventListener("hashchange", followAddress);
  document.addEventListener("click", followClick);

  const begin = () => {
    if (!document.querySelector(ELEMENT) && !places().length) warn("embed.js finds no frame on this page");
    for (const place of places()) greet(frameOf(place).contentWindow);
    followAddress();
  };
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", begin);
  else begin();
})();
