// Which fields a school writes, by path, and what each may hold. Whatever is stored or opened is held against it.

/** @import { Value } from "../../types/school.js" */
/** @typedef {"text" | "day" | "key" | "number" | "yes" | "list"} Leaf */
/** @typedef {{[field: string]: Leaf}} Shape */

/** @type {Shape} */
export const CHANGE = { due: "day", state: "key", note: "text", reason: "text" };
/** @type {Shape} */
export const ADDED = {
  phase: "key",
  title: "text",
  role: "key",
  due: "day",
  state: "key",
  milestone: "yes",
  refs: "list",
};
/** @type {Shape} */
export const SUPERUSERS = { count: "number", leader: "yes", as_of: "day" };
/** @type {{[list: string]: Shape}} */
export const LISTS = {
  levels: { subject: "key", level: "key", as_of: "day", by: "key", note: "text" },
  observations: {
    criterion: "key",
    as_of: "day",
    reached: "number",
    of: "number",
    verdict: "key",
    how: "text",
    by: "key",
    refs: "list",
  },
  agreements: { made: "day", text: "text", role: "key", due: "day", state: "key" },
};
/** The fields that tell the rows of a list from each other. */
export const KEYS = {
  levels: ["subject", "as_of"],
  observations: ["criterion", "as_of"],
  agreements: ["made", "text"],
};
/** Says of a row that it was taken away; it stays, so that another tab does not bring the row back. */
export const GONE = "gone";
/** Points for the conversation. */
export const POINTS = 5;

const KEY = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** Signs of a path, and of what is typed; a content file takes fewer, which the checks say. */
const [LONGEST_PATH, LONGEST] = [400, 4000];

/**
 * What the field at a path may hold; undefined when there is no such field.
 * @param {string} path
 * @returns {Leaf | undefined}
 */
export function leafOf(path) {
  if (path.length > LONGEST_PATH) return undefined;
  const [first, second, third, id, field, ...more] = path.split("/");
  if (first === "plans") return more.length ? undefined : ofPlan(second, third, id, field);
  if (id !== undefined) return undefined;
  if (first === "superusers" && third === undefined) return own(SUPERUSERS, second);
  if (first === "focus" && third === undefined) return isPoint(second) ? "text" : undefined;
  const shape = Object.hasOwn(LISTS, first) && second ? LISTS[first] : undefined;
  return shape && (third === GONE ? "yes" : own(shape, third));
}

/**
 * @param {string} plan
 * @param {string} part
 * @param {string} id
 * @param {string} field
 */
function ofPlan(plan, part, id, field) {
  if (!KEY.test(plan)) return undefined;
  if (id === undefined) return part === "of" || part === "base" ? "key" : undefined;
  if (!KEY.test(id)) return undefined;
  if (part === "changes") return own(CHANGE, field);
  return part === "adds" ? (field === GONE ? "yes" : own(ADDED, field)) : undefined;
}

/**
 * @param {Shape} shape
 * @param {string | undefined} field
 */
function own(shape, field) {
  return field !== undefined && Object.hasOwn(shape, field) ? shape[field] : undefined;
}

/** @param {string | undefined} text */
function isPoint(text) {
  return text !== undefined && /^[1-9]$/.test(text) && Number(text) <= POINTS;
}

/**
 * A value as the field holds it; undefined when it can be none. Numbers that are none yet stay as they were typed.
 * @param {Leaf} leaf
 * @param {unknown} value
 * @returns {Value | undefined}
 */
export function fitting(leaf, value) {
  if (leaf === "list") return isList(value) ? [...value] : undefined;
  if (leaf === "yes") return { true: true, false: false }[String(value)];
  if (leaf === "number") return number(value);
  if (typeof value !== "string" || value.length > LONGEST) return undefined;
  if (leaf === "day") return value === "" || /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined;
  return leaf === "key" && value !== "" && !KEY.test(value) ? undefined : value;
}

/** @param {unknown} value */
function number(value) {
  const text = String(value).trim();
  if (typeof value !== "string" && typeof value !== "number") return undefined;
  if (/^\d{1,6}$/.test(text)) return Number(text);
  return text.length <= 40 ? text : undefined;
}

/**
 * @param {unknown} value
 * @returns {value is string[]}
 */
function isList(value) {
  return (
    Array.isArray(value) && value.length <= 20 && value.every((one) => typeof one === "string" && one.length <= 200)
  );
}
