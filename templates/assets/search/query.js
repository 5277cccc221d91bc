// What a query asks for: its words, its phrases, and for each word what else may stand on a page instead.
import { guess } from "./guesses.js";
import { add, SURE } from "./match-weights.js";
import { wordsOf } from "./tokenize.js";

/** @typedef {import("./ranking.js").Term} Term */
/** @typedef {import("./ranking.js").Way} Way */
/** @typedef {import("./lexicon.js").Words} Words */

/** Searches for one word at most. */
const MOST = 14;
/** Letters of a word that is looked at as a compound, though the hub has it. */
const LONG = 9;
/** Words of a query for which a guess is made: each takes as long as many that are known. */
const GUESSED = 8;
/** Words of a query that are asked for. */
const LONGEST = 16;
const PHRASE = /["“”„»«]([^"“”„»«]+)["“”»«]/g;

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
  const [said, light] = [all.filter((word) => !words.stop.has(word)), all.filter((word) => words.light.has(word))];
  const asked = [said, phrases.length ? [] : light, phrases.length ? [] : all].find(({ length }) => length) ?? [];
  /** @type {Term[]} */
  const terms = asked.map((word) => ({ word, ways: [], meant: null, parts: null }));
  for (const term of terms) ownWays(term, words);
  for (const place of typed.keys()) saidOtherwise(typed, place, terms, words, said.length > 0);
  joinedWays(all, terms, words);
  for (const term of terms) if (term.ways.length) partsBeside(term, words);
  const unknown = terms.filter(({ word, ways }) => !ways.length && typed.includes(word));
  for (const term of unknown.slice(0, GUESSED)) guess(term, words);
  for (const term of unknown.slice(0, GUESSED)) if (!term.ways.length) joinedSlip(term, typed, terms, words);
  if (said.length) terms.push(...lightTerms(light, words));
  for (const term of terms) term.ways = shortened(term.ways, words);
  return { terms: [...terms, ...phrases.map(asPhrase)] };
}

/**
 * Words that say little: they decide between pages that answer the others as well.
 * @param {string[]} light
 * @param {Words} words
 * @returns {Term[]}
 */
function lightTerms(light, words) {
  return light
    .filter((word) => words.has(word))
    .map((word) => {
      const ways = [{ search: word, sure: SURE.exact, how: "exact" }];
      return { word, isLight: true, ways, meant: null, parts: null };
    });
}

/**
 * @param {string[]} phrase
 * @returns {Term}
 */
function asPhrase(phrase) {
  const word = phrase.join(" ");
  return { word, phrase, meant: null, parts: null, ways: [{ search: `"${word}`, sure: 1, how: "exact" }] };
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
  add(term, words.has(word) ? "otherWord" : "spelling", words.spellings(word));
  add(term, "related", words.relatives(word));
  if (word.length >= 3) add(term, "compound", words.compounds(word));
  if (!forms.length && word.length >= 3) add(term, "start", words.beginnings(word));
  if (!term.ways.length || term.ways.every(({ how }) => how === "related")) add(term, "around", words.around(word));
}

/**
 * Two words that people write as one: `elev plan`, `under bygge`. The one word answers both.
 * @param {string[]} typed
 * @param {Term[]} terms
 * @param {Words} words
 */
function joinedWays(typed, terms, words) {
  const asked = new Map(terms.map((term) => [term.word, term]));
  for (const [place, word] of typed.slice(0, -1).entries()) {
    const next = typed[place + 1];
    const both = [asked.get(word), asked.get(next)].filter((term) => term !== undefined);
    for (const link of both.length ? words.links : []) {
      const found = words.forms(word + link + next);
      for (const term of both) add(term, "joined", found);
    }
  }
}

/**
 * A slip in a word that was typed as two: `medelelses bog`.
 * @param {Term} term
 * @param {string[]} typed
 * @param {Term[]} terms
 * @param {Words} words
 */
function joinedSlip(term, typed, terms, words) {
  const at = typed.indexOf(term.word);
  for (const [one, other] of [typed.slice(at, at + 2), typed.slice(Math.max(at - 1, 0), at + 1)]) {
    const meant = other ? words.near(one + other) : [];
    if (!meant.length) continue;
    [term.meant] = meant;
    for (const part of terms.filter(({ word }) => word === one || word === other)) add(part, "meant", meant);
    return;
  }
}

/**
 * What else people call it: also a saying with words that say nothing alone, such as `virker ikke`.
 * @param {string[]} typed every word of the query, in order
 * @param {number} place
 * @param {Term[]} terms
 * @param {Words} words
 * @param {boolean} isMore Whether the query says something beside.
 */
function saidOtherwise(typed, place, terms, words, isMore) {
  for (const { said, others } of words.synonyms(typed, place)) {
    const meant = terms.filter(({ word }) => said.includes(word));
    if (meant.length > 1) together(meant, said);
    if (!meant.length && said.length > 1) {
      // A saying of words that say nothing alone: `på en gang`.
      const word = said.join(" ");
      const known = terms.find((term) => term.word === word);
      meant.push(known ?? { word, isLight: isMore, ways: [], meant: null, parts: null });
      if (!known) terms.push(...meant);
    }
    for (const other of others) {
      const parts = read(other)
        .words.filter((part) => !words.stop.has(part))
        .map((part) => words.forms(part)[0]);
      if (!parts.length || !parts.every(Boolean)) continue;
      for (const term of meant) add(term, "synonym", [parts.join(" ")]);
    }
  }
}

/**
 * Words that say something together say less of it alone: `gamle dage`.
 * @param {Term[]} terms
 * @param {string[]} said
 */
function together(terms, said) {
  for (const term of terms) {
    for (const way of term.ways) way.sure = Math.min(way.sure, SURE.alone);
    add(term, "exact", [said.join(" ")]);
  }
}

/**
 * A compound that the hub has on a page or two may be said in two words on others.
 * @param {Term} term
 * @param {Words} words
 */
function partsBeside(term, words) {
  const parts = term.word.length >= LONG && !term.phrase ? words.split(term.word, (part) => words.known(part)) : null;
  const found = parts?.map((part) => words.forms(part)[0]) ?? [];
  if (found.length) add(term, "beside", [found.join(" ")]);
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
