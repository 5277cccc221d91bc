import assert from "node:assert/strict";
import { test } from "node:test";
import { listed, paragraphs, tidied } from "../../../generator/desk/pasted.js";

test("signs of lists become those of rich text, and words that look like them stay", () => {
  assert.equal(listed("•\tA bag\n· Hang it up\no\tLook\n2) Again"), "- A bag\n- Hang it up\n- Look\n2. Again");
  assert.equal(listed("– No, she said.\n3.5 metres\noars"), "– No, she said.\n3.5 metres\noars");
});

test("paragraphs have a blank line between them, lines of a list have none", () => {
  assert.equal(paragraphs(["One.", "", "- a", "- b", "Two."]), "One.\n\n- a\n- b\n\nTwo.");
});

test("quotation marks are those of the language", () => {
  assert.equal(tidied("Sig “ja” og „nej“.", "da"), "Sig »ja« og »nej«.");
  assert.equal(tidied("Say “yes”.", "en"), "Say “yes”.");
});
