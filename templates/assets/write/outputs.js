// What a visitor takes along: the file to hand in, a mail with all of it, and a Word document.
import { today } from "../date-arithmetic.js";
import { all, given, make } from "../strings.js";
import { saveFile } from "../word/download-file.js";
import { mapping, visible } from "../yaml/writer.js";
import { nameOf } from "./checks.js";
import { idLike, nested, withIds } from "./content-value.js";
import { rowsIn } from "./form.js";
import { namedIn, referenceOf } from "./reference-picker.js";
import { VERSION } from "./saved-file.js";
import { readAmong } from "./typed-values.js";
import { word } from "./words.js";

/** @import { Control, Form } from "./form.js" */
/** @import { Items } from "./reference-picker.js" */
/** @import { Entry } from "./content-value.js" */

/** Signs of an address that mail programs take; what does not fit goes with the file. */
const MAIL = 1800;

/**
 * The name of the file: what it is, what it is called, and the day.
 * @param {Form} form
 */
export function fileNameOf(form) {
  const about = String(form.said("title") || "").trim();
  return [given(form.root, "hubWrite"), about ? idLike(about) : "", today()].filter(Boolean).join("-");
}

/**
 * The text of the file.
 * @param {Form} form
 * @param {Items} items
 */
export function fileText(form, items) {
  const { hubWrite, of, list } = form.root.dataset;
  const written = /** @type {{[name: string]: unknown}} */ (writtenIn(form, items));
  const { [of || ""]: item, ...entry } = written;
  const now = new Date();
  const saved = `${today()} ${[now.getHours(), now.getMinutes()].map((part) => String(part).padStart(2, "0")).join(":")}`;
  const file = {
    form: hubWrite,
    version: VERSION,
    ...(of ? { [of]: item ?? "" } : {}),
    saved,
    now: list ? { [list]: [entry] } : written,
  };
  return [`# ${word("fileHead", { title: given(form.root, "title") })}`, ...mapping(file, 0), ""].join("\n");
}

/**
 * @param {Form} form
 * @param {Items} items
 */
function writtenIn(form, items) {
  /** @type {Map<string, string>} */
  const owned = new Map();
  /** @type {Map<string, Entry>} */
  const entries = new Map();
  for (const control of form.controls()) {
    const own = /** @type {HTMLElement | null} */ (control.closest("[data-own]"));
    if (own) owned.set(control.name, own.dataset.own ?? "");
    const said = saidBy(form, control, items);
    if (said.length) entries.set(control.name, [control.name, said]);
  }
  const lists = form.lists();
  const paths = lists.map((list) => given(list, "rows"));
  const withOwn = lists.filter((list) => "ids" in list.dataset).map((list) => given(list, "rows"));
  return nested(withIds([...entries.values()], withOwn, owned), new Set(paths));
}

/**
 * As a file has it: references by their ids, days and times in one way.
 * @param {Form} form
 * @param {Control} control
 * @param {Items} items
 */
function saidBy(form, control, items) {
  const said = form.said(control.name);
  if (typeof said !== "string") return said;
  const text = visible(said).trim();
  const { form: way, named } = control.dataset;
  if (named && text) return referenceOf(namedIn(items, named), text) || text;
  return way && text ? (readAmong(control, form.controls(), text) ?? text) : text;
}

/**
 * @param {Form} form
 * @param {Items} items
 */
export function saveText(form, items) {
  const name = `${fileNameOf(form)}.yml`;
  saveFile(name, fileText(form, items), "application/yaml;charset=utf-8");
  return name;
}

/**
 * Subject, and text with all that was written, in which `hub take` finds it again.
 * @param {Form} form
 * @param {Items} items
 */
export function mailText(form, items) {
  const begin = word("mailBegin", { title: given(form.root, "title") });
  return [begin, "", word("mailAll"), "", fileText(form, items), ""].join("\n");
}

/** @param {Form} form */
function subjectOf(form) {
  const about = String(form.said("title") || "").trim();
  return [given(form.root, "title"), about].filter(Boolean).join(": ");
}

