// What a visitor has written as a Word document, with its pictures.
import { all, given, make } from "../strings.js";
import { saveFile } from "../word/download-file.js";
import { nameOf } from "./checks.js";
import { rowsIn } from "./form.js";
import { fileNameOf, subjectOf } from "./outputs.js";
import { word } from "./words.js";

/** @import { Control, Form } from "./form.js" */
/** @import { Held } from "./small-picture.js" */

/**
 * Hands out a Word document; its name. Rejects when a part of the page cannot be fetched.
 * @param {Form} form
 * @param {Map<string, Held>} files
 */
export async function saveWord(form, files) {
  const { documentFile } = await import("../word/document.js");
  const [title, name] = [subjectOf(form), `${fileNameOf(form)}.docx`];
  const foot = word("pageOf", { page: "{page}", pages: "{pages}" });
  const made = new Date().toISOString();
  const head = given(form.root, "title");
  const pictures = new Pictures(files);
  const element = sheet(form, pictures);
  await pictures.shown();
  saveFile(name, await documentFile({ element, title, subject: title, head, foot, made, held: pictures.held }));
  return name;
}

/** The pictures that stand in the document, each as a small element for its own file. */
class Pictures {
  /** @type {Map<Element, Blob>} */
  held = new Map();

  /** @param {Map<string, Held>} files */
  constructor(files) {
    this.files = files;
  }

  /**
   * @param {string} name
   * @param {string} alt
   */
  element(name, alt) {
    const file = this.files.get(name);
    if (!file?.shown) return make("p", { textContent: name.slice(name.lastIndexOf("/") + 1) });
    const image = make("img", { src: file.shown, alt });
    this.held.set(image, new Blob([file.bytes], { type: file.type }));
    return make("p", {}, image);
  }

  /** Waits until the size of each is known. */
  async shown() {
    for (const image of this.held.keys()) await /** @type {HTMLImageElement} */ (image).decode();
  }
}

/**
 * All that was written, as a text with headings.
 * @param {Form} form
 * @param {Pictures} pictures
 */
function sheet(form, pictures) {
  return make("article", {}, make("h1", { textContent: subjectOf(form) }), ...linesIn(form, form.root, 2, pictures));
}

/**
 * @param {Form} form
 * @param {HTMLElement} part
 * @param {number} level
 * @param {Pictures} pictures
 * @returns {HTMLElement[]}
 */
function linesIn(form, part, level, pictures) {
  const fields = all("[data-field], [data-optional]", HTMLElement, part).filter((field) => outer(field, part) === null);
  return fields.flatMap((field) => {
    const rows = "rows" in field.dataset ? rowsIn(field) : [];
    if (rows.length) return rowLines(form, field, rows, level, pictures);
    const control = form.controls().find((one) => field.contains(one));
    const isGroup = field.matches(".hub-form-group, .hub-form-inside, [data-optional]");
    if (isGroup) return titled(field, linesIn(form, field, level + 1, pictures), level);
    if (!control || !form.said(control.name).length) return [];
    if ("held" in control.dataset) return [pictures.element(control.value, altOf(form, control.name))];
    const name = nameOf(field.matches("fieldset") ? field : control);
    const paragraphs = shownIn(form, control).split(/\n{2,}/);
    return [
      make("p", {}, make("strong", { textContent: name })),
      ...paragraphs.map((textContent) => make("p", { textContent })),
    ];
  });
}

/**
 * What is said beside a file for those who do not see it.
 * @param {Form} form
 * @param {string} path
 */
function altOf(form, path) {
  return String(form.said(`${path.slice(0, path.lastIndexOf(".") + 1)}alt`)).trim();
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
 * @param {Pictures} pictures
 */
function rowLines(form, field, rows, level, pictures) {
  const inside = rows.flatMap((row) => linesIn(form, row, level + 1, pictures));
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
