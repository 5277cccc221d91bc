// Which page answers best: the answers to single words, ranked together.

/** What a word in the title adds, as a share of what the word is worth. */
const TITLED = 1.2;
/** From where on a word of the title is the word that was asked for, and no longer one that begins like it. */
const SAME = 0.7;
/** Below this a search is one of several that may answer: what is on many pages says less than what is on few. */
const UNSURE = 0.62;
/** How much less: 1 takes it in proportion. */
const SPREAD = 0.4;
/** How much less a page counts among those that have a word, the less sure it is there: 1 takes it in proportion. */
const DOUBT = 3;
/** What a word that says little counts for, beside one that says something. */
const LIGHT = 0.3;
/** Words that a page has to say something; what the shortest is worth when another word for its title was asked for. */
const ENOUGH = 60;
const LITTLE = 0.3;
/** What it adds, as a share, that each word asked for stands in the title; and that each word of the title was asked for too. */
const [ASKED, NAMED] = [0.4, 0.6];
/** How much it takes away that a word asked for is not on the page: 1 takes all that the word is worth. */
const MISSED = 0.6;
/** What the weakest page of a search is worth, as a share of the strongest. */
const FLOOR = 0.4;

/**
 * A page that a search found: its number, how much it says, how near its title comes to the words (0 to 1), and the words
 * that were found.
 * @typedef {{ number: number, score: number, titled: number, forms: ReadonlySet<string> }} Found
 * A search that may answer a word, and how sure it is that it does.
 * @typedef {{ search: string, sure: number, how: string }} Way
 * @typedef {{ word: string, ways: Way[], meant: string | null, parts: string[] | null, phrase?: string[], isLight?: boolean }} Term
 * @typedef {{ number: number, score: number, matched: number, named: number, results: Found[] }} Ranked
 */

/**
 * Pages, best first: each term counts by how rare it is, once a page, by the way that is surest there.
 * @param {readonly Term[]} terms
 * @param {ReadonlyMap<string, readonly Found[]>} searches what each search has found
 * @param {Uint8Array} titles for each page of the hub how many words of its title say something
 * @param {Float64Array} lengths how many words it has
 * @returns {Ranked[]}
 */
export function rank(terms, searches, titles, lengths) {
  /** @type {Map<number, Ranked>} */
  const found = new Map();
  let mass = 0;
  const asked = terms.reduce((sum, { isLight }) => sum + (isLight ? LIGHT : 1), 0);
  for (const { ways, isLight } of terms) {
    const share = isLight ? LIGHT : 1;
    const best = bestOf(ways, searches, lengths);
    if (!best.size) continue;
    const rare = share * rarity(titles.length, spread(best));
    mass += rare;
    for (const [number, { worth, sure, result }] of best) {
      const page = found.get(number) ?? { number, score: 0, matched: 0, named: 0, results: [] };
      found.set(number, page);
      page.score += rare * worth;
      page.matched += rare;
      if (result.titled > SAME) page.named += sure * share;
      page.results.push(result);
    }
  }
  for (const page of found.values()) {
    const named = page.named / asked;
    const said = titles[page.number] ? Math.min(1, page.named / titles[page.number]) : 0;
    page.score *= (page.matched / mass) ** MISSED * (1 + named * (ASKED + NAMED * said));
  }
  return [...found.values()].sort((one, other) => other.score - one.score || one.number - other.number);
}

/**
 * The surest answer of a term on each page.
 * @param {readonly Way[]} ways
 * @param {ReadonlyMap<string, readonly Found[]>} searches
 * @param {Float64Array} lengths
 */
function bestOf(ways, searches, lengths) {
  /** @type {Map<number, { worth: number, sure: number, result: Found }>} */
  const best = new Map();
  const rares = ways.map(({ search }) => rarity(lengths.length, searches.get(search)?.length ?? 0));
  const rarest = Math.max(...rares);
  for (const [place, way] of ways.entries()) {
    const results = searches.get(way.search) ?? [];
    const sure = way.sure < UNSURE ? way.sure * (rares[place] / rarest) ** SPREAD : way.sure;
    const top = results.reduce((most, { score }) => Math.max(most, score), 1e-9);
    for (const result of results) {
      // A page that says little but its title answers who asks for that title, and nobody who uses another word.
      const told = way.sure < SAME ? Math.min(1, LITTLE + (1 - LITTLE) * (lengths[result.number] / ENOUGH)) : 1;
      const worth = told * sure * (FLOOR + (1 - FLOOR) * (result.score / top) + (result.titled > 0 ? TITLED : 0));
      if ((best.get(result.number)?.worth ?? 0) < worth) best.set(result.number, { worth, sure: sure * told, result });
    }
  }
  return best;
}

/**
 * On how many pages a term is, each counted by how sure it is there, beside where it is surest.
 * @param {Map<number, { sure: number }>} best
 */
function spread(best) {
  let [most, sum] = [0, 0];
  for (const { sure } of best.values()) most = Math.max(most, sure);
  for (const { sure } of best.values()) sum += (sure / most) ** DOUBT;
  return sum;
}

/**
 * How much it says that a page is among those found, and not among the others; 0 when none is found.
 * @param {number} pages
 * @param {number} found
 */
function rarity(pages, found) {
  return found ? Math.log(1 + pages / found) : 0;
}
