// What a query asks for: its words, its phrases, and for each word what else may stand on a page instead.
import { wordsOf } from "./normal.js";

/** @typedef {import("./ranking.js").Term} Term */
/** @typedef {import("./ranking.js").Way} Way */
/** @typedef {import("./words.js").Words} Words */

/** Searches for one word at most. */
const MOST = 9;
/** Words of a query that are asked for. */
const LONGEST = 16;
const PHRASE = /["“”„»«]([^"“”„»«]+)["“”»«]/g;

/** How sure it is that a page with the other word is what was asked for. */
export const SURE = {
  exact: 1,
  joined: 0.95,
  form: 0.9,
  spelling: 0.9,
  odd: 0.85,
  start: 0.6,
  related: 0.75,
  split: 0.8,
  synonym: 0.6,
  compound: 0.65,
  around: 0.45,
  meant: 0.45,
};

/**
 * The words and the phrases in quotation marks, as they are searched for.
 * @param {string} text
 * @returns {{ words: string[], phrases: string[][] }}
 */
export function read(text) {
  /** @type {string[][]} */
  const phrases = [];
  const rest = text.replace(PHRASE, (_, phrase) => {
    const words = wordsOf(phrase);
    if (words.length) phrases.push(words.slice(0, LONGEST));
    return " ";
  });
  return { words: wordsOf(rest).slice(0, LONGEST), phrases };
}

/**
 * For each word of a query the searches that may answer it. A search is words separated by spaces; after a quotation
 * mark they are searched for as they stand.
 * @param {string} text
 * @param {Words} words
 * @returns {{ terms: Term[] }}
 */
export function understood(text, words) {
  const { words: typed, phrases } = read(text);
  const all = [...new Set(typed)];
  const asked = all.filter((word) => !words.stop.has(word));
  /** @type {Term[]} */
  const terms = (asked.length || phrases.length ? asked : all).map((word) => ({ word, ways: [], meant: null }));
  for (const [index, term] of terms.entries()) {
    ownWays(term, words);
    joinedWays(terms, index, words);
    saidOtherwise(terms, index, words);
  }
  for (const term of terms) if (!term.ways.length) guess(term, words);
  for (const term of terms) term.ways = shortened(term.ways, words);
  return { terms: [...terms, ...phrases.map(asPhrase)] };
}

/**
 * @param {string[]} phrase
 * @returns {Term}
 */
function asPhrase(phrase) {
  const word = phrase.join(" ");
  return { word, phrase, meant: null, ways: [{ search: `"${word}`, sure: 1, how: "exact" }] };
}

/**
 * @param {Term} term
 * @param {keyof typeof SURE} how
 * @param {Iterable<string>} found
 */
function add(term, how, found) {
  for (const search of found) term.ways.push({ search, sure: SURE[how], how });
}

/**
 * @param {Term} term
 * @param {Words} words
 */
function ownWays(term, words) {
  const { word } = term;
  const forms = words.forms(word);
  if (words.has(word)) add(term, "exact", [word]);
  add(term, "form", forms);
  add(term, "odd", words.oddForms(word));
  add(term, "spelling", words.spellings(word));
  add(term, "related", words.relatives(word));
  if (word.length >= 3) add(term, "compound", words.compounds(word));
  if (!forms.length && word.length >= 3) add(term, "start", words.beginnings(word));
  if (!term.ways.length || term.ways.every(({ how }) => how === "related")) add(term, "around", words.around(word));
}

/**
 * Two words that people write as one: `elev plan`. The one word answers both.
 * @param {Term[]} terms
 * @param {number} index
 * @param {Words} words
 */
function joinedWays(terms, index, words) {
  const next = terms[index + 1];
  if (!next) return;
  for (const link of words.links) {
    const found = words.forms(terms[index].word + link + next.word);
    add(terms[index], "joined", found);
    add(next, "joined", found);
  }
}

/**
 * @param {Term[]} terms
 * @param {number} index
 * @param {Words} words
 */
function saidOtherwise(terms, index, words) {
  const typed = terms.map(({ word }) => word);
  for (const { length, others } of words.synonyms(typed, index)) {
    for (const other of others) {
      const parts = read(other)
        .words.filter((part) => !words.stop.has(part))
        .map((part) => words.forms(part)[0]);
      if (!parts.length || !parts.every(Boolean)) continue;
      for (const term of terms.slice(index, index + length)) add(term, "synonym", [parts.join(" ")]);
    }
  }
}

/**
 * Nothing is known of the word: two words in one, or a slip of the pen.
 * @param {Term} term
 * @param {Words} words
 */
function guess(term, words) {
  const parts = words.split(term.word);
  if (parts) add(term, "split", [parts.map((part) => words.forms(part)[0]).join(" ")]);
  const meant = words.meant(term.word);
  if (!meant.length) return;
  term.meant = meant[0];
  add(term, "meant", meant);
  for (const word of meant) add(term, "meant", words.forms(word));
}

/**
 * Of the searches that find the same, the surest; and no more than can be made while somebody types.
 * @param {Way[]} ways
 * @param {Words} words
 */
function shortened(ways, words) {
  /** @type {Map<string, Way>} */
  const surest = new Map();
  for (const way of ways) {
    const key = way.search
      .split(" ")
      .map((word) => words.stem(word))
      .join(" ");
    if ((surest.get(key)?.sure ?? 0) < way.sure) surest.set(key, way);
  }
  return [...surest.values()].sort((one, other) => other.sure - one.sure).slice(0, MOST);
}
