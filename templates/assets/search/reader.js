// Reads the index: which pages have a word and how much it says there, and what is shown of a page.
import { names, numbers, sections, text, VERSION } from "./index-format.js";
import { areDoubledAlike, Words } from "./lexicon.js";

/** @typedef {import("./ranking.js").Found} Found */
/** @typedef {{ url: string, title: string, kind: string, facts: string, language: string }} Card */
/** Of a word: the gaps between its pages, as they are written, and its weight on each.
 * @typedef {{ gaps: number[], weights: Uint8Array }} Postings */

const SATURATED = 1.4;
const BY_LENGTH = 0.75;
/** What a word in the title adds: about as much as the text can say at most. */
const TITLE = 2.5;
/** How fast a word is worth less, the more letters its stem has beyond those asked for. */
const FAR = 0.7;
/** What a word weighs where it is what a page is about: as much as in a heading of the fifth level. */
const ABOUT = 9;
/** Letters that a stem must have before longer words count with it. */
const BEGINNING = 3;
/** Chunks that are fetched for one word. */
const CHUNKS = 3;
/** Letters in which the words of a chunk's families agree, and pages in a file of cards: as the index is written. */
const [FAMILY, CARDS] = [4, 64];

/** What is said in a byte, to a sixteenth: how much a word weighs, and how many words a page has. */
const WEIGHTS = Float64Array.from({ length: 128 }, (_, byte) => ((8 + (byte & 7)) * 2 ** (byte >> 3)) / 32);
const LENGTHS = Float64Array.from({ length: 256 }, (_, byte) => (16 + (byte & 15)) * 2 ** ((byte >> 4) - 4));

export class Reader {
  /**
   * The index of a folder.
   * @param {URL} folder
   */
  static async of(folder) {
    // Not as it was at the last visit: all else is named by what it says.
    const answer = await fetch(new URL("index.json", folder), { cache: "no-cache" });
    const { version, core, facets } = await answer.json();
    if (version !== VERSION) throw new Error(`version ${version} of the index`);
    const read = await sections(new URL(`core/${core}.bin`, folder));
    return new Reader(folder, read, facets);
  }

  /**
   * @param {URL} folder
   * @param {Uint8Array<ArrayBuffer>[]} core
   * @param {string} facets
   */
  constructor(folder, [language, words, cuts, odd, lengths, lasts, chunks, cards, titles], facets) {
    this.folder = folder;
    this.facets = facets;
    this.lengths = Float64Array.from(lengths, (byte) => LENGTHS[byte]);
    this.average = this.lengths.reduce((sum, length) => sum + length, 0) / (this.lengths.length || 1);
    this.words = new Words(JSON.parse(text(language)), text(words), cuts, text(odd));
    this.lasts = chunks.length ? text(lasts).split("\n") : [];
    this.chunks = names(chunks);
    this.cards = names(cards);
    /** For each page how many words of its title say something. */
    this.titles = titles;
    /** @type {Map<string, Promise<any>>} */
    this.read = new Map();
  }

  /** The numbers of all pages. */
  get pages() {
    return [...this.lengths.keys()];
  }

