// Asks before something is deleted.
import { make } from "../strings.js";
import { button, newId } from "./fields.js";
import { word } from "./words.js";

/**
 * True when the visitor says yes; Esc is no.
 * @param {string} question
 * @param {string} yes
 * @returns {Promise<boolean>}
 */
export function ask(question, yes) {
  return new Promise((resolve) => {
    const title = make("p", { id: newId(), className: "hub-ask-text", textContent: question });
    const keep = button(word("keepIt"), () => dialog.close(""));
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
