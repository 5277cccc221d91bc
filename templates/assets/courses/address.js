// The browser's state in the address, so that it can be shared and "back" works.
import { ORDER_NAMES } from "./match.js";

const VIEWS = ["cards", "list"];

/** What the address says: words by facet, order, view. What it says wrongly is left out. */
export function read(names, href = location.href) {
  const given = new URL(href).searchParams;
  const chosen = Object.fromEntries(names.map((name) => [name, given.getAll(name)]).filter(([, ids]) => ids.length));
  return { chosen, sort: known(given.get("sort"), ORDER_NAMES), view: known(given.get("view"), VIEWS) };
}

function known(value, values) {
  return values.includes(value) ? value : values[0];
}

/** The address of a state; what is as usual is left out. */
export function written(state, href = location.href) {
  const address = new URL(href);
  address.search = "";
  address.hash = "";
  for (const [name, ids] of Object.entries(state.chosen)) for (const id of ids) address.searchParams.append(name, id);
  if (state.sort !== ORDER_NAMES[0]) address.searchParams.set("sort", state.sort);
  if (state.view !== VIEWS[0]) address.searchParams.set("view", state.view);
  return address.href;
}
