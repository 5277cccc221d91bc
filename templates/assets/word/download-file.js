// Hands a file to the visitor, made on the spot.
import { make } from "../strings.js";

/** @type {Record<string, string>} */
const FOLDED = { æ: "ae", ø: "oe", å: "aa" };
/** Milliseconds after which a browser has surely begun to save. */
const SAVED = 60_000;

/**
 * @param {string} name
 * @param {Blob | string} content
 * @param {string} [type] Of a text.
 */
export function saveFile(name, content, type) {
  const href = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  const link = make("a", { href, download: name, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(href), SAVED);
}

/**
 * A name that every file system takes: `fagtekster-5-klasse-5-b.docx`.
 * @param {string} course
 * @param {string} klass
 * @param {string} ending
 */
export function fileName(course, klass, ending) {
  const folded = klass
    .toLowerCase()
    .replace(/[æøå]/g, (letter) => FOLDED[letter])
    .normalize("NFKD");
  const rest = folded
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 40);
  return `${[course, rest].filter(Boolean).join("-")}.${ending}`;
}
