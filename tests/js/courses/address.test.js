import assert from "node:assert/strict";
import { test } from "node:test";
import { read, written } from "../../../templates/assets/courses/address.js";

const PAGE = "https://hub.example/courses/";
const NAMES = ["subject", "grade"];

test("what is as usual is not in the address", () => {
  assert.equal(written({ chosen: {}, sort: "newest", view: "cards" }, `${PAGE}?sort=title#x`), PAGE);
});

test("a state comes back from its address", () => {
  const state = { chosen: { subject: ["dansk", "natur-teknologi"], grade: ["0"] }, sort: "length", view: "list" };

  assert.deepEqual(read(NAMES, written(state, PAGE)), state);
});

test("what an address says wrongly is left out", () => {
  assert.deepEqual(read(NAMES, `${PAGE}?sort=x&view=y&farve=blue&grade=5`), {
    chosen: { grade: ["5"] },
    sort: "newest",
    view: "cards",
  });
});
