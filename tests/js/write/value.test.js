import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { idLike, nested, withIds } from "../../../templates/assets/write/content-value.js";
import { fitting, namedIn, referenceOf } from "../../../templates/assets/write/reference-picker.js";
import { asWritten, readAmong } from "../../../templates/assets/write/typed-values.js";

test("entries by path become mappings and lists in the order of the form", () => {
  const lists = new Set(["times", "times.b.notes"]);
  const entries = [
    ["title", "T"],
    ["times.b.start", "now"],
    ["times.b.notes.x", "one"],
    ["times.a.start", "then"],
    ["place.name", "P"],
  ];

  assert.deepEqual(nested(entries, lists), {
    title: "T",
    times: [{ start: "now", notes: ["one"] }, { start: "then" }],
    place: { name: "P" },
  });
});

test("rows get ids of what they are about, and fields that name rows say those", () => {
  const entries = [
    ["goals.a.text", "Læse en bog"],
    ["goals.b.text", "Læse en bog"],
    ["lessons.c.goals", ["b", "gone"]],
  ];

  assert.deepEqual(withIds(entries, ["goals"], new Map([["lessons.c.goals", "goals"]])), [
    ["goals.a.id", "laese-en-bog"],
    ["goals.a.text", "Læse en bog"],
    ["goals.b.id", "laese-en-bog-2"],
    ["goals.b.text", "Læse en bog"],
    ["lessons.c.goals", ["laese-en-bog-2"]],
  ]);
});

test("an id is made of any text", () => {
  assert.deepEqual(
    ["Åben café, æh!", "***", "x".repeat(60)].map((text) => idLike(text)),
    ["aaben-cafe-aeh", "x", "x".repeat(40)],
  );
});

test("days, times and numbers are read as the program reads them, and nothing is guessed", () => {
  const cases = JSON.parse(readFileSync(new URL("../../forms/written.json", import.meta.url), "utf8"));

  for (const [form, language, text, said, day, near] of cases) {
    const found = asWritten(form, text, language, { today: "2026-11-28", day, near });
    assert.equal(found ?? null, said, `${form} ${language}: ${text}`);
  }
});

test("a time alone is of the day of the time before it among the same fields", () => {
  const field = (/** @type {string} */ name, /** @type {string} */ value) => ({
    name,
    value,
    dataset: { form: "moment" },
  });
  const [other, start, end] = [
    field("times.a.start", "1.12.2026 9.30"),
    field("times.b.start", "3.12.2026 14.30"),
    field("times.b.end", "15.30"),
  ];

  assert.equal(readAmong(end, [other, start, end]), "2026-12-03 15:30");
  assert.equal(readAmong(end, [other, end]), undefined);
});

test("addresses are checked, and a bare www gets its scheme", () => {
  assert.equal(asWritten("url", "www.example.org/a"), "https://www.example.org/a");
  assert.equal(asWritten("url", "javascript:alert(1)"), undefined);
  assert.equal(asWritten("email", "cafe@example.org"), "cafe@example.org");
  assert.equal(asWritten("email", "cafe"), undefined);
});

test("pages are found by a part of their title, and named by the whole of it", () => {
  /** @type {import("../../../templates/assets/write/reference-picker.js").Items} */
  const items = {
    course: {
      word: "Course",
      items: [
        ["rivers", "Rivers"],
        ["rivers-2", "Rivers"],
        ["bees", "Bees"],
      ],
    },
    guide: { word: "Guide", items: [["bees", "Bees"]] },
  };
  const courses = namedIn(items, "course");

  assert.deepEqual(
    fitting(courses, "riv").map(({ label }) => label),
    ["Rivers [rivers]", "Rivers [rivers-2]"],
  );
  assert.equal(referenceOf(courses, "rivers [rivers-2]"), "rivers-2");
  assert.equal(referenceOf(namedIn(items, "*"), "Bees (Guide)"), "guide:bees");
  assert.equal(referenceOf(courses, "Nothing"), "");
});
