import assert from "node:assert/strict";
import { test } from "node:test";
import { plainText } from "../../../templates/assets/html-to-text.js";
import { element } from "../page.js";

function text(...children) {
  return plainText(element("section", {}, ...children));
}

test("blocks are apart, spaces are one, and empty blocks are nothing", () => {
  const found = text(
    element("h2", {}, " Mål\n "),
    "\n",
    element("p", {}, "a  b\n", element("strong", {}, "c")),
    element("p", {}, " "),
  );

  assert.equal(found, "Mål\n\na b c");
});

test("what stands between blocks is a block", () => {
  assert.equal(text("før ", element("em", {}, "dette"), element("p", {}, "x"), " efter"), "før dette\n\nx\n\nefter");
});

test("a break of lines is a space", () => {
  assert.equal(text(element("p", {}, "a", element("br"), "b")), "a b");
});

test("lists have their signs, and what lies in them is indented", () => {
  const inner = element("ol", { start: "3" }, element("li", {}, "c"), element("li", {}, "d"));
  const list = element("ul", {}, element("li", {}, "a"), element("li", {}, "b", inner));

  assert.equal(text(list), "- a\n- b\n  3. c\n  4. d");
});

test("numbers begin with one when nothing else is said", () => {
  assert.equal(text(element("ol", {}, element("li", {}, "a"), element("li", {}, "b"))), "1. a\n2. b");
});

test("rows are lines, and cells are apart by a tab", () => {
  const row = (name, ...cells) => element("tr", {}, ...cells.map((cell) => element(name, {}, cell)));
  const head = element("thead", {}, row("th", "Dag", "Tid"));
  const table = element(
    "table",
    {},
    element("caption", {}, "Plan"),
    head,
    element("tbody", {}, row("td", "ma\n 5.", "10")),
  );

  assert.equal(text(table), "Plan\nDag\tTid\nma 5.\t10");
});

test("code keeps its lines", () => {
  assert.equal(text(element("pre", {}, "a\n  b\n")), "a\n  b");
});

test("the element itself stays as it was", () => {
  const line = element("p", {}, "a", element("br"), "b");
  plainText(element("section", {}, line));

  assert.equal(line.children.length, 1);
});
