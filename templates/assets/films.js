// Shows the videos that fit what is chosen; without it all of them stand there.
class Films extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.said = this.querySelector("[role=status]");
    this.films = [...document.querySelectorAll(".hub-film-cards > li")];
    for (const [name, value] of new URLSearchParams(location.search)) {
      const field = this.form.elements[name];
      if (field && [...field.options].some((option) => option.value === value)) field.value = value;
    }
    this.form.addEventListener("change", () => this.show(true));
    this.form.addEventListener("reset", () => setTimeout(() => this.show(true)));
    this.hidden = false;
    this.show(false);
  }

  show(chosen) {
    const wanted = [...new FormData(this.form)].filter(([, value]) => value);
    let count = 0;
    for (const film of this.films) {
      film.hidden = !wanted.every(([name, value]) => film.dataset[name].split(" ").includes(value));
      if (!film.hidden) count += 1;
    }
    const { one, many, none } = this.said.dataset;
    this.said.textContent = count === 0 ? none : count === 1 ? one : many.replace("{count}", String(count));
    if (chosen)
      history.replaceState(
        history.state,
        "",
        `${location.pathname}${wanted.length ? `?${new URLSearchParams(wanted)}` : ""}${location.hash}`,
      );
  }
}

customElements.define("hub-films", Films);
