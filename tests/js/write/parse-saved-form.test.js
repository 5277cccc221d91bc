import assert from "node:assert/strict";
import test from "node:test";
import { readFile } from "../../../templates/assets/write/parse-saved-form.js";
import { mapping } from "../../../templates/assets/yaml/writer.js";

const COURSE = {
  form: "course",
  version: 1,
  saved: "2026-11-28 14:05",
  now: {
    title: "Broer: æøå",
    subjects: ["dansk"],
    goals: [{ id: "bygge", text: "Jeg kan bygge" }],
    lessons: [{ title: "Den første", goals: ["bygge"], activities: [{ text: "Byg.\n\nMål." }] }],
  },
};

test("a saved file is read back by the paths of the form, and ids of rows become rows", () => {
  const opened = readFile(mapping(COURSE, 0).join("\n"), { hubWrite: "course", of: "", list: "" });

  assert.deepEqual(opened.what, undefined);
  assert.equal(opened.values.title, "Broer: æøå");
  assert.deepEqual(opened.values.subjects, ["dansk"]);
  assert.equal(opened.values["goals#r1"], "1");
  assert.equal(opened.values["goals.r1.text"], "Jeg kan bygge");
  assert.deepEqual([...opened.ids], [["goals.bygge", "r1"]]);
  assert.deepEqual(opened.values["lessons.r1.goals"], ["bygge"]);
  assert.equal(opened.values["lessons.r1.activities.r1.text"], "Byg.\n\nMål.");
});

test("an entry of an item names it, and a file of another form is refused", () => {
  const text = 'form: "experience"\nversion: 1\ncourse: "broer"\nnow:\n  experiences:\n    - text: "Godt"\n';
  const form = { hubWrite: "experience", of: "course", list: "experiences" };

  assert.deepEqual(readFile(text, form).values, { course: "broer", text: "Godt" });
  assert.equal(readFile(text, { ...form, hubWrite: "case" }).what, "otherForm");
  assert.equal(readFile(text.replace("version: 1", "version: 2"), form).what, "otherVersion");
  assert.deepEqual(readFile(`${text}\tx`, form), { what: "unreadable", value: "7" });
});
