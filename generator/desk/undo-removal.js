// A row that somebody has removed can be taken back until the form comes anew.

/**
 * Whether anything is written in a row.
 * @param {Element} row
 */
export function isFilled(row) {
  /** @type {NodeListOf<HTMLInputElement>} */
  const fields = row.querySelectorAll("input:not([type=hidden]), textarea, select");
  return [...fields].some((field) => (field.type === "checkbox" ? field.checked : field.value.trim() !== ""));
}

/**
 * @param {HTMLFormElement} form
 * @param {Element} row As it was, with all that is written in it.
 * @param {string} name
 * @param {DOMStringMap} texts
 * @param {() => Promise<void>} then
 */
export function offerBack(form, row, name, texts, then) {
  const list = form.querySelector(`#f-${name.replace(/\.[^.]+$/, "").replaceAll(".", "-")} > ol`);
  if (!list) return;
  const before = [.../** @type {Element} */ (row.parentElement ?? list).children].indexOf(row);
  const note = document.createElement("li");
  note.className = "desk-removed";
  const said = Object.assign(document.createElement("span"), { textContent: `${texts.removed} ` });
  said.setAttribute("role", "status");
  const back = Object.assign(document.createElement("button"), { type: "button", textContent: texts.back });
  back.className = "hub-action hub-second";
  back.addEventListener("click", async () => {
    note.replaceWith(row);
    await then();
    /** @type {HTMLElement | null | undefined} */
    const first = document.getElementById(row.id)?.querySelector("summary, input:not([type=hidden]), textarea");
    first?.focus();
  });
  note.append(said, back);
  list.insertBefore(note, list.children[before] ?? null);
}
