import assert from "node:assert/strict";
import { test } from "node:test";
import { broken, inOneLine, listed, paragraphs, tidied, typed } from "../../../generator/desk/pasted.js";

test("signs of lists become those of rich text, and words that look like them stay", () => {
  assert.equal(listed("•\tA bag\n· Hang it up\no\tLook\n2) Again"), "- A bag\n- Hang it up\n- Look\n2. Again");
  assert.equal(listed("– No, she said.\n3.5 metres\noars"), "– No, she said.\n3.5 metres\noars");
  assert.equal(listed("§ 12 says so.\n§\tA bag"), "§ 12 says so.\n- A bag");
});

test("a line break stays one, in a list too", () => {
  assert.deepEqual(broken("Call 67.\n\n Yours, Mette"), ["Call 67.", "Yours, Mette"]);
  assert.deepEqual(broken("•\tA bag\n•\tA hook"), ["- A bag", "- A hook"]);
  assert.deepEqual(broken("A bag\nof cloth", "10."), ["10. A bag\\\n    of cloth"]);
});

test("bullets that are typed are lists, which end where another line begins", () => {
  assert.equal(typed("Bring\n• a bag\n• a hook\nThanks."), "Bring\n- a bag\n- a hook\n\nThanks.");
  assert.equal(typed("1. Look\n2. Go\nThanks."), "1. Look\n2. Go\n\nThanks.");
  for (const same of ["- a\n  b\n   1. c\n\nd", "Come on\n12. December\nif you can", "We • they", "```\n• a\nb\n```"]) {
    assert.equal(typed(same), same);
  }
});

test("a list in a field of one line is a sentence without numbers, and another text stays", () => {
  assert.equal(inOneLine("1.\tOpen it\r\n2.\tLook.\r\n3)\tClose it\r\n"), "Open it; Look. Close it");
  for (const same of ["1. December", "Do this:\n1. Go"]) assert.equal(inOneLine(same), same);
});

test("paragraphs have a blank line between them, lines of a list have none", () => {
  assert.equal(paragraphs(["One.", "", "- a", "- b", "Two."]), "One.\n\n- a\n- b\n\nTwo.");
});

test("quotation marks are those of the language", () => {
  assert.equal(tidied("Sig “ja” og „nej“.", "da"), "Sig »ja« og »nej«.");
  assert.equal(tidied("Say “yes”.", "en"), "Say “yes”.");
});
