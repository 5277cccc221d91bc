import assert from "node:assert/strict";
import { test } from "node:test";
import { articleOf, textOf } from "../../../templates/assets/search/article-text.js";
import { marks, shownOf } from "../../../templates/assets/search/excerpts.js";
import { beginning, EXCERPT_BYTES } from "../../../templates/assets/search/page-text.js";
import { says } from "../../../templates/assets/search/phrases.js";
import { wordsOf } from "../../../templates/assets/search/tokenize.js";

/** @param {string} html */
const said = (html) => textOf(html).tokens.join(" ");

test("the article of a page is found, or else all of its main part", () => {
  assert.equal(articleOf('<main id="m"><nav>x</nav><article data-hub-article class="c">a</article></main>'), "a");
  assert.equal(articleOf("<header>x</header><main>b</main>"), "b");
});

test("sentences end where their elements do, and what is silent is not said", () => {
  assert.equal(
    said("<h1>Titel</h1><p>En <b>fed</b>skrift<p>slut!</p><nav>menu<nav>x</nav></nav>"),
    "Titel. En fedskrift slut!",
  );
  assert.equal(said("<dl><dt>Kilde</dt><dd>Et sted</dd></dl>"), "Kilde: Et sted.");
  assert.equal(said('<p title="a > b">x &amp; y&#8211;z &ukendt;</p>'), "x & y–z &ukendt;");
});

test("headings with an address and lines of a transcript are anchors", () => {
  const { anchors } = textOf(
    '<h1>T</h1><h2 id="a">Først</h2><p>x</p><ul><li data-hub-line="12"><a>0:12</a> Hej</li></ul>',
  );

  assert.deepEqual(anchors, [
    { id: "a", title: "Først", location: 1 },
    { id: "t=12", title: "0:12", location: 3 },
  ]);
});

test("words are normalised once", () => {
  assert.deepEqual(wordsOf("Mandag–torsdag, usyn\u00adlig\u200bt cafe\u0301 7. if_fails 😀"), [
    "mandag",
    "torsdag",
    "usynligt",
    "café",
    "7",
    "if",
    "fails",
  ]);
});

test("a phrase stands in a text whatever signs part its words", () => {
  const tokens = ["Læs", "–", "mål,", "og", "mere."];

  assert.ok(says(tokens, ["læs", "mål"]));
  assert.ok(!says(tokens, ["mål", "mere"]));
  assert.ok(!says(tokens, ["s", "mål"]));
});

test("tokens are marked by the words in them", () => {
  assert.deepEqual(marks(["(Skole)", "læse-/skrivetræning", "x"], new Set(["skole", "skrivetræning"])), [0, 1]);
});

test("an excerpt says where it leaves off, and marks every second text", () => {
  const tokens = Array.from({ length: 60 }, (_, place) => (place === 40 ? "her" : "ord"));
  const text = { tokens, anchors: [{ id: "a", title: "Del", location: 30 }] };
  const shown = shownOf({ url: "/x/", title: "X", kind: "" }, text, new Set(["her"]));

  assert.equal(shown.excerpt[1], "her");
  assert.match(shown.excerpt[0] ?? "", /^… /);
  assert.match(shown.excerpt[2] ?? "", / …$/);
  assert.deepEqual(
    shown.parts.map(({ url, title }) => [url, title]),
    [["/x/#a", "Del"]],
  );
});

test("of a long page the beginning is read, and a short one whole", async () => {
  const item = "<li><article>Forløb</article></li>";
  const short = `<main><nav>x</nav><article data-hub-article><ul>${item}</ul></article></main>`;
  assert.equal(await beginning(new Response(short)), short);
  const pull = (/** @type {ReadableStreamDefaultController} */ stream) => {
    stream.enqueue(new TextEncoder().encode(item.repeat(1000)));
    sent += 1;
  };
  let sent = 0;
  const page = new ReadableStream({
    start: (stream) => stream.enqueue(new TextEncoder().encode("<main><nav>x</nav><article data-hub-article><ul>")),
    pull,
  });

  const { tokens } = textOf(articleOf(await beginning(new Response(page))));

  assert.equal(tokens[0], "Forløb.");
  assert.ok(tokens.length > 1000);
  assert.ok(sent * item.length * 1000 < 2 * EXCERPT_BYTES, "a page without an end is not read on");
});
