// What results are narrowed by. The boxes stay from answer to answer, and are made when their group is first opened.
import { make, say } from "../strings.js";

export class Facets {
  /** `element` will hold a group for each of the names that pages have; `changed` is told what is chosen: `{kind: ["Guides"]}`. */
  constructor(element, names, changed) {
    Object.assign(this, { element, names, chosen: {}, groups: new Map() });
    element.addEventListener("change", ({ target: { name, value, checked } }) => {
      const others = (this.chosen[name] ?? []).filter((other) => other !== value);
      this.choose({ ...this.chosen, [name]: checked ? [...others, value] : others });
      changed(this.chosen);
    });
  }

  /** Shows how many pages have each value, and what is chosen of that: values that there are no more are not. */
  show(counts, chosen) {
    for (const name of this.names) if (counts[name]) this.group(name).counts = counts[name];
    return this.choose(
      Object.fromEntries(
        Object.entries(chosen).map(([name, values]) => [name, values.filter((value) => value in (counts[name] ?? {}))]),
      ),
    );
  }

  choose(chosen) {
    this.chosen = Object.fromEntries(Object.entries(chosen).filter(([, values]) => values.length));
    for (const group of this.groups.values()) this.draw(group);
    return this.chosen;
  }

  group(name) {
    if (!this.groups.has(name)) {
      const group = { name, counts: {}, boxes: new Map(), title: make("summary"), body: make("div") };
      group.details = make("details", {}, group.title, group.body);
      // The boxes are to be there for the next key, whatever opens the group.
      group.title.addEventListener("click", () => this.draw(group, true));
      group.details.addEventListener("toggle", () => this.draw(group));
      this.groups.set(name, group);
      this.element.append(group.details);
    }
    return this.groups.get(name);
  }

  draw({ name, counts, boxes, title, body, details }, isOpen = details.open) {
    const values = this.chosen[name] ?? [];
    rewrite(title, say(name, name) + (values.length ? ` (${values.length})` : ""));
    if (!isOpen) return;
    for (const [value, count] of Object.entries(counts)) {
      if (!boxes.has(value)) {
        const input = make("input", { type: "checkbox", name, value, id: `hub-${name}-${boxes.size}` });
        const number = make("span");
        boxes.set(value, { input, number });
        body.append(make("label", { htmlFor: input.id }, input, ` ${value} `, number));
      }
      const { input, number } = boxes.get(value);
      input.checked = values.includes(value);
      rewrite(number, `(${count})`);
    }
  }
}

/** A text that stays the same is not laid out again. */
function rewrite(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
