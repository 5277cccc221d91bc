// Finds courses by facets. The page lists them without it; this takes the list's place when its data has arrived.
import { learn, make, say } from "../strings.js";
import { read, written } from "./address.js";
import { arranged, match, ORDER_NAMES } from "./match.js";

const ROOT = new URL("../../", import.meta.url);
const SHOWN = 24;

class Courses extends HTMLElement {
  async connectedCallback() {
    this.still = document.querySelector("[data-hub-static]");
    try {
      const [words, data] = await Promise.all([
        fetched(new URL("assets/strings/browser.json", ROOT)),
        fetched(new URL("facets.json", this.folder())),
      ]);
      learn(words);
      this.data = data;
    } catch (error) {
      console.warn(error);
      return;
    }
    this.files = new Map();
    this.build();
    addEventListener("popstate", () => this.restore());
    // The list that is there stays until the other can take its place, so that nothing jumps.
    this.still.hidden = await this.restore();
    this.hidden = false;
  }

  folder() {
    return new URL(this.dataset.folder, location.href);
  }

  build() {
    this.status = make("p", { className: "hub-browser-count" });
    this.status.setAttribute("role", "status");
    this.chips = make("ul", { className: "hub-chips" });
    this.hits = make("ul", {});
    this.more = make("button", {
      type: "button",
      className: "hub-action hub-quiet",
      textContent: say("more", "Show more"),
    });
    this.more.addEventListener("click", () => this.showMore());
    const facets = make("div", { className: "hub-choices" }, ...this.data.facets.map((facet) => this.facet(facet)));
    const narrow = make(
      "details",
      { className: "hub-narrow", open: matchMedia("(min-width: 60rem)").matches },
      make("summary", { textContent: say("choices", "Narrow down") }),
      facets,
    );
    this.append(narrow, make("div", { className: "hub-found" }, this.bar(), this.chips, this.hits, this.more));
  }

  bar() {
    const options = ORDER_NAMES.map((name) => make("option", { value: name, textContent: say(name, name) }));
    this.sort = make("select", {}, ...options);
    this.sort.addEventListener("change", () => this.change({ sort: this.sort.value }));
    this.views = ["cards", "list"].map((name) => {
      const button = make("button", { type: "button", value: name, textContent: say(name, name) });
      button.addEventListener("click", () => this.change({ view: name }));
      return button;
    });
    const group = make("div", { className: "hub-views" }, ...this.views);
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", say("show", "Show as"));
    return make(
      "div",
      { className: "hub-bar" },
      this.status,
      make("label", {}, `${say("sort", "Sort by")} `, this.sort),
      group,
    );
  }

  /** One facet's boxes: made once, so that focus stays where it is; only counts change. */
  facet(facet) {
    const rows = facet.values.map((value) => {
      const input = make("input", { type: "checkbox", name: facet.name, value: value.id });
      const count = make("span", { className: "hub-count" });
      const row = make("label", {}, input, make("span", { textContent: value.name }), count);
      input.addEventListener("change", () => this.choose(facet.name, value.id, input.checked));
      return { row, input, count };
    });
    const title = make("span", { textContent: facet.title });
    const box = make(
      "details",
      { open: rows.length <= 12 },
      make("summary", {}, title),
      make("div", {}, ...rows.map(({ row }) => row)),
    );
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", facet.title);
    this.rows = { ...this.rows, [facet.name]: rows };
    return box;
  }

  choose(name, id, on) {
    const others = (this.state.chosen[name] ?? []).filter((other) => other !== id);
    const ids = on ? [...others, id] : others;
    const chosen = { ...this.state.chosen, [name]: ids };
    if (!ids.length) delete chosen[name];
    this.change({ chosen });
  }

  change(part) {
    history.pushState(null, "", written({ ...this.state, ...part }));
    this.restore();
  }

  restore() {
    this.state = read(this.data.facets.map((facet) => facet.name));
    const { places, counts } = match(this.data, this.state.chosen);
    this.found = arranged(this.data, places, this.state.sort);
    this.sort.value = this.state.sort;
    for (const button of this.views) button.setAttribute("aria-pressed", button.value === this.state.view);
    this.count(counts);
    this.showChips();
    this.tell(places.length);
    this.turn = {};
    this.next = 0;
    return this.showMore();
  }

