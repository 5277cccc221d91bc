import "../page.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { draftOf } from "../../../templates/assets/copy/course-from-copy.js";
import { visible } from "../../../templates/assets/yaml/writer.js";
import { copy, course, courseFile } from "./examples.js";

const DAY = "2026-09-01";

function drafted(choices = {}, fields = {}) {
  return draftOf(copy(choices), courseFile({ course: course(fields) }), DAY);
}

test("signs that nobody sees are left out", () => {
  assert.equal(visible("a\u0000b\u202ec\ufeffd\ud800e🐟\tf\n"), "abcde🐟\tf\n");
});

test("a draft is dated today and begins anew", () => {
  const { status, published, updated, version } = drafted();

  assert.deepEqual(
    { status, published, updated, version },
    { status: "draft", published: DAY, updated: DAY, version: "1.0" },
  );
});

test("goals that no lesson serves are left out", () => {
  const draft = drafted({ kept: [1] });

  assert.deepEqual(
    draft.goals.map(({ id }) => id),
    ["reading"],
  );
  assert.deepEqual(
    draft.lessons.map(({ title }) => title),
    ["Før"],
  );
});

test("lessons have no numbers in a draft", () => {
  assert.ok(drafted().lessons.every((lesson) => !("number" in lesson)));
});

test("the teacher's own goals are served by the first lesson, under ids that are free", () => {
  const goals = [{ id: "own-1", kind: "subject", text: "x", signs: ["y"] }];
  const lessons = [{ title: "Før", minutes: 45, goals: ["own-1"], activities: [] }];
  const draft = drafted({ kept: [1], goals: "Vi hjælper\nVi spørger" }, { goals, lessons });

  assert.deepEqual(
    draft.goals.map(({ id, text }) => [id, text]),
    [
      ["own-1", "x"],
      ["own-2", "Vi hjælper"],
      ["own-3", "Vi spørger"],
    ],
  );
  assert.deepEqual(draft.lessons[0].goals, ["own-1", "own-2", "own-3"]);
});

test("a goal that is too long ends with a dot dot dot, and no character is cut in two", () => {
  const [goal] = drafted({ kept: [1], goals: "🐟".repeat(500) }).goals.slice(-1);

  assert.equal([...goal.text].length, 400);
  assert.ok(goal.text.endsWith("🐟…"));
});

test("the source is named as it was, and what is its own is not taken over", () => {
  const draft = drafted({}, { experiences: [{}], redirect_from: ["x"], based_on: { course: "andet" } });

  assert.deepEqual(draft.based_on, {
    course: "fagtekster",
    title: "Fagtekster",
    version: "1.2",
    hash: "sha256:1",
    creator: "Skolen",
    licence: "cc-by",
  });
  assert.ok(!("experiences" in draft) && !("redirect_from" in draft));
});

test("a copy is by whoever makes it, and never claims to be by those who made the source", () => {
  const author = { school: "skolen", role: "teacher", made_by: { name: "Projektet", url: "https://example.org" } };

  assert.deepEqual(drafted({}, { author }).author, { role: "teacher" });
});

test("it is said what was changed", () => {
  assert.equal(drafted({ kept: [2, 1, 3] }).based_on.changes, "changedOrder");
  assert.equal(drafted({ kept: [1, 2] }).based_on.changes, "changedLeftOut");
  assert.equal(drafted({ goals: "Et\nTo" }).based_on.changes, "changedGoalsMany");
  assert.equal(drafted({ kept: [3, 1], goals: "Et" }).based_on.changes, "changedLeftOut changedOrder changedGoals");
});
