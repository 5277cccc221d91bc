// Other pages of the hub, named by their titles: what is chosen from, and what a chosen title means.

/** @typedef {{[kind: string]: {word: string, items: [string, string][]}}} Items Ids and titles, by kind. */
/** @typedef {{label: string, reference: string}} Named */

/** Choices that are offered at once. */
const MOST = 20;

/**
 * Everything that a field of a kind may name, `*` for any, each under a label of its own.
 * @param {Items} items
 * @param {string} kind
 * @returns {Named[]}
 */
export function namedIn(items, kind) {
  const kinds = kind === "*" ? Object.keys(items) : [kind];
  const found = kinds.flatMap((name) => {
    const { word, items: own } = items[name] ?? { word: "", items: [] };
    return own.map(([id, title]) => ({
      id,
      label: kind === "*" ? `${title} (${word})` : title,
      reference: kind === "*" ? `${name}:${id}` : id,
    }));
  });
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { label } of found) counts.set(label, (counts.get(label) ?? 0) + 1);
  return found.map(({ id, label, reference }) => ({
    label: (counts.get(label) ?? 0) > 1 ? `${label} [${id}]` : label,
    reference,
  }));
}

/**
 * Those whose labels have all words that were typed.
 * @param {Named[]} named
 * @param {string} typed
 */
export function fitting(named, typed) {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return named.filter(({ label }) => words.every((word) => label.toLowerCase().includes(word))).slice(0, MOST);
}

/**
 * The reference that a text stands for; "" when there is no such page.
 * @param {Named[]} named
 * @param {string} text
 */
export function referenceOf(named, text) {
  const wanted = text.trim().toLowerCase();
  const found = named.find(({ label, reference }) => label.toLowerCase() === wanted || reference === wanted);
  return found?.reference ?? "";
}
