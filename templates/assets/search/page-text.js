// What pages say, fetched from the pages themselves and kept for the next question.
import { articleOf, partOf, textOf } from "./article-text.js";

/** @typedef {import("./article-text.js").PageText} PageText */

/** Texts of pages that are kept. */
const KEPT = 200;
/**
 * Bytes of a page that are read for an excerpt. Pages that people read are smaller; a list of thousands of items is not,
 * and all of it would be fetched to show a line.
 */
export const EXCERPT_BYTES = 250_000;

/** @type {Map<string, Promise<PageText>>} */
const texts = new Map();

/**
 * What a page says, or the part of it that the address leads to. For an excerpt the beginning of a long page is enough.
 * @param {URL} url
 * @param {boolean} isExcerpt
 * @returns {Promise<PageText>}
 */
export function pageText(url, isExcerpt) {
  const anchor = decodeURIComponent(url.hash.slice(1));
  const isWhole = !isExcerpt || anchor !== "";
  const key = `${isWhole ? "whole" : "beginning"} ${url.href}`;
  const known = texts.get(key);
  if (known) return known;
  const text = fetch(url).then(async (answer) => {
    if (!answer.ok) throw new Error(`${url.href}: ${answer.status}`);
    const html = isWhole ? await answer.text() : await beginning(answer);
    return textOf(anchor ? partOf(html, anchor) : articleOf(html));
  });
  text.catch(() => texts.delete(key));
  texts.set(key, text);
  for (const old of texts.keys()) if (texts.size > KEPT) texts.delete(old);
  return text;
}

/**
 * The HTML of a page; of a long one as much as an excerpt needs, with the article's end where it was cut, and no more is
 * fetched.
 * @param {Response} answer
 */
export async function beginning(answer) {
  const reader = answer.body?.getReader();
  if (!reader) return answer.text();
  const decoder = new TextDecoder();
  let html = "";
  for (let bytes = 0; bytes < EXCERPT_BYTES; ) {
    const { done, value } = await reader.read();
    if (done) return html + decoder.decode();
    bytes += value.length;
    html += decoder.decode(value, { stream: true });
  }
  await reader.cancel();
  return `${html.slice(0, html.lastIndexOf("<"))}</article></main>`;
}
