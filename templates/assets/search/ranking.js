// Which page answers best: the answers to single words, ranked together.

/** What a word in the title adds, as a share of what the word is worth. */
const TITLED = 0.5;
/** From where on a word of the title is the word that was asked for, and no longer one that begins like it. */
const SAME = 0.5;
/** What it adds, as a share, that each word asked for stands in the title and each word of the title was asked for. */
const NAMED = 0.6;
/** What the weakest page of a search is worth, as a share of the strongest. */
const FLOOR = 0.5;

/**
 * A page that a search found: its number, how much it says, how near its title comes to the words (0 to 1), and the words
 * that were found.
 * @typedef {{ number: number, score: number, titled: number, forms: ReadonlySet<string> }} Found
 * A search that may answer a word, and how sure it is that it does.
 * @typedef {{ search: string, sure: number, how: string }} Way
 * @typedef {{ word: string, ways: Way[], meant: string | null, parts: string[] | null, phrase?: string[] }} Term
 * @typedef {{ number: number, score: number, matched: number, named: number, results: Found[] }} Ranked
 */

/**
 * Pages, best first: each term counts by how rare it is, once a page, by the way that is surest there.
 * @param {readonly Term[]} terms
 * @param {ReadonlyMap<string, readonly Found[]>} searches what each search has found
 * @param {Uint8Array} titles for each page of the hub how many words of its title say something
 * @returns {Ranked[]}
 */
export function rank(terms, searches, titles) {
  /** @type {Map<number, Ranked>} */
  const found = new Map();
  let mass = 0;
  for (const { ways } of terms) {
    const best = bestOf(ways, searches);
    if (!best.size) continue;
    const rare = Math.log(1 + titles.length / best.size);
    mass += rare;
    for (const [number, { worth, sure, result }] of best) {
      const page = found.get(number) ?? { number, score: 0, matched: 0, named: 0, results: [] };
      found.set(number, page);
      page.score += rare * worth;
      page.matched += rare;
      if (result.titled > SAME) page.named += sure;
      page.results.push(result);
    }
  }
  for (const page of found.values()) {
    const asked = page.named / terms.length;
    const said = titles[page.number] ? Math.min(1, page.named / titles[page.number]) : 0;
    page.score *= (page.matched / mass) * (1 + NAMED * asked * said);
  }
  return [...found.values()].sort((one, other) => other.score - one.score || one.number - other.number);
}

/**
 * The surest answer of a term on each page.
 * @param {readonly Way[]} ways
 * @param {ReadonlyMap<string, readonly Found[]>} searches
 */
function bestOf(ways, searches) {
  /** @type {Map<number, { worth: number, sure: number, result: Found }>} */
  const best = new Map();
  for (const { search, sure } of ways) {
    const results = searches.get(search) ?? [];
    const top = results.reduce((most, { score }) => Math.max(most, score), 1e-9);
    for (const result of results) {
      const worth = sure * (FLOOR + (1 - FLOOR) * (result.score / top) + (result.titled > 0 ? TITLED : 0));
      if ((best.get(result.number)?.worth ?? 0) < worth) best.set(result.number, { worth, sure, result });
    }
  }
  return best;
}
