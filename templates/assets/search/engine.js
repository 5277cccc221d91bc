// Finds pages: asks the index for each word by itself, and ranks what it answers together.

import { shownOf } from "./excerpts.js";
import { pageText } from "./page-text.js";
import { says } from "./phrases.js";
import { understood } from "./query.js";
import { rank } from "./ranking.js";
import { Reader } from "./reader.js";

/** @typedef {import("./excerpts.js").Shown} Shown */
/** @typedef {import("./ranking.js").Found} Found */
/** @typedef {import("./ranking.js").Ranked} Ranked */
/** @typedef {import("./ranking.js").Term} Term */
/** @typedef {Record<string, string[]>} Filters Values by facet. */
/**
 * Pages that answer a query, best first; words that are nowhere; what was searched for instead of what was typed: another
 * word, or the parts of a compound.
 * @typedef {{ numbers: number[], missing: string[], meant: { typed: string, meant: string }[],
 *   parted: { typed: string, parts: string[] }[],
 *   page: (numbers: number[]) => Promise<Shown[]> }} Answer
 */

const ROOT = new URL("../../", import.meta.url);
/** Pages in whose texts a phrase is looked for, the best first, and how many are fetched at once. */
const [CANDIDATES, AT_ONCE] = [60, 12];
/** Ways in which the parts of a word are searched for, and not the word. */
const APART = ["split", "splitJoined", "splitOtherwise", "part", "partLast"];

/** @type {Promise<Reader> | undefined} */
let index;

/** The index, fetched when it is first needed. */
export async function load() {
  index ??= Reader.of(new URL("search/", ROOT));
  index.catch(() => {
    index = undefined;
  });
  return index;
}

/**
 * The pages that answer a query. Null when `isOld` says that nobody waits.
 * @param {string} query
 * @returns {Promise<Answer | null>}
 */
export async function find(query, isOld = () => false) {
  const reader = await load();
  await breath();
  if (isOld()) return null;
  const { terms } = understood(query, reader.words);
  /** @type {Map<string, Found[]>} */
  const searches = new Map();
  const wanted = new Set(terms.flatMap(({ ways }) => ways.map(({ search }) => search)));
  await Promise.all([...wanted].map(async (search) => searches.set(search, await reader.search(search))));
  await breath();
  if (isOld()) return null;
  const phrases = terms.flatMap(({ phrase }) => (phrase ? [phrase] : []));
  const ranked = rank(terms, searches, reader.titles, reader.lengths);
  const pages = phrases.length ? await saying(reader, ranked, terms, phrases, isOld) : ranked;
  if (isOld()) return null;
  const known = new Map(pages.map((page) => [page.number, page]));
  return {
    numbers: [...known.keys()],
    missing: terms.filter(({ ways, isLight }) => !isLight && !ways.some(isFound)).map(({ word }) => word),
    // What was meant is a guess only where nothing else answers.
    meant: terms.flatMap(({ word, meant, ways }) =>
      meant && isGuessed(ways, "meant") ? [{ typed: word, meant }] : [],
    ),
    parted: terms.flatMap(({ word, parts, ways }) =>
      parts && isGuessed(ways, ...APART) && ways.some(isFound) ? [{ typed: word, parts }] : [],
    ),
    page: (numbers) => Promise.all(numbers.map((number) => shown(reader, number, known.get(number)?.results ?? []))),
  };

  /**
   * Whether nothing else was found.
   * @param {readonly import("./ranking.js").Way[]} ways
   * @param {string[]} hows
   */
  function isGuessed(ways, ...hows) {
    return !ways.some((way) => !hows.includes(way.how) && isFound(way));
  }

  /** @param {import("./ranking.js").Way} way */
  function isFound({ search }) {
    return (searches.get(search)?.length ?? 0) > 0;
  }
}

/**
 * Those of the best pages in whose text all the phrases stand.
 * @param {Reader} reader
 * @param {Ranked[]} ranked
 * @param {Term[]} terms
 * @param {string[][]} phrases
 * @param {() => boolean} isOld
 */
async function saying(reader, ranked, terms, phrases, isOld) {
  const count = terms.filter(({ phrase }) => phrase).length;
  const candidates = ranked.filter(({ results }) => results.length >= count).slice(0, CANDIDATES);
  const found = [];
  for (let at = 0; at < candidates.length && !isOld(); at += AT_ONCE) {
    const some = candidates.slice(at, at + AT_ONCE);
    const texts = await Promise.all(
      some.map(async ({ number }) => pageText(new URL((await reader.card(number)).url, ROOT), false)),
    );
    found.push(...some.filter((_, place) => phrases.every((phrase) => says(texts[place]?.tokens ?? [], phrase))));
  }
  return found;
}

/** Lets messages come in between two pieces of work. */
function breath() {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done(undefined);
    };
    port2.postMessage(null);
  });
}

/**
 * Every page, in no order of worth.
 * @returns {Promise<Answer>}
 */
export async function everything() {
  const reader = await load();
  const page = (/** @type {number[]} */ numbers) => Promise.all(numbers.map((number) => shown(reader, number, [])));
  return { numbers: reader.pages, missing: [], meant: [], parted: [], page };
}

/**
 * Those of the pages, in the same order, that have one of the values of each filter.
 * @param {number[]} numbers
 * @param {Filters} filters
 */
export async function narrowed(numbers, filters) {
  if (!Object.keys(filters).length) return numbers;
  const values = await (await load()).values();
  const wanted = Object.entries(filters).flatMap(([name, chosen]) => {
    const known = values.filter((one) => one.name === name && chosen.includes(one.value));
    // A value that no page has any more, in an address that was shared, hides nothing.
    return known.length ? [new Set(known.flatMap(({ pages }) => pages))] : [];
  });
  return numbers.filter((number) => wanted.every((pages) => pages.has(number)));
}

/**
 * How many of the pages have each value of each filter: `{kind: {Guides: 3}}`.
 * @param {number[]} numbers
 */
export async function counted(numbers) {
  const among = new Set(numbers);
  /** @type {Record<string, Record<string, number>>} */
  const found = {};
  for (const { name, value, pages } of await (await load()).values()) {
    found[name] ??= {};
    found[name][value] = pages.reduce((sum, number) => sum + Number(among.has(number)), 0);
  }
  return found;
}

/**
 * A page with an excerpt in which every word that it was found by is marked.
 * @param {Reader} reader
 * @param {number} number
 * @param {Found[]} results
 */
async function shown(reader, number, results) {
  const card = await reader.card(number);
  const text = await pageText(new URL(card.url, ROOT), true).catch(() => ({ tokens: [], anchors: [] }));
  const forms = new Set(results.flatMap((result) => [...result.forms]));
  return shownOf({ ...card, url: ROOT.pathname + card.url }, text, forms);
}
