import "../page.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { clock, outlook } from "../../../templates/assets/live/sentences.js";
import { retimed } from "../../../templates/assets/live/timetable.js";
import { learn } from "../../../templates/assets/strings.js";

learn({ "live.clock": "{hour}.{minute}" });
const MODULES = [
  { id: "a", title: "A", minutes: 20 },
  { id: "b", title: "B", minutes: 30, shrinkTo: 10 },
  { id: "c", title: "C", minutes: 30, shrinkTo: 25 },
];

function said(from, modules = MODULES, end = 620) {
  return outlook(retimed({ parts: modules, end, here: 0, from, now: from }), modules);
}

test("a time of day is written as on the pages", () => {
  assert.deepEqual([545, 0, 24 * 60 + 5].map(clock), ["9.05", "0.00", "0.05"]);
});

test("on time, late and early are said with the hour", () => {
  assert.equal(said(540), "We end on time, at 10.20.");
  assert.equal(said(539), "We end 1 minute early, at 10.19.");
  assert.equal(said(580, [MODULES[0]], 590), "We end 10 minutes late, at 10.00.");
});

test("what must be shorter is named", () => {
  assert.equal(said(560), "We end on time if “B” takes 10 minutes.");
  assert.equal(said(563), "We end on time if “B” takes 10 minutes og “C” takes 27 minutes.");
  assert.equal(
    said(570),
    "We end 5 minutes late, at 10.25, although “B” takes only 10 minutes og “C” takes only 25 minutes.",
  );
});

test("too little time before a pinned module is said there", () => {
  const modules = [MODULES[0], { id: "d", title: "Lunch", minutes: 30, at: 550 }];

  assert.equal(
    said(540, modules, 580),
    "10 minutes are lacking before “Lunch” at 9.10: leave something out. We end on time, at 9.40.",
  );
});
