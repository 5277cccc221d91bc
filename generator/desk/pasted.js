// Pasted from a word processor or a page: paragraphs and lists as a rich text has them, instead of one long line.

const BLOCKS = "p, h1, h2, h3, h4, h5, h6, li, blockquote, pre, tr, div";
const BULLET = /^\s*(?:[•·▪◦‣§]\s+|[o–-](?:\t| {3,})\s*)/u;
const NUMBER = /^\s*(\d{1,3})[.)]\s+/;
const LIST = /^\s*(?:- |\d+\. )/;

/** @param {HTMLFormElement} form */
export function startPasting(form) {
  form.addEventListener("paste", (event) => {
    const field = event.target;
    if (!(field instanceof HTMLTextAreaElement && "rich" in field.dataset) || !event.clipboardData) return;
    const [html, plain] = ["text/html", "text/plain"].map((type) => event.clipboardData?.getData(type) ?? "");
    const text = tidied(html ? (written(html, plain) ?? paragraphs(lines(plain))) : unlisted(plain));
    if (!text || text === plain) return;
    event.preventDefault();
    // The only way to write that can be undone.
    if (!document.execCommand("insertText", false, text)) field.setRangeText(text);
  });
}

/**
 * What a page or document says; undefined when a part of it would be lost.
 * @param {string} html
 * @param {string} plain The same without form.
 */
function written(html, plain) {
  const page = new DOMParser().parseFromString(html, "text/html");
  for (const part of page.querySelectorAll("style, script, title")) part.remove();
  const found = [...page.body.querySelectorAll(BLOCKS)].map(line).filter(Boolean);
  return letters(found.join("")) >= letters(plain) ? paragraphs(found) : undefined;
}

/**
 * What stands in a part of a page itself, as a line of a list when it begins one.
 * @param {Element} block
 */
function line(block) {
  const [text, entry] = [own(block), block.closest("li")];
  const begins = entry === block || (entry?.querySelector(BLOCKS) === block && !own(entry));
  if (!text || !entry || !begins) return text;
  const list = entry.parentElement;
  return `${list?.matches("ol") ? `${[...list.children].indexOf(entry) + 1}.` : "-"} ${text}`;
}

/**
 * Its text without that of the parts in it.
 * @param {Element} block
 */
function own(block) {
  const copy = /** @type {Element} */ (block.cloneNode(true));
  for (const inner of copy.querySelectorAll(BLOCKS)) inner.remove();
  return listed(
    (copy.textContent ?? "")
      .replace(/[\n\r]+/g, " ")
      .replace(/\u00a0/g, " ")
      .trim(),
  );
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
