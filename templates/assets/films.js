// Shows the videos that fit what is chosen; without it all of them stand there.
import { all, given, one } from "./strings.js";

class Films extends HTMLElement {
  form = one("form", HTMLFormElement, this);
  said = one("[role=status]", HTMLElement, this);
  films = all(".hub-film-cards > li", HTMLElement);

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
   * @param {boolean} chosen Whether the visitor has just chosen: the address follows then.
   */
  show(chosen) {
    const wanted = [...new FormData(this.form)].map(([name, value]) => [name, String(value)]).filter(([, id]) => id);
    let count = 0;
    for (const film of this.films) {
      film.hidden = !wanted.every(([name, id]) => given(film, name).split(" ").includes(id));
      if (!film.hidden) count += 1;
    }
    const text = given(this.said, count === 0 ? "none" : count === 1 ? "one" : "many");
    this.said.textContent = text.replace("{count}", String(count));
    if (!chosen) return;
    const query = wanted.length ? `?${new URLSearchParams(wanted)}` : "";
    history.replaceState(history.state, "", `${location.pathname}${query}${location.hash}`);
  }
}

customElements.define("hub-films", Films);
