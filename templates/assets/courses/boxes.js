// The boxes of one facet: made once, so that focus stays where it is; only counts change.
import { make } from "../strings.js";

/** @import { Facet } from "../../types/courses.js" */

/** A facet with more words than this begins folded. */
const UNFOLDED = 12;

export class Boxes {
  /**
   * @param {Facet} facet
   * @param {(name: string, id: string, isOn: boolean) => void} choose
   */
  constructor({ name, title, values }, choose) {
    this.name = name;
    this.rows = values.map((value) => {
      const input = make("input", { type: "checkbox", name, value: value.id });
      const count = make("span", { className: "hub-count" });
      const label = make("label", {}, input, make("span", { textContent: value.name }), count);
      input.addEventListener("change", () => choose(name, value.id, input.checked));
      return { label, input, count };
    });
    const summary = make("summary", {}, make("span", { textContent: title }));
    const labels = make("div", {}, ...this.rows.map(({ label }) => label));
    this.element = make("details", { open: values.length <= UNFOLDED }, summary, labels);
    this.element.setAttribute("role", "group");
    this.element.setAttribute("aria-label", title);
  }

  /**
   * Shows what is chosen, and how many courses each word has.
   * @param {string[]} chosen
   * @param {Uint32Array} counts
   */
  show(chosen, counts) {
    this.rows.forEach(({ label, input, count }, word) => {
      input.checked = chosen.includes(input.value);
      count.textContent = `(${counts[word]})`;
      label.classList.toggle("is-empty", !counts[word] && !input.checked);
    });
  }
}