/**
 * The address of a mail that asks to attach the file.
 * @param {Form} form
 */
export function mailTo(form) {
  const file = `${fileNameOf(form)}.yml`;
  const body = [word("mailBegin", { title: given(form.root, "title") }), "", word("mailAttach", { file })].join("\r\n");
  const mailbox = encodeURIComponent(given(form.root, "mailbox")).replace("%40", "@");
  const address = `mailto:${mailbox}?subject=${encodeURIComponent(subjectOf(form))}&body=${encodeURIComponent(body)}`;
  return address.slice(0, MAIL);
}

/**
 * Hands out a Word document; its name. Rejects when a part of the page cannot be fetched.
 * @param {Form} form
 */
export async function saveWord(form) {
  const { documentFile } = await import("../word/document.js");
  const [title, name] = [subjectOf(form), `${fileNameOf(form)}.docx`];
  const foot = word("pageOf", { page: "{page}", pages: "{pages}" });
  const made = new Date().toISOString();
  const head = given(form.root, "title");
  saveFile(name, await documentFile({ element: sheet(form), title, subject: title, head, foot, made }));
  return name;
}

/**
 * All that was written, as a text with headings.
 * @param {Form} form
 */
function sheet(form) {
  return make("article", {}, make("h1", { textContent: subjectOf(form) }), ...linesIn(form, form.root, 2));
}

/**
 * @param {Form} form
 * @param {HTMLElement} part
 * @param {number} level
 * @returns {HTMLElement[]}
 */
function linesIn(form, part, level) {
  const fields = all("[data-field], [data-optional]", HTMLElement, part).filter((field) => outer(field, part) === null);
  return fields.flatMap((field) => {
    const rows = "rows" in field.dataset ? rowsIn(field) : [];
    if (rows.length) return rowLines(form, field, rows, level);
    const control = form.controls().find((one) => field.contains(one));
    const isGroup = field.matches(".hub-form-group, .hub-form-inside, [data-optional]");
    if (isGroup) return titled(field, linesIn(form, field, level + 1), level);
    if (!control || !form.said(control.name).length) return [];
    const name = nameOf(field.matches("fieldset") ? field : control);
    const paragraphs = shownIn(form, control).split(/\n{2,}/);
    return [
      make("p", {}, make("strong", { textContent: name })),
      ...paragraphs.map((textContent) => make("p", { textContent })),
    ];
  });
}

/**
 * The part of the form around a field, within another part; null when there is none.
 * @param {HTMLElement} field
 * @param {HTMLElement} part
 */
function outer(field, part) {
  const found = field.parentElement?.closest("[data-field], [data-optional]") ?? null;
  return found && found !== part && part.contains(found) ? found : null;
}

/**
 * @param {Form} form
 * @param {HTMLElement} field
 * @param {HTMLElement[]} rows
 * @param {number} level
 */
function rowLines(form, field, rows, level) {
  const inside = rows.flatMap((row) => linesIn(form, row, level + 1));
  return titled(field, inside, level);
}

/**
 * @param {HTMLElement} field
 * @param {HTMLElement[]} lines
 * @param {number} level
 * @returns {HTMLElement[]}
 */
function titled(field, lines, level) {
  if (!lines.length) return [];
  const legend = field.querySelector(":scope > legend, :scope > summary");
  const name = field.matches("details") ? (legend?.textContent ?? "") : nameOf(field);
  const heading = /** @type {"h2" | "h3"} */ (level > 2 ? "h3" : "h2");
  return [make(heading, { textContent: name.trim() }), ...lines];
}

/**
 * What stands in a field, as people read it.
 * @param {Form} form
 * @param {Control} control
 */
function shownIn(form, control) {
  if (control instanceof HTMLSelectElement) return control.selectedOptions[0]?.textContent ?? "";
  const said = form.said(control.name);
  if (control.type !== "checkbox") return String(said).trim();
  const boxes = form.controls().filter((one) => one.name === control.name && [said].flat().includes(one.value));
  return boxes.map((box) => box.closest("label")?.textContent?.trim() ?? "").join(", ");
}
