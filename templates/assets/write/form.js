// The fields of the form: rows made of their patterns, what the draft says shown in them, what is typed handed on.
import { all } from "../strings.js";
import { NAMING } from "./content-value.js";
import { ROW, rowsOf, saidIn } from "./draft.js";
import { readAmong } from "./typed-values.js";

/** @import { Draft, Said } from "./draft.js" */
/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Control */

/** Milliseconds without a key pressed, after which what was typed is kept. */
const PAUSE = 200;
const PLACED = [
  ...["id", "name", "value", "for", "aria-describedby", "aria-labelledby", "list"],
  ...["data-rows", "data-row", "data-ticks", "data-file", "data-after", "data-instead"],
];

export class Form {
  /** @type {Set<string>} Fields in which something was typed that is not handed on yet. */
  typed = new Set();
  timer = 0;

  /**
   * @param {HTMLFormElement} root
   * @param {(values: {[path: string]: Said}) => void} write
   */
  constructor(root, write) {
    this.root = root;
    this.write = write;
    root.addEventListener("input", ({ target }) => this.heard(target));
    root.addEventListener("change", ({ target }) => {
      this.heard(target);
      this.flush();
    });
    root.addEventListener("focusout", ({ target }) => {
      if (isControl(target)) this.tidy(target);
      this.flush();
    });
  }

  /** @returns {Control[]} Of fields, in the order of the form. */
  controls() {
    return [...this.root.elements].filter(isControl);
  }

  /** @returns {HTMLElement[]} */
  lists() {
    return all("[data-rows]", HTMLElement, this.root);
  }

  /** @param {EventTarget | null} target */
  heard(target) {
    if (!isControl(target)) return;
    this.typed.add(target.name);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), PAUSE);
  }

  /** Hands on what was typed and has not been handed on yet. */
  flush() {
    clearTimeout(this.timer);
    if (!this.typed.size) return;
    const values = Object.fromEntries([...this.typed].map((path) => [path, this.said(path)]));
    this.typed.clear();
    this.write(values);
  }

  /**
   * What stands in a field.
   * @param {string} path
   * @returns {Said}
   */
  said(path) {
    const own = this.controls().filter(({ name }) => name === path);
    const checked = own.filter((one) => one instanceof HTMLInputElement && one.checked).map(({ value }) => value);
    if (own.some((one) => one.closest("[data-ticks]"))) return checked;
    return own.some(isBox) ? (checked[0] ?? "") : (own[0]?.value ?? "");
  }

  /**
   * A day, a time or an address as files have it, when it was written in another way.
   * @param {Control} control
   */
  tidy(control) {
    const text = control.value.trim();
    const found = control.dataset.form && text ? readAmong(control, this.controls()) : undefined;
    if (found === undefined || found === control.value) return;
    control.value = found;
    this.typed.add(control.name);
  }

  /**
   * Shows a draft. What somebody is in is left alone.
   * @param {Draft} draft
   */
  show(draft) {
    // A list in a row is there only when its row is.
    for (let lists = this.lists(), at = 0; at < lists.length; at += 1) {
      if (showRows(lists[at], rowsOf(draft, lists[at].dataset.rows ?? ""))) lists = this.lists();
    }
    this.choose(draft);
    for (const control of this.controls())
      if (control !== document.activeElement) fill(control, saidIn(draft, control.name));
    for (const list of this.lists()) for (const [at, row] of rowsIn(list).entries()) call(list, row, at);
  }

  /** Unfolds what somebody has written in. */
  unfold() {
    for (const part of all("details.hub-form-more", HTMLDetailsElement, this.root)) {
      const inside = this.controls().filter((control) => part.contains(control));
      if (inside.some(({ name }) => this.said(name).length)) part.open = true;
    }
  }

  /**
   * Lists that must have a row and never had one.
   * @param {Draft} draft
   */
  unbegun(draft) {
    const paths = [...draft.fields.keys()];
    const needed = this.lists()
      .filter((list) => "required" in list.dataset)
      .map((list) => list.dataset.rows ?? "");
    return needed.filter((list) => !paths.some((path) => path.startsWith(list + ROW)));
  }

  /**
   * Fields that name rows of another list offer those that there are.
   * @param {Draft} draft
   */
  choose(draft) {
    for (const field of all("[data-own]", HTMLElement, this.root)) {
      const list = field.dataset.own ?? "";
      const rows = rowsOf(draft, list).map((row) => [row, titleOf(draft, `${list}.${row}`)]);
      const named = rows.filter(([, title]) => title);
      const said = JSON.stringify(named);
      if (field.dataset.offered === said || field.contains(document.activeElement)) continue;
      field.dataset.offered = said;
      offer(field, named);
    }
  }
}

/**
 * Whether it is a field of the form.
 * @param {unknown} target
 * @returns {target is Control}
 */