  count(counts) {
    for (const [name, rows] of Object.entries(this.rows)) {
      const chosen = this.state.chosen[name] ?? [];
      rows.forEach(({ row, input, count }, word) => {
        const number = counts.get(name)[word];
        input.checked = chosen.includes(input.value);
        count.textContent = number;
        row.classList.toggle("is-empty", !number && !input.checked);
      });
    }
  }

  showChips() {
    const chips = this.data.facets.flatMap((facet) =>
      (this.state.chosen[facet.name] ?? []).map((id) => {
        const name = facet.values.find((value) => value.id === id)?.name ?? id;
        return this.chip(name, say("remove", "Remove {name}", { name }), () => this.choose(facet.name, id, false));
      }),
    );
    if (chips.length > 1)
      chips.push(this.chip(say("clear", "Clear all choices"), "", () => this.change({ chosen: {} })));
    this.chips.replaceChildren(...chips);
  }

  chip(text, label, act) {
    const button = make("button", { type: "button", textContent: text });
    if (label) button.setAttribute("aria-label", label);
    button.addEventListener("click", () => {
      act();
      this.sort.focus();
    });
    return make("li", {}, button);
  }

  tell(number) {
    const text =
      number === 1
        ? say("one", "1 course")
        : say("many", "{count} courses", { count: number.toLocaleString(document.documentElement.lang) });
    this.status.textContent = number ? text : say("none", "No course has all of that. Take a choice away.");
  }

  /** Whether there was something to show. */
  async showMore() {
    const turn = this.turn;
    const part = this.found.slice(this.next, this.next + SHOWN);
    const cards = await Promise.all(part.map(([place, copies]) => this.card(place, copies))).catch((error) => {
      console.warn(error);
      this.status.textContent = say("failed", "The filters do not work right now. All courses are listed below.");
      this.still.hidden = false;
      return [];
    });
    if (turn !== this.turn) return true;
    this.hits.className = this.state.view === "list" ? "hub-dense" : "hub-cards";
    if (this.next) this.hits.append(...cards);
    else this.hits.replaceChildren(...cards);
    if (this.next) cards[0]?.querySelector("a").focus();
    this.next += part.length;
    this.more.hidden = this.next >= this.found.length;
    return cards.length === part.length;
  }

  async card(place, copies) {
    const card = await this.fetchCard(place);
    const link = make("a", { href: new URL(card.url, ROOT).href, textContent: card.title });
    const facts = card.facts.join(" · ");
    const adapted = copies.length ? [this.adaptations(copies)] : [];
    if (this.state.view === "list") {
      return make("li", {}, link, " ", make("span", { className: "hub-small", textContent: facts }), ...adapted);
    }
    return make(
      "li",
      { className: "hub-card hub-card-course" },
      make("h2", {}, link),
      make("p", { textContent: card.summary }),
      make("p", { className: "hub-card-facts", textContent: facts }),
      ...adapted,
    );
  }

  /** Adapted copies folded under their source: their titles are fetched when somebody looks. */
  adaptations(copies) {
    const count = copies.length;
    const text = count === 1 ? say("adaptation", "1 adaptation") : say("adaptations", "{count} adaptations", { count });
    const list = make("ul", {});
    const box = make("details", { className: "hub-copies-of" }, make("summary", { textContent: text }), list);
    box.addEventListener("toggle", async () => {
      if (!box.open || list.children.length) return;
      const cards = await Promise.all(copies.map((place) => this.fetchCard(place)));
      list.replaceChildren(
        ...cards.map((card) =>
          make("li", {}, make("a", { href: new URL(card.url, ROOT).href, textContent: card.title })),
        ),
      );
    });
    return box;
  }

  async fetchCard(place) {
    const number = Math.floor(place / this.data.chunk);
    if (!this.files.has(number)) this.files.set(number, fetched(new URL(`cards-${number}.json`, this.folder())));
    return (await this.files.get(number))[place % this.data.chunk];
  }
}

async function fetched(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

customElements.define("hub-courses", Courses);
