// What is amiss in the form: said at each field, and together in a summary that leads to the fields.
import { ErrorSummary, linkTo } from "../error-summary.js";
import { contactIn, holdsPerson } from "../personal-data.js";
import { all, make } from "../strings.js";
import { neededBeside, neededInstead } from "./conditional-required.js";
import { rowsIn } from "./form.js";
import { namedIn, referenceOf } from "./reference-picker.js";
import { hasWrongWeekday, readAmong } from "./typed-values.js";
import { word } from "./words.js";

/** @import { Control, Form } from "./form.js" */
/** @import { Items } from "./reference-picker.js" */
/** @typedef {{target: HTMLElement, text: string, isPrivate: boolean}} Fault */

/**
 * Everything, in the order of the form.
 * @param {Form} form
 * @param {Items | undefined} items Undefined while they are not fetched.
 * @returns {Fault[]}
 */
export function faults(form, items) {
  const found = [...missing(form), ...form.controls().flatMap((control) => ofControl(control, form, items))];
  const isBefore = (/** @type {Fault} */ one, /** @type {Fault} */ other) =>
    one.target.compareDocumentPosition(other.target) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
  return found.sort((one, other) => (one.target === other.target ? 0 : isBefore(one, other)));
}

/**
 * What must be filled in and is not: where something else stands in the same row or part, if that may be left out.
 * @param {Form} form
 * @returns {Fault[]}
 */
function missing(form) {
  const isFilled = (/** @type {Element} */ part) =>
    form.controls().some((control) => part.contains(control) && form.said(control.name).length > 0);
  const needed = all("[data-required]", HTMLElement, form.root);
  // A list that has an empty row says in that row what is missing.
  const isSaid = (/** @type {HTMLElement} */ field) => field.matches("[data-rows]") && rowsIn(field).length > 0;
  const missed = [...needed, ...neededInstead(form)].filter((field) => !isSaid(field) && around(field).every(isFilled));
  const beside = neededBeside(form);
  const empty = [...missed, ...beside].filter((field) => !isFilled(fieldOf(field)));
  return empty.map((target) => ({ target, text: word(whatIsMissing(target)), isPrivate: false }));
}

/** @param {HTMLElement} field */
function whatIsMissing(field) {
  if (field.matches("[data-rows]")) return "fault.rows";
  return field.matches(".hub-form-group") ? "fault.group" : "fault.missing";
}

/** @param {HTMLElement} field */
function fieldOf(field) {
  return field.matches("fieldset") ? field : (field.closest("[data-field]") ?? field);
}

/** @param {HTMLElement} field */
function around(field) {
  const found = [];
  for (let part = field.parentElement; part; part = part.parentElement) {
    // A row that must be there asks what it needs, also while it is empty.
    if (part.matches("[data-optional]")) found.push(part);
    if (part.matches("[data-row]") && !isOnly(part)) found.push(part);
  }
  return found;
}

/** @param {HTMLElement} row */
function isOnly(row) {
  return row.parentElement?.children.length === 1 && row.closest("[data-rows]")?.matches("[data-required]");
}

/**
 * @param {Control} control
 * @param {Form} whole
 * @param {Items | undefined} items
 * @returns {Fault[]}
 */
function ofControl(control, whole, items) {
  const text = control.value.trim();
  const isChosen = control instanceof HTMLSelectElement || control.type === "checkbox" || "held" in control.dataset;
  if (!text || isChosen) return [];
  const { longest, form, named } = control.dataset;
  const signs = [...text].length;
  const fault = (/** @type {string} */ said, isPrivate = false) => [{ target: control, text: said, isPrivate }];
  if (holdsPerson(text)) return fault(word("fault.person"), true);
  const contact = form === "email" || form === "url" ? "" : contactIn(text, "");
  if (contact) return fault(word("fault.contact", { found: contact }), true);
  if (longest && signs > Number(longest)) return fault(word("fault.long", { signs, most: longest }));
  if (form && readAmong(control, whole.controls()) === undefined)
    return fault(word(hasWrongWeekday(control, whole.controls()) ? "fault.weekday" : `fault.${form}`));
  if (named && items && !referenceOf(namedIn(items, named), text)) return fault(word("fault.named"));
  return [];
}

/**
 * @param {HTMLElement} root
 * @param {HTMLElement} box
 * @param {() => void} anyway Hands the file out all the same, where nothing in it leads to a person.
 * @returns {ErrorSummary<Fault>}
 */
export function summaryOf(root, box, anyway) {
  return new ErrorSummary({
    box,
    title: word("toMend"),
    clear: () => {
      for (const told of all("[data-told]", HTMLElement, root)) if (told.childNodes.length) clear(told);
      for (const part of all(".is-wrong", HTMLElement, root)) part.classList.remove("is-wrong");
    },
    mark: (fault) => {
      mark(fault);
      return linkTo(fault.target, `${placeOf(fault.target)}${nameOf(fault.target)}: ${fault.text}`);
    },
    after: (found) => {
      if (found.some(({ isPrivate }) => isPrivate)) return [];
      const button = make("button", { type: "button", className: "hub-form-quiet", textContent: word("anyway") });
      button.addEventListener("click", anyway);
      return [make("p", {}, word("anywayHint"), " ", button)];
    },
  });
}

/** @param {HTMLElement} told */
function clear(told) {
  told.replaceChildren();
  const field = document.getElementById(told.id.replace(/-told$/, ""));
  field?.removeAttribute("aria-invalid");
  describe(field, told.id, false);
}

/** @param {Fault} fault */
function mark({ target, text }) {
  const told = document.getElementById(`${target.id}-told`);
  if (!told || told.childNodes.length) return;
  told.append(
    make("p", { className: "is-fault" }, make("span", { className: "hub-hidden" }, `${word("mistake")} `), text),
  );
  told.closest("[data-field]")?.classList.add("is-wrong");
  if (!target.matches("fieldset, button")) target.setAttribute("aria-invalid", "true");
  describe(target, told.id, true);
}

/**
 * @param {HTMLElement | null} field
 * @param {string} id
 * @param {boolean} isThere
 */
function describe(field, id, isThere) {
  const others = (field?.getAttribute("aria-describedby") ?? "").split(" ").filter((one) => one && one !== id);
  const ids = isThere ? [...others, id] : others;
  if (ids.length) field?.setAttribute("aria-describedby", ids.join(" "));
  else field?.removeAttribute("aria-describedby");
}

/**
 * The row or the part of the form that a field stands in, as it is called; "" when it stands in none.
 * @param {HTMLElement} field
 */
function placeOf(field) {
  const part = field.parentElement?.closest("[data-row], .hub-form-group");
  const row = part?.querySelector(":scope > .hub-form-row > details > summary [data-called]");
  const called = part?.matches("fieldset") ? nameOf(part) : (row?.textContent ?? "");
  return called && `${called} – `;
}

/**
 * What a field is called.
 * @param {Element} field
 */
export function nameOf(field) {
  const label = field.matches("fieldset")
    ? field.querySelector(":scope > legend")
    : document.querySelector(`label[for="${CSS.escape(field.id)}"]`);
  const text = [...(label?.childNodes ?? [])].filter(
    (node) => !(node instanceof Element && node.matches(".hub-form-aside")),
  );
  return text
    .map((node) => node.textContent)
    .join("")
    .trim();
}
