// The copies, kept in this browser until they are deleted there.
import { recall, remember, texts } from "../storage.js";
import { isSound } from "./copy-validity.js";

/** @import { Copy } from "../../types/copy.js" */

const KEY = "copies";
/** Keys of copies that were deleted, so that another page that still shows one does not bring it back. */
const DROPPED = "copies-dropped";
const MOST_DROPPED = 500;
/** Milliseconds by which clocks may differ. */
const DAY = 86_400_000;
const FORMAT = "training-hub copies 1";

/** Every copy that can be read, oldest first. */
export function allCopies() {
  return recall(KEY, (found) => /** @type {Copy[]} */ (found.filter(isSound)), /** @type {Copy[]} */ ([]));
}

/**
 * @param {string} course
 * @param {string[]} [former] What the course was called before.
 */
export function copiesOf(course, former = []) {
  return allCopies().filter((copy) => copy.course === course || former.includes(copy.course));
}

/**
 * Stores a copy with all that other pages have written in it since; null when the browser refuses, or it was deleted.
 * @param {Copy} copy
 * @returns {Copy | null}
 */
export function keep(copy) {
  if (dropped().includes(copy.key)) return null;
  const copies = allCopies();
  const place = copies.findIndex(({ key }) => key === copy.key);
  const whole = place < 0 ? copy : merged(copy, copies[place]);
  if (place < 0) copies.push(whole);
  else copies[place] = whole;
  return remember(KEY, copies) ? whole : null;
}

/**
 * Of each field what was written last; of those that nobody wrote since, what the first says.
 * @param {Copy} copy
 * @param {Copy} held
 * @returns {Copy}
 */
function merged(copy, held) {
  const [own, others] = [copy.times ?? {}, held.times ?? {}];
  const soon = Date.now() + DAY; // a time to come would win over all that is written after it
  const at = (/** @type {number | undefined} */ time) => (time && time < soon ? time : 0);
  const later = Object.keys(others).filter((name) => at(others[name]) > at(own[name]));
  if (!later.length) return copy;
  const pick = (/** @type {any} */ values) => Object.fromEntries(later.map((name) => [name, values[name]]));
  return { ...copy, ...pick(held), times: { ...own, ...pick(others) } };
}

function dropped() {
  return recall(DROPPED, texts, /** @type {string[]} */ ([]));
}

/** @param {string} key */
export function drop(key) {
  return dropWhere((copy) => copy.key === key);
}

export function dropAll() {
  return dropWhere(() => true);
}

/**
 * What is deleted makes room for the list of what was: a full browser deletes too.
 * @param {(copy: Copy) => boolean} isGone
 */
function dropWhere(isGone) {
  const copies = allCopies();
  const keys = copies.filter(isGone).map(({ key }) => key);
  const others = copies.filter((copy) => !isGone(copy));
  const isDone = remember(KEY, others);
  if (isDone) remember(DROPPED, [...dropped(), ...keys].slice(-MOST_DROPPED));
  return isDone;
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
  const keys = copies.map(({ key }) => key);
  if (copies.length)
    remember(
      DROPPED,
      dropped().filter((key) => !keys.includes(key)),
    );
  return { count: copies.length, isStored: copies.every((copy) => keep(copy) !== null) };
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
