// The draft of a school, kept in this browser. The newest is read before every write: another tab may have changed it.
import { recall, remember } from "../storage.js";
import { merged, packed, unpacked } from "./draft.js";

/** @import { Draft } from "../../types/school.js" */

/** @param {string} school */
export function keyOf(school) {
  return `school:${school}`;
}

/**
 * The draft that is kept; null when there is none.
 * @param {string} school
 */
export function kept(school) {
  return recall(keyOf(school), (found) => unpacked(found, school), null);
}

/**
 * Keeps a draft with all that other tabs have written; what came of it, and whether the browser took it.
 * @param {Draft} draft
 */
export function keep(draft) {
  const newest = kept(draft.school);
  const whole = newest ? merged(draft, newest) : draft;
  return { draft: whole, isKept: remember(keyOf(draft.school), packed(whole)) };
}
