// What is typed is found where it stands, and in no other place.
import assert from "node:assert/strict";
import { test } from "node:test";
import { pieces } from "../../../templates/assets/find-in-text.js";

test("what is found is marked where it stands, whatever its size", () => {
  assert.deepEqual(pieces("İİ Så Ærø og ÆRØ", "ærø"), ["İİ Så ", "Ærø", " og ", "ÆRØ", ""]);
  assert.deepEqual(pieces("Klik 😀 Gem", "gem"), ["Klik 😀 ", "Gem", ""]);
  assert.deepEqual(pieces("Skriv her", "ærø"), ["Skriv her"]);
  assert.deepEqual(pieces("Skriv her", ""), ["Skriv her"]);
});

test("signs mean themselves", () => {
  for (const query of ["(a|b)*", "[x", "\\\\", "a.b", "$&", "{2}", "/", "^", "-", "😀"]) {
    assert.deepEqual(pieces(`før ${query} efter`, query), ["før ", query, " efter"]);
    assert.deepEqual(pieces("axb", query), ["axb"]);
  }
});
