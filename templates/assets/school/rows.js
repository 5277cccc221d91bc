// Rows of a list in the form: as many as the draft has, copied from a template of the page.
import { button, newId } from "../form-controls.js";
import { given, make, one } from "../strings.js";
import { rowsOf } from "./flat.js";
import { GONE } from "./shape.js";
import { word } from "./words.js";

/** @import { Flat, Value } from "../../types/school.js" */

export class Rows {
  /** @type {Map<string, HTMLLIElement>} */
  shown = new Map();

  /**
   * @param {HTMLElement} host
   * @param {{write: (values: {[path: string]: Value}) => void, defaults: (field: string) => Value | undefined,
   *   isShown: (path: string) => boolean}} form
   */
  constructor(host, form) {
    this.form = form;
    this.place = given(host, "hubRows");
    this.title = given(host, "title");
    this.list = one("ol", HTMLOListElement, host);
    this.template = one(`#row-${given(host, "row")}`, HTMLTemplateElement, document);
    const fixed = [...host.attributes].filter(({ name }) => name.startsWith("data-field-"));
    this.fixed = fixed.map(({ name, value }) => [name.slice("data-field-".length), value]);
    one("[data-hub-add]", HTMLButtonElement, host).addEventListener("click", () => this.add());
  }

  /**
   * The ids of the draft's rows that belong here.
   * @param {Flat} fields
   */
  idsIn(fields) {
    const isHere = (/** @type {string} */ id) =>
      this.fixed.every(([field, value]) => fields.get(`${this.place}/${id}/${field}`) === value);
    return rowsOf(fields, this.place).filter((id) => isHere(id) && this.form.isShown(`${this.place}/${id}`));
  }

  /**
   * As many rows as the draft has; those that stay are left alone.
   * @param {Flat} fields
   */
  show(fields) {
    const ids = this.idsIn(fields);
    for (const [id, row] of this.shown) {
      if (!ids.includes(id)) {
        row.remove();
        this.shown.delete(id);
      }
    }
    for (const id of ids) {
      if (!this.shown.has(id)) this.shown.set(id, this.made(id));
    }
  }

  /** @param {string} id */
  made(id) {
    const copy = /** @type {DocumentFragment} */ (this.template.content.cloneNode(true));
    const row = one("li", HTMLLIElement, copy);
    one("legend", HTMLLegendElement, row).textContent = this.title;
    for (const control of row.querySelectorAll("[name]")) {
      control.setAttribute("name", `${this.place}/${id}/${control.getAttribute("name")}`);
    }
    one("[data-hub-remove]", HTMLButtonElement, row).addEventListener("click", () => this.remove(id));
    this.list.append(row);
    return row;
  }

  add() {
    const id = `own-${newRow()}`;
    /** @type {{[path: string]: Value}} */
    const values = {};
    for (const [field, value] of this.fixed) values[`${this.place}/${id}/${field}`] = value;
    for (const control of this.template.content.querySelectorAll("[name]")) {
      const name = control.getAttribute("name") ?? "";
      const value = this.form.defaults(name);
      if (value !== undefined) values[`${this.place}/${id}/${name}`] = value;
    }
    this.form.write(values);
    const row = this.shown.get(id);
    if (row) one("input, select", HTMLElement, row).focus();
  }

  /** @param {string} id */
  remove(id) {
    const row = this.shown.get(id);
    const back = button(word("undo"), () => {
      note.remove();
      this.form.write({ [`${this.place}/${id}/${GONE}`]: false });
      const again = this.shown.get(id);
      if (again) one("input, select", HTMLElement, again).focus();
    });
    const said = make("span", { id: newId(), textContent: word("removed", { title: this.title }) });
    const note = make("li", { className: "hub-edit-removed" }, said, " ", back);
    back.setAttribute("aria-describedby", said.id);
    row?.before(note);
    this.form.write({ [`${this.place}/${id}/${GONE}`]: true });
    back.focus();
  }
}

/** Some letters and digits, as the id of a row that no other has. */
function newRow() {
  const bytes = crypto.getRandomValues(new Uint8Array(5));
  return [...bytes].map((byte) => byte.toString(36).padStart(2, "0")).join("");
}
