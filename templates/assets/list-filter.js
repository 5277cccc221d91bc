// Shows of a list what fits the choice; without it all of it stands there.
import { all, given, one } from "./strings.js";

class Choose extends HTMLElement {
  form = one("form", HTMLFormElement, this);
  said = one("[role=status]", HTMLElement, this);
  items = all(given(this, "of"), HTMLElement);

  connectedCallback() {
    for (const [name, value] of new URLSearchParams(location.search)) {
      const field = this.form.elements.namedItem(name);
      if (!(field instanceof HTMLSelectElement)) continue;
      if ([...field.options].some((option) => option.value === value)) field.value = value;
    }
    this.form.addEventListener("change", () => this.show(true));
    this.form.addEventListener("reset", () => setTimeout(() => this.show(true)));
    this.hidden = false;
    this.show(false);
  }

  /**
   * What the day hides is not ours to show: what is left out has a mark of its own.
   * @param {boolean} chosen Whether the visitor has just chosen: the address follows then.
   */
  show(chosen) {
    const wanted = [...new FormData(this.form)].map(([name, value]) => [name, String(value)]).filter(([, id]) => id);
    let count = 0;
    for (const item of this.items) {
      const fits = wanted.every(([name, id]) => given(item, name).split(" ").includes(id));
      item.toggleAttribute("data-left-out", !fits);
      if (fits && !item.hidden) count += 1;
    }
    for (const group of all("[data-hub-group]", HTMLElement))
      group.toggleAttribute(
        "data-left-out",
        this.items.every((item) => !group.contains(item) || isAway(item)),
      );
    for (const whole of all("[data-hub-unchosen]", HTMLElement))
      whole.toggleAttribute("data-left-out", wanted.length > 0);
    const text = given(this.said, count === 0 ? "none" : count === 1 ? "one" : "many");
    this.said.textContent = text.replace("{count}", String(count));
    if (!chosen) return;
    const query = wanted.length ? `?${new URLSearchParams(wanted)}` : "";
    history.replaceState(history.state, "", `${location.pathname}${query}${location.hash}`);
  }
}

/** @param {HTMLElement} item */
function isAway(item) {
  return item.hidden || item.hasAttribute("data-left-out");
}

customElements.define("hub-choose", Choose);
