// Which page answers best: the answers to single words, ranked together.

/** What a word in the title adds, as a share of what the word is worth. */
const TITLED = 0.5;
/** What the weakest page of a search is worth, as a share of the strongest. */
const FLOOR = 0.5;

/**
 * A page that a search found: its number, how much it says, whether in its title, and the words that were found.
 * @typedef {{ number: number, score: number, isTitled: boolean, forms: ReadonlySet<string> }} Found
 * A search that may answer a word, and how sure it is that it does.
 * @typedef {{ search: string, sure: number, how: string }} Way
 * @typedef {{ word: string, ways: Way[], meant: string | null, phrase?: string[] }} Term
 * @typedef {{ number: number, score: number, matched: number, results: Found[] }} Ranked
 */

/**
 * Pages, best first: each term counts by how rare it is, once a page, by the way that is surest there.
 * @param {readonly Term[]} terms
 * @param {ReadonlyMap<string, readonly Found[]>} searches what each search has found
 * @param {number} pages of the hub
 * @returns {Ranked[]}
 */
export function rank(terms, searches, pages) {
  /** @type {Map<number, Ranked>} */
  const found = new Map();
  let mass = 0;
  for (const { ways } of terms) {
    const best = bestOf(ways, searches);
    if (!best.size) continue;
    const rare = Math.log(1 + pages / best.size);
    mass += rare;
    for (const [number, { worth, result }] of best) {
      const page = found.get(number) ?? { number, score: 0, matched: 0, results: [] };
      found.set(number, page);
      page.score += rare * worth;
      page.matched += rare;
      page.results.push(result);
    }
  }
  for (const page of found.values()) page.score *= page.matched / mass;
  return [...found.values()].sort((one, other) => other.score - one.score || one.number - other.number);
}

/**
 * The surest answer of a term on each page.
 * @param {readonly Way[]} ways
 * @param {ReadonlyMap<string, readonly Found[]>} searches
 */
function bestOf(ways, searches) {
  /** @type {Map<number, { worth: number, result: Found }>} */
  const best = new Map();
  for (const { search, sure } of ways) {
    const results = searches.get(search) ?? [];
    const top = results.reduce((most, { score }) => Math.max(most, score), 1e-9);
    for (const result of results) {
      const worth = sure * (FLOOR + (1 - FLOOR) * (result.score / top) + (result.isTitled ? TITLED : 0));
      if ((best.get(result.number)?.worth ?? 0) < worth) best.set(result.number, { worth, result });
    }
  }
  return best;
}
