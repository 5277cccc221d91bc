// The lists of the form, and the rows that are shown in them.
import { unfold } from "../error-summary.js";
import { rowsIn } from "./form.js";

/** @import { Form } from "./form.js" */

/**
 * @param {Form} form
 * @param {string} path
 */
export function listOf(form, path) {
  return form.lists().find(({ dataset }) => dataset.rows === path);
}

/**
 * A row, unfolded; throws when it is not shown.
 * @param {Form} form
 * @param {string} list
 * @param {string} row
 */
export function rowOf(form, list, row) {
  const host = listOf(form, list);
  const found = host && rowsIn(host).find(({ dataset }) => dataset.row === row);
  if (!found) throw new Error(`There is no row ${row} in ${list}`);
  unfold(found);
  return found;
}