function isControl(target) {
  const isOne =
    target instanceof HTMLInputElement || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement;
  return isOne && target.name !== "" && target.type !== "hidden";
}

/** @param {Control} control */
function isBox(control) {
  return control.type === "checkbox";
}

/**
 * @param {Control} control
 * @param {Said} said
 */
function fill(control, said) {
  if (control instanceof HTMLInputElement && isBox(control)) {
    control.checked = Array.isArray(said) ? said.includes(control.value) : said === control.value;
    return;
  }
  const text = String(said);
  // A word that the hub no longer has is shown as it was written.
  const isKnown = !(control instanceof HTMLSelectElement) || [...control.options].some(({ value }) => value === text);
  if (!isKnown) /** @type {HTMLSelectElement} */ (control).add(new Option(text, text));
  if (control.value !== text) control.value = text;
}

/**
 * The rows of a list that are shown.
 * @param {HTMLElement} list
 */
export function rowsIn(list) {
  return all(":scope > ol > li", HTMLLIElement, list);
}

/**
 * Makes the rows of a list those of the draft; whether any was made.
 * @param {HTMLElement} list
 * @param {string[]} tokens
 */
function showRows(list, tokens) {
  const shown = new Map(rowsIn(list).map((row) => [row.dataset.row ?? "", row]));
  if ([...shown.keys()].join() === tokens.join()) return false;
  const rows = tokens.map((token) => shown.get(token) ?? made(list, token));
  const host = list.querySelector(":scope > ol");
  const active = /** @type {HTMLElement | null} */ (document.activeElement);
  host?.replaceChildren(...rows);
  if (active && host?.contains(active)) active.focus();
  return true;
}

/**
 * @param {HTMLElement} list
 * @param {string} token
 */
function made(list, token) {
  const pattern = list.querySelector(":scope > template");
  if (!(pattern instanceof HTMLTemplateElement)) throw new Error(`There is no pattern for ${list.id}`);
  const part = /** @type {DocumentFragment} */ (pattern.content.cloneNode(true));
  let depth = 0;
  for (let above = list.closest("[data-row]"); above; above = above.parentElement?.closest("[data-row]") ?? null)
    depth += 1;
  place(part, `{${depth}}`, token);
  const row = part.querySelector("li");
  if (!row) throw new Error(`There is no row in the pattern for ${list.id}`);
  return row;
}

/**
 * Puts the token of a row in its names, and in those of the patterns in it.
 * @param {DocumentFragment} part
 * @param {string} hole
 * @param {string} token
 */
function place(part, hole, token) {
  for (const element of part.querySelectorAll("*")) {
    for (const name of PLACED) {
      const value = element.getAttribute(name);
      if (value?.includes(hole)) element.setAttribute(name, value.replaceAll(hole, token));
    }
    if (element instanceof HTMLTemplateElement) place(element.content, hole, token);
  }
}

/**
 * What a row is about, as far as it says so.
 * @param {Draft} draft
 * @param {string} row
 */
function titleOf(draft, row) {
  const said = NAMING.map((name) => saidIn(draft, `${row}.${name}`));
  return said.map((one) => String(one).trim()).find(Boolean) ?? "";
}

/**
 * Calls a row by its title, or by its number.
 * @param {HTMLElement} list
 * @param {HTMLElement} row
 * @param {number} at
 */
function call(list, row, at) {
  const start = `${list.dataset.rows}.${row.dataset.row}.`;
  const own = NAMING.map((name) => row.querySelector(`[name="${CSS.escape(start + name)}"]`));
  const title = own.map((one) => (isControl(one) ? one.value.trim() : "")).find(Boolean);
  const said = title?.slice(0, 70) || `${list.dataset.what} ${at + 1}`;
  for (const part of all("[data-called], .hub-form-number", HTMLElement, row)) {
    const number = title ? String(at + 1) : "";
    if (part.closest("[data-row]") === row) part.textContent = "called" in part.dataset ? said : number;
  }
  for (const button of all("button[name=act]", HTMLButtonElement, row)) {
    if (button.closest("[data-row]") !== row) continue;
    const [act] = button.value.split(":");
    button.hidden = (act === "up" && at === 0) || (act === "down" && row === rowsIn(list).at(-1));
  }
}

/**
 * @param {HTMLElement} field
 * @param {string[][]} rows
 */
function offer(field, rows) {
  if (field instanceof HTMLSelectElement) {
    field.replaceChildren(field.options[0], ...rows.map(([row, title]) => new Option(title, row)));
    return;
  }
  const boxes = rows.map(([value, title]) => {
    const label = Object.assign(document.createElement("label"), { className: "hub-form-tick" });
    const box = Object.assign(document.createElement("input"), { type: "checkbox", name: field.dataset.ticks, value });
    label.append(box, Object.assign(document.createElement("span"), { textContent: title }));
    return label;
  });
  const host = field.querySelector(".hub-form-options");
  if (boxes.length) host?.replaceChildren(...boxes);
}
