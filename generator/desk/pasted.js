// Pasted from a word processor or a page: paragraphs and lists as a rich text has them, instead of one long line. Lists
// that are typed with the signs of a word processor are lists as well.

const BLOCKS = "p, h1, h2, h3, h4, h5, h6, li, blockquote, pre, tr, div";
// A section sign is a bullet of a word processor only at a distance: »§ 12« is a law.
const BULLET = /^\s*(?:[•·▪◦‣]\s+|[o–§-](?:\t| {3,})\s*)/u;
const TYPED = /^\s*[•·▪◦‣]\s+/u;
const NUMBER = /^\s*(\d{1,3})[.)]\s+/;
const LIST = /^\s*(?:- |\d+\. )/;
/** What begins a list within a paragraph too; any other number there is a part of it. */
const BEGINS = /^\s*(?:- |1\. )/;
/** A line break of a page, while those of its source are taken for spaces. */
const BREAK = "\u2028";

/** @param {HTMLFormElement} form */
export function startPasting(form) {
  form.addEventListener("paste", (event) => {
    const field = event.target;
    if (!(field instanceof HTMLTextAreaElement) || !event.clipboardData) return;
    const [html, plain] = ["text/html", "text/plain"].map((type) => event.clipboardData?.getData(type) ?? "");
    const rich = () => tidied(html ? (written(html, plain) ?? paragraphs(lines(plain))) : unlisted(plain));
    const text = "rich" in field.dataset ? rich() : inOneLine(plain);
    if (!text || text === plain) return;
    event.preventDefault();
    // The only way to write that can be undone.
    if (!document.execCommand("insertText", false, text)) field.setRangeText(text);
  });
  // Not when a field is left: what is below it would move away under the pointer.
  form.addEventListener("submit", () => tidyTyped(form), { capture: true });
}

/** @param {HTMLFormElement} form */
function tidyTyped(form) {
  const fields = /** @type {NodeListOf<HTMLTextAreaElement>} */ (form.querySelectorAll("textarea[data-rich]"));
  for (const field of fields) if (field.value !== field.defaultValue) field.value = typed(field.value);
}

/**
 * What a page or document says; undefined when a part of it would be lost.
 * @param {string} html
 * @param {string} plain The same without form.
 */
function written(html, plain) {
  const page = new DOMParser().parseFromString(html, "text/html");
  for (const part of page.querySelectorAll("style, script, title")) part.remove();
  const found = [...page.body.querySelectorAll(BLOCKS)].flatMap(blockLines);
  return letters(found.join("")) >= letters(plain) ? paragraphs(found) : undefined;
}

/**
 * What stands in a part of a page itself, as a line of a list when it begins one.
 * @param {Element} block
 */
function blockLines(block) {
  const [text, entry] = [own(block), block.closest("li")];
  const begins = entry === block || (entry?.querySelector(BLOCKS) === block && !own(entry));
  if (!text || !entry || !begins) return broken(text);
  const list = entry.parentElement;
  return broken(text, list?.matches("ol") ? `${[...list.children].indexOf(entry) + 1}.` : "-");
}

/**
 * A text at its line breaks: paragraphs, or one entry of a list with breaks in it.
 * @param {string} text
 * @param {string} [sign] Of the list.
 */
export function broken(text, sign) {
  const all = lines(text).filter(Boolean);
  return sign ? [`${sign} ${all.join(`\\\n${" ".repeat(sign.length + 1)}`)}`] : all;
}

/**
 * Its text without that of the parts in it.
 * @param {Element} block
 */
function own(block) {
  const copy = /** @type {Element} */ (block.cloneNode(true));
  for (const inner of copy.querySelectorAll(BLOCKS)) inner.remove();
  for (const end of copy.querySelectorAll("br")) end.replaceWith(BREAK);
  return (copy.textContent ?? "")
    .replace(/[\n\r]+/g, " ")
    .replace(/\u00a0/g, " ")
    .replaceAll(BREAK, "\n")
    .trim();
}

/**
 * A text without form, as it is unless there are lists in it.
 * @param {string} plain
 */
function unlisted(plain) {
  return listed(plain) === plain ? plain : paragraphs(lines(plain));
}

/** @param {string} text */
function lines(text) {
  return listed(text)
    .split("\n")
    .map((one) => one.trim());
}

/**
 * Lines with the signs of lists as rich text has them.
 * @param {string} text
 */
export function listed(text) {
  const all = text.split(/\r?\n/);
  return all.map((one) => one.replace(BULLET, "- ").replace(NUMBER, "$1. ")).join("\n");
}

/**
 * A text as it was typed: with lists where lines begin with a bullet, and ended where a line follows that is none.
 * @param {string} text
 */
export function typed(text) {
  if (text.includes("```")) return text;
  let isList = false;
  let isNew = true;
  const found = [];
  for (const one of text.split("\n").map((line) => line.replace(TYPED, "- "))) {
    /** @type {boolean} */
    const isEntry = (isList || isNew ? LIST : BEGINS).test(one);
    /** @type {boolean} */
    const ends = isList && !isEntry && /^\S/.test(one);
    if (ends) found.push("");
    isNew = !one.trim();
    isList = isEntry || (isList && !ends && !isNew);
    found.push(one);
  }
  return found.join("\n");
}

/**
 * A list for a field of one line: its entries after one another, without their signs. Anything else stays as it is.
 * @param {string} plain
 */
export function inOneLine(plain) {
  const all = lines(plain).filter(Boolean);
  if (all.length < 2 || !all.every((one) => LIST.test(one))) return plain;
  const said = all.map((one) => one.replace(LIST, ""));
  return said.map((one, at) => (at === said.length - 1 || /[.,:;!?…]$/.test(one) ? one : `${one};`)).join(" ");
}

/**
 * A blank line between paragraphs, none between the lines of a list.
 * @param {string[]} all
 */
export function paragraphs(all) {
  const said = all.filter((one) => one.trim());
  return said.map((one, at) => (at === 0 ? one : joined(said[at - 1], one))).join("");
}

/**
 * @param {string} before
 * @param {string} one
 */
function joined(before, one) {
  return (LIST.test(before) && LIST.test(one) ? "\n" : "\n\n") + one;
}

/**
 * With the quotation marks of the language of the page.
 * @param {string} text
 * @param {string} [language]
 */
export function tidied(text, language = globalThis.document?.documentElement.lang || "da") {
  return language.startsWith("da") ? text.replace(/[“„”]([^“”„\n]+)[”“]/g, "»$1«") : text;
}

/** @param {string} text */
function letters(text) {
  return (text.match(/\p{L}/gu) ?? []).length;
}
