import assert from "node:assert/strict";
import test from "node:test";
import {
  changed,
  fresh,
  lastWritten,
  merged,
  packed,
  rowsOf,
  saidIn,
  unpacked,
} from "../../../templates/assets/write/draft.js";

test("of two tabs the last word in each field holds, and nothing else is lost", () => {
  const one = changed(changed(fresh(), "title", "Early", 10), "text", "Kept", 20);
  const other = changed(fresh(), "title", "Late", 30);

  const whole = merged(one, other);

  assert.equal(saidIn(whole, "title"), "Late");
  assert.equal(saidIn(whole, "text"), "Kept");
  assert.deepEqual(packed(merged(other, one)).fields.sort(), packed(whole).fields.sort());
});

test("rows that two tabs add are both there, in order, and a removed one is gone for both", () => {
  const one = changed(fresh(), "times#a", "1", 10);
  const other = changed(changed(fresh(), "times#b", "2", 11), "times#a", "", 12);

  assert.deepEqual(rowsOf(merged(one, changed(fresh(), "times#b", "2", 11)), "times"), ["a", "b"]);
  assert.deepEqual(rowsOf(merged(one, other), "times"), ["b"]);
});

test("what was begun anew is not filled again by a tab that knows the old", () => {
  const old = changed(fresh(), "title", "Old", 90);

  assert.equal(saidIn(merged(fresh(100), old), "title"), "");
});

test("a value changed within one millisecond is newer all the same", () => {
  const draft = changed(changed(fresh(), "title", "One", 10), "title", "Two", 10);

  assert.deepEqual(draft.fields.get("title"), ["Two", 11]);
});

test("rows alone are nothing written", () => {
  assert.equal(lastWritten(changed(fresh(), "times#a", "1", 10)), 0);
});

test("a draft is read back as it was kept, and what anybody else put there is left out", () => {
  const draft = changed(changed(fresh(5), "title", "One", 10), "grades", ["5"], 11);

  assert.deepEqual(unpacked(JSON.parse(JSON.stringify(packed(draft)))), draft);
  for (const bad of [null, 3, "x", {}, { begun: -1, saved: 0, fields: [] }]) assert.equal(unpacked(bad), null);
  const mixed = unpacked({
    begun: 0,
    saved: 0,
    fields: [["a", "b", 1], ["c", 3, 1], ["d", "e"], "f", ["g", "h", "i"]],
  });
  assert.deepEqual([...(mixed?.fields.keys() ?? [])], ["a"]);
});
