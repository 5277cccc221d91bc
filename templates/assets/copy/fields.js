// A labelled field with a hint, and a sentence of its own for what is amiss.
import { make } from "../strings.js";

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

/** Says something in a voice; the same words are not said again while they stand. */
export function speak(said, text) {
  if (said.textContent !== text) said.textContent = text;
}

/** `{box, control, said}`: the field as it stands in the form. */
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

/** `{box, control, said}`: a group of controls under one heading. */
export function group(title, hint, ...children) {
  const said = voice();
  said.id = newId();
  const box = make("fieldset", { className: "hub-field" }, make("legend", { textContent: title }));
  if (hint) box.append(make("p", { className: "hub-small", textContent: hint }));
  box.append(...children, said);
  box.setAttribute("aria-describedby", said.id);
  return { box, control: box, said };
}

/** A box to tick, with its text beside it. */
export function tick(label, checked) {
  const input = make("input", { type: "checkbox", checked });
  return { input, label: make("label", { className: "hub-tick" }, input, make("span", {}, label)) };
}

export function button(textContent, act, className = "hub-action hub-quiet") {
  const made = make("button", { type: "button", className, textContent });
  made.addEventListener("click", act);
  return made;
}

/** Shows what is amiss with a field, or what was done about it. */
export function tell({ control, said }, text, isFault = Boolean(text)) {
  speak(said, text);
  said.classList.toggle("is-fault", isFault);
  if (control.localName !== "fieldset") control.setAttribute("aria-invalid", String(isFault));
}
