// What results are narrowed by. The boxes stay from answer to answer, and are made when their group is first opened.
import { make, say } from "../strings.js";

/** @import { Counts } from "./worker-client.js" */
/** @import { Filters } from "./engine.js" */
/** @typedef {ReturnType<typeof made>} Group */

export class Facets {
  /** @type {Filters} */
  chosen = {};
  /** @type {Map<string, Group>} */
  groups = new Map();

  /**
   * @param {HTMLElement} element Will hold a group for each of the names that pages have.
   * @param {string[]} names
   * @param {(chosen: Filters) => void} changed Told what is chosen: `{kind: ["Guides"]}`.
   */
  constructor(element, names, changed) {
    this.element = element;
    this.names = names;
    element.addEventListener("change", ({ target }) => {
      if (!(target instanceof HTMLInputElement)) return;
      const { name, value, checked } = target;
      const others = (this.chosen[name] ?? []).filter((other) => other !== value);
      this.choose({ ...this.chosen, [name]: checked ? [...others, value] : others });
      changed(this.chosen);
    });
  }

  /**
   * Shows how many pages have each value, and what is chosen of that: values that there are no more are not.
   * @param {Counts} counts
   * @param {Filters} chosen
   */
  show(counts, chosen) {
    for (const name of this.names) if (counts[name]) this.group(name).counts = counts[name];
    return this.choose(
      Object.fromEntries(
        Object.entries(chosen).map(([name, values]) => [name, values.filter((value) => value in (counts[name] ?? {}))]),
      ),
    );
  }

  /** @param {Filters} chosen */
  choose(chosen) {
    this.chosen = Object.fromEntries(Object.entries(chosen).filter(([, values]) => values.length));
    for (const group of this.groups.values()) this.draw(group);
    return this.chosen;
  }

  /** @param {string} name */
  group(name) {
    const known = this.groups.get(name);
    if (known) return known;
    const group = made(name);
    // The boxes are to be there for the next key, whatever opens the group.
    group.title.addEventListener("click", () => this.draw(group, true));
    group.details.addEventListener("toggle", () => this.draw(group));
    this.groups.set(name, group);
    this.element.append(group.details);
    return group;
  }

  /**
   * @param {Group} group
   * @param {boolean} [isOpen]
   */
  draw({ name, counts, boxes, title, body, details }, isOpen = details.open) {
    const values = this.chosen[name] ?? [];
    rewrite(title, say(name, name) + (values.length ? ` (${values.length})` : ""));
    if (!isOpen) return;
    for (const [value, count] of Object.entries(counts)) {
      const box = boxes.get(value) ?? boxOf(name, value, boxes.size);
      if (!boxes.has(value)) body.append(box.label);
      boxes.set(value, box);
      box.input.checked = values.includes(value);
      // A choice that leaves nothing is none, unless it was made.
      box.label.hidden = !count && !box.input.checked;
      rewrite(box.number, `(${count})`);
    }
  }
}

/**
 * A group without boxes.
 * @param {string} name
 */
function made(name) {
  const [title, body] = [make("summary"), make("div")];
  const details = make("details", {}, title, body);
  /** @type {Record<string, number>} */
  const counts = {};
  /** @type {Map<string, ReturnType<typeof boxOf>>} */
  const boxes = new Map();
  return { name, counts, boxes, title, body, details };
}

/**
 * @param {string} name
 * @param {string} value
 * @param {number} place
 */
function boxOf(name, value, place) {
  const input = make("input", { type: "checkbox", name, value, id: `hub-${name}-${place}` });
  const number = make("span");
  return { input, number, label: make("label", { htmlFor: input.id }, input, ` ${value} `, number) };
}

/**
 * A text that stays the same is not laid out again.
 * @param {HTMLElement} element
 * @param {string} text
 */
function rewrite(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
