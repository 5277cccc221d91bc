// Finds what is typed in a text, whatever its letters' size.

/** What a pattern takes for something else than itself. */
const SIGNS = /[\\^$.*+?()[\]{}|/]/g;

/**
 * The text in pieces, every second of which is what was looked for. A pattern knows the size of letters without
 * changing the text: small letters may be more than the large ones were (`İ`), and all places after them would be wrong.
 * @param {string} text
 * @param {string} query
 * @returns {string[]}
 */
export function pieces(text, query) {
  return query ? text.split(new RegExp(`(${query.normalize("NFC").replace(SIGNS, "\\$&")})`, "giu")) : [text];
}
