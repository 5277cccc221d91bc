import assert from "node:assert/strict";
import { test } from "node:test";
import { Body, BULLETS } from "../../../templates/assets/word/html-to-ooxml.js";
import { TEXT_WIDTH, xml } from "../../../templates/assets/word/runs.js";
import { element } from "../page.js";

function written(...children) {
  return new Body().of(element("article", {}, ...children));
}

/** The texts of all runs, one after the other. */
function texts(...children) {
  return [...written(...children).matchAll(/<w:t xml:space="preserve">([^<]*)<\/w:t>/g)].map(([, text]) => text);
}

/** The style of each paragraph; "" for those without. */
function styles(text) {
  return [...text.matchAll(/<w:pPr>(?:<w:pStyle w:val="(\w+)"\/>)?/g)].map(([, style]) => style ?? "");
}

test("signs with a meaning are escaped, and those that XML does not have left out", () => {
  assert.equal(xml('<a & "b">'), "&#60;a &#38; &#34;b&#34;&#62;");
  assert.equal(xml("a\u0000b\u000bc\ud800d\udc00e\uffff🐟\n"), "abcde🐟\n");
});

test("there is one space between words and none at the ends", () => {
  assert.deepEqual(texts(element("p", {}, "\n a  b ", element("strong", {}, " c "), " d\n")), ["a b ", "c ", "d "]);
});

test("a paragraph that says nothing is not written", () => {
  assert.equal(written(element("p", {}, "  ", element("br")), " \n "), "");
});

test("texts look as their elements say, inside each other", () => {
  const found = written(element("p", {}, "a", element("strong", {}, "b", element("em", {}, "c"))));

  assert.match(found, /<w:rPr><w:b\/><\/w:rPr><w:t xml:space="preserve">b</);
  assert.match(found, /<w:rPr><w:b\/><w:i\/><\/w:rPr><w:t xml:space="preserve">c</);
});

test("an address that is linked to twice is one relation", () => {
  const body = new Body();
  const link = (href) => element("a", { href }, "x");
  const found = body.of(
    element("p", {}, link("https://a.example"), link("https://b.example"), link("https://a.example")),
  );

  assert.deepEqual(body.links, ["https://a.example", "https://b.example"]);
  assert.deepEqual(
    [...found.matchAll(/r:id="(\w+)"/g)].map(([, id]) => id),
    ["link1", "link2", "link1"],
  );
});

test("the first paragraph of an item has its sign, the others stand under it", () => {
  const item = element("li", {}, element("p", {}, "a"), element("p", {}, "b"));
  const found = written(element("ul", {}, item, element("li", {}, "c")));

  assert.deepEqual(styles(found), ["ListBullet", "ListContinue", "ListBullet"]);
  assert.equal(found.match(new RegExp(`<w:numId w:val="${BULLETS}"/>`, "g")).length, 2);
});

test("every numbered list is a list of its own, with its first number", () => {
  const body = new Body();
  const list = (start) => element("ol", start ? { start } : {}, element("li", {}, "x"));
  const found = body.of(element("article", {}, list(), list("4")));

  assert.deepEqual(body.lists, [1, 4]);
  assert.ok(found.includes('<w:numId w:val="2"/>') && found.includes('<w:numId w:val="3"/>'));
});

test("a list in a list is one level down", () => {
  const inner = element("ul", {}, element("li", {}, "b"));
  const found = written(element("ul", {}, element("li", {}, "a", inner)));

  assert.deepEqual(
    [...found.matchAll(/<w:ilvl w:val="(\d)"\/>/g)].map(([, level]) => level),
    ["0", "1"],
  );
});

test("headings have the styles of Word, and one may begin a page", () => {
  const title = element("h1", { dataset: { page: "new" } }, "A");
  const found = written(title, element("h2", {}, "B"), element("h3", {}, "C"), element("h6", {}, "D"));

  assert.deepEqual(styles(found), ["Title", "Heading1", "Heading2", "Heading3"]);
  assert.equal(found.match(/<w:pageBreakBefore\/>/g).length, 1);
});

test("code keeps its spaces and lines", () => {
  assert.deepEqual(texts(element("pre", {}, "a\n  b  c\n")), ["a", "  b  c"]);
  assert.equal(written(element("pre", {}, "a\nb")).match(/<w:br\/>/g).length, 1);
});

test("a table has a head that is repeated, and columns that fill the page", () => {
  const row = (name, ...cells) => element("tr", {}, ...cells.map((cell) => element(name, {}, cell)));
  const head = element("thead", {}, row("th", "Dag", "Indhold"));
  const rows = element("tbody", {}, row("td", "ma", "x".repeat(300)), row("td", "", "y"));
  const found = written(element("table", {}, element("caption", {}, "Plan"), head, rows));
  const widths = [...found.matchAll(/<w:gridCol w:w="(\d+)"\/>/g)].map(([, width]) => Number(width));

  assert.equal(found.match(/<w:tblHeader\/>/g).length, 1);
  assert.ok(Math.abs(widths[0] + widths[1] - TEXT_WIDTH) <= 1 && widths[0] > 1000 && widths[1] > 3 * widths[0]);
  assert.equal(found.match(/<w:tc>/g).length, 6);
  assert.ok(found.includes("</w:tcPr><w:p/></w:tc>"));
});

test("pictures are described, as wide as the text at most, and a third of a page high", () => {
  const picture = (width, height) =>
    element("p", {}, element("img", { alt: 'Et "kort"', width, height, src: "a.png" }));
  const sizes = [
    ...written(picture(2000, 200), picture(100, 2000), picture(10, 10)).matchAll(/<wp:extent cx="(\d+)" cy="(\d+)"/g),
  ];

  assert.deepEqual(
    sizes.map(([, width, height]) => [width, height].map((side) => Math.round(side / 635))),
    [
      [TEXT_WIDTH, 964],
      [255, 5100],
      [150, 150],
    ],
  );
  assert.match(written(picture(10, 10)), /descr="Et &#34;kort&#34;"/);
});

test("what stands between blocks is a paragraph", () => {
  assert.deepEqual(texts("a ", element("p", {}, "b"), element("em", {}, "c"), " d"), ["a ", "b", "c", " d"]);
});
