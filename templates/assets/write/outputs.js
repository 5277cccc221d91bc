// What a visitor takes along: the file to hand in, a mail with all of it, and a Word document.
import { today } from "../date-arithmetic.js";
import { given } from "../strings.js";
import { saveFile } from "../word/download-file.js";
import { zipped } from "../word/zip.js";
import { mapping, visible } from "../yaml/writer.js";
import { idLike, nested, withIds } from "./content-value.js";
import { VERSION } from "./parse-saved-form.js";
import { namedIn, referenceOf } from "./reference-picker.js";
import { readAmong } from "./typed-values.js";
import { word } from "./words.js";

/** @import { Control, Form } from "./form.js" */
/** @import { Items } from "./reference-picker.js" */
/** @import { Entry } from "./content-value.js" */
/** @import { Held } from "./small-picture.js" */

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
 * Hands out the file: the form alone, or in a ZIP file with the files that it names; its name.
 * @param {Form} form
 * @param {Items} items
 * @param {[string, Held][]} files
 */
export async function saveForm(form, items, files) {
  const [stem, text] = [fileNameOf(form), fileText(form, items)];
  const name = savedName(form, files);
  if (!files.length) saveFile(name, text, "application/yaml;charset=utf-8");
  else {
    const parts = files.map(([path, { bytes }]) => /** @type {const} */ ([path, bytes]));
    saveFile(name, await zipped({ [`${stem}.yml`]: text, ...Object.fromEntries(parts) }, "application/zip"));
  }
  return name;
}

/**
 * @param {Form} form
 * @param {[string, Held][]} files
 */
function savedName(form, files) {
  return `${fileNameOf(form)}.${files.length ? "zip" : "yml"}`;
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
export function subjectOf(form) {
  const about = String(form.said("title") || "").trim();
  return [given(form.root, "title"), about].filter(Boolean).join(": ");
}

/**
 * The address of a mail that asks to attach the file.
 * @param {Form} form
 * @param {[string, Held][]} files
 */
export function mailTo(form, files) {
  const file = savedName(form, files);
  const body = [word("mailBegin", { title: given(form.root, "title") }), "", word("mailAttach", { file })].join("\r\n");
  const mailbox = encodeURIComponent(given(form.root, "mailbox")).replace("%40", "@");
  const address = `mailto:${mailbox}?subject=${encodeURIComponent(subjectOf(form))}&body=${encodeURIComponent(body)}`;
  return address.slice(0, MAIL);
}
