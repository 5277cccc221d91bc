// What takes a while is told at once: nobody presses twice, and nobody wonders whether anything happens.

/**
 * Holds a form still while it is on its way, and says so on the button and in words; returns what frees it.
 * @param {HTMLFormElement} form
 * @param {string} act The value of the button that was pressed.
 * @param {DOMStringMap} texts
 */
export function busy(form, act, texts) {
  const said = (act.startsWith("publish:") ? texts.publishing : texts.saving) ?? "";
  const button = /** @type {HTMLButtonElement | null} */ (form.querySelector(`button[value="${CSS.escape(act)}"]`));
  const state = form.querySelector("[data-state]");
  const called = button?.textContent ?? "";
  if (button) Object.assign(button, { disabled: true, textContent: said });
  if (state) state.textContent = said;
  form.inert = true;
  return () => {
    form.inert = false;
    if (button) Object.assign(button, { disabled: false, textContent: called });
    if (state?.textContent === said) state.textContent = texts.unsaved ?? "";
  };
}
