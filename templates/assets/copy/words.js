// The texts of "Use this course", fetched once and kept apart from the page's own by a prefix.
import { learn, say } from "../strings.js";

const FILE = new URL("../strings/copy.json", import.meta.url);
/** @type {Promise<void> | undefined} */
let loading;

/**
 * A JSON file of this site. Throws when it cannot be had.
 * @param {string | URL} address
 */
export async function fetched(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return answer.json();
}

/** Fetches the texts; to be awaited before anything is shown. After a failure it may be tried again. */
export function loadWords() {
  loading ??= fetched(FILE).then(
    (/** @type {Record<string, string>} */ words) =>
      learn(Object.fromEntries(Object.entries(words).map(([key, text]) => [`copy.${key}`, text]))),
    (error) => {
      loading = undefined;
      throw error;
    },
  );
  return loading;
}

/**
 * The text for a key, with {name} filled from values.
 * @param {string} key
 * @param {Record<string, string | number>} [values]
 */
export function word(key, values) {
  return say(`copy.${key}`, key, values);
}

/**
 * The text for a number: `key` for one, `key` + "Many" for more.
 * @param {string} key
 * @param {number} count
 */
export function counted(key, count) {
  return word(count === 1 ? key : `${key}Many`, { count });
}
