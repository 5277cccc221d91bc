// Asks before something is lost.

import { button, newId } from "../form-controls.js";
import { make } from "../strings.js";

/**
 * True when the visitor says yes; Esc is no.
 * @param {string} question
 * @param {string} yes
 * @param {string} no
 * @returns {Promise<boolean>}
 */
export function ask(question, yes, no) {
  return new Promise((resolve) => {
    const title = make("p", { id: newId(), className: "hub-ask-text", textContent: question });
    const keep = button(no, () => dialog.close(""));
    const answers = make(
      "p",
      { className: "hub-copy-row" },
      button(yes, () => dialog.close("yes"), "hub-action"),
      keep,
    );
    const dialog = make("dialog", { className: "hub-ask" }, title, answers);
    dialog.setAttribute("aria-labelledby", title.id);
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes");
    });
    document.body.append(dialog);
    dialog.showModal();
    keep.focus();
  });
}
