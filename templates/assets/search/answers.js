// What the dialog asks, answered where the engine is: the pages found stay here, and only those that are shown are handed over.
import { counted, everything, find, narrowed } from "./engine.js";

const KEPT = 3;
/** Questions whose pages can still be asked for. */

const kept = new Map();
let latest = 0;

/** How many pages answer a question, and the first of them; null when another question came before that was known. */
export async function ask(turn, query, filters, first) {
  latest = Math.max(latest, turn);
  const isOld = () => turn < latest;
  const found = query ? await find(query, isOld) : await everything();
  if (!found || isOld()) return null;
  const numbers = await narrowed(found.numbers, filters);
  kept.set(turn, { found, numbers });
  for (const old of kept.keys()) if (kept.size > KEPT) kept.delete(old);
  return { count: numbers.length, missing: found.missing, meant: found.meant, results: await pages(turn, 0, first) };
}

/** Some of the pages that answer a question. */
export async function pages(turn, from, to) {
  const { found, numbers } = kept.get(turn) ?? { numbers: [] };
  const wanted = numbers.slice(from, to);
  return wanted.length ? found.page(wanted) : [];
}

/** How many of all the pages found have each value. */
export async function counts(turn) {
  return counted(kept.get(turn)?.found.numbers ?? []);
}
