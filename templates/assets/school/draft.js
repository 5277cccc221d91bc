// What a school has written and not handed in yet: the fields that were changed, each with its time, over what the site
// said. Two drafts of one school, from two tabs, come to the same whichever is merged into the other.
import { flat, isSame, nested, rowsOf } from "./flat.js";
import { fitting, GONE, LISTS, leafOf } from "./shape.js";

/** @import { Change, Draft, Editable, Flat, SchoolFile, Value } from "../../types/school.js" */

/**
 * A draft with nothing in it.
 * @param {SchoolFile} data
 * @param {number} now Milliseconds.
 * @returns {Draft}
 */
export function begun(data, now) {
  return { school: data.id, was: data.was, bases: basesOf(data), begun: now, based: now, changes: new Map(), saved: 0 };
}

/**
 * What a page goes on with: what is kept; else a draft that is the same one as in any other tab that opens now.
 * @param {Draft | null} held
 * @param {SchoolFile} data
 * @param {number} now
 * @returns {Draft}
 */
export function resumed(held, data, now) {
  return held?.changes.size ? held : { ...begun(data, now), begun: held?.begun ?? 0 };
}

/**
 * The editions of the common plans that the school's own was last saved over; of others, those that are shown.
 * @param {SchoolFile} data
 */
export function basesOf(data) {
  const own = new Map((data.was.plans ?? []).map(({ of, base }) => [of, base]));
  return Object.fromEntries(data.plans.map(({ of, base }) => [of, own.get(of) ?? base]));
}

/**
 * The draft when the common plans have been looked through: what is saved from then on is over those that are shown.
 * @param {Draft} draft
 * @param {SchoolFile} data
 * @param {number} now
 * @returns {Draft}
 */
export function lookedThrough(draft, data, now) {
  const followed = movedPlans(draft, data).filter(({ of }) => draft.was.plans?.some((plan) => plan.of === of));
  const whole = followed.reduce((held, { of, base }) => changed(held, `plans/${of}/base`, base, now), draft);
  const bases = Object.fromEntries(data.plans.map(({ of, base }) => [of, base]));
  return { ...whole, bases, based: Math.max(now, draft.based + 1) };
}

/**
 * The fields as the school wants them.
 * @param {Draft} draft
 * @returns {Flat}
 */
export function fieldsOf(draft) {
  const fields = flat(draft.was);
  for (const [path, [value]] of draft.changes) {
    if (value === null || value === "") fields.delete(path);
    else fields.set(path, value);
  }
  return fields;
}

/**
 * The same as content files have it, with the editions of the common plans that were looked through.
 * @param {Draft} draft
 * @returns {Editable}
 */
export function wanted(draft) {
  const found = nested(fieldsOf(draft));
  const before = draft.was.plans ?? [];
  const touched = new Set([...draft.changes.keys()].map((path) => path.split("/")).map(([, of]) => of));
  const plans = (found.plans ?? []).map((plan) => {
    const isNew = !before.some(({ of }) => of === plan.of);
    const base = isNew || touched.has(plan.of) ? (draft.bases[plan.of] ?? plan.base) : plan.base;
    const { of, base: _, ...rest } = plan;
    return { of, ...(base && { base }), ...rest };
  });
  return plans.length ? { ...found, plans } : found;
}

/**
 * The draft with one more change. A later change of a field always bears a later time; one that changes nothing is none.
 * @param {Draft} draft
 * @param {string} path
 * @param {Value} value
 * @param {number} now
 * @returns {Draft}
 */
export function changed(draft, path, value, now) {
  const changes = new Map(draft.changes);
  const before = flat(draft.was).get(path) ?? null;
  if (!changes.has(path) && JSON.stringify(before) === JSON.stringify(value === "" ? null : value)) return draft;
  const [first, of] = path.split("/");
  const later = (/** @type {string} */ one) => Math.max(now, (changes.get(one)?.[1] ?? 0) + 1, draft.saved + 1);
  if (first === "plans" && !fieldsOf(draft).has(`plans/${of}/of`)) {
    changes.set(`plans/${of}/of`, [of, later(`plans/${of}/of`)]);
  }
  changes.set(path, [value, later(path)]);
  return { ...draft, changes };
}

/**
 * Two drafts of one school: of each field what was changed last. The one that began later takes the place of the other.
 * @param {Draft} one
 * @param {Draft} other
 * @returns {Draft}
 */
export function merged(one, other) {
  if (one.begun !== other.begun) return one.begun > other.begun ? one : other;
  const changes = new Map(one.changes);
  for (const [path, change] of other.changes) {
    const held = changes.get(path);
    if (!held || isLater(change, held)) changes.set(path, change);
  }
  const { was, bases, based } = one.based >= other.based ? one : other;
  return { ...one, was, bases, based, changes, saved: Math.max(one.saved, other.saved) };
}

/**
 * @param {Change} one
 * @param {Change} other
 */
function isLater([value, at], [heldValue, heldAt]) {
  return at > heldAt || (at === heldAt && JSON.stringify(value) > JSON.stringify(heldValue));
}

/**
 * When the first change was made that no file holds; 0 when all are held by one.
 * @param {Draft} draft
 */
export function unsaved(draft) {
  const times = [...draft.changes.values()].map(([, at]) => at).filter((at) => at > draft.saved);
  return times.length ? Math.min(...times) : 0;
}

