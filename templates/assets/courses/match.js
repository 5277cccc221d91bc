// Which courses fit the choices, and how many each further choice would leave. Courses are known by their places.

/** The places that fit: any of the chosen words within a facet, all facets together; and counts by facet and word. */
export function match(data, chosen) {
  const facets = data.facets.map((facet) => ({ facet, words: words(facet, chosen[facet.name]) }));
  const counts = new Map(data.facets.map((facet) => [facet.name, new Uint32Array(facet.values.length)]));
  const places = [];
  for (let place = 0; place < data.count; place++) {
    const missed = facets.filter(({ facet, words }) => words.size && !facet.of[place].some((word) => words.has(word)));
    if (!missed.length) places.push(place);
    // A facet's own choices do not narrow its own counts: they say what one more choice would add.
    const counting = missed.length ? (missed.length === 1 ? [missed[0].facet] : []) : data.facets;
    for (const facet of counting) for (const word of facet.of[place]) counts.get(facet.name)[word]++;
  }
  return { places, counts };
}

function words(facet, ids = []) {
  return new Set(ids.map((id) => facet.values.findIndex((value) => value.id === id)).filter((word) => word >= 0));
}

const ORDERS = {
  newest: (data) => (one, other) => data.updated[other] - data.updated[one] || data.title[one] - data.title[other],
  copied: (data) => (one, other) => data.copies[other] - data.copies[one] || data.title[one] - data.title[other],
  title: (data) => (one, other) => data.title[one] - data.title[other],
  length: (data) => (one, other) => data.minutes[one] - data.minutes[other] || data.title[one] - data.title[other],
};
export const ORDER_NAMES = Object.keys(ORDERS);

/** The places in order, adapted copies under the first source that is there too: [[place, copies], …]. */
export function arranged(data, places, order) {
  const there = new Set(places);
  const copies = new Map();
  const own = [];
  for (const place of [...places].sort(ORDERS[order](data))) {
    const source = sourceAmong(data, place, there);
    if (source === -1) own.push(place);
    else copies.set(source, [...(copies.get(source) ?? []), place]);
  }
  return own.map((place) => [place, copies.get(place) ?? []]);
}

function sourceAmong(data, place, there) {
  let found = -1;
  const seen = new Set([place]);
  for (let source = data.source[place]; source >= 0 && !seen.has(source); source = data.source[source]) {
    seen.add(source);
    if (there.has(source)) found = source;
  }
  return found;
}
