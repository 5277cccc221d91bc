// What is shown of a page that was found: the words around those that were asked for, of the page and of its parts.
import { wordsOf } from "./tokenize.js";

/** @typedef {import("./article-text.js").PageText} PageText */
/**
 * Texts of which every second is marked.
 * @typedef {string[]} Excerpt
 * @typedef {{ url: string, title: string, excerpt: Excerpt }} Part
 * @typedef {{ url: string, title: string, kind: string, facts: string, language: string, excerpt: Excerpt, parts: Part[] }} Shown
 */

/** The signs before a word, the word, and those after it. */
const WORD = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su;
const WORDS = 24;
/** Parts of a page that are shown with it. */
const PARTS = 3;

/**
 * A page for the dialog.
 * @param {import("./reader.js").Card} card
 * @param {PageText} text
 * @param {ReadonlySet<string>} forms the words that it was found by
 * @returns {Shown}
 */
export function shownOf(card, { tokens, anchors }, forms) {
  const marked = marks(tokens, forms);
  const parts = [];
  for (const [place, anchor] of anchors.entries()) {
    const end = anchors[place + 1]?.location ?? tokens.length;
    const own = marked.filter((at) => at >= anchor.location && at < end);
    if (!own.length || parts.length === PARTS) continue;
    parts.push({
      url: `${card.url}#${anchor.id}`,
      title: anchor.title,
      excerpt: excerpt(tokens, own, anchor.location, end),
    });
  }
  return { ...card, excerpt: excerpt(tokens, marked, 0, tokens.length), parts };
}

/**
 * The places of the tokens that hold one of the words.
 * @param {readonly string[]} tokens
 * @param {ReadonlySet<string>} forms
 */
export function marks(tokens, forms) {
  /** @type {Map<string, boolean>} */
  const known = new Map();
  const found = [];
  for (const [place, token] of forms.size ? tokens.entries() : []) {
    let is = known.get(token);
    if (is === undefined) {
      is = wordsOf(token).some((word) => forms.has(word));
      known.set(token, is);
    }
    if (is) found.push(place);
  }
  return found;
}

/**
 * Some words, where those that are marked stand closest.
 * @param {readonly string[]} tokens
 * @param {readonly number[]} marked places, in order
 * @param {number} from
 * @param {number} to
 * @returns {Excerpt}
 */
function excerpt(tokens, marked, from, to) {
  let [best, most] = [marked[0] ?? from, 0];
  for (let first = 0, after = 0; first < marked.length; first += 1) {
    while (after < marked.length && marked[after] < marked[first] + WORDS) after += 1;
    if (after - first > most) [best, most] = [marked[first], after - first];
  }
  const span = marked.filter((place) => place >= best && place < best + WORDS);
  const middle = span.length ? (span[0] + (span.at(-1) ?? 0)) >> 1 : best;
  const start = Math.max(from, Math.min(middle - WORDS / 2, to - WORDS));
  const end = Math.min(to, start + WORDS);
  const isMarked = new Set(span);
  const texts = [start > from && !/[.!?:]$/.test(tokens[start - 1]) ? "… " : ""];
  for (let at = start; at < end; at += 1) {
    const space = at > start ? " " : "";
    if (isMarked.has(at)) {
      const [, before, word, after] = WORD.exec(tokens[at]) ?? ["", "", tokens[at], ""];
      texts[texts.length - 1] += space + before;
      texts.push(word, after);
    } else texts[texts.length - 1] += space + tokens[at];
  }
  if (end < to && !/[.!?]$/.test(tokens[end - 1])) texts[texts.length - 1] += " …";
  return texts;
}
