// What there is to say about a start date, weekdays and a plan: plain sentences, pure.
import { isDay, isTime, longDay, plainDay, today } from "../date-arithmetic.js";
import { counted, word } from "./words.js";

/** @import { Copy, Plan } from "../../types/copy.js" */

/**
 * What to say of the start date. A past day is allowed: a course may be running.
 * @param {Pick<Copy, "start">} copy
 * @param {Plan} plan
 * @param {boolean} isBroken Whether the browser cannot read what was typed.
 */
export function startSentence({ start }, plan, isBroken) {
  if (isBroken || (start && !isDay(start))) return { text: word("startWrong"), isFault: true };
  if (!start) return { text: word("startMissing"), isFault: true };
  const said = [];
  if (start < today()) said.push(word("startPast", { day: plainDay(start) }));
  if (plan.moved) said.push(word("startHoliday", { name: plan.moved.name, day: longDay(plan.moved.to) }));
  return { text: said.join(" "), isFault: false };
}

/** @param {Pick<Copy, "slots">} copy */
export function daysSentence({ slots }) {
  if (!slots.length) return word("daysMissing");
  return slots.every((slot) => isTime(slot.time)) ? "" : word("timesMissing");
}

/**
 * What the visitor should know of a plan before trusting it.
 * @param {Plan} plan
 */
export function planSentences(plan) {
  if (!plan.rows.length) return [];
  if (!plan.dated) return [word("planUndated")];
  const [first, last] = [plan.rows[0].day, plan.rows[plan.rows.length - 1].day];
  const span = { lessons: counted("lessonCount", plan.rows.length), first: longDay(first), last: longDay(last) };
  const said = [word(first === last ? "planDay" : "planSpan", span)];
  const names = [...new Set(plan.skipped.map((holiday) => holiday.name))];
  if (names.length) said.push(word("planSkips", { names: names.join(", ") }));
  if (plan.beyond) said.push(word("planBeyond"));
  return said;
}
