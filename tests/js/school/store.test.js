import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { wanted } from "../../../templates/assets/school/draft.js";
import { keep, kept } from "../../../templates/assets/school/store.js";
import { storage } from "../page.js";
import { draft, NOW } from "./examples.js";

beforeEach(() => {
  storage.items.clear();
  storage.isFull = false;
});

test("a tab that writes takes in what another has written meanwhile", () => {
  keep(draft({ "focus/1": "fra den første" }));
  const { draft: whole, isKept } = keep(draft({ "focus/2": "fra den anden" }, NOW + 5));

  assert.ok(isKept);
  assert.deepEqual(wanted(whole).focus, ["fra den første", "fra den anden"]);
  assert.deepEqual(wanted(kept("skole-6")).focus, ["fra den første", "fra den anden"]);
});

test("a browser that refuses is told of, and what was written is still in hand", () => {
  storage.isFull = true;
  const { draft: whole, isKept } = keep(draft({ "focus/1": "A" }));

  assert.equal(isKept, false);
  assert.deepEqual(wanted(whole).focus, ["A"]);
});

test("what is stored may be no JSON", () => {
  for (const text of ["{", "null", "[]", '{"version": 1}']) {
    storage.setItem("hub:school:skole-6", text);

    assert.equal(kept("skole-6"), null);
  }
});
