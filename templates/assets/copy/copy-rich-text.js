// Copies to the clipboard with formatting, so that it can be pasted into a document or a learning platform.
import { plainText } from "../html-to-text.js";

/**
 * True when the browser took it; false when the visitor must copy by hand.
 * @param {HTMLElement} element
 */
export async function copyRich(element) {
  try {
    const item = new ClipboardItem({
      "text/html": new Blob([cleanHtml(element)], { type: "text/html" }),
      "text/plain": new Blob([plainText(element)], { type: "text/plain" }),
    });
    await navigator.clipboard.write([item]);
    return true;
  } catch {
    return false;
  }
}

/**
 * The element as HTML; it has been cleaned, so there are no classes or ids in it.
 * @param {HTMLElement} element
 */
export function cleanHtml(element) {
  return element.innerHTML.trim();
}

/**
 * Marks an element's content on the page, ready for Ctrl+C.
 * @param {HTMLElement} element
 */
export function selectContent(element) {
  element.focus();
  getSelection()?.selectAllChildren(element);
}
