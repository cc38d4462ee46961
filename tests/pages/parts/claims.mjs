// Claim by claim: the small mark opens both versions where one reads, the list holds all of them.
import assert from "node:assert/strict";
import { test } from "../attempts.mjs";
import { chapters, claims, differing, films, plain, sources, unmarked, words } from "../content.mjs";
import { until } from "../page.mjs";
import { folder } from "../server.mjs";

const byId = new Map(claims.map((claim) => [claim.id, claim]));
const note = '[data-testid="note"]';
const said = (text) => plain(unmarked(text)).trim();

// The note of a mark, how near it stands under the mark's block, and what the mark says of itself.
const look = `
  const mark = document.querySelector(arguments[0]);
  const note = document.querySelector(\`[data-testid="note"][data-note="\${mark.dataset.mark}"]\`);
  const box = note?.getBoundingClientRect();
  return {
    notes: document.querySelectorAll('[data-testid="note"]').length,
    expanded: mark.getAttribute("aria-expanded"),
    claim: note?.dataset.note,
    text: note?.textContent,
    links: note && [...note.querySelectorAll("a[href*='#source-']")].map((link) => link.hash),
    right: note && document.documentElement.clientWidth - box.right,
    width: box?.width,
    under: box && box.top - mark.closest("p,h3,h4,tr").getBoundingClientRect().bottom,
  };`;

async function assertOpens(page, css) {
  const claim = byId.get(await page.run("return document.querySelector(arguments[0]).dataset.mark", css));
  await page.press(css);
  const seen = await until(`the note of ${claim.id} is open`, async () => {
    const now = await page.run(look, css);
    return now.claim && now;
  });
  assert.equal(seen.expanded, "true");
  assert.ok(seen.under >= 0 && seen.under < 30, `${css}: the note stands ${seen.under} px under the mark's block`);
  assert.ok(seen.width > 200 && seen.right >= 0, `${css}: ${seen.width} px wide, ${seen.right} px to the edge`);
  for (const wanted of [words.en[`verdict_${claim.verdict}`], said(claim.article.en), said(claim.record.en)]) {
    assert.ok(plain(seen.text).includes(wanted), `the note of ${claim.id} says ${wanted}: ${seen.text}`);
  }
  const numbers = claim.sources.map((source) => sources.findIndex(({ id }) => id === source) + 1);
  assert.deepEqual(seen.links, numbers.map((number) => `#source-${number}`), `sources of ${claim.id}`);
  return claim;
}

async function assertCloses(page, css) {
  await page.press(css);
  const seen = await until("the note is closed", async () => {
    const now = await page.run(look, css);
    return !now.claim && now;
  });
  assert.equal(seen.notes, 0);
  assert.notEqual(seen.expanded, "true");
}

// How many entries of each verdict are drawn.
const listed = `const drawn = [...document.querySelectorAll(".claim-entry")].filter((entry) => entry.getClientRects().length);
  return drawn.map(({ id }) => id.slice("claim-".length))`;

export function claimByClaim(world, scheme) {
  const english = (hash) => world.url(scheme, `#lang=en&${hash}`);

  test("a mark in the story opens both versions, verdict and sources under its paragraph, and closes them", async () => {
    const { page } = world;
    await page.openReady(english("t=1968-08-21T02:20"));
    const told = await page.run("return [...document.querySelectorAll('.passage .mark')].map((mark) => mark.dataset.mark)");
    const missing = differing.filter(({ id }) => !told.includes(id));
    assert.deepEqual(missing.map(({ id }) => id), [], "claims that differ and have no mark in the story");
    assert.equal(new Set(told).size, told.length, "one mark for each");

    for (const id of ["c2", "c20", told.at(-1)]) {
      const css = `.passage .mark[data-mark=${id}]`;
      await assertOpens(page, css);
      await assertCloses(page, css);
    }
    // Another mark of the same paragraph takes the note's place.
    const [first, second] = await page.run(`return [...document.querySelectorAll(".passage")]
      .map((passage) => [...passage.querySelectorAll(".mark")].map((mark) => mark.dataset.mark)).find(({ length }) => length > 1)`);
    await assertOpens(page, `.passage .mark[data-mark=${first}]`);
    await assertOpens(page, `.passage .mark[data-mark=${second}]`);
    const { notes, expanded } = await page.run(look, `.passage .mark[data-mark=${first}]`);
    assert.deepEqual([notes, expanded], [1, "false"]);

    // A source of the note leads to the list of sources.
    const source = await page.run(`const link = document.querySelector('${note} a[href*="#source-"]');
      link.click(); return link.hash`);
    await until("the source is in view", () => page.inView(source));
    await assertCloses(page, `.passage .mark[data-mark=${second}]`);
  });

  test("marks in the panels, tables and lists open the same", async () => {
    const { page } = world;
    await page.openReady(english("t=1991-12-31T00:00"));
    await page.withLists();
    const places = [".reaction h4", ".world-list th", ".film h4", ".events h3", ".column-entry h3"];
    for (const place of places) {
      const css = `${place} .mark`;
      await assertOpens(page, css);
      await assertCloses(page, css);
    }
  });

  test("the list shows what differs, and each verdict when it is chosen", async () => {
    const { page } = world;
    await page.openReady(english("t=1968-08-20T23:00"));
    await page.withLists();
    assert.deepEqual(await page.run(listed), differing.map(({ id }) => id));
    const verdicts = ["confirmed", "imprecise", "disputed", "contradicted", "unverified", "differing"];
    for (const verdict of verdicts) {
      const expected = verdict === "differing" ? differing : claims.filter((claim) => claim.verdict === verdict);
      await page.choose("claims", verdict);
      assert.deepEqual(await page.run(listed), expected.map(({ id }) => id), verdict);
      const count = await page.run(`return document.querySelector("#claims input[value=" + arguments[0] + "]")
        .parentElement.querySelector("small").textContent`, verdict);
      assert.equal(Number(count), expected.length, `the number beside ${verdict}`);
    }
    // A link to a claim that is folded away unfolds it.
    const confirmed = claims.find(({ verdict }) => verdict === "confirmed");
    await page.openReady(english(`show=claim-${confirmed.id}`));
    await until("the claim is in view", () => page.inView(`#claim-${confirmed.id}`));
  });

  if (scheme === "http") withoutScript(world);
}

