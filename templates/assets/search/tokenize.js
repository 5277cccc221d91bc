// Words, normalised once: what counts as a word is the same in a query, a synonym and an article (`generator/search/tokenize.py`).

const WORD = /[\p{L}\p{N}]{1,40}/gu;
const INVISIBLE = /\u034f|[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]|[\ufe00-\ufe0f]/g;

/**
 * The words of a text, in order: letters and digits in small letters; all else parts them.
 * @param {string} text
 * @returns {string[]}
 */
export function wordsOf(text) {
  return text.replace(INVISIBLE, "").normalize("NFC").toLowerCase().match(WORD) ?? [];
}
