// Phrases in quotation marks: whether words stand one after the other is seen in the text of a page.
import { wordsOf } from "./tokenize.js";

/**
 * Whether the words of a phrase stand in a text as they are asked for.
 * @param {readonly string[]} tokens of the text
 * @param {readonly string[]} phrase words
 */
export function says(tokens, phrase) {
  return ` ${wordsOf(tokens.join(" ")).join(" ")} `.includes(` ${phrase.join(" ")} `);
}
