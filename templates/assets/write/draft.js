// What somebody has written in a form, by field, each with when: of two tabs, what was written last in a field holds.

/** @typedef {string | string[]} Said */
/** @typedef {{begun: number, saved: number, fields: Map<string, [Said, number]>}} Draft */

/** The most that a draft is read with: it may have been put there by anybody. */
const [MOST_FIELDS, LONGEST_PATH, LONGEST] = [4000, 300, 40_000];
/** Between the name of a list and the name of a row: what stands there is the place of the row, "" when it is gone. */
export const ROW = "#";

/** @returns {Draft} */
export function fresh(begun = 0) {
  return { begun, saved: 0, fields: new Map() };
}

/**
 * @param {Draft} draft
 * @param {string} path
 * @param {Said} said
 * @param {number} now
 * @returns {Draft}
 */
export function changed(draft, path, said, now) {
  const [, before] = draft.fields.get(path) ?? ["", 0];
  return { ...draft, fields: new Map(draft.fields).set(path, [said, Math.max(now, before + 1)]) };
}

/**
 * @param {Draft} draft
 * @param {{[path: string]: Said}} values
 * @param {number} now
 */
export function filled(draft, values, now) {
  return Object.entries(values).reduce((whole, [path, said]) => changed(whole, path, said, now), draft);
}

/**
 * The newest of both, field by field; of a draft that was begun anew, nothing older.
 * @param {Draft} one
 * @param {Draft} other
 * @returns {Draft}
 */
export function merged(one, other) {
  if (one.begun !== other.begun) return one.begun > other.begun ? one : other;
  const fields = new Map(one.fields);
  for (const [path, entry] of other.fields) if (entry[1] > (fields.get(path)?.[1] ?? -1)) fields.set(path, entry);
  return { begun: one.begun, saved: Math.max(one.saved, other.saved), fields };
}

/**
 * What a field says; "" when nothing.
 * @param {Draft} draft
 * @param {string} path
 * @returns {Said}
 */
export function saidIn(draft, path) {
  return draft.fields.get(path)?.[0] ?? "";
}

/**
 * The rows of a list, in order.
 * @param {Draft} draft
 * @param {string} list
 */
export function rowsOf(draft, list) {
  const start = list + ROW;
  const rows = [...draft.fields].filter(([path, [place]]) => path.startsWith(start) && place !== "");
  return rows
    .sort(([a, [one]], [b, [other]]) => Number(one) - Number(other) || (a < b ? -1 : 1))
    .map(([path]) => path.slice(start.length));
}

/**
 * The places of the rows of a list when one of them is put a row up (-1) or down (1).
 * @param {Draft} draft
 * @param {string} list
 * @param {string} row
 * @param {number} by
 * @returns {{[path: string]: string}}
 */
export function movedRow(draft, list, row, by) {
  const rows = rowsOf(draft, list);
  const at = rows.indexOf(row);
  rows.splice(at, 1);
  rows.splice(Math.max(0, at + by), 0, row);
  return Object.fromEntries(rows.map((of, number) => [list + ROW + of, String(number + 1)]));
}

/**
 * When something was last written, in milliseconds; 0 for nothing. Rows alone say nothing.
 * @param {Draft} draft
 */
export function lastWritten(draft) {
  const times = [...draft.fields].filter(([path]) => !path.includes(ROW)).map(([, [, at]]) => at);
  return Math.max(0, ...times);
}

/** @param {Draft} draft */
export function packed({ begun, saved, fields }) {
  return { begun, saved, fields: [...fields].map(([path, [said, at]]) => [path, said, at]) };
}

/**
 * A draft as it was kept; null when it can be none.
 * @param {unknown} kept
 * @returns {Draft | null}
 */
export function unpacked(kept) {
  const { begun, saved, fields } = /** @type {any} */ (kept ?? {});
  if (!isTime(begun) || !isTime(saved) || !Array.isArray(fields)) return null;
  const sound = fields.slice(0, MOST_FIELDS).filter(isEntry);
  return { begun, saved, fields: new Map(sound.map(([path, said, at]) => [path, [said, at]])) };
}

/** @param {unknown} value */
function isTime(value) {
  return typeof value === "number" && Number.isFinite(value) && value >= 0;
}

/**
 * @param {unknown} value
 * @returns {value is [string, Said, number]}
 */
function isEntry(value) {
  if (!Array.isArray(value)) return false;
  const [path, said, at] = value;
  return isText(path, LONGEST_PATH) && isTime(at) && (isText(said, LONGEST) || isTexts(said));
}

/** @param {unknown} value */
function isTexts(value) {
  return Array.isArray(value) && value.length < MOST_FIELDS && value.every((one) => isText(one, LONGEST_PATH));
}

/**
 * @param {unknown} value
 * @param {number} most
 */
function isText(value, most) {
  return typeof value === "string" && value.length <= most;
}
