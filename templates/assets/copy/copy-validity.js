// Whether what was stored, or stands in a file, is a copy: an older edition of the page may have written it, or a person.
import { isTime } from "../date-arithmetic.js";

/** @import { Copy } from "../../types/copy.js" */

/** How long each text may be; those of one line hold no end of a line, which would be one in calendars too. */
const LINES = { key: 64, course: 80, title: 400, url: 200, hash: 100, version: 100, klass: 400, start: 10, made: 30 };
const TEXTS = ["goals", "notes"];
const MOST_SIGNS = 200_000;
const MOST_LESSONS = 1000;
const MOST_SLOTS = 100;
/** What is written in a copy once it is made. */
const WRITTEN = ["title", "hash", "version", "klass", "start", "kept", "slots", "goals", "notes", "holidays"];
const CONTROL = /\p{Cc}/u;

/**
 * @param {any} copy
 * @returns {copy is Copy}
 */
export function isSound(copy) {
  return (
    copy !== null &&
    typeof copy === "object" &&
    Object.entries(LINES).every(([name, most]) => isLine(copy[name], most)) &&
    TEXTS.every((name) => typeof copy[name] === "string" && copy[name].length <= MOST_SIGNS) &&
    /^[\w-]+$/.test(copy.key) &&
    /^[\w-]+(\/[\w-]+)*\/$/.test(copy.url) &&
    /^(\d{4,6}-\d\d-\d\d)?$/.test(copy.start) &&
    /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(copy.made) &&
    !Number.isNaN(Date.parse(copy.made)) &&
    isLessons(copy.kept) &&
    Array.isArray(copy.slots) &&
    copy.slots.length <= MOST_SLOTS &&
    copy.slots.every(isSlot) &&
    ["boolean", "undefined"].includes(typeof copy.holidays) &&
    isCount(copy.revision ?? 0, 1e9) &&
    isTimes(copy.times ?? {})
  );
}

/**
 * @param {unknown} text
 * @param {number} most
 */
function isLine(text, most) {
  return typeof text === "string" && text.length <= most && !CONTROL.test(text);
}

/**
 * @param {any} number
 * @param {number} most
 */
function isCount(number, most) {
  return Number.isInteger(number) && number >= 0 && number <= most;
}

/**
 * Each lesson once: two would be one event in a calendar.
 * @param {any} kept
 */
function isLessons(kept) {
  return (
    Array.isArray(kept) &&
    kept.length <= MOST_LESSONS &&
    kept.every((number) => isCount(number, MOST_LESSONS) && number > 0) &&
    new Set(kept).size === kept.length
  );
}

/**
 * Whether it is a time in a week: for another day a plan would look for ever.
 * @param {any} slot
 */
function isSlot(slot) {
  return (
    isCount(slot?.day, 7) && slot.day > 0 && (slot.time === "" || (typeof slot.time === "string" && isTime(slot.time)))
  );
}

/**
 * Whether it says when fields were written.
 * @param {any} times
 */
function isTimes(times) {
  return (
    typeof times === "object" &&
    Object.keys(times).every((name) => WRITTEN.includes(name)) &&
    Object.values(times).every((at) => typeof at === "number" && at >= 0)
  );
}
