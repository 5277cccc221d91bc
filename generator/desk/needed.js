// What must be said because of what was chosen comes out of its fold at once, and may not be left out any more.

/**
 * @param {HTMLFormElement} form
 * @param {HTMLElement} chosen The control that was changed.
 */
export function askFor(form, chosen) {
  if (!(chosen instanceof HTMLSelectElement)) return;
  /** @type {NodeListOf<HTMLElement>} */
  const found = form.querySelectorAll(`[data-when^="${CSS.escape(chosen.name)}="]`);
  for (const one of found) {
    const field = /** @type {HTMLElement | null} */ (one.closest("[data-field], details[data-optional]"));
    if (!field) continue;
    const isNeeded = one.dataset.when === `${chosen.name}=${chosen.value}`;
    const may = /** @type {HTMLElement | null} */ (field.querySelector(":scope > :is(label, legend) [data-may]"));
    if (may) may.hidden = isNeeded;
    if (isNeeded) bringOut(field, one.id);
  }
}

/**
 * @param {HTMLElement} field
 * @param {string} id
 */
function bringOut(field, id) {
  const fold = field.parentElement;
  if (field instanceof HTMLDetailsElement) field.open = true;
  if (!fold?.matches("details.hub-form-more:not([data-optional])")) return;
  fold.before(field);
  const list = fold.querySelector(":scope > summary .hub-small");
  if (!list) return;
  const left = [...list.querySelectorAll("[data-for]")].filter((label) => label.getAttribute("data-for") !== id);
  list.replaceChildren(...left.flatMap((label, place) => (place ? [", ", label] : [label])));
  /** @type {HTMLElement} */ (fold).hidden = !left.length;
}
