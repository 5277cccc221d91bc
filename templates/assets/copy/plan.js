// Lays lessons out on days. Pure: the same choices always give the same plan.
import { addDays, addMinutes, isDay, isTime, weekday } from "./dates.js";

/** The lessons that were kept, in their order, with the numbers that they have in the course. */
export function keptLessons(copy, course) {
  return copy.kept
    .filter((number) => course.lessons[number - 1])
    .map((number) => ({ number, ...course.lessons[number - 1] }));
}

/** Whether there is enough to put dates on. */
export function isDatable(copy) {
  return isDay(copy.start) && copy.slots.length > 0 && copy.slots.every((slot) => isTime(slot.time));
}

/**
 * `{rows, moved, skipped, beyond}`: a row for each lesson; the holiday that moved the start; the holidays that cost
 * a lesson its day; whether the plan runs past the last holiday that is known. Without dates when `isDatable` says no.
 */
export function schedule(copy, lessons, holidays) {
  const rows = lessons.map((lesson, index) => ({ ...lesson, place: index + 1 }));
  const plan = { rows, moved: null, skipped: [], beyond: false, dated: isDatable(copy) && rows.length > 0 };
  if (!isDay(copy.start)) return plan;
  const off = copy.holidays ? sound(holidays) : [];
  const first = firstSchoolDay(copy.start, off);
  const holiday = holidayOn(copy.start, off);
  if (holiday) plan.moved = { name: holiday.name, to: first };
  if (plan.dated) placeRows(plan, copy, holiday ? first : copy.start, off);
  return plan;
}

function sound(holidays) {
  return holidays.filter(({ first, last }) => isDay(first) && isDay(last) && first <= last);
}

function placeRows(plan, copy, start, off) {
  const slots = [...copy.slots].sort((one, other) => one.time.localeCompare(other.time));
  const free = slotsFrom(start, slots, off, (holiday) => plan.skipped.includes(holiday) || plan.skipped.push(holiday));
  for (const row of plan.rows) Object.assign(row, placed(row, free.next().value));
  const lastKnown = off
    .map((holiday) => holiday.last)
    .sort()
    .at(-1);
  plan.beyond = lastKnown !== undefined && plan.rows.at(-1).day > lastKnown;
}

function placed(row, { day, time }) {
  const end = addMinutes(day, time, row.minutes);
  return { day, from: time, to: end.time, endDay: end.day };
}

/** Every free slot from a day on, without end; tells of each holiday that takes one away. */
function* slotsFrom(start, slots, off, skip) {
  for (let day = start; ; day = addDays(day, 1)) {
    const here = slots.filter((slot) => slot.day === weekday(day));
    if (!here.length) continue;
    const holiday = holidayOn(day, off);
    if (holiday) skip(holiday);
    else for (const slot of here) yield { day, time: slot.time };
  }
}

function holidayOn(day, off) {
  return off.find(({ first, last }) => first <= day && day <= last);
}

function firstSchoolDay(start, off) {
  let day = start;
  while (holidayOn(day, off) || weekday(day) > 5) day = addDays(day, 1);
  return day;
}

const USUAL_DAYS = [[2], [2, 4], [1, 3, 5], [1, 2, 3, 4], [1, 2, 3, 4, 5]];

/** The coming Monday with school, and as many days a week as the course is meant for. */
export function proposal(today, course, holidays) {
  const off = sound(holidays);
  let monday = addDays(today, 8 - weekday(today));
  while (holidayOn(monday, off)) monday = addDays(monday, 7);
  const weekly = course.weeks ? Math.ceil(course.lessons.length / course.weeks) : 2;
  const days = USUAL_DAYS[Math.min(weekly, 5) - 1];
  return { start: monday, slots: days.map((day) => ({ day, time: "08:15" })) };
}