/**
 * A draft that says what a file says: what differs between its two sides is what was changed.
 * @param {SchoolFile} data
 * @param {{was: Editable, now: Editable}} file
 * @param {number} now
 * @returns {Draft}
 */
export function opened(data, { was, now: wish }, now) {
  const [before, after] = [flat(was), flat(wish)];
  const bases = { ...basesOf(data) };
  for (const { of, base } of wish.plans ?? []) if (base && of in bases) bases[of] = base;
  const draft = { ...begun(data, now), was, bases, changes: differences(before, after, now) };
  return { ...draft, saved: now };
}

/**
 * @param {Flat} before
 * @param {Flat} after
 * @param {number} at
 */
function differences(before, after, at) {
  /** @type {Map<string, Change>} */
  const found = new Map();
  for (const [path, value] of after) {
    if (JSON.stringify(before.get(path)) !== JSON.stringify(value)) found.set(path, [value, at]);
  }
  for (const path of before.keys()) {
    const row = rowOf(path);
    if (row && !isRowIn(after, row)) found.set(`${row}/${GONE}`, [true, at]);
    else if (!after.has(path)) found.set(path, [null, at]);
  }
  return found;
}

/**
 * The place of the row that a field belongs to; "" for a field that is in none.
 * @param {string} path
 */
function rowOf(path) {
  const parts = path.split("/");
  if (Object.hasOwn(LISTS, parts[0])) return parts.slice(0, 2).join("/");
  return parts[2] === "adds" ? parts.slice(0, 4).join("/") : "";
}

/**
 * @param {Flat} fields
 * @param {string} row
 */
function isRowIn(fields, row) {
  const [id, ...place] = row.split("/").reverse();
  return rowsOf(fields, place.reverse().join("/")).includes(id);
}

/**
 * How the site has moved since the draft began: not; it now says all that was written; or otherwise.
 * @param {Draft} draft
 * @param {SchoolFile} data
 * @returns {"" | "taken" | "moved"}
 */
export function moved(draft, data) {
  if (isSame(draft.was, data.was)) return "";
  return isSame(wanted(draft), data.was) ? "taken" : "moved";
}

/**
 * The plans that are other ones now than when they were looked through.
 * @param {Draft} draft
 * @param {SchoolFile} data
 */
export function movedPlans(draft, data) {
  return data.plans.filter(({ of, base }) => (draft.bases[of] ?? base) !== base);
}

/**
 * The draft over what the site says now; what was written stays, and rows that it speaks of and the site has dropped.
 * @param {Draft} draft
 * @param {SchoolFile} data
 * @param {number} now
 * @returns {Draft}
 */
export function rebased(draft, data, now) {
  const [before, after] = [flat(draft.was), flat(data.was)];
  const changes = new Map(draft.changes);
  const touched = new Set(
    [...changes.keys()].map(rowOf).filter((row) => row && changes.get(`${row}/${GONE}`)?.[0] !== true),
  );
  for (const [path, value] of before) {
    const row = rowOf(path);
    if (touched.has(row) && !isRowIn(after, row) && !changes.has(path)) changes.set(path, [value, now]);
  }
  for (const [path, [value]] of changes) {
    const isHeld =
      value === null || value === "" ? !after.has(path) : JSON.stringify(after.get(path)) === JSON.stringify(value);
    if (isHeld) changes.delete(path);
  }
  return { ...draft, was: data.was, based: Math.max(now, draft.based + 1), changes };
}

/**
 * What the browser keeps of it.
 * @param {Draft} draft
 */
export function packed({ changes, ...draft }) {
  return { version: 1, ...draft, changes: [...changes].map(([path, change]) => [path, ...change]) };
}

/**
 * A draft that was kept, as far as it is one; null when it is none, or another school's. It may have been written by an
 * older edition of the page, or by hand.
 * @param {any} kept
 * @param {string} school
 * @returns {Draft | null}
 */
export function unpacked(kept, school) {
  if (kept?.version !== 1 || kept.school !== school || !Array.isArray(kept.changes)) return null;
  const times = [kept.begun, kept.based, kept.saved];
  if (!times.every(isTime) || typeof kept.was !== "object" || typeof kept.bases !== "object") return null;
  /** @type {Map<string, Change>} */
  const changes = new Map();
  for (const one of kept.changes) {
    const [path, value, at] = Array.isArray(one) ? one : [];
    const leaf = typeof path === "string" ? leafOf(path) : undefined;
    const held = value === null ? null : leaf && fitting(leaf, value);
    if (leaf && held !== undefined && isTime(at)) changes.set(path, [held, at]);
  }
  const bases = Object.entries(kept.bases ?? {}).filter(([, base]) => /^[a-p]{12}$/.test(String(base)));
  const was = nested(flat(kept.was ?? {}));
  const { begun, based, saved } = kept;
  return {
    school,
    was,
    bases: Object.fromEntries(bases.map(([of, base]) => [of, String(base)])),
    begun,
    based,
    changes,
    saved,
  };
}

/**
 * Whether it can be a time in milliseconds: one from the future would win over all that is written after it.
 * @param {unknown} at
 */
function isTime(at) {
  return typeof at === "number" && Number.isFinite(at) && at >= 0 && at < Date.now() + 86_400_000;
}
