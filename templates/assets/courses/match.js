// Which courses fit the choices, and how many each further choice would leave. Courses are known by their places.

/** @import { Chosen, Facet, Order, Table } from "../../types/courses.js" */

/**
 * The places that fit: any of the chosen words within a facet, all facets together; and counts of the words of each
 * facet, in the order of the table.
 * @param {Table} table
 * @param {Chosen} chosen
 */
export function match(table, chosen) {
  const columns = table.facets.map((facet) => ({
    of: facet.of,
    words: words(facet, chosen[facet.name]),
    counts: new Uint32Array(facet.values.length),
  }));
  const places = [];
  for (let place = 0; place < table.count; place++) {
    const missed = columns.filter(({ of, words }) => words.size && !of[place].some((word) => words.has(word)));
    if (!missed.length) places.push(place);
    // A facet's own choices do not narrow its own counts: they say what one more choice would add.
    const counting = missed.length > 1 ? [] : missed.length ? missed : columns;
    for (const { of, counts } of counting) for (const word of of[place]) counts[word]++;
  }
  return { places, counts: columns.map(({ counts }) => counts) };
}

/**
 * The places of chosen words among those of a facet; words that it does not have are left out.
 * @param {Facet} facet
 * @param {string[]} [ids]
 */
function words(facet, ids = []) {
  return new Set(ids.map((id) => facet.values.findIndex((value) => value.id === id)).filter((word) => word >= 0));
}

/**
 * How courses are compared.
 * @type {Record<Order, (table: Table) => (one: number, other: number) => number>}
 */
const ORDERS = {
  newest:
    ({ updated, title }) =>
    (one, other) =>
      updated[other] - updated[one] || title[one] - title[other],
  copied:
    ({ copies, title }) =>
    (one, other) =>
      copies[other] - copies[one] || title[one] - title[other],
  title:
    ({ title }) =>
    (one, other) =>
      title[one] - title[other],
  length:
    ({ minutes, title }) =>
    (one, other) =>
      minutes[one] - minutes[other] || title[one] - title[other],
};
/**
 * The usual order first.
 * @type {Order[]}
 */
export const ORDER_NAMES = ["newest", "copied", "title", "length"];

/**
 * The places in order, adapted copies under the first source that is there too.
 * @param {Table} table
 * @param {number[]} places
 * @param {Order} order
 * @returns {[place: number, copies: number[]][]}
 */
export function arranged(table, places, order) {
  const there = new Set(places);
  /** @type {Map<number, number[]>} */
  const copies = new Map();
  /** @type {number[]} */
  const own = [];
  for (const place of [...places].sort(ORDERS[order](table))) {
    const source = sourceAmong(table, place, there);
    if (source === -1) own.push(place);
    else copies.set(source, [...(copies.get(source) ?? []), place]);
  }
  return own.map((place) => [place, copies.get(place) ?? []]);
}

/**
 * The furthest source of a course that is there; -1 when none is.
 * @param {Table} table
 * @param {number} place
 * @param {Set<number>} there
 */
function sourceAmong(table, place, there) {
  let found = -1;
  const seen = new Set([place]);
  for (let source = table.source[place]; source >= 0 && !seen.has(source); source = table.source[source]) {
    seen.add(source);
    if (there.has(source)) found = source;
  }
  return found;
}
