import "../page.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { isDatable, keptLessons, proposal, schedule } from "../../../templates/assets/copy/plan.js";
import { copy, course, lesson } from "./examples.js";

const AUTUMN = { name: "Efterårsferie", first: "2026-10-10", last: "2026-10-18" };
const CHRISTMAS = { name: "Juleferie", first: "2026-12-19", last: "2027-01-03" };

function planned(choices = {}, holidays = []) {
  const fitted = copy(choices);
  return schedule(fitted, keptLessons(fitted, course()), holidays);
}

function days(plan) {
  return plan.rows.map(({ day, from }) => `${day} ${from}`);
}

test("lessons are kept in the order of the class, with their numbers in the course", () => {
  const kept = keptLessons({ kept: [3, 1, 9, 0] }, course());

  assert.deepEqual(
    kept.map(({ number, title }) => [number, title]),
    [
      [3, "Efter"],
      [1, "Før"],
    ],
  );
});

test("each lesson has the next time that the class has", () => {
  const slots = [
    { day: 4, time: "08:15" },
    { day: 1, time: "12:30" },
    { day: 1, time: "10:00" },
  ];

  assert.deepEqual(days(planned({ slots })), ["2026-10-05 10:00", "2026-10-05 12:30", "2026-10-08 08:15"]);
});

test("a lesson ends when its minutes have passed, on another day if need be", () => {
  const { rows } = planned({ slots: [{ day: 1, time: "23:30" }], kept: [1] });

  assert.equal(
    `${rows[0].day} ${rows[0].from} – ${rows[0].endDay} ${rows[0].to}`,
    "2026-10-05 23:30 – 2026-10-06 00:15",
  );
});

test("holidays are skipped, and each is named once", () => {
  const slots = [
    { day: 1, time: "10:00" },
    { day: 2, time: "10:00" },
  ];
  const plan = planned({ slots, start: "2026-10-06" }, [AUTUMN, CHRISTMAS]);

  assert.deepEqual(days(plan), ["2026-10-06 10:00", "2026-10-19 10:00", "2026-10-20 10:00"]);
  assert.deepEqual(plan.skipped, [AUTUMN]);
});

test("holidays are school days to whoever says so", () => {
  const plan = planned({ holidays: false }, [AUTUMN]);

  assert.deepEqual(days(plan), ["2026-10-05 10:00", "2026-10-12 10:00", "2026-10-19 10:00"]);
  assert.deepEqual(plan.skipped, []);
});

test("a start in a holiday is moved to the first school day after it", () => {
  const plan = planned({ start: "2026-10-14" }, [AUTUMN]);

  assert.deepEqual(plan.moved, { name: "Efterårsferie", to: "2026-10-19" });
  assert.equal(plan.rows[0].day, "2026-10-19");
});

test("a holiday that ends on a Friday moves the start past the weekend", () => {
  const plan = planned({ start: "2026-10-08" }, [{ ...AUTUMN, first: "2026-10-08", last: "2026-10-09" }]);

  assert.equal(plan.moved.to, "2026-10-12");
});

test("holidays whose days are none are not believed", () => {
  const broken = [
    { name: "Baglæns", first: "2026-12-01", last: "2026-01-01" },
    { name: "Ingen dag", first: "", last: "2099-01-01" },
  ];

  assert.deepEqual(days(planned({}, broken)), ["2026-10-05 10:00", "2026-10-12 10:00", "2026-10-19 10:00"]);
});

test("a plan past the last known holiday says so", () => {
  assert.equal(planned({}, [AUTUMN]).beyond, true);
  assert.equal(planned({}, [AUTUMN, CHRISTMAS]).beyond, false);
  assert.equal(planned({}, []).beyond, false);
});

test("without a start, a day or a time there are rows without dates", () => {
  const choices = [{ start: "" }, { start: "2026-02-30" }, { slots: [] }, { slots: [{ day: 1, time: "" }] }];
  for (const choice of choices) {
    const plan = planned(choice);

    assert.equal(isDatable(copy(choice)), false);
    assert.equal(plan.dated, false);
    assert.deepEqual(
      plan.rows.map((row) => ["day" in row, row.place, row.title]),
      [
        [false, 1, "Før"],
        [false, 2, "Under"],
        [false, 3, "Efter"],
      ],
    );
  }
});

test("a moved start is told of before there are days", () => {
  assert.deepEqual(planned({ start: "2026-10-14", slots: [] }, [AUTUMN]).moved?.to, "2026-10-19");
});

test("no lessons give no plan", () => {
  assert.deepEqual(planned({ kept: [] }).rows, []);
  assert.equal(planned({ kept: [] }).dated, false);
});

test("the choices stay as they were", () => {
  const slots = [
    { day: 4, time: "08:15" },
    { day: 1, time: "07:00" },
  ];
  const before = structuredClone(slots);

  assert.deepEqual(planned({ slots }), planned({ slots }));
  assert.deepEqual(slots, before);
});

test("the first proposal is the coming Monday with school", () => {
  assert.equal(proposal("2026-10-01", course(), []).start, "2026-10-05");
  assert.equal(proposal("2026-10-05", course(), []).start, "2026-10-12");
  assert.equal(proposal("2026-10-08", course(), [AUTUMN]).start, "2026-10-19");
});

test("as many days are proposed as the course has lessons in a week", () => {
  const lessons = Array.from({ length: 6 }, (_, index) => lesson(`${index}`));
  const proposed = (weeks) => proposal("2026-10-01", course({ lessons, weeks }), []).slots.map(({ day }) => day);

  assert.deepEqual(proposed(undefined), [2, 4]);
  assert.deepEqual(proposed(6), [2]);
  assert.deepEqual(proposed(2), [1, 3, 5]);
  assert.deepEqual(proposed(1), [1, 2, 3, 4, 5]);
});
