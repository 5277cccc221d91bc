// The texts of the form in which a school writes, and how its days and times are said.
import { clock, plainDay, today } from "../date-arithmetic.js";
import { textsOf } from "../fetched-strings.js";

/** @import { Named } from "../../types/school.js" */

export const { load: loadWords, word, counted } = textsOf("school");

/**
 * A moment as the visitor's clock shows it: `2026-11-28 14:05`.
 * @param {number} at Milliseconds.
 */
export function localTime(at) {
  const now = new Date(at);
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${today(now)} ${two(now.getHours())}:${two(now.getMinutes())}`;
}

/**
 * A moment in words: its time, and its day when that is another than today.
 * @param {number} at Milliseconds.
 */
export function moment(at) {
  const [day, time] = localTime(at).split(" ");
  return word(day === today() ? "atTime" : "atDay", { time: clock(time), day: plainDay(day) });
}

/**
 * The name of an entry; its id when there is none.
 * @param {Named[]} entries
 * @param {unknown} id
 */
export function nameIn(entries, id) {
  return entries.find((entry) => entry.id === id)?.name ?? String(id ?? "");
}
