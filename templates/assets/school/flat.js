// The fields of a school by path, and back again as content files have them.
import { visible } from "../yaml/writer.js";
import { ADDED, CHANGE, fitting, GONE, KEYS, LISTS, leafOf, POINTS, SUPERUSERS } from "./shape.js";

/** @import { Editable, Flat, OwnPlan, Row } from "../../types/school.js" */

const ROWS = /** @type {("levels" | "observations" | "agreements")[]} */ (Object.keys(KEYS));

/**
 * The fields of a school, each under its path. What is no field, or cannot be its value, is left out.
 * @param {Editable} editable
 */
export function flat(editable) {
  /** @type {Flat} */
  const found = new Map();
  for (const plan of listOf(editable.plans)) {
    const place = `plans/${plan.of}`;
    put(found, place, { of: plan.of, base: plan.base });
    for (const { activity, ...change } of listOf(plan.changes)) put(found, `${place}/changes/${activity}`, change);
    for (const { id, ...added } of listOf(plan.adds)) put(found, `${place}/adds/${id}`, added);
  }
  if (isRow(editable.superusers)) put(found, "superusers", editable.superusers);
  for (const list of ROWS) {
    for (const row of listOf(editable[list])) put(found, `${list}/${freeId(found, list, row)}`, row);
  }
  const points = Array.isArray(editable.focus) ? editable.focus : [];
  put(found, "focus", Object.fromEntries(points.map((text, place) => [place + 1, text])));
  return found;
}

/**
 * Two rows of one day have ids of their own.
 * @param {Flat} found
 * @param {"levels" | "observations" | "agreements"} list
 * @param {Row} row
 */
function freeId(found, list, row) {
  const id = KEYS[list].map((key) => named(String(row[key]))).join("@");
  const taken = new Set(rowsOf(found, list, true));
  let number = 1;
  while (taken.has(number > 1 ? `${id}@${number}` : id)) number += 1;
  return number > 1 ? `${id}@${number}` : id;
}

/**
 * A part of an id: a word or a day as it is, of another text a number that is always the same (FNV-1a).
 * @param {string} text
 */
function named(text) {
  if (/^[a-z0-9-]{1,80}$/.test(text)) return text;
  const signs = [...text].map((sign) => sign.codePointAt(0) ?? 0);
  return signs.reduce((sum, sign) => Math.imul(sum ^ sign, 0x01000193) >>> 0, 0x811c9dc5).toString(36);
}

/**
 * @param {unknown} value
 * @returns {any[]}
 */
function listOf(value) {
  return Array.isArray(value) ? value.filter(isRow) : [];
}

/**
 * @param {unknown} value
 * @returns {value is Row}
 */
function isRow(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * @param {Flat} found
 * @param {string} place
 * @param {Row} row
 */
function put(found, place, row) {
  for (const [field, value] of Object.entries(row)) {
    const path = `${place}/${field}`;
    const leaf = leafOf(path);
    const held = leaf && field !== GONE ? fitting(leaf, value) : undefined;
    if (held !== undefined && held !== "") found.set(path, held);
  }
}

/**
 * The ids of the rows under a place, in order, without those that were taken away.
 * @param {Flat} fields
 * @param {string} place
 * @param {boolean} [isWhole] Whether those are among them.
 */
export function rowsOf(fields, place, isWhole = false) {
  const depth = place.split("/").length;
  const ids = [...fields.keys()].filter((path) => path.startsWith(`${place}/`)).map((path) => path.split("/")[depth]);
  return [...new Set(ids)].filter((id) => isWhole || fields.get(`${place}/${id}/${GONE}`) !== true);
}

/**
 * As content files have it; what is empty is left out.
 * @param {Flat} fields
 * @returns {Editable}
 */
export function nested(fields) {
  /** @param {string} list */
  const rows = (list) => rowsOf(fields, list).map((id) => row(fields, `${list}/${id}`, LISTS[list]));
  const users = row(fields, "superusers", SUPERUSERS);
  const points = Array.from({ length: POINTS }, (_, place) => fields.get(`focus/${place + 1}`));
  return filled({
    plans: rowsOf(fields, "plans").map((of) => ownPlan(fields, of)),
    superusers: "count" in users || "as_of" in users ? { leader: false, ...users } : {},
    levels: rows("levels"),
    observations: rows("observations"),
    focus: points.map((text) => visible(String(text ?? "")).trim()).filter(Boolean),
    agreements: rows("agreements"),
  });
}

/**
 * @param {Flat} fields
 * @param {string} of
 * @returns {OwnPlan}
 */
function ownPlan(fields, of) {
  const place = `plans/${of}`;
  const base = fields.get(`${place}/base`);
  const changes = rowsOf(fields, `${place}/changes`).map((activity) => ({
    activity,
    ...row(fields, `${place}/changes/${activity}`, CHANGE),
  }));
  return filled({
    of,
    base: typeof base === "string" ? base : undefined,
    changes: changes.filter((change) => Object.keys(change).length > 1),
    adds: rowsOf(fields, `${place}/adds`).map((id) => ({ id, ...row(fields, `${place}/adds/${id}`, ADDED) })),
  });
}

/**
 * @param {Flat} fields
 * @param {string} place
 * @param {{[field: string]: string}} shape
 * @returns {Row}
 */
function row(fields, place, shape) {
  const values = Object.keys(shape).map((field) => {
    const value = fields.get(`${place}/${field}`);
    return [field, typeof value === "string" ? visible(value).trim() : value];
  });
  return filled(Object.fromEntries(values));
}

/**
 * Without what is empty.
 * @template {object} T
 * @param {T} values
 * @returns {T}
 */
function filled(values) {
  const kept = Object.entries(values).filter(([, value]) => !isEmpty(value));
  return /** @type {T} */ (Object.fromEntries(kept));
}

/** @param {unknown} value */
function isEmpty(value) {
  if (value === undefined || value === null || value === "") return true;
  return typeof value === "object" && !Object.keys(value).length;
}

/**
 * Whether two say the same, in whatever order.
 * @param {Editable} one
 * @param {Editable} other
 */
export function isSame(one, other) {
  const [first, second] = [one, other].map((editable) =>
    JSON.stringify([...flat(editable)].sort(([a], [b]) => (a < b ? -1 : 1))),
  );
  return first === second;
}
