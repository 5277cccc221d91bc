// The browser's state in the address, so that it can be shared and "back" works.
import { ORDER_NAMES } from "./match.js";

/** @import { State, View } from "../../types/courses.js" */

/** @type {View[]} */
export const VIEWS = ["cards", "list"];

/**
 * What the address says: words by facet, order, view. What it says wrongly is left out.
 * @param {string[]} names Of facets.
 * @param {string} [href]
 * @returns {State}
 */
export function read(names, href = location.href) {
  const query = new URL(href).searchParams;
  const chosen = Object.fromEntries(names.map((name) => [name, query.getAll(name)]).filter(([, ids]) => ids.length));
  return { chosen, sort: known(query.get("sort"), ORDER_NAMES), view: known(query.get("view"), VIEWS) };
}

/**
 * A value among those that there are; the first of them otherwise.
 * @template {string} T
 * @param {string | null} value
 * @param {T[]} values
 */
function known(value, values) {
  return values.find((one) => one === value) ?? values[0];
}

/**
 * The address of a state; what is as usual is left out.
 * @param {State} state
 * @param {string} [href]
 */
export function written(state, href = location.href) {
  const address = new URL(href);
  address.search = "";
  address.hash = "";
  for (const [name, ids] of Object.entries(state.chosen)) for (const id of ids) address.searchParams.append(name, id);
  if (state.sort !== ORDER_NAMES[0]) address.searchParams.set("sort", state.sort);
  if (state.view !== VIEWS[0]) address.searchParams.set("view", state.view);
  return address.href;
}