  /**
   * The pages that have all the words of a search; after a quotation mark, just as they stand; after a tilde, only those
   * that are about one of them.
   * @param {string} search
   * @returns {Promise<Found[]>}
   */
  async search(search) {
    const [isExact, isAbout] = [search.startsWith('"'), search.startsWith("~")];
    const words = search.replace(/^["~]/, "").split(" ");
    const [first, ...others] = await Promise.all(
      words.map((word) => this.pagesOf(isExact ? [{ form: word, worth: 1 }] : this.formsOf(word))),
    );
    const forms = new Set([first, ...others].flatMap((one) => one.forms));
    const results = [];
    for (const [number, page] of first.pages) {
      const all = [page, ...others.map(({ pages }) => pages.get(number))];
      if (!all.every((one) => one !== undefined)) continue;
      if (isAbout && !all.some((one) => one.titled > 0 || one.weight >= ABOUT)) continue;
      const score = all.reduce((sum, one) => sum + this.score(number, one.weight) + TITLE * one.titled, 0);
      results.push({ number, score, titled: all.reduce((sum, one) => sum + one.titled, 0) / all.length, forms });
    }
    return results;
  }

  /**
   * What many words say is worth little more than what some do, and less on a long page.
   * @param {number} number
   * @param {number} weight
   */
  score(number, weight) {
    const long = 1 - BY_LENGTH + (BY_LENGTH * this.lengths[number]) / this.average;
    return (weight * (SATURATED + 1)) / (weight + SATURATED * long);
  }

  /**
   * The pages on which any of these words stand, and those of the words that were looked up: the chunks are limited.
   * @param {{ form: string, worth: number }[]} wanted the worthiest first
   */
  async pagesOf(wanted) {
    const places = new Set();
    const near = wanted.filter(({ form }) => {
      const place = this.placeOf(form);
      return places.has(place) || (places.size < CHUNKS && places.add(place));
    });
    const held = await Promise.all([...places].map((place) => this.chunk(this.chunks[place])));
    /** @type {Map<number, { weight: number, titled: number }>} */
    const pages = new Map();
    for (const { form, worth } of near) {
      const postings = held.map((words) => words.get(form)).find(Boolean);
      if (postings) gather(pages, postings, worth);
    }
    return { pages, forms: near.map(({ form }) => form) };
  }

  /**
   * The hub's words that begin with the stem of a word, and how much each is worth, the most first.
   * @param {string} word
   */
  formsOf(word) {
    const { words } = this;
    const start = words.stem(word);
    const isWhole = start.length < BEGINNING || /\p{N}/u.test(start);
    const found = [];
    for (const form of words.withStem(start)) {
      // A word that says nothing is no form of one that does: `sig` of `siger`.
      if (form !== word && words.stop.has(form) && !(words.light.has(word) && words.light.has(form))) continue;
      const stem = words.stem(form);
      // `superbruger` does not begin like `suppe`, though its stem does.
      if (!areDoubledAlike(word, form, start.length)) continue;
      if (isWhole ? stem === start : stem.startsWith(start))
        found.push({ form, worth: 1 / (1 + FAR * (stem.length - start.length)) });
    }
    return found.sort((one, other) => other.worth - one.worth);
  }

  /**
   * Which chunk a word is in: the first whose last family does not come before the word's.
   * @param {string} word
   */
  placeOf(word) {
    const family = [...word].slice(0, FAMILY).join("");
    let [from, to] = [0, this.lasts.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (this.lasts[middle] < family) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  /**
   * The words of a chunk.
   * @param {string | undefined} name
   * @returns {Promise<Map<string, Postings>>}
   */
  chunk(name) {
    if (!name) return Promise.resolve(new Map());
    return this.once(`words/${name}.bin`, ([words, counts, gaps, weights]) => {
      const [all, sizes] = [numbers(gaps), numbers(counts)];
      let at = 0;
      return new Map(
        text(words)
          .split(" ")
          .map((word, place) => {
            const from = at;
            at += sizes[place];
            return [word, { gaps: all.slice(from, at), weights: weights.subarray(from, at) }];
          }),
      );
    });
  }

  /**
   * What is known of a page: its address on the site, its title, the word that it is labelled with, its line of facts, and its language when that is not the hub's.
   * @param {number} number
   * @returns {Promise<Card>}
   */
  async card(number) {
    const name = this.cards[Math.floor(number / CARDS)];
    const cards = await this.once(`cards/${name}.bin`, ([list]) => JSON.parse(text(list)));
    const [url, title, kind = "", facts = "", language = ""] = cards[number % CARDS];
    return { url, title, kind, facts, language };
  }

  /**
   * Which pages have which values: for each facet its values, and for each value the numbers of its pages.
   * @returns {Promise<{ name: string, value: string, pages: number[] }[]>}
   */
  values() {
    return this.once(`facets/${this.facets}.bin`, ([table, counts, gaps]) => {
      const [all, sizes] = [numbers(gaps), numbers(counts)];
      let at = 0;
      return Object.entries(JSON.parse(text(table))).flatMap(([name, values]) =>
        values.map((/** @type {string} */ value) => {
          const size = /** @type {number} */ (sizes.shift());
          const gaps = all.slice(at, at + size);
          at += size;
          return { name, value, pages: rising(gaps) };
        }),
      );
    });
  }

  /**
   * A file of the index, fetched and read once.
   * @template Value
   * @param {string} file
   * @param {(sections: Uint8Array<ArrayBuffer>[]) => Value} read
   * @returns {Promise<Value>}
   */
  once(file, read) {
    const known = this.read.get(file);
    if (known) return known;
    const found = sections(new URL(file, this.folder)).then(read);
    found.catch(() => this.read.delete(file));
    this.read.set(file, found);
    return found;
  }
}

/**
 * Numbers from how far each is from the one before.
 * @param {number[]} gaps
 */
function rising(gaps) {
  let number = -1;
  return gaps.map((gap) => {
    number += gap;
    return number;
  });
}

/**
 * Adds the pages of a word.
 * @param {Map<number, { weight: number, titled: number }>} pages
 * @param {Postings} postings
 * @param {number} worth
 */
function gather(pages, { gaps, weights }, worth) {
  let number = -1;
  for (const [place, weight] of weights.entries()) {
    number += gaps[place];
    let page = pages.get(number);
    if (!page) {
      page = { weight: 0, titled: 0 };
      pages.set(number, page);
    }
    page.weight += worth * WEIGHTS[weight >> 1];
    if (weight & 1) page.titled = Math.max(page.titled, worth);
  }
}
