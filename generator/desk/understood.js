// What the program takes a day or a time for, said beside it as long as it is written in another way.

/**
 * @param {HTMLFormElement} form
 * @param {Document} now The form as the program has it.
 * @param {string | undefined} text
 */
export function sayUnderstood(form, now, text) {
  /** @type {NodeListOf<HTMLInputElement>} */
  const fields = form.querySelectorAll("input[data-form=day], input[data-form=moment]");
  for (const field of fields) {
    const said = field.parentElement?.querySelector("[data-understood]");
    const read = /** @type {HTMLInputElement | null} */ (now.getElementById(field.id))?.value ?? "";
    const isOther = field.value.trim() !== "" && read !== "" && read !== field.value.trim();
    const sentence = isOther ? (text ?? "").replace("{day}", read) : "";
    if (said && said.textContent !== sentence) said.textContent = sentence;
  }
}
