import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { retimed, timetable } from "../../../templates/assets/live/timetable.js";

const cases = JSON.parse(readFileSync(new URL("../../kinds/timetable.json", import.meta.url), "utf8"));

function minutes(clock) {
  const [hours, rest] = clock.split(":").map(Number);
  return hours * 60 + rest;
}

function parts(modules) {
  return modules.map(({ minutes: length, at, shrink_to: shrinkTo }) => ({
    minutes: length,
    ...(at ? { at: minutes(at) } : {}),
    ...(shrinkTo ? { shrinkTo } : {}),
  }));
}

function slots(rows) {
  return rows.map(([start, end, slack, overrun]) => ({ start: minutes(start), end: minutes(end), slack, overrun }));
}

for (const one of cases.timetables) {
  test(one.case, () => {
    assert.deepEqual(timetable(minutes(one.start), parts(one.modules)), slots(one.slots));
  });
}

for (const one of cases.retimed) {
  test(one.case, () => {
    const [from, now, end] = [one.from, one.now, one.end].map(minutes);
    const rest = retimed({ parts: parts(one.modules), end, here: one.here, from, now });

    assert.deepEqual(rest, { slots: slots(one.slots), late: one.late });
  });
}

/** Numbers that are the same each time: a linear congruential generator. */
function numbers(seed) {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

test("whatever the programme and the hour: no minute is lost, no module shrinks too much or for nothing", () => {
  const upTo = numbers(7);
  for (let round = 0; round < 3_000; round++) {
    const begins = 540;
    const modules = Array.from({ length: 1 + upTo(7) }, () => {
      const length = 1 + upTo(60);
      return { minutes: length, ...(upTo(2) ? { shrinkTo: 1 + upTo(length) } : {}) };
    });
    const planned = timetable(begins, modules);
    modules.forEach((module, place) => {
      if (place && !upTo(4)) module.at = planned[place].start + upTo(15);
    });
    const end = timetable(begins, modules).at(-1).end;
    const here = upTo(modules.length);
    const from = begins + upTo(240);
    const now = from + upTo(40);
    const { slots: rest, late } = retimed({ parts: modules, end, here, from, now });
    const left = modules.slice(here);

    assert.equal(rest.length, left.length);
    assert.equal(rest[0].start, from);
    assert.equal(late, rest.at(-1).end - end);
    rest.forEach((slot, place) => {
      const { minutes: length, shrinkTo, at } = left[place];
      const elapsed = place ? 0 : now - from;
      const took = slot.end - slot.start;
      const least = Math.max(shrinkTo ?? length, elapsed);
      assert.ok(took >= Math.min(least, Math.max(length, elapsed)) && took <= Math.max(length, elapsed));
      if (place && at >= now) assert.equal(slot.start, at);
      if (place) assert.equal(slot.start - slot.slack + slot.overrun, rest[place - 1].end);
      if (slot.slack) assert.ok(rest[place - 1].end <= at);
    });
    const isShrunk = rest.some((slot, place) => slot.end - slot.start < left[place].minutes);
    if (isShrunk && late < 0) assert.ok(left.some(({ at }, place) => place && at >= now));
    if (late > 0) {
      const last = left.findLastIndex(({ at }, place) => place && at >= now);
      const free = rest.slice(Math.max(0, last));
      free.forEach((slot, place) => {
        const { minutes: length, shrinkTo } = left[Math.max(0, last) + place];
        const elapsed = last <= 0 && !place ? now - from : 0;
        assert.equal(slot.end - slot.start, Math.max(shrinkTo ?? length, elapsed));
      });
    }
  }
});
