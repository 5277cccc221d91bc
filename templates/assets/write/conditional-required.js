// What must be said because of what stands beside it, as the licence of a file, or does not: when it ends, or how long.
import { all } from "../strings.js";

/** @import { Form } from "./form.js" */

/**
 * The fields that must be filled in as it stands; only those say so.
 * @param {Form} form
 */
export function neededBeside(form) {
  return all("[data-after]", HTMLElement, form.root).filter((field) => {
    const names = (field.dataset.after ?? "").split(" ");
    const isNeeded = names.some((name) => form.said(name).length > 0);
    const must = field.closest("[data-field]")?.querySelector("[data-must]");
    if (must instanceof HTMLElement) must.hidden = !isNeeded;
    return isNeeded;
  });
}

/**
 * The fields that may be left out only because another one says it, where neither does.
 * @param {Form} form
 */
export function neededInstead(form) {
  const names = new Set(form.controls().map(({ name }) => name));
  return all("[data-instead]", HTMLElement, form.root).filter((field) => {
    const other = field.dataset.instead ?? "";
    return names.has(other) && !form.said(other).length;
  });
}
