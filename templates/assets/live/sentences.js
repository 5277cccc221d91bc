// What is said of the time that is left, in words.
import { say } from "../strings.js";

/** @import { Module, Rest } from "../../types/live.js" */

/**
 * A time of day: `09.05` in Danish.
 * @param {number} minutes Since midnight.
 */
export function clock(minutes) {
  const [hour, minute] = [Math.floor(minutes / 60) % 24, String(minutes % 60).padStart(2, "0")];
  return say("live.clock", "{hour}:{minute}", { hour, minute });
}

/** @param {number} count */
export function inMinutes(count) {
  return count === 1 ? say("live.minute", "1 minute") : say("live.minutes", "{count} minutes", { count });
}

/**
 * Whether the session ends on time, and what that takes.
 * @param {Rest} rest
 * @param {Module[]} left The modules of the slots.
 */
export function outlook({ slots, late }, left) {
  const lacking = slots.flatMap(({ overrun, start }, place) => {
    if (!overrun) return [];
    const values = { minutes: inMinutes(overrun), title: left[place].title, time: clock(start) };
    return [say("live.lacking", "{minutes} are lacking before “{title}” at {time}: leave something out.", values)];
  });
  const shorter = left
    .map(({ title, minutes }, place) => ({ title, planned: minutes, count: length(slots[place]) }))
    .filter(({ planned, count }) => count < planned)
    .map(({ title, count }) => ({ title, minutes: inMinutes(count) }));
  return [...lacking, ending(late, clock(slots[slots.length - 1].end), shorter)].join(" ");
}

/**
 * @param {number} late
 * @param {string} time When it ends.
 * @param {{title: string, minutes: string}[]} shorter Modules that must be shorter than planned.
 */
function ending(late, time, shorter) {
  const values = { minutes: inMinutes(Math.abs(late)), time };
  if (late < 0) return say("live.early", "We end {minutes} early, at {time}.", values);
  if (late > 0) {
    if (!shorter.length) return say("live.late", "We end {minutes} late, at {time}.", values);
    const list = listed(shorter.map((one) => say("live.takesOnly", "“{title}” takes only {minutes}", one)));
    return say("live.lateThough", "We end {minutes} late, at {time}, although {list}.", { ...values, list });
  }
  if (!shorter.length) return say("live.onTime", "We end on time, at {time}.", values);
  const list = listed(shorter.map((one) => say("live.takes", "“{title}” takes {minutes}", one)));
  return say("live.onTimeIf", "We end on time if {list}.", { list });
}

/** @param {string[]} parts */
function listed(parts) {
  return new Intl.ListFormat(document.documentElement.lang, { type: "conjunction" }).format(parts);
}

/** @param {{start: number, end: number}} slot */
export function length({ start, end }) {
  return end - start;
}