const lookIntoFrame = `
  const inside = document.querySelector("iframe").contentDocument;
  if (!inside?.querySelector("#lists") || inside.readyState !== "complete") return null;
  const drawn = (css) => [...inside.querySelectorAll(css)].filter((element) => element.getClientRects().length);
  const ids = (css, start) => drawn(css).map(({ id }) => id.slice(start.length));
  return {
    ready: inside.documentElement.dataset.ready,
    language: inside.documentElement.lang,
    chapters: ids(".chapter", "chapter-"),
    passages: drawn(".passage").length,
    films: ids(".film", "film-"),
    claims: ids(".claim-entry", "claim-"),
    marks: drawn(".passage .mark").map((mark) => mark.getAttribute("href")),
    lost: drawn(".mark").map((mark) => mark.getAttribute("href"))
      .filter((href) => href.startsWith("#") && !inside.querySelector(href)),
    dead: drawn(".story .stepper, #follow").length,
    rows: drawn(".world-list tbody tr").length,
    text: inside.querySelector(".panel").innerText,
  };`;

function withoutScript(world) {
  test("without scripts chapters, films and claims that differ can be read, and a mark is a link", async () => {
    const { page, server } = world;
    for (const file of ["index.html", "five-armies.html"]) {
      server.pages["/claims.html"] = `<!doctype html><meta charset="utf-8"><title>a host</title>
        <iframe sandbox="allow-same-origin" src="${folder}${file}" style="width:100%;height:700px;border:0"></iframe>`;
      await page.open(server.url("/claims.html"));
      const seen = await until("the frame is loaded", () => page.run(lookIntoFrame));
      assert.notEqual(seen.ready, "true", "scripts are off");
      assert.equal(seen.language, "en");
      assert.deepEqual(seen.chapters, chapters.map(({ id }) => id));
      assert.equal(seen.passages, chapters.flatMap(({ passage }) => passage).length);
      assert.deepEqual(seen.films.toSorted(), films.map(({ id }) => id).toSorted());
      // On a site the claims are in a page of their own, to which the marks lead.
      const lists = file === "index.html" ? "lists.en.html" : "";
      assert.deepEqual(seen.marks.toSorted(), differing.map(({ id }) => `${lists}#claim-${id}`).toSorted());
      if (lists) {
        await page.run(`document.querySelector("iframe").src = "${folder}${lists}#claim-c2"`);
        const listed = await until("the lists are loaded", async () => {
          const now = await page.run(lookIntoFrame);
          return now?.claims.length && now;
        });
        assert.deepEqual(listed.claims, differing.map(({ id }) => id));
        assert.deepEqual(listed.lost, []);
        assert.ok(plain(listed.text).includes(plain(unmarked(differing[0].record.en))), "what the record says can be read");
      } else {
        assert.deepEqual(seen.claims, differing.map(({ id }) => id));
      }
      assert.deepEqual(seen.lost, [], "marks that lead nowhere");
      assert.equal(seen.dead, 0, "controls without a program");
      assert.ok(seen.rows > 20, `${seen.rows} rows of states`);
      for (const { title } of chapters) {
        assert.ok(plain(seen.text).includes(plain(title.en)), `${file}: the chapter '${title.en}'`);
      }
    }
  });
}
