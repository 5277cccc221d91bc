// A session as it is held: when each module began, kept in this browser, and how long each really took.
import { recall, remember } from "../storage.js";

/** @import { Module, Run } from "../../types/live.js" */

const MINUTE = 60_000;

/** Minutes since 1970. */
export function thisMinute() {
  return Math.floor(Date.now() / MINUTE);
}

/**
 * What was kept under a key; a session that has not begun when there is nothing, or not what there should be.
 * @param {string} key
 * @param {Module[]} modules
 * @returns {Run}
 */
export function kept(key, modules) {
  /** @type {Run} */
  const unbegun = { marks: [], ended: null };
  return recall(key, (run) => (isSound(run, modules) ? run : null), unbegun);
}

/**
 * False when the browser refuses.
 * @param {string} key
 * @param {Run} run
 */
export function keep(key, run) {
  return remember(key, run);
}

/**
 * Whether the marks are of these modules, one after the other, in time too.
 * @param {any} run
 * @param {Module[]} modules
 * @returns {run is Run}
 */
export function isSound(run, modules) {
  if (typeof run !== "object" || run === null || !Array.isArray(run.marks)) return false;
  const { marks, ended } = run;
  const places = marks.map((/** @type {any} */ mark) => modules.findIndex(({ id }) => id === mark?.module));
  const times = [...marks.map((/** @type {any} */ mark) => mark?.at), ...(ended === null ? [] : [ended])];
  const rises = (/** @type {number[]} */ numbers, /** @type {number} */ step) =>
    numbers.every((number, index) => Number.isSafeInteger(number) && (!index || number - numbers[index - 1] >= step));
  return !places.includes(-1) && rises(places, 1) && rises(times, 0) && (ended === null || marks.length > 0);
}

/**
 * Whether nothing more will happen: it was ended, or it was held on another day.
 * @param {Run} run
 * @param {number} now Minutes since 1970.
 */
export function isOver({ marks, ended }, now) {
  return ended !== null || (marks.length > 0 && midnight(marks[0].at) !== midnight(now));
}

/**
 * The first minute of a day on the clock of this place.
 * @param {number} at Minutes since 1970.
 */
export function midnight(at) {
  return Math.floor(new Date(at * MINUTE).setHours(0, 0, 0, 0) / MINUTE);
}

/**
 * How long each module really took; those that were passed over, and the last one while it is not ended, are not in it.
 * @param {Run} run
 * @returns {{module: string, minutes: number}[]}
 */
export function realMinutes({ marks, ended }) {
  const ends = [...marks.slice(1).map(({ at }) => at), ended];
  return marks.flatMap(({ module, at }, place) => {
    const end = ends[place];
    return end === null ? [] : [{ module, minutes: end - at }];
  });
}
