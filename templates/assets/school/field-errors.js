// How the school's form marks what is amiss: a sentence after each field, and its line in the summary.

import { ErrorSummary, linkTo } from "../error-summary.js";
import { button, newId } from "../form-controls.js";
import { make } from "../strings.js";
import { word } from "./words.js";

/** @import { Fault } from "../../types/school.js" */

/**
 * @param {HTMLElement} root
 * @param {HTMLElement} box
 * @param {() => void} anyway Hands the file out all the same.
 * @returns {ErrorSummary<Fault>}
 */
export function summaryOf(root, box, anyway) {
  /** @type {HTMLElement[]} */
  let marks = [];
  return new ErrorSummary({
    box,
    title: word("toMend"),
    clear: () => {
      for (const mark of marks) mark.remove();
      for (const control of root.querySelectorAll("[aria-invalid]")) {
        control.removeAttribute("aria-invalid");
        control.removeAttribute("aria-describedby");
      }
      marks = [];
    },
    mark: ({ path, code, values }) => {
      const text = word(`fault.${code}`, values);
      const control = [...root.querySelectorAll("[name]")].find((one) => one.getAttribute("name") === path);
      // A fault of a field that is not among these: where new agreements are written, it is on the page for the whole.
      if (!(control instanceof HTMLElement))
        return make("span", {
          textContent: root.hasAttribute("data-hub-new") ? word("elsewhere", { fault: text }) : text,
        });
      const box = boxOf(control);
      marks.push(marked(control, box, text));
      return linkTo(control, `${titleOf(box)}: ${text}`);
    },
    after: () => [make("p", {}, word("anywayHint")), make("p", {}, button(word("anyway"), anyway))],
  });
}

/** @param {HTMLElement} control */
function boxOf(control) {
  return control.closest(isRadio(control) ? "fieldset" : "label") ?? control;
}

/** @param {HTMLElement} control */
function isRadio(control) {
  return control instanceof HTMLInputElement && control.type === "radio";
}

/**
 * @param {HTMLElement} control
 * @param {Element} box
 * @param {string} textContent
 */
function marked(control, box, textContent) {
  const mark = make("p", { id: newId(), className: "hub-edit-fault is-fault", textContent });
  if (isRadio(control)) box.append(mark);
  else box.after(mark);
  control.setAttribute("aria-invalid", "true");
  control.setAttribute("aria-describedby", mark.id);
  control.id ||= newId();
  return mark;
}

/**
 * What the field is about: the activity, the subject, the criterion.
 * @param {Element} box
 */
function titleOf(box) {
  const group = (box.parentElement ?? box).closest("fieldset:not(.hub-edit-choice, .hub-form-all)");
  const label = box.querySelector("legend, span")?.textContent ?? "";
  return (group?.querySelector("legend")?.textContent || label).trim().replace(/[.:]$/, "");
}
