// A labelled field with a hint, and a sentence of its own for what is amiss.
import { make } from "./strings.js";

/**
 * A field as it stands in the form.
 * @template {HTMLElement} [Control=HTMLElement]
 * @typedef {{box: HTMLElement, control: Control, said: HTMLElement}} Field
 */

let count = 0;

export function newId() {
  return `hub-copy-${++count}`;
}

/** A paragraph that is read aloud when it changes. */
export function voice(className = "hub-copy-said") {
  const said = make("p", { className });
  said.setAttribute("role", "status");
  return said;
}

/**
 * Says something in a voice; the same words are not said again while they stand.
 * @param {HTMLElement} said
 * @param {string} text
 */
export function speak(said, text) {
  if (said.textContent !== text) said.textContent = text;
}

/**
 * A control with its label.
 * @template {HTMLElement} Control
 * @param {string} label
 * @param {Control} control
 * @param {string} hint "" for none.
 * @returns {Field<Control>}
 */
export function field(label, control, hint) {
  control.id = newId();
  const said = voice();
  said.id = `${control.id}-said`;
  const box = make("div", { className: "hub-field" }, make("label", { htmlFor: control.id, textContent: label }));
  if (hint) box.append(make("p", { className: "hub-small", id: `${control.id}-hint`, textContent: hint }));
  box.append(control, said);
  control.setAttribute("aria-describedby", hint ? `${control.id}-hint ${said.id}` : said.id);
  return { box, control, said };
}

/**
 * A group of controls under one heading.
 * @param {string} title
 * @param {string} hint "" for none.
 * @param {HTMLElement[]} children
 * @returns {Field<HTMLFieldSetElement>}
 */
export function group(title, hint, ...children) {
  const said = voice();
  said.id = newId();
  const box = make("fieldset", { className: "hub-field" }, make("legend", { textContent: title }));
  if (hint) box.append(make("p", { className: "hub-small", textContent: hint }));
  box.append(...children, said);
  box.setAttribute("aria-describedby", said.id);
  return { box, control: box, said };
}

/**
 * A place with a name that can be reached by keyboard, for what may be scrolled or marked.
 * @param {string} className
 * @param {string} label
 */
export function region(className, label) {
  const box = make("div", { className, tabIndex: 0 });
  box.setAttribute("role", "region");
  box.setAttribute("aria-label", label);
  return box;
}

/**
 * A box to tick, with its text beside it.
 * @param {string} text
 * @param {boolean} checked
 * @param {Node[]} more What follows the text.
 */
export function tick(text, checked, ...more) {
  const input = make("input", { type: "checkbox", checked });
  return { input, label: make("label", { className: "hub-tick" }, input, make("span", {}, text, ...more)) };
}

/**
 * @param {string} textContent
 * @param {() => void} act
 * @param {string} [className]
 */
export function button(textContent, act, className = "hub-action hub-quiet") {
  const made = make("button", { type: "button", className, textContent });
  made.addEventListener("click", act);
  return made;
}

/**
 * Shows what is amiss with a field, or what was done about it.
 * @param {Field} field
 * @param {string} text
 * @param {boolean} [isFault]
 */
export function tell({ control, said }, text, isFault = Boolean(text)) {
  speak(said, text);
  said.classList.toggle("is-fault", isFault);
  if (control.localName !== "fieldset") control.setAttribute("aria-invalid", String(isFault));
}
