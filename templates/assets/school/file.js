// The file in which a school hands in what it wrote: what the site said, and what the school wants.

import { read, UnreadableError } from "../yaml/reader.js";
import { mapping } from "../yaml/writer.js";
import { wanted } from "./draft.js";
import { flat, nested } from "./flat.js";

/** @import { Draft, Editable } from "../../types/school.js" */
/** @import { Data } from "../yaml/reader.js" */

const [FORM, VERSION] = ["school", 1];
/** Bytes; a school's whole file has a tenth of them. */
export const LARGEST = 400_000;

/**
 * @param {string} school
 * @param {string} day
 */
export function nameOf(school, day) {
  return `${school}-${day}.yml`;
}

/**
 * The text of the file. `saved` is a local time, `2026-11-28 14:05`; `head` is a sentence for whoever opens it.
 * @param {Draft} draft
 * @param {string} saved
 * @param {string} head
 */
export function written(draft, saved, head) {
  const was = nested(flat(draft.was));
  const file = { form: FORM, version: VERSION, school: draft.school, saved, was, now: wanted(draft) };
  return [`# ${head}`, ...mapping(file, 0), ""].join("\n");
}

/**
 * What a file holds of a school, or why it cannot be opened: `what` is the key of a sentence.
 * @param {string} text
 * @param {string} school
 * @returns {{was: Editable, now: Editable} | {what: "unreadable" | "otherForm" | "otherVersion" | "otherSchool", value: string}}
 */
export function readFile(text, school) {
  if (text.length > LARGEST) return { what: "otherForm", value: "" };
  /** @type {Data} */
  let file;
  try {
    file = read(text);
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    return { what: "unreadable", value: String(error.line) };
  }
  if (!isMapping(file) || file.form !== FORM) return { what: "otherForm", value: "" };
  if (file.version !== String(VERSION)) return { what: "otherVersion", value: String(file.version) };
  if (file.school !== school) return { what: "otherSchool", value: String(file.school) };
  const [was, now] = [file.was, file.now].map((side) =>
    isMapping(side) ? nested(flat(/** @type {any} */ (side))) : {},
  );
  return { was, now };
}

/**
 * @param {Data | undefined} value
 * @returns {value is {[key: string]: Data}}
 */
function isMapping(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
