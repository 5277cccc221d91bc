// What is written and not saved, kept in the browser until it is: neither the program nor the browser can lose it.

/** @param {HTMLFormElement} form */
function place(form) {
  return `hub-edit:${new URL(form.action).pathname}`;
}

/**
 * What a form says, as it is sent.
 * @param {HTMLFormElement} form
 * @returns {[string, string][]}
 */
export function fieldsOf(form) {
  /** @type {[string, string][]} */
  const found = [];
  for (const [name, value] of new FormData(form)) if (typeof value === "string") found.push([name, value]);
  return found;
}

/**
 * @param {HTMLFormElement} form
 * @param {[string, string][]} fields
 */
export function keep(form, fields) {
  try {
    localStorage.setItem(place(form), JSON.stringify(fields));
  } catch {
    // The browser keeps nothing, or no more: the form itself still has it, and leaving it asks.
  }
}

/** @param {HTMLFormElement} form */
export function forget(form) {
  try {
    localStorage.removeItem(place(form));
  } catch {
    // Then nothing was kept.
  }
}

/**
 * What was kept of a form; null when there is nothing.
 * @param {HTMLFormElement} form
 * @returns {[string, string][] | null}
 */
export function kept(form) {
  try {
    return JSON.parse(localStorage.getItem(place(form)) ?? "null");
  } catch {
    return null;
  }
}
