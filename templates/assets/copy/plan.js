// Lays lessons out on days. Pure: the same choices always give the same plan.
import { addDays, addMinutes, isDay, isTime, weekday } from "../date-arithmetic.js";

/** @import { Copy, DatedRow, NumberedLesson, Plan, Row, Slot } from "../../types/copy.js" */
/** @import { Course, Holiday } from "../../types/course.js" */

/**
 * The lessons that were kept, in their order, with the numbers that they have in the course.
 * @param {Pick<Copy, "kept">} copy
 * @param {Pick<Course, "lessons">} course
 * @returns {NumberedLesson[]}
 */
export function keptLessons(copy, course) {
  return copy.kept
    .filter((number) => course.lessons[number - 1])
    .map((number) => ({ number, ...course.lessons[number - 1] }));
}

/**
 * Whether there is enough to put dates on.
 * @param {Pick<Copy, "start" | "slots">} copy
 */
export function isDatable(copy) {
  return isDay(copy.start) && copy.slots.length > 0 && copy.slots.every((slot) => isTime(slot.time));
}

/**
 * A row for each lesson, without dates when `isDatable` says no.
 * @param {Pick<Copy, "start" | "slots" | "holidays">} copy
 * @param {NumberedLesson[]} lessons
 * @param {Holiday[]} holidays
 * @returns {Plan}
 */
export function schedule(copy, lessons, holidays) {
  const rows = lessons.map((lesson, index) => ({ ...lesson, place: index + 1 }));
  const off = copy.holidays ? sound(holidays) : [];
  const holiday = isDay(copy.start) ? holidayOn(copy.start, off) : undefined;
  const start = holiday ? firstSchoolDay(copy.start, off) : copy.start;
  const moved = holiday ? { name: holiday.name, to: start } : null;
  /** @type {Holiday[]} */
  const skipped = [];
  if (!isDatable(copy) || !rows.length) return { dated: false, rows, moved, skipped, beyond: false };
  const slots = [...copy.slots].sort((one, other) => one.time.localeCompare(other.time));
  const free = slotsFrom(start, slots, off, skipped);
  const dated = rows.map((row) => placed(row, free.next().value));
  const lastKnown = off
    .map((entry) => entry.last)
    .sort()
    .at(-1);
  const beyond = lastKnown !== undefined && dated[dated.length - 1].day > lastKnown;
  return { dated: true, rows: dated, moved, skipped, beyond };
}

/** @param {Holiday[]} holidays */
function sound(holidays) {
  return holidays.filter(({ first, last }) => isDay(first) && isDay(last) && first <= last);
}

/**
 * @param {Row} row
 * @param {{day: string, time: string}} slot
 * @returns {DatedRow}
 */
function placed(row, { day, time }) {
  const end = addMinutes(day, time, row.minutes);
  return { ...row, day, from: time, to: end.time, endDay: end.day };
}

/**
 * Every free slot from a day on, without end; each holiday that takes one away is added to `skipped`.
 * @param {string} start
 * @param {Slot[]} slots At least one, sorted by time.
 * @param {Holiday[]} off
 * @param {Holiday[]} skipped
 * @returns {Generator<{day: string, time: string}, never>}
 */
function* slotsFrom(start, slots, off, skipped) {
  for (let day = start; ; day = addDays(day, 1)) {
    const here = slots.filter((slot) => slot.day === weekday(day));
    if (!here.length) continue;
    const holiday = holidayOn(day, off);
    if (!holiday) for (const slot of here) yield { day, time: slot.time };
    else if (!skipped.includes(holiday)) skipped.push(holiday);
  }
}

/**
 * @param {string} day
 * @param {Holiday[]} off
 */
function holidayOn(day, off) {
  return off.find(({ first, last }) => first <= day && day <= last);
}

/**
 * @param {string} start
 * @param {Holiday[]} off
 */
function firstSchoolDay(start, off) {
  let day = start;
  while (holidayOn(day, off) || weekday(day) > 5) day = addDays(day, 1);
  return day;
}

/** Weekdays by how many times a week. */
const USUAL_DAYS = [[2], [2, 4], [1, 3, 5], [1, 2, 3, 4], [1, 2, 3, 4, 5]];

/**
 * The coming Monday with school, and as many days a week as the course is meant for.
 * @param {string} today
 * @param {Pick<Course, "lessons" | "weeks">} course
 * @param {Holiday[]} holidays
 */
export function proposal(today, course, holidays) {
  const off = sound(holidays);
  let monday = addDays(today, 8 - weekday(today));
  while (holidayOn(monday, off)) monday = addDays(monday, 7);
  const weekly = course.weeks ? Math.ceil(course.lessons.length / course.weeks) : 2;
  const days = USUAL_DAYS[Math.min(weekly, 5) - 1];
  return { start: monday, slots: days.map((day) => ({ day, time: "08:15" })) };
}
