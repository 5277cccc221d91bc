// The ways in which a word of a query may be answered, and how sure each is.

/** @typedef {import("./ranking.js").Term} Term */

/** How sure it is that a page with the other word is what was asked for. */
export const SURE = {
  exact: 1,
  joined: 0.95,
  form: 0.9,
  spelling: 0.9,
  otherWord: 0.4,
  odd: 0.85,
  start: 0.6,
  related: 0.75,
  splitJoined: 0.9,
  split: 0.75,
  splitOtherwise: 0.6,
  synonym: 0.6,
  compound: 0.7,
  around: 0.45,
  beside: 0.4,
  meant: 0.45,
  alone: 0.7,
  partLast: 0.45,
  part: 0.3,
};

/**
 * @param {Term} term
 * @param {keyof typeof SURE} how
 * @param {Iterable<string>} found
 */
export function add(term, how, found) {
  for (const search of found) term.ways.push({ search, sure: SURE[how], how });
}
