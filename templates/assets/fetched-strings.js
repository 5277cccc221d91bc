// Texts that few pages need: a file of them for each part of the site, fetched once and kept apart by a prefix.
import { learn, say } from "./strings.js";

/**
 * A JSON file of this site. Throws when it cannot be had.
 * @param {string | URL} address
 */
export async function fetched(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return answer.json();
}

/**
 * The texts of `strings/<name>.json`.
 * @param {string} name
 */
export function textsOf(name) {
  /** @type {Promise<void> | undefined} */
  let loading;

  /** Fetches them; to be awaited before anything is shown. After a failure it may be tried again. */
  function load() {
    loading ??= fetched(new URL(`strings/${name}.json`, import.meta.url)).then(
      (/** @type {Record<string, string>} */ words) =>
        learn(Object.fromEntries(Object.entries(words).map(([key, text]) => [`${name}.${key}`, text]))),
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
  function word(key, values) {
    return say(`${name}.${key}`, key, values);
  }

  /**
   * The text for a number: `key` for one, `key` + "Many" for more.
   * @param {string} key
   * @param {number} count
   */
  function counted(key, count) {
    return word(count === 1 ? key : `${key}Many`, { count });
  }

  return { load, word, counted };
}
