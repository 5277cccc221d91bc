// What is amiss in a form: marked at its field, and together in a summary that leads to the fields.
import { make } from "./strings.js";

/**
 * What forms do each in their own way.
 * @template Fault
 * @typedef {object} Marks
 * @property {HTMLElement} box Where the summary stands.
 * @property {() => void} clear Takes all marks away.
 * @property {(fault: Fault) => HTMLElement} mark Marks the field of a fault, and gives its line of the summary.
 * @property {(faults: Fault[]) => HTMLElement[]} after What stands below the lines.
 * @property {string} title
 */

/** @template Fault */
export class ErrorSummary {
  /** Whether the visitor has asked, so that faults are told from then on. */
  isAsked = false;
  title = document.title;

  /** @param {Marks<Fault>} marks */
  constructor(marks) {
    this.marks = marks;
  }

  /**
   * Tells them, and takes the visitor to the summary.
   * @param {Fault[]} faults
   */
  ask(faults) {
    this.isAsked = true;
    this.show(faults);
    if (faults.length) this.marks.box.focus();
  }

  /**
   * Tells them where somebody has asked, until there are none.
   * @param {Fault[]} faults
   */
  show(faults) {
    const { box, clear, mark, after, title } = this.marks;
    clear();
    const told = this.isAsked ? faults : [];
    this.isAsked = told.length > 0;
    document.title = this.isAsked ? `${title}: ${this.title}` : this.title;
    box.hidden = !this.isAsked;
    const lines = told.map((fault) => make("li", {}, mark(fault)));
    box.replaceChildren(make("h2", { textContent: title }), make("ul", {}, ...lines), ...after(told));
  }
}

/**
 * The way from a line of the summary to its field, through whatever is folded around it.
 * @param {HTMLElement} field It has an id.
 * @param {string} textContent
 */
export function linkTo(field, textContent) {
  const link = make("a", { href: `#${field.id}`, textContent });
  link.addEventListener("click", (event) => {
    event.preventDefault();
    unfold(field);
    field.focus({ preventScroll: true });
    // The name of the field and what is wrong with it stand above what is focused.
    (field.closest("[data-field]") ?? field).scrollIntoView({ block: "start" });
  });
  return link;
}

/** @param {Element} field */
export function unfold(field) {
  for (let part = field.closest("details"); part; part = part.parentElement?.closest("details") ?? null) {
    part.open = true;
  }
}
