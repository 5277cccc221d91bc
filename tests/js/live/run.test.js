import "../page.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { isOver, isSound, keep, kept, midnight, realMinutes } from "../../../templates/assets/live/session-log.js";
import { patchOf } from "../../../templates/assets/live/yaml-correction.js";
import { storage } from "../page.js";

const MODULES = [
  { id: "a", title: "A", minutes: 10 },
  { id: "b", title: "B", minutes: 20 },
  { id: "c", title: "C", minutes: 5 },
];
const MORNING = Math.floor(new Date(2026, 10, 28, 9, 0).getTime() / 60_000);

function mark(module, after) {
  return { module, at: MORNING + after };
}

test("what is kept is read again, and anything else is a session that has not begun", () => {
  const run = { marks: [mark("a", 0), mark("c", 30)], ended: null };

  assert.equal(keep("live/x", run), true);
  assert.deepEqual(kept("live/x", MODULES), run);
  assert.deepEqual(kept("live/other", MODULES), { marks: [], ended: null });
  storage.setItem("hub:live/x", "{not json");
  assert.deepEqual(kept("live/x", MODULES), { marks: [], ended: null });
});

test("only marks of these modules, in order of place and time, are sound", () => {
  const unsound = [
    null,
    [],
    "x",
    {},
    { marks: "x", ended: null },
    { marks: [null], ended: null },
    { marks: [mark("gone", 0)], ended: null },
    { marks: [mark("b", 0), mark("a", 5)], ended: null },
    { marks: [mark("a", 0), mark("a", 5)], ended: null },
    { marks: [mark("a", 5), mark("b", 0)], ended: null },
    { marks: [{ module: "a", at: "9" }], ended: null },
    { marks: [{ module: "a", at: 1.5 }], ended: null },
    { marks: [mark("a", 5)], ended: MORNING },
    { marks: [], ended: MORNING },
    { marks: [mark("a", 5)] },
  ];

  for (const run of unsound) assert.equal(isSound(run, MODULES), false, JSON.stringify(run));
  assert.equal(isSound({ marks: [mark("a", 0), mark("b", 0)], ended: MORNING }, MODULES), true);
});

test("a browser that keeps nothing says so", () => {
  storage.isFull = true;

  assert.equal(keep("live/x", { marks: [], ended: null }), false);
  storage.isFull = false;
});

test("a session is over when it is ended, or on another day", () => {
  const run = { marks: [mark("a", 0)], ended: null };

  assert.equal(isOver({ marks: [], ended: null }, MORNING), false);
  assert.equal(isOver(run, MORNING + 60), false);
  assert.equal(isOver({ ...run, ended: MORNING + 60 }, MORNING + 60), true);
  assert.equal(isOver(run, MORNING + 24 * 60), true);
  assert.equal(MORNING - midnight(MORNING), 540);
});

test("a module lasts until the next one begins; the last one until the end", () => {
  const marks = [mark("a", 0), mark("c", 17)];

  assert.deepEqual(realMinutes({ marks, ended: null }), [{ module: "a", minutes: 17 }]);
  assert.deepEqual(realMinutes({ marks, ended: MORNING + 20 }), [
    { module: "a", minutes: 17 },
    { module: "c", minutes: 3 },
  ]);
  assert.deepEqual(realMinutes({ marks: [], ended: null }), []);
});

test("the real minutes are YAML that says what was planned, and what was left out", () => {
  const session = { id: "day", modules: MODULES, file: "content/training/x.yml", day: "28. november 2026" };
  const run = { marks: [mark("a", 0), mark("c", 17)], ended: MORNING + 22 };

  assert.equal(
    patchOf(session, run),
    [
      "# The real minutes of 28. november 2026. Correct content/training/x.yml with them.",
      "sessions:",
      '  - id: "day"',
      "    modules:",
      '      - id: "a"',
      "        minutes: 17 # planned: 10",
      "      # b: not held, or not timed",
      '      - id: "c"',
      "        minutes: 5",
      "",
    ].join("\n"),
  );
});
