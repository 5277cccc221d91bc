import "../page.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { opened, wanted } from "../../../templates/assets/school/draft.js";
import { LARGEST, readFile, written } from "../../../templates/assets/school/file.js";
import { draft, NOW, schoolFile, was } from "./examples.js";

const HEAD = "Fra skolens side";
const ODD = 'Æ "citat": # 1 - <script>alert(1)</script>, {a} [b] \\n';

function file(changes = {}) {
  return written(draft(changes), "2026-11-28 14:05", HEAD);
}

test("it says which form it is, whose, from when, and both sides", () => {
  assert.deepEqual(file().split("\n").slice(0, 8), [
    "# Fra skolens side",
    'form: "school"',
    "version: 1",
    'school: "skole-6"',
    'saved: "2026-11-28 14:05"',
    "was:",
    "  plans:",
    '    - of: "plan-2026"',
  ]);
});

test("what was saved can be opened again, on any machine", () => {
  const changes = {
    "focus/1": ODD,
    "focus/2": "= 1 + 1",
    "observations/kopieret@2026-11-18/gone": true,
    "levels/ny/subject": "dansk",
    "levels/ny/level": "niveau-1",
    "plans/plan-2026/changes/cafe/reason": "to\nlinjer",
    "superusers/count": "ved ikke",
  };
  const text = file(changes);
  for (const form of [text, text.replaceAll("\n", "\r\n"), `\ufeff${text}`]) {
    const found = readFile(form, "skole-6");
    const again = opened(schoolFile(), found, NOW);

    assert.deepEqual(found.was, was());
    assert.deepEqual(wanted(again), wanted(draft(changes)));
  }
});

test("a file written by hand, in the form of content files, is read too", () => {
  const text = `form: school
version: 1
school: skole-6   # vores
was: {}
now:
  superusers: {count: 5, leader: true, as_of: 2026-09-01}
  observations:
    - {criterion: kopieret, as_of: 2026-11-18, reached: 1, of: 2, how: "Talt, to gange", by: leder}
  focus:
    - Selvevaluering i udskolingen
    - 'Lærernes »egne« ord'
    - |-
      Først det ene.

      Så det andet.
`;
  const { now } = readFile(text, "skole-6");

  assert.deepEqual(now.superusers, { count: 5, leader: true, as_of: "2026-09-01" });
  assert.equal(now.observations[0].how, "Talt, to gange");
  assert.deepEqual(now.focus.slice(1), ["Lærernes »egne« ord", "Først det ene.\n\nSå det andet."]);
});

test("other files are refused, each with its reason", () => {
  const cases = [
    [file().replace("skole-6", "skole-7"), "otherSchool", "skole-7"],
    [file().replace("version: 1", "version: 2"), "otherVersion", "2"],
    [file().replace('form: "school"', 'form: "event"'), "otherForm", ""],
    ["x".repeat(LARGEST + 1), "otherForm", ""],
    ["", "otherForm", ""],
    ["PK\u0003\u0004", "unreadable", "1"],
    ["form: school\n\tversion: 1", "unreadable", "2"],
    ["form: school\nform: school", "unreadable", "2"],
    ["form: &a school", "unreadable", "1"],
    ["form: !!js/function x", "unreadable", "1"],
    [`form: ${"[".repeat(5000)}`, "unreadable", "1"],
  ];
  for (const [text, what, value] of cases) assert.deepEqual(readFile(text, "skole-6"), { what, value });
});

test("a hostile file changes nothing but the fields that there are", () => {
  const { now } = readFile(
    `form: school
version: 1
school: skole-6
now:
  __proto__: {polluted: ja}
  focus: [a, b, c, d, e, f, g]
  superusers: {count: 5, constructor: x}
  levels:
    - {subject: "../../x", level: "<img src=x onerror=alert(1)>", as_of: i morgen}
`,
    "skole-6",
  );

  assert.equal({}.polluted, undefined);
  assert.deepEqual(now, { superusers: { leader: false, count: 5 }, focus: ["a", "b", "c", "d", "e"] });
});
