// A file that somebody chooses, as a form holds it: a picture made smaller, another file as it is.
import * as rules from "./file-rules.js";
import { madeSmall } from "./small-picture.js";
import { word } from "./words.js";

/** @import { Held } from "./small-picture.js" */

/** Bytes by which it is told what a file is. */
const HEAD = 32;

/**
 * A file as the form holds it, or why it cannot be used.
 * @param {File} file
 * @param {string[]} suffixes
 * @returns {Promise<{held: Held, isAsItWas: boolean} | {why: string}>}
 */
export async function heldOf(file, suffixes) {
  const most = { name: file.name, known: suffixes.join(", "), most: rules.sized(rules.LARGEST_PICTURE) };
  if (file.size > rules.LARGEST_PICTURE) return { why: word("file.large", most) };
  const made = rules.isMadeAnew(file.name, suffixes) ? await madeSmall(file) : null;
  if (made) {
    const { isAsItWas, ...held } = made;
    return { held, isAsItWas };
  }
  const head = new Uint8Array(await file.slice(0, HEAD).arrayBuffer());
  const why = rules.refusal(file, head, suffixes);
  if (why) return { why: word(why, { ...most, most: rules.sized(rules.LARGEST_FILE) }) };
  const bytes = new Uint8Array(await file.arrayBuffer());
  return { held: { bytes, type: "", shown: "", width: 0, height: 0 }, isAsItWas: false };
}
