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
 * What each control of a form says now, by its name; a box to tick by its value too.
 * @param {HTMLFormElement} form
 * @returns {Map<string, string>}
 */
export function controlsOf(form) {
  return new Map(controls(form).map(([name, control]) => [name, said(control)]));
}

/**
 * What was written while the form was on its way is to stand in the one that came back.
 * @param {HTMLFormElement} form
 * @param {Map<string, string>} before
 * @returns {() => void}
 */
export function writtenSince(form, before) {
  const since = new Map([...controlsOf(form)].filter(([name, now]) => (before.get(name) ?? now) !== now));
  return () => {
    for (const [name, control] of controls(form)) {
      const now = since.get(name);
      if (now === undefined) continue;
      if (control.type === "checkbox") /** @type {HTMLInputElement} */ (control).checked = now === "true";
      else control.value = now;
    }
  };
}

/**
 * @param {HTMLFormElement} form
 * @returns {[string, HTMLInputElement][]}
 */
function controls(form) {
  /** @type {NodeListOf<HTMLInputElement>} */
  const found = form.querySelectorAll("input[name]:not([type=hidden]), textarea[name], select[name]");
  return [...found].map((one) => [one.type === "checkbox" ? `${one.name}=${one.value}` : one.name, one]);
}

/** @param {HTMLInputElement} control */
function said(control) {
  return control.type === "checkbox" ? `${control.checked}` : control.value;
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
