// What was written, as a content file has it: entries by path become mappings and lists, and rows get their ids.

/** @import { Said } from "./draft.js" */
/** @typedef {[string, Said]} Entry A path of names and rows, joined by dots, and what stands there. */

/** Fields that say what an entry is about, the best one first. */
export const NAMING = ["title", "name", "word", "text", "start"];
/** @type {Record<string, string>} */
const FOLDED = { æ: "ae", ø: "oe", å: "aa", ä: "ae", ö: "oe", ß: "ss" };

/**
 * Mappings and lists. The entries are in the order of the form; `lists` are the paths of its lists.
 * @param {Entry[]} entries
 * @param {Set<string>} lists
 * @param {string} [at]
 * @returns {{[name: string]: unknown} | unknown[]}
 */
export function nested(entries, lists, at = "") {
  const start = at ? at.length + 1 : 0;
  /** @type {Map<string, Entry[]>} */
  const parts = new Map();
  for (const entry of entries) {
    const name = entry[0].slice(start).split(".", 1)[0];
    parts.set(name, [...(parts.get(name) ?? []), entry]);
  }
  const values = [...parts].map(([name, inner]) => {
    const here = at ? `${at}.${name}` : name;
    return /** @type {[string, unknown]} */ ([name, inner[0][0] === here ? inner[0][1] : nested(inner, lists, here)]);
  });
  return lists.has(at) ? values.map(([, value]) => value) : Object.fromEntries(values);
}

/**
 * The same with an id for each row of these lists, and with ids where fields name such rows.
 * @param {Entry[]} entries
 * @param {string[]} lists Their paths.
 * @param {Map<string, string>} owned The list that a field names rows of, by the field's path.
 * @returns {Entry[]}
 */
export function withIds(entries, lists, owned) {
  /** @type {Map<string, string>} */
  const ids = new Map();
  for (const list of lists) {
    /** @type {Set<string>} */
    const taken = new Set();
    for (const row of rowsIn(entries, list)) {
      const id = freeId(about(entries, row) || "1", taken);
      taken.add(id);
      ids.set(row, id);
    }
  }
  const seen = new Set();
  return entries.flatMap(([path, said]) => {
    const list = owned.get(path);
    /** @type {Entry} */
    const own = [path, list === undefined ? said : named(said, list, ids)];
    const rows = [...ids].filter(([row]) => path.startsWith(`${row}.`) && !seen.has(row));
    for (const [row] of rows) seen.add(row);
    return [...rows.map(([row, id]) => /** @type {Entry} */ ([`${row}.id`, id])), own];
  });
}

/**
 * @param {Entry[]} entries
 * @param {string} list
 */
function rowsIn(entries, list) {
  const inside = entries.filter(([path]) => path.startsWith(`${list}.`));
  return [...new Set(inside.map(([path]) => `${list}.${path.slice(list.length + 1).split(".", 1)[0]}`))];
}

/**
 * @param {Entry[]} entries
 * @param {string} row
 */
function about(entries, row) {
  const said = NAMING.map((name) => entries.find(([path]) => path === `${row}.${name}`)?.[1]);
  return said.find((one) => typeof one === "string") ?? "";
}

/**
 * @param {Said} said
 * @param {string} list
 * @param {Map<string, string>} ids
 */
function named(said, list, ids) {
  const found = [said].flat().flatMap((row) => ids.get(`${list}.${row}`) ?? []);
  return typeof said === "string" ? (found[0] ?? "") : found;
}

/**
 * A short name made of a text: small letters, digits and hyphens.
 * @param {Said} text
 * @param {number} most Signs.
 */
export function idLike(text, most = 40) {
  const folded = String(text)
    .toLowerCase()
    .replace(/[æøåäöß]/g, (letter) => FOLDED[letter])
    .normalize("NFKD");
  const plain = folded.replace(/\p{M}/gu, "").replace(/[^a-z0-9]+/g, "-");
  return plain.replace(/^-+/, "").slice(0, most).replace(/-+$/, "") || "x";
}

/**
 * @param {Said} text
 * @param {Set<string>} taken
 */
function freeId(text, taken) {
  const short = idLike(String(text).split(/\s+/).slice(0, 4).join(" "));
  let number = 1;
  while (taken.has(number > 1 ? `${short}-${number}` : short)) number += 1;
  return number > 1 ? `${short}-${number}` : short;
}
