// Asks before something is deleted.
import { make } from "../strings.js";
import { button, newId } from "./fields.js";
import { word } from "./words.js";

/** True when the visitor says yes; Esc is no. */
export function ask(question, yes) {
  return new Promise((resolve) => {
    const title = make("p", { id: newId(), className: "hub-ask-text", textContent: question });
    const dialog = make(
      "dialog",
      { className: "hub-ask" },
      title,
      make(
        "p",
        { className: "hub-copy-row" },
        button(yes, () => dialog.close("yes"), "hub-action"),
        button(word("keepIt"), () => dialog.close("")),
      ),
    );
    dialog.setAttribute("aria-labelledby", title.id);
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes");
    });
    document.body.append(dialog);
    dialog.showModal();
    dialog.querySelector("button:last-child").focus();
  });
}
