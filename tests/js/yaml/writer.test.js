import assert from "node:assert/strict";
import { test } from "node:test";
import { mapping } from "../../../templates/assets/yaml/writer.js";

function written(value) {
  return mapping(value, 0).join("\n");
}

test("texts are quoted, whatever they look like", () => {
  const texts = ["ja", "1.0", "2026-10-05", "a: b", "# nej", "- x", 'si "A"', "\\n", "null", ""];
  for (const text of texts) assert.equal(written({ text }), `text: ${JSON.stringify(text)}`);
});

test("numbers and yes or no stand as they are", () => {
  assert.equal(written({ minutes: 45, own_wording: true }), "minutes: 45\nown_wording: true");
});

test("a text of several lines is a block", () => {
  assert.equal(written({ text: "Et\n\n  to\ntre" }), "text: |-\n  Et\n\n    to\n  tre");
});

test("lines that a block would change are quoted instead", () => {
  for (const text of ["\nførst", " indrykket\nto", "sidst\n", "a\n  \nb", "a\r\nb", "\ta\nb"]) {
    assert.equal(written({ text }), `text: ${JSON.stringify(text)}`);
  }
});

test("lists and mappings lie in each other", () => {
  const value = { goals: [{ id: "a", signs: ["x", "y"] }], none: [], empty: {}, list: [["p"], 1] };

  assert.equal(
    written(value),
    [
      "goals:",
      '  - id: "a"',
      "    signs:",
      '      - "x"',
      '      - "y"',
      "none: []",
      "empty: {}",
      "list:",
      "  -",
      '    - "p"',
      "  - 1",
    ].join("\n"),
  );
});
