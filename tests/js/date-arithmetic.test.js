import "./page.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import * as dates from "../../templates/assets/date-arithmetic.js";

test("a day is a day of the calendar in this century", () => {
  const days = ["2026-02-28", "2028-02-29", "2000-01-01", "2100-12-31"];
  const others = ["2026-02-29", "2026-13-01", "1999-12-31", "2101-01-01", "2026-1-1", " 2026-01-01", "", "i dag"];

  assert.deepEqual(days.filter(dates.isDay), days);
  assert.deepEqual(others.filter(dates.isDay), []);
});

test("a time is an hour and a minute of a day", () => {
  const times = ["00:00", "08:15", "23:59"];
  const others = ["24:00", "8:15", "08:60", "08.15", "08:15:00", ""];

  assert.deepEqual(times.filter(dates.isTime), times);
  assert.deepEqual(others.filter(dates.isTime), []);
});

test("days are added over the ends of months and years, and when clocks are changed", () => {
  assert.equal(dates.addDays("2026-12-31", 1), "2027-01-01");
  assert.equal(dates.addDays("2028-03-01", -1), "2028-02-29");
  assert.equal(dates.addDays("2026-10-24", 2), "2026-10-26");
  assert.equal(dates.addDays("2027-03-27", 2), "2027-03-29");
});

test("minutes may lead into the next day", () => {
  assert.deepEqual(dates.addMinutes("2026-10-05", "08:15", 45), { day: "2026-10-05", time: "09:00" });
  assert.deepEqual(dates.addMinutes("2026-12-31", "23:30", 45), { day: "2027-01-01", time: "00:15" });
});

test("weekdays begin with Monday", () => {
  const week = ["2026-10-05", "2026-10-06", "2026-10-07", "2026-10-08", "2026-10-09", "2026-10-10", "2026-10-11"];

  assert.deepEqual(week.map(dates.weekday), [1, 2, 3, 4, 5, 6, 7]);
});

test("weeks are counted as ISO 8601 does at the turn of a year", () => {
  const weeks = {
    "2021-01-03": 53,
    "2021-01-04": 1,
    "2024-12-30": 1,
    "2026-10-05": 41,
    "2026-12-31": 53,
    "2027-01-03": 53,
    "2027-01-04": 1,
  };

  for (const [day, week] of Object.entries(weeks)) assert.equal(dates.week(day), week, day);
});

test("today is the visitor's own day", () => {
  assert.equal(dates.today(new Date(2026, 0, 5, 0, 1)), "2026-01-05");
  assert.equal(dates.today(new Date(2026, 11, 31, 23, 59)), "2026-12-31");
});

test("days and times are said in the page's language", () => {
  assert.equal(dates.longDay("2026-10-06"), "tirsdag den 6. oktober 2026");
  assert.equal(dates.plainDay("2026-10-06"), "6. oktober 2026");
  assert.equal(dates.weekdayName(1), "mandag");
  assert.equal(dates.clock("08:15"), "08.15");
  assert.equal(dates.capital("øvelse"), "Øvelse");
});
