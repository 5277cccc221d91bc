// A file that was saved from a form, opened again: what it says, by the paths of the form.
import { read, UnreadableError } from "../yaml/reader.js";
import { ROW } from "./draft.js";
import { namedIn } from "./reference-picker.js";

/** @import { Data } from "../yaml/reader.js" */
/** @import { Said } from "./draft.js" */
/** @import { Control } from "./form.js" */
/** @import { Items } from "./reference-picker.js" */
/** @typedef {{values: {[path: string]: Said}, ids: Map<string, string>}} Opened `ids` are rows by list and id. */

export const VERSION = 1;
/** Bytes of the largest file that is read. */
export const LARGEST = 1_000_000;

/**
 * What a file of the form says, or why it cannot be opened: `what` is the key of a sentence.
 * @param {string} text
 * @param {{hubWrite?: string, of?: string, list?: string}} form
 * @returns {Opened | {what: "unreadable" | "otherForm" | "otherVersion", value: string}}
 */
export function readFile(text, { hubWrite, of, list }) {
  if (text.length > LARGEST) return { what: "otherForm", value: "" };
  /** @type {Data} */
  let file;
  try {
    file = read(text);
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    return { what: "unreadable", value: String(error.line) };
  }
  if (!isMapping(file) || file.form !== hubWrite) return { what: "otherForm", value: "" };
  if (file.version !== String(VERSION)) return { what: "otherVersion", value: String(file.version) };
  const now = isMapping(file.now) ? file.now : {};
  const entries = list ? now[list] : [];
  const written = list ? (Array.isArray(entries) && isMapping(entries[0]) ? entries[0] : {}) : now;
  /** @type {Opened} */
  const opened = { values: of ? { [of]: String(file[of] ?? "") } : {}, ids: new Map() };
  for (const [name, value] of Object.entries(written)) put(opened, name, value);
  return opened;
}

/**
 * Puts a value and all that is in it at their paths. Of texts nobody can say whether they are rows or boxes that are
 * ticked: they are put as both, and the form has one of them.
 * @param {Opened} opened
 * @param {string} path
 * @param {Data} value
 */
function put(opened, path, value) {
  if (typeof value === "string") opened.values[path] = value;
  else if (Array.isArray(value)) {
    const texts = value.filter((one) => typeof one === "string");
    if (texts.length) opened.values[path] = texts;
    for (const [at, one] of value.entries()) row(opened, path, `r${at + 1}`, one);
  } else if (value) for (const [name, inner] of Object.entries(value)) put(opened, `${path}.${name}`, inner);
}

/**
 * @param {Opened} opened
 * @param {string} list
 * @param {string} token
 * @param {Data} value
 */
function row(opened, list, token, value) {
  opened.values[`${list}${ROW}${token}`] = token.slice(1);
  if (!isMapping(value)) return put(opened, `${list}.${token}`, value);
  const { id, ...rest } = value;
  if (typeof id === "string") opened.ids.set(`${list}.${id}`, token);
  for (const [name, inner] of Object.entries(rest)) put(opened, `${list}.${token}.${name}`, inner);
}

/**
 * @param {Data | undefined} value
 * @returns {value is {[key: string]: Data}}
 */
function isMapping(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * What the fields show of what a file says by ids, once the rows are there: rows of the form, and titles of pages.
 * @param {Control[]} controls
 * @param {Opened} opened
 * @param {Items} items
 * @returns {{[path: string]: Said}}
 */
export function saidByNames(controls, opened, items) {
  const found = controls.flatMap((control) => {
    const said = shownAs(control, opened, items);
    return said === undefined ? [] : [[control.name, said]];
  });
  return Object.fromEntries(found);
}

/**
 * @param {Control} control
 * @param {Opened} opened
 * @param {Items} items
 * @returns {Said | undefined}
 */
function shownAs(control, { values, ids }, items) {
  const said = values[control.name];
  const list = /** @type {HTMLElement | null} */ (control.closest("[data-own]"))?.dataset.own;
  if (said === undefined) return undefined;
  if (list !== undefined) {
    const rows = [said].flat().flatMap((id) => ids.get(`${list}.${id}`) ?? []);
    return typeof said === "string" ? (rows[0] ?? "") : rows;
  }
  const { named } = control.dataset;
  const known = named ? namedIn(items, named).find(({ reference }) => reference === said) : undefined;
  return known?.label;
}
