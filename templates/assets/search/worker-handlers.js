// What the dialog asks, answered where the engine is: the pages found stay here, and only those that are shown are handed over.
import { counted, everything, find, narrowed } from "./engine.js";

/** @typedef {import("./engine.js").Answer} Answer */
/** @typedef {import("./engine.js").Filters} Filters */
/** @typedef {import("./excerpts.js").Shown} Shown */
/**
 * How many pages answer a question, and the first of them.
 * @typedef {{ count: number, missing: string[], meant: Answer["meant"], parted: Answer["parted"], results: Shown[] }} First
 */

/** Questions whose pages can still be asked for. */
const KEPT = 3;

/** @type {Map<number, { found: Answer, numbers: number[] }>} */
const kept = new Map();
let latest = 0;

/**
 * The first answer to a question; null when another question came before that was known.
 * @param {number} turn of the question
 * @param {string} query
 * @param {Filters} filters
 * @param {number} first pages to hand over at once
 * @returns {Promise<First | null>}
 */
export async function ask(turn, query, filters, first) {
  latest = Math.max(latest, turn);
  const isOld = () => turn < latest;
  const found = query ? await find(query, isOld) : await everything();
  if (!found || isOld()) return null;
  const numbers = await narrowed(found.numbers, filters);
  kept.set(turn, { found, numbers });
  for (const old of kept.keys()) if (kept.size > KEPT) kept.delete(old);
  const { missing, meant, parted } = found;
  return { count: numbers.length, missing, meant, parted, results: await pages(turn, 0, first) };
}

/**
 * Some of the pages that answer a question.
 * @param {number} turn
 * @param {number} from
 * @param {number} to
 */
export async function pages(turn, from, to) {
  const held = kept.get(turn);
  const wanted = held?.numbers.slice(from, to) ?? [];
  return held && wanted.length ? held.found.page(wanted) : [];
}

/**
 * How many of all the pages found have each value.
 * @param {number} turn
 */
export async function counts(turn) {
  return counted(kept.get(turn)?.found.numbers ?? []);
}
