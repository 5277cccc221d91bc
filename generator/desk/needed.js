// What must be said because of what was chosen comes out of its fold at once, and says that it must be filled in.

/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Control */

/**
 * @param {HTMLElement} element
 * @returns {element is Control}
 */
function isControl(element) {
  return element.matches("input, select, textarea");
}

/**
 * What is needed with something, as the licence of a file: that of the whole, until another is chosen.
 * @param {HTMLFormElement} form
 * @param {Control} written
 */
function askAfter(form, written) {
  if (!written.value.trim()) return;
  /** @type {NodeListOf<HTMLElement>} */
  const found = form.querySelectorAll(`[data-after~="${CSS.escape(written.name)}"]`);
  for (const one of found) {
    const field = /** @type {HTMLElement | null} */ (one.closest("[data-field]"));
    const must = /** @type {HTMLElement | null | undefined} */ (field?.querySelector("[data-must]"));
    if (must) must.hidden = false;
    if (field) bringOut(field, one.id);
    if (!(one instanceof HTMLSelectElement) || one.value) continue;
    const whole = form.elements.namedItem(one.name.split(".").at(-1) ?? "");
    if (whole instanceof HTMLSelectElement) one.value = whole.value;
  }
}

/**
 * What is not asked any more because something else was ticked.
 * @param {HTMLFormElement} form
 */
export function hideInstead(form) {
  /** @type {NodeListOf<HTMLElement>} */
  const found = form.querySelectorAll("[data-instead]");
  for (const one of found) {
    const other = form.querySelector(`[type=checkbox][name="${CSS.escape(one.dataset.instead ?? "")}"]`);
    if (!(other instanceof HTMLInputElement)) continue;
    /** @type {NodeListOf<Control>} */
    const inside = one.querySelectorAll("input:not([type=hidden]), select, textarea");
    one.hidden = other.checked && ![...inside].some(({ value }) => value.trim());
  }
}

/**
 * @param {HTMLFormElement} form
 * @param {HTMLElement} chosen The control that was changed.
 */
export function askFor(form, chosen) {
  hideInstead(form);
  if (isControl(chosen)) askAfter(form, chosen);
  if (!(chosen instanceof HTMLSelectElement)) return;
  /** @type {NodeListOf<HTMLElement>} */
  const found = form.querySelectorAll(`[data-when^="${CSS.escape(chosen.name)}="]`);
  for (const one of found) {
    const field = /** @type {HTMLElement | null} */ (one.closest("[data-field], details[data-optional]"));
    if (!field) continue;
    const isNeeded = one.dataset.when === `${chosen.name}=${chosen.value}`;
    const must = /** @type {HTMLElement | null} */ (field.querySelector(":scope > :is(label, legend) [data-must]"));
    if (must) must.hidden = !isNeeded;
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
