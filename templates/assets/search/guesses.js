// What may have been meant by a word of which nothing is known.

import { add } from "./match-weights.js";
import { hasAll } from "./spelling-variants.js";

/** @typedef {import("./ranking.js").Term} Term */
/** @typedef {import("./lexicon.js").Words} Words */

/** Letters of a word that is in words of every sort; compounds that are asked for in the place of a part. */
const FEW = 3;
/** Words that are asked for in the place of a part of a compound. */
const OTHERS = 6;
/** Letters of a part of a compound that says enough alone: a slip in a shorter one is not mended. */
const SLIPPED = 6;

/**
 * Nothing is known of the word: two words in one, a slip of the pen, or both.
 * @param {Term} term
 * @param {Words} words
 */
export function guess(term, words) {
  const whole = words.split(term.word);
  const meant = words.meant(term.word);
  if (meant.length) {
    if (whole) add(term, "split", [asked(whole, whole.map((part) => words.forms(part)[0] ?? part).join(" "))]);
    [term.meant] = meant;
    add(term, "meant", meant);
    for (const word of meant) add(term, "meant", words.forms(word));
    return;
  }
  const parts = whole ?? slipped(term.word, words);
  if (!parts) return;
  apart(term, parts, words);
  term.parts = parts;
  // A short part is in words of every sort: `per` in `strømper`.
  if (parts[0].length <= FEW || parts[1].length <= FEW + 1) return;
  // What a compound is comes last in it; what it is for comes first.
  const [heads, rests] = [alternatives(parts[0], words), alternatives(parts[1], words)];
  add(
    term,
    "part",
    heads.map((head) => asked(parts, head)),
  );
  add(
    term,
    "partLast",
    [...rests, ...words.compounds(parts[1]).slice(0, FEW)].map((rest) => asked(parts, rest)),
  );
}

/**
 * A search for what parts of a compound say. Short ones are in words of every sort, and on many pages by chance: of those
 * only pages count that are about one of them (`vaskemaskine`).
 * @param {string[]} parts
 * @param {string} search
 */
function asked(parts, search) {
  return parts.some(({ length }) => length < SLIPPED) ? `~${search}` : search;
}

/**
 * Pages that say both parts of a compound, by any of the words for each.
 * @param {Term} term
 * @param {string[]} parts
 * @param {Words} words
 */
function apart(term, parts, words) {
  add(term, "splitJoined", joinedParts(parts, words));
  const [heads, rests] = parts.map((part) => alternatives(part, words));
  for (const head of heads)
    for (const rest of rests)
      add(term, head === heads[0] && rest === rests[0] ? "split" : "splitOtherwise", [asked(parts, `${head} ${rest}`)]);
}

/**
 * Compounds of other words for the parts: `telefonnummer` for `mobilnummer`.
 * @param {string[]} parts
 * @param {Words} words
 */
function joinedParts(parts, words) {
  const [heads, rests] = parts.map((part) => [part, ...words.oddForms(part), ...words.others(part)]);
  const found = new Set();
  for (const head of heads)
    for (const rest of rests)
      for (const link of words.links) for (const form of words.forms(head + link + rest)) found.add(form);
  return found;
}

/**
 * Words of the hub for a part of a compound: the word, forms that no ending leads to, others for the same.
 * @param {string} part
 * @param {Words} words
 */
function alternatives(part, words) {
  const own = words.forms(part).slice(0, 1);
  const others = words.others(part).map((other) => words.forms(other)[0]);
  const near = own.length ? [] : words.relatives(part).slice(0, 1);
  return [...new Set([...own, ...words.oddForms(part).slice(0, 1), ...near, ...others])].slice(0, OTHERS);
}

/**
 * The parts of a compound in one of which the pen slipped, as they were meant; null when there are none.
 * @param {string} word
 * @param {Words} words
 */
function slipped(word, words) {
  // Of two parts one at least is known, so that few are looked for.
  const parts = words.split(
    word,
    (part, other) => part.length > FEW && (words.known(part) || (words.isPart(other) && Boolean(mended(part, words)))),
  );
  return parts?.some((part) => words.known(part))
    ? parts.map((part) => (words.known(part) ? part : (mended(part, words) ?? part)))
    : null;
}

/**
 * What a part of a compound was meant to be; of a short one only when its letters are all there.
 * @param {string} part
 * @param {Words} words
 */
function mended(part, words) {
  return words
    .near(part, true)
    .find((other) => part.length > SLIPPED || (other.length === part.length && hasAll(other, part)));
}
