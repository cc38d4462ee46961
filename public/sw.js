// The service worker: keeps the page for readers without a network. All that it hands out is of one build; a newer one
// is laid beside it and takes its place when the reader says so, or when no page is open any more.

// A release puts in what belongs to a build, by name, and one hash over all of it. Without them it does nothing.
const FILES = [];
const REVISION = "";

const FOLDER = new URL("./", location).href;
// Copies of the site may lie in other folders of the origin, and other sites beside them. A path holds no space.
const FAMILY = `five-armies ${new URL(FOLDER).pathname} `;
const OWN = FAMILY + REVISION;

const addressOf = (file) => FOLDER + file;

// A page where a page belongs, and none where none does: networks that want a word with their user first answer
// everything with a page of their own.
function isSound(file, answer) {
  const isPage = (answer.headers.get("Content-Type") ?? "").startsWith("text/html");
  return answer.ok && isPage === file.endsWith(".html");
}

async function fetched(file) {
  // Past the browser's own cache, in which pages of an earlier build may lie.
  const answer = await fetch(addressOf(file), { cache: "reload" });
  // Not what another site answers in this one's place.
  if (answer.type !== "basic" || !isSound(file, answer)) throw new Error(`${file}: ${answer.status}`);
  // Read to its end at once: a browser opens few connections to a host, and those of unread answers stay taken. And
  // made anew, because some hosts lead from `cs.html` to `cs`, and what came by a detour may not be shown to someone
  // who asked for the page.
  const { status, statusText, headers } = answer;
  return new Response(await answer.blob(), { status, statusText, headers });
}

// While we load, the host may get another build. Its pages name other programs.
async function ensureOneBuild(answers) {
  const programs = FILES.filter((file) => /^five-armies.*\.(js|wasm)$/.test(file));
  for (const [place, file] of FILES.entries()) {
    // `accessibility.en.html` has no program.
    if (!/^[^.]+\.html$/.test(file)) continue;
    const page = await answers[place].clone().text();
    if (!programs.every((program) => page.includes(program))) throw new Error(`${file} is of another build`);
  }
}

// All or nothing: when the network or the space fails, the browser drops this worker, an earlier one goes on, and the
// next visit tries again.
async function keep() {
  const answers = await Promise.all(FILES.map(fetched));
  await ensureOneBuild(answers);
  try {
    const cache = await caches.open(OWN);
    await Promise.all(answers.map((answer, place) => cache.put(addressOf(FILES[place]), answer)));
  } catch (error) {
    await caches.delete(OWN);
    throw error;
  }
}

async function forgetOthers() {
  const names = await caches.keys();
  const others = names.filter((name) => name.startsWith(FAMILY) && name !== OWN);
  await Promise.all(others.map((name) => caches.delete(name)));
}

// The file of this build that an address means, whatever is asked of it behind `?`. Hosts that leave `.html` away lead
// readers to `cs`; the folder itself is its index.
function fileAt(address) {
  const { origin, pathname } = new URL(address);
  const path = origin + pathname;
  if (!path.startsWith(FOLDER)) return undefined;
  const name = path.slice(FOLDER.length) || "index.html";
  return [name, `${name}.html`].find((file) => FILES.includes(file));
}

async function answered(file, request) {
  // A browser short of space may have thrown the cache away, and other pages of the site can write into it.
  const kept = await caches.match(addressOf(file), { cacheName: OWN }).catch(() => undefined);
  return kept && isSound(file, kept) ? kept : fetch(request);
}

addEventListener("install", (event) => event.waitUntil(keep()));

addEventListener("activate", (event) => {
  event.waitUntil(forgetOthers().catch(() => {}).then(() => clients.claim()));
});

addEventListener("fetch", (event) => {
  const file = event.request.method === "GET" && fileAt(event.request.url);
  if (file) event.respondWith(answered(file, event.request));
});

addEventListener("message", (event) => {
  if (event.origin === location.origin && event.data?.type === "five-armies:renew") skipWaiting();
});
