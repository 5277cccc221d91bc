// What a query asks for: its words, its phrases, and for each word what else may stand on a page instead.
import { hasAll } from "./letters.js";
import { wordsOf } from "./tokenize.js";

/** @typedef {import("./ranking.js").Term} Term */
/** @typedef {import("./ranking.js").Way} Way */
/** @typedef {import("./lexicon.js").Words} Words */

/** Searches for one word at most. */
const MOST = 14;
/** Letters of a word that is in words of every sort; compounds that are asked for in the place of a part. */
const FEW = 3;
/** Words that are asked for in the place of a part of a compound. */
const OTHERS = 6;
/** Letters of a word that is looked at as a compound, though the hub has it. */
const LONG = 9;
/** Letters that a part of a compound has at least, beside one, before a slip in it is mended. */
const SLIPPED = 6;
/** Words of a query for which a guess is made: each takes as long as many that are known. */
const GUESSED = 8;
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
  splitJoined: 0.9,
  split: 0.75,
  splitOtherwise: 0.6,
  synonym: 0.6,
  compound: 0.7,
  around: 0.45,
  beside: 0.4,
  meant: 0.45,
  partLast: 0.45,
  part: 0.3,
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
  const terms = (asked.length || phrases.length ? asked : all).map((word) => ({
    word,
    ways: [],
    meant: null,
    parts: null,
  }));
  for (const term of terms) ownWays(term, words);
  for (const place of typed.keys()) saidOtherwise(typed, place, terms, words);
  joinedWays(all, terms, words);
  for (const term of terms) if (term.ways.length) partsBeside(term, words);
  const unknown = terms.filter(({ word, ways }) => !ways.length && typed.includes(word));
  for (const term of unknown.slice(0, GUESSED)) guess(term, words);
  for (const term of terms) term.ways = shortened(term.ways, words);
  return { terms: [...terms, ...phrases.map(asPhrase)] };
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
 * What else people call it: also a saying with words that say nothing alone, such as `virker ikke`.
 * @param {string[]} typed every word of the query, in order
 * @param {number} place
 * @param {Term[]} terms
 * @param {Words} words
 */
function saidOtherwise(typed, place, terms, words) {
  for (const { said, others } of words.synonyms(typed, place)) {
    const meant = terms.filter(({ word }) => said.includes(word));
    if (!meant.length && said.length > 1) {
      // A saying of words that say nothing alone: `på en gang`.
      meant.push({ word: said.join(" "), ways: [], meant: null, parts: null });
      terms.push(...meant);
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
 * Nothing is known of the word: two words in one, a slip of the pen, or both.
 * @param {Term} term
 * @param {Words} words
 */
function guess(term, words) {
  const whole = words.split(term.word);
  if (whole) apart(term, whole, words);
  const meant = words.meant(term.word);
  if (meant.length) {
    [term.meant] = meant;
    add(term, "meant", meant);
    for (const word of meant) add(term, "meant", words.forms(word));
    return;
  }
  const parts = whole ?? slipped(term.word, words);
  if (!parts) return;
  if (!whole) apart(term, parts, words);
  term.parts = parts;
  // A short part is in words of every sort: `per` in `strømper`.
  if (parts[0].length <= FEW || parts[1].length <= FEW + 1) return;
  // What a compound is comes last in it; what it is for comes first.
  add(term, "part", alternatives(parts[0], words));
  add(term, "partLast", [...alternatives(parts[1], words), ...words.compounds(parts[1]).slice(0, FEW)]);
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
      add(term, head === heads[0] && rest === rests[0] ? "split" : "splitOtherwise", [`${head} ${rest}`]);
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
