// Finds pages: asks the index for each word by itself, and ranks what it answers together.
import { shownOf } from "./excerpts.js";
import { placesOf } from "./places.js";
import { understood } from "./query.js";
import { Reader } from "./reader.js";
import { Words } from "./words.js";

const ROOT = new URL("../../", import.meta.url);
const INDEX = new URL("pagefind/", ROOT);
const TITLED = 0.5;
/** What a word in the title adds, as a share of what the word is worth. */
const FLOOR = 0.5;
/** What the weakest page of a search is worth, as a share of the strongest. */

let engine;

/** The index and the hub's words, fetched when they are first needed. */
export async function load() {
  engine ??= Promise.all([Reader.of(INDEX), fetch(new URL("search/words.json", ROOT)).then((answer) => answer.json())])
    .then(([reader, data]) => ({ reader, words: new Words(data) }));
  engine.catch(() => { engine = undefined; });
  return engine;
}

let program;

/** Pagefind's own program: for phrases, and for languages whose words we do not know how to look up. */
async function pagefind() {
  program ??= import(new URL("pagefind.js", INDEX).href).then(async ({ createInstance }) => {
    // This is a thread of our own already; a second one would be sent every page found.
    const instance = createInstance({ noWorker: true });
    await instance.init();
    return instance;
  });
  program.catch(() => { program = undefined; });
  return program;
}

async function looked(reader, search) {
  if (reader.known && !search.startsWith('"')) return reader.search(search);
  const { results } = await (await pagefind()).search(search);
  return results.map(({ id, score, words, matchedMetaFields }) => ({ number: reader.numberOf(id), score, isTitled: matchedMetaFields?.length > 0, places: words }));
}

/**
 * The pages that answer a query, best first: `{numbers, missing, meant, page(numbers)}`. `missing` are words that are nowhere in
 * the hub, `meant` pairs of what was typed and what was searched for instead. Null when `isOld` says that nobody waits.
 */
export async function find(query, isOld = () => false) {
  const { reader, words } = await load();
  await breath();
  if (isOld()) return null;
  const { terms } = understood(query, words, (search) => reader.key(search));
  const wanted = [...new Set(terms.flatMap(({ ways }) => ways.map(({ search }) => search)))];
  const searches = new Map();
  await Promise.all(wanted.map(async (search) => searches.set(search, await looked(reader, search))));
  await breath();
  if (isOld()) return null;
  const known = new Map(rank(terms, searches, words.pages).map((page) => [page.number, page]));
  const isFound = ({ search }) => searches.get(search).length > 0;
  return {
    numbers: [...known.keys()],
    missing: terms.filter(({ ways }) => !ways.some(isFound)).map(({ word }) => word),
    // What was meant is a guess only where nothing else answers.
    meant: terms.filter(({ meant, ways }) => meant && !ways.some((way) => way.how !== "meant" && isFound(way))).map(({ word, meant }) => ({ typed: word, meant })),
    page: (numbers) => Promise.all(numbers.map((number) => shown(reader, known.get(number)))),
  };
}

/** Lets messages come in between two pieces of work. */
function breath() {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => { port1.close(); done(); };
    port2.postMessage(null);
  });
}

/** Every page, in no order of worth. */
export async function everything() {
  const { reader } = await load();
  return { numbers: reader.pages, missing: [], meant: [], page: (numbers) => Promise.all(numbers.map((number) => shown(reader, { number, results: [] }))) };
}

let table;

/** Which pages have which values: `{names, values, of}`; `of` lists for each page the places of its values. */
async function facets() {
  table ??= Promise.all([load(), fetch(new URL("search/filters.json", ROOT), { cache: "no-cache" }).then((answer) => answer.json())]).then(([{ reader }, filters]) => {
    const of = reader.pages.map(() => []);
    const values = Object.entries(filters).flatMap(([name, held]) => Object.keys(held).map((value) => ({ name, value })));
    values.forEach(({ name, value }, place) => {
      let number = -1;
      for (const gap of filters[name][value].split(" ")) of[(number += Number(gap))]?.push(place);
    });
    return { names: Object.keys(filters), values, of };
  });
  table.catch(() => { table = undefined; });
  return table;
}

/** Those of the pages, in the same order, that have one of the values of each filter: `{kind: ["Guides"]}`. */
export async function narrowed(numbers, filters) {
  if (!Object.keys(filters).length) return numbers;
  const { values, of } = await facets();
  const wanted = Object.entries(filters).map(([name, chosen]) =>
    new Set(values.flatMap((one, place) => (one.name === name && chosen.includes(one.value) ? [place] : []))));
  return numbers.filter((number) => wanted.every((places) => of[number].some((place) => places.has(place))));
}

/** How many of the pages have each value of each filter: `{kind: {Guides: 3}}`. */
export async function counted(numbers) {
  const { names, values, of } = await facets();
  const sums = values.map(() => 0);
  for (const number of numbers) for (const place of of[number]) sums[place] += 1;
  const found = Object.fromEntries(names.map((name) => [name, {}]));
  values.forEach(({ name, value }, place) => { found[name][value] = sums[place]; });
  return found;
}

function rank(terms, searches, pages) {
  const found = new Map();
  let mass = 0;
  for (const term of terms) {
    const best = new Map();
    for (const way of term.ways) {
      const results = searches.get(way.search);
      const top = results.reduce((most, { score }) => Math.max(most, score), 1e-9);
      for (const result of results) {
        const titled = result.isTitled ? TITLED : 0;
        const worth = way.sure * (FLOOR + (1 - FLOOR) * (result.score / top) + titled);
        if ((best.get(result.number)?.worth ?? 0) < worth) best.set(result.number, { worth, result });
      }
    }
    if (!best.size) continue;
    const rare = Math.log(1 + pages / best.size);
    mass += rare;
    for (const [number, { worth, result }] of best) {
      if (!found.has(number)) found.set(number, { number, score: 0, matched: 0, results: [] });
      const page = found.get(number);
      page.score += rare * worth;
      page.matched += rare;
      page.results.push(result);
    }
  }
  for (const page of found.values()) page.score *= page.matched / mass;
  return [...found.values()].sort((one, other) => other.score - one.score || one.number - other.number);
}

/** A page with an excerpt in which every word that it was found by is marked. */
async function shown(reader, { number, results }) {
  const fragment = await reader.fragment(number);
  const words = fragment.content.split(/\s+/);
  const starts = [...new Set(results.flatMap((result) => result.starts ?? []))];
  const told = results.flatMap((result) => result.places ?? []);
  return shownOf(fragment, words, starts.length ? [...told, ...placesOf(words, starts, reader.stem)] : told, ROOT.pathname);
}
