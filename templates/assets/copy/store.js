// The copies, kept in this browser until they are deleted there.
import { recall, remember } from "../storage.js";

/** @import { Copy } from "../../types/copy.js" */

const KEY = "copies";
const FORMAT = "training-hub copies 1";

/** Every copy that can be read, oldest first. */
export function allCopies() {
  const found = recall(KEY, /** @type {unknown} */ ([]));
  return Array.isArray(found) ? found.filter(isSound) : [];
}

/** @param {string} course */
export function copiesOf(course) {
  return allCopies().filter((copy) => copy.course === course);
}

/**
 * Stores a copy; false when the browser refuses. Other copies are read anew: another tab may have changed them.
 * @param {Copy} copy
 */
export function keep(copy) {
  const copies = allCopies();
  const place = copies.findIndex(({ key }) => key === copy.key);
  if (place < 0) copies.push(copy);
  else copies[place] = copy;
  return remember(KEY, copies);
}

/** @param {string} key */
export function drop(key) {
  const others = allCopies().filter((copy) => copy.key !== key);
  return remember(KEY, others);
}

export function dropAll() {
  return remember(KEY, []);
}

/** Every copy as the text of one file. */
export function exported() {
  return JSON.stringify({ format: FORMAT, copies: allCopies() }, null, 1);
}

/**
 * Takes in the copies of an exported file; none when it is another kind of file. How many, and whether they were kept.
 * @param {string} text
 */
export function takeIn(text) {
  const copies = copiesIn(text);
  return { count: copies.length, isStored: copies.every(keep) };
}

/**
 * @param {string} text
 * @returns {Copy[]}
 */
function copiesIn(text) {
  try {
    const { format, copies } = JSON.parse(text);
    return format === FORMAT ? copies.filter(isSound) : [];
  } catch {
    return [];
  }
}

/** A random UUID, also where the page is not served over https. */
export function newKey() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

const TEXTS = ["key", "course", "title", "url", "hash", "version", "klass", "start", "goals", "notes", "made"];

/**
 * Whether it is a copy: what is stored may have been written by an older edition of this page, or by hand.
 * @param {any} copy
 * @returns {copy is Copy}
 */
export function isSound(copy) {
  return (
    copy !== null &&
    typeof copy === "object" &&
    TEXTS.every((name) => typeof copy[name] === "string") &&
    Array.isArray(copy.kept) &&
    copy.kept.every(Number.isInteger) &&
    Array.isArray(copy.slots) &&
    copy.slots.every(isSlot) &&
    !Number.isNaN(Date.parse(copy.made)) &&
    /^[\w-]+(\/[\w-]+)*\/$/.test(copy.url)
  );
}

/**
 * Whether it is a time in a week: a plan would look for another day for ever.
 * @param {any} slot
 */
function isSlot(slot) {
  return Number.isInteger(slot?.day) && slot.day >= 1 && slot.day <= 7 && typeof slot.time === "string";
}
