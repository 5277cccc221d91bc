// The fields of the form: shows what the draft says in them, and hands on what is typed, a moment after the last key.
import { today } from "../date-arithmetic.js";
import { all } from "../strings.js";
import { Rows } from "./rows.js";
import { fitting, leafOf } from "./shape.js";

/** @import { Flat, Value } from "../../types/school.js" */
/** @typedef {HTMLInputElement | HTMLSelectElement} Control */

/** Milliseconds without a key pressed, after which what was typed is kept. */
const PAUSE = 200;
const TODAY = ["as_of", "made"];

export class Form {
  /** @type {Map<string, Control>} */
  typed = new Map();
  timer = 0;
  /** The role that reported last. */
  by = "";
  /** @type {Flat} What was shown last. */
  fields = new Map();

  /**
   * @param {HTMLElement} root
   * @param {{write: (values: {[path: string]: Value}) => void, isShown: (path: string) => boolean}} draft
   */
  constructor(root, draft) {
    this.root = root;
    this.draft = draft;
    const form = {
      write: (/** @type {{[path: string]: Value}} */ values) => this.write(values),
      defaults: (/** @type {string} */ field) => this.defaults(field),
      isShown: draft.isShown,
    };
    this.rows = all("[data-hub-rows]", HTMLElement, root).map((host) => new Rows(host, form));
    root.addEventListener("input", (event) => this.heard(event.target));
    root.addEventListener("focusout", ({ target }) => {
      this.flush();
      if (isControl(target)) fill(target, this.fields.get(target.name));
    });
    root.addEventListener("change", (event) => {
      this.heard(event.target);
      this.flush();
    });
  }

  /** @returns {Control[]} */
  controls() {
    return [...all("input[name]", HTMLInputElement, this.root), ...all("select[name]", HTMLSelectElement, this.root)];
  }

  /** @param {EventTarget | null} target */
  heard(target) {
    if (!isControl(target)) return;
    this.typed.set(target.name, target);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), PAUSE);
  }

  /** Hands on what was typed and has not been handed on yet. */
  flush() {
    clearTimeout(this.timer);
    if (!this.typed.size) return;
    const values = Object.fromEntries([...this.typed].map(([path, control]) => [path, typedIn(control)]));
    this.typed.clear();
    for (const [path, value] of Object.entries(values)) if (path.endsWith("/by") && value) this.by = String(value);
    this.draft.write(values);
  }

  /** @param {{[path: string]: Value}} values */
  write(values) {
    this.flush();
    this.draft.write(values);
  }

  /**
   * What a new row begins with.
   * @param {string} field
   * @returns {Value | undefined}
   */
  defaults(field) {
    if (TODAY.includes(field)) return today();
    if (field === "by" && this.by) return this.by;
    return field === "state" ? "planned" : undefined;
  }

  /**
   * Shows the fields of the draft. What somebody is in is left alone: half a date is none yet, and would be undone.
   * @param {Flat} fields
   */
  show(fields) {
    this.fields = fields;
    for (const rows of this.rows) rows.show(fields);
    for (const control of this.controls()) {
      if (control !== document.activeElement) fill(control, fields.get(control.name));
    }
    this.unfold(fields);
  }

  /**
   * What is asked for one answer only.
   * @param {Flat} fields
   */
  unfold(fields) {
    for (const part of all("[data-hub-when]", HTMLElement, this.root)) {
      const [path, value] = (part.dataset.hubWhen ?? "").split("=");
      part.hidden = fields.get(path) !== value;
    }
  }
}

/**
 * Whether it is a field of the draft.
 * @param {EventTarget | null} target
 * @returns {target is Control}
 */
function isControl(target) {
  return (target instanceof HTMLInputElement || target instanceof HTMLSelectElement) && target.name !== "";
}

/**
 * What a control says; null for what is as it is without saying so.
 * @param {Control} control
 * @returns {Value}
 */
function typedIn(control) {
  const leaf = leafOf(control.name);
  const said = control.type === "checkbox" && control instanceof HTMLInputElement ? control.checked : control.value;
  if (said === "" || said === control.dataset.default) return null;
  return (leaf && fitting(leaf, said)) ?? null;
}

/**
 * @param {Control} control
 * @param {Value | undefined} value
 */
function fill(control, value) {
  const said = String(value ?? control.dataset.default ?? "");
  if (control instanceof HTMLInputElement && control.type === "radio") control.checked = control.value === said;
  else if (control instanceof HTMLInputElement && control.type === "checkbox") control.checked = value === true;
  else {
    // A word that the hub no longer has is shown as it was written.
    const isKnown = !(control instanceof HTMLSelectElement) || [...control.options].some((one) => one.value === said);
    if (!isKnown) /** @type {HTMLSelectElement} */ (control).add(new Option(said, said));
    if (control.value !== said) control.value = said;
  }
}
