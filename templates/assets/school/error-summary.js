// What is amiss: said at each field, and together in a summary that leads to the fields.
import { button, newId } from "../copy/fields.js";
import { make } from "../strings.js";
import { word } from "./words.js";

/** @import { Fault } from "../../types/school.js" */

export class Summary {
  /** @type {HTMLElement[]} */
  marks = [];
  /** Whether the visitor has asked, so that faults are said from then on. */
  isAsked = false;
  title = document.title;

  /**
   * @param {HTMLElement} root
   * @param {HTMLElement} box
   * @param {() => void} anyway Hands the file out all the same.
   */
  constructor(root, box, anyway) {
    this.root = root;
    this.box = box;
    this.anyway = anyway;
  }

  /**
   * Says them, and takes the visitor to the summary.
   * @param {Fault[]} faults
   */
  ask(faults) {
    this.isAsked = faults.length > 0;
    this.show(faults);
    if (faults.length) this.box.focus();
  }

  /**
   * Says them where somebody has asked.
   * @param {Fault[]} faults
   */
  show(faults) {
    for (const mark of this.marks) mark.remove();
    for (const control of this.root.querySelectorAll("[aria-invalid]")) {
      control.removeAttribute("aria-invalid");
      control.removeAttribute("aria-describedby");
    }
    this.marks = [];
    document.title = this.title;
    if (!this.isAsked) return;
    const lines = faults.map((fault) => this.mark(fault));
    this.isAsked = faults.length > 0;
    if (faults.length) document.title = `${word("toMend")}: ${this.title}`;
    this.box.hidden = !faults.length;
    this.box.replaceChildren(
      make("h2", { textContent: word("toMend") }),
      make("ul", {}, ...lines),
      make("p", {}, word("anywayHint")),
      make("p", {}, button(word("anyway"), this.anyway)),
    );
  }

  /**
   * A fault of a field that is not among these: where new agreements are written, it is on the page for the whole.
   * @param {string} fault
   */
  elsewhere(fault) {
    return this.root.hasAttribute("data-hub-new") ? word("elsewhere", { fault }) : fault;
  }

  /**
   * Marks the field, and gives the line of the summary.
   * @param {Fault} fault
   */
  mark({ path, code, values }) {
    const text = word(`fault.${code}`, values);
    const control = [...this.root.querySelectorAll("[name]")].find((one) => one.getAttribute("name") === path);
    if (!(control instanceof HTMLElement)) return make("li", { textContent: this.elsewhere(text) });
    const isRadio = control instanceof HTMLInputElement && control.type === "radio";
    const box = control.closest(isRadio ? "fieldset" : "label") ?? control;
    const mark = make("p", { id: newId(), className: "hub-edit-fault is-fault", textContent: text });
    if (isRadio) box.append(mark);
    else box.after(mark);
    this.marks.push(mark);
    control.setAttribute("aria-invalid", "true");
    control.setAttribute("aria-describedby", mark.id);
    control.id ||= newId();
    const link = make("a", { href: `#${control.id}`, textContent: `${titleOf(box)}: ${text}` });
    link.addEventListener("click", (event) => {
      event.preventDefault();
      for (let part = control.closest("details"); part; part = part.parentElement?.closest("details") ?? null) {
        part.open = true;
      }
      control.focus();
    });
    return make("li", {}, link);
  }
}

/**
 * What the field is about: the activity, the subject, the criterion.
 * @param {Element} box
 */
function titleOf(box) {
  const group = (box.parentElement ?? box).closest("fieldset:not(.hub-edit-choice, .hub-edit-all)");
  const label = box.querySelector("legend, span")?.textContent ?? "";
  return (group?.querySelector("legend")?.textContent || label).trim().replace(/[.:]$/, "");
}
