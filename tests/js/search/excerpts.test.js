import assert from "node:assert/strict";
import { test } from "node:test";
import { shownOf } from "../../../templates/assets/search/excerpts.js";

const CARD = { url: "/x/", title: "X", kind: "Guide", facts: "5 min.", language: "" };

/** @param {string} text */
const shown = (text) => shownOf(CARD, { tokens: text.split(" "), anchors: [] }, new Set(["brøk"]));

test("a word is marked without the signs around it", () => {
  assert.deepEqual(shown("En (brøk), altså »brøk«.").excerpt, ["En (", "brøk", "), altså »", "brøk", "«."]);
});

test("what a card says is handed on", () => {
  assert.equal(shown("brøk").facts, "5 min.");
});
