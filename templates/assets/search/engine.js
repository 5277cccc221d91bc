// Finds pages: asks Pagefind for each word by itself, and ranks what it answers together.
import { understood } from "./query.js";
import { Words } from "./words.js";

const ROOT = new URL("../../", import.meta.url);
const TITLED = 0.5;
/** What a word in the title adds, as a share of what the word is worth. */
const FLOOR = 0.5;
/** What the weakest page of a search is worth, as a share of the strongest. */

let engine;

/** Pagefind and the hub's words, fetched when they are first needed. */
export async function load() {
  engine ??= Promise.all([import(new URL("pagefind/pagefind.js", ROOT).href), fetch(new URL("search/words.json", ROOT)).then((answer) => answer.json())]).then(
    async ([pagefind, data]) => {
      await pagefind.options({ baseUrl: ROOT.pathname, excerptLength: 24 });
      await pagefind.init();
      return { pagefind, words: new Words(data) };
    },
  );
  engine.catch(() => { engine = undefined; });
  return engine;
}

/**
 * The pages that answer a query, best first: `{ids, missing, meant, page(ids)}`. `missing` are words that are nowhere in
 * the hub, `meant` pairs of what was typed and what was searched for instead.
 */
export async function find(query) {
  const { pagefind, words } = await load();
  const { terms } = understood(query, words);
  const searches = new Map();
  const wanted = new Set(terms.flatMap(({ ways }) => ways.map(({ search }) => search)));
  await Promise.all([...wanted].map(async (search) => searches.set(search, (await pagefind.search(search)).results)));
  const ranked = rank(terms, searches, words.pages);
  const known = new Map(ranked.map((page) => [page.id, page]));
  const isFound = ({ search }) => searches.get(search).length > 0;
  return {
    ids: [...known.keys()],
    missing: terms.filter(({ ways }) => !ways.some(isFound)).map(({ word }) => word),
    // What was meant is a guess only where nothing else answers.
    meant: terms.filter(({ meant, ways }) => meant && !ways.some((way) => way.how !== "meant" && isFound(way))).map(({ word, meant }) => ({ typed: word, meant })),
    page: (ids) => Promise.all(ids.map((id) => shown(pagefind, known.get(id)))),
  };
}

/** Every page, in no order of worth. */
export async function everything() {
  const { pagefind } = await load();
  const { results } = await pagefind.search(null);
  const known = new Map(results.map((result) => [result.id, result]));
  return { ids: [...known.keys()], missing: [], meant: [], page: (ids) => Promise.all(ids.map((id) => known.get(id).data())) };
}

let table;

/** Which pages have which values: `{names, values, places, of}`; `of` lists for each place the numbers of its values. */
async function facets() {
  table ??= fetch(new URL("search/filters.json", ROOT)).then((answer) => answer.json()).then(({ ids, filters }) => {
    const places = new Map(ids.split(" ").map((id, place) => [id, place]));
    const of = Array.from(places, () => []);
    const values = Object.entries(filters).flatMap(([name, held]) => Object.keys(held).map((value) => ({ name, value })));
    values.forEach(({ name, value }, number) => {
      let place = -1;
      for (const gap of filters[name][value].split(" ")) of[(place += Number(gap))].push(number);
    });
    return { names: Object.keys(filters), values, places, of };
  });
  table.catch(() => { table = undefined; });
  return table;
}

/** The ids, in the same order, of pages that have one of the values of each filter: `{kind: ["Guides"]}`. */
export async function narrowed(ids, filters) {
  if (!Object.keys(filters).length) return ids;
  const { values, places, of } = await facets();
  const wanted = Object.entries(filters).map(([name, chosen]) =>
    new Set(values.flatMap((one, number) => (one.name === name && chosen.includes(one.value) ? [number] : []))));
  return ids.filter((id) => wanted.every((numbers) => of[places.get(id)].some((number) => numbers.has(number))));
}

/** How many of the ids have each value of each filter: `{kind: {Guides: 3}}`. */
export async function counted(ids) {
  const { names, values, places, of } = await facets();
  const sums = values.map(() => 0);
  for (const id of ids) for (const number of of[places.get(id)]) sums[number] += 1;
  const found = Object.fromEntries(names.map((name) => [name, {}]));
  values.forEach(({ name, value }, number) => { found[name][value] = sums[number]; });
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
        const titled = result.matchedMetaFields?.length ? TITLED : 0;
        const worth = way.sure * (FLOOR + (1 - FLOOR) * (result.score / top) + titled);
        if ((best.get(result.id)?.worth ?? 0) < worth) best.set(result.id, { worth, way, result });
      }
    }
    if (!best.size) continue;
    const rare = Math.log(1 + pages / best.size);
    mass += rare;
    for (const [id, { worth, way, result }] of best) {
      if (!found.has(id)) found.set(id, { id, score: 0, matched: 0, ways: [], result });
      const page = found.get(id);
      page.score += rare * worth;
      page.matched += rare;
      page.ways.push(way);
    }
  }
  for (const page of found.values()) page.score *= page.matched / mass;
  return [...found.values()].sort((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1));
}

/** A page with an excerpt in which every word that it was found by is marked. */
async function shown(pagefind, { id, ways, result }) {
  if (ways.length < 2) return result.data();
  const all = [...new Set(ways.flatMap(({ search }) => search.split(" ")))].join(" ");
  const again = (await pagefind.search(all)).results.find((other) => other.id === id);
  return (again ?? result).data();
}
