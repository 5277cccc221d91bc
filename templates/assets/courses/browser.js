// Finds courses by facets. The page lists them without it; this takes the list's place when its data has arrived.
import { given, learn, make, one, say } from "../strings.js";
import { read, VIEWS, written } from "./address.js";
import { Boxes } from "./boxes.js";
import { Cards, fetched } from "./card-list.js";
import { Narrow } from "./filter-panel.js";
import { arranged, match, ORDER_NAMES } from "./match.js";

/** @import { Chosen, Order, State, Table } from "../../types/courses.js" */

const ROOT = new URL("../../", import.meta.url);
/** Courses that are shown at a time. */
const SHOWN = 24;

class Courses extends HTMLElement {
  async connectedCallback() {
    const folder = new URL(given(this, "folder"), location.href);
    const still = one("[data-hub-static]", HTMLElement);
    try {
      const [words, table] = await Promise.all([
        fetched(new URL("assets/strings/browser.json", ROOT)),
        fetched(new URL("facets.json", folder)),
      ]);
      learn(Object.fromEntries(Object.entries(words).map(([key, text]) => [`browser.${key}`, text])));
      const browser = new Browser(table, folder, still);
      this.append(...browser.elements);
      addEventListener("popstate", () => browser.restore());
      // The list that is there stays until the other can take its place, so that nothing jumps.
      still.hidden = await browser.restore();
      this.hidden = false;
    } catch (error) {
      console.warn(error);
    }
  }
}

class Browser {
  /** @type {State} */
  state = { chosen: {}, sort: ORDER_NAMES[0], view: VIEWS[0] };
  /**
   * What was found: places, and those of adapted copies.
   * @type {ReturnType<typeof arranged>}
   */
  found = [];
  /** How many of them are shown. */
  shown = 0;
  /** How often the choices changed: cards that were fetched for older ones are not shown. */
  turn = 0;
  status = make("p", { className: "hub-browser-count" });
  chips = make("ul", { className: "hub-chips" });
  narrow = new Narrow();
  hits = make("ul", {});

  /**
   * @param {Table} table
   * @param {URL} folder
   * @param {HTMLElement} still The list that the page has without this.
   */
  constructor(table, folder, still) {
    this.table = table;
    this.cards = new Cards(folder, table.chunk);
    this.still = still;
    this.boxes = table.facets.map((facet) => new Boxes(facet, (name, id, isOn) => this.choose(name, id, isOn)));
    this.status.setAttribute("role", "status");
    this.sort = this.orders();
    this.views = VIEWS.map((name) => {
      const button = make("button", { type: "button", value: name, textContent: say(`browser.${name}`, name) });
      button.addEventListener("click", () => this.change({ view: name }));
      return button;
    });
    const textContent = say("browser.more", "Show more");
    this.more = make("button", { type: "button", className: "hub-action hub-quiet", textContent });
    this.more.addEventListener("click", () => this.showMore());
    this.elements = this.parts();
  }

  parts() {
    const narrow = this.narrow.elements(this.boxes.map(({ element }) => element));
    const views = make("div", { className: "hub-views" }, ...this.views);
    views.setAttribute("role", "group");
    views.setAttribute("aria-label", say("browser.show", "Show as"));
    const label = make("label", {}, `${say("browser.sort", "Sort by")} `, this.sort);
    const bar = make("div", { className: "hub-bar" }, this.status, label, views);
    return [...narrow, make("div", { className: "hub-found" }, bar, this.chips, this.hits, this.more)];
  }

  orders() {
    const options = ORDER_NAMES.map((name) =>
      make("option", { value: name, textContent: say(`browser.${name}`, name) }),
    );
    const select = make("select", {}, ...options);
    select.addEventListener("change", () => this.change({ sort: /** @type {Order} */ (select.value) }));
    return select;
  }

  /**
   * @param {string} name
   * @param {string} id
   * @param {boolean} isOn
   */
  choose(name, id, isOn) {
    const { [name]: before = [], ...rest } = this.state.chosen;
    const others = before.filter((other) => other !== id);
    const ids = isOn ? [...others, id] : others;
    /** @type {Chosen} */
    const chosen = ids.length ? { ...this.state.chosen, [name]: ids } : rest;
    this.change({ chosen });
  }

  /** @param {Partial<State>} part */
  change(part) {
    history.pushState(null, "", written({ ...this.state, ...part }));
    this.restore();
  }

  /** Shows what the address says; whether there was something to show. */
  restore() {
    this.state = read(this.table.facets.map((facet) => facet.name));
    const { chosen, sort, view } = this.state;
    const { places, counts } = match(this.table, chosen);
    this.found = arranged(this.table, places, sort);
    this.sort.value = sort;
    for (const button of this.views) button.setAttribute("aria-pressed", String(button.value === view));
    for (const [index, boxes] of this.boxes.entries()) boxes.show(chosen[boxes.name] ?? [], counts[index]);
    this.showChips();
    this.tell(places.length);
    this.turn += 1;
    this.shown = 0;
    return this.showMore();
  }

  showChips() {
    const chips = this.table.facets.flatMap((facet) =>
      (this.state.chosen[facet.name] ?? []).map((id) => {
        const name = facet.values.find((value) => value.id === id)?.name ?? id;
        return this.chip(name, say("browser.remove", "Remove {name}", { name }), () =>
          this.choose(facet.name, id, false),
        );
      }),
    );
    const clear = () => this.change({ chosen: {} });
    if (chips.length > 1) chips.push(this.chip(say("browser.clear", "Clear all choices"), "", clear));
    this.chips.replaceChildren(...chips);
  }

  /**
   * @param {string} textContent
   * @param {string} label "" when the text says enough.
   * @param {() => void} act
   */
  chip(textContent, label, act) {
    const button = make("button", { type: "button", textContent });
    if (label) button.setAttribute("aria-label", label);
    button.addEventListener("click", () => {
      act();
      this.sort.focus();
    });
    return make("li", {}, button);
  }

  /** @param {number} number */
  tell(number) {
    const count = number.toLocaleString(document.documentElement.lang);
    const text = number === 1 ? say("browser.one", "1 course") : say("browser.many", "{count} courses", { count });
    this.status.textContent = number ? text : say("browser.none", "No course has all of that. Take a choice away.");
    this.narrow.tell(number, count);
  }

  /** Whether there was something to show. */
  async showMore() {
    const { turn, shown } = this;
    const part = this.found.slice(shown, shown + SHOWN);
    const items = await this.items(part);
    if (turn !== this.turn) return true;
    this.hits.className = this.state.view === "list" ? "hub-dense" : "hub-cards";
    if (shown) this.hits.append(...items);
    else this.hits.replaceChildren(...items);
    if (shown) items[0]?.querySelector("a")?.focus();
    this.shown += part.length;
    this.more.hidden = this.shown >= this.found.length;
    return items.length === part.length;
  }

  /**
   * None when they cannot be had; the list that the page has is there again then.
   * @param {ReturnType<typeof arranged>} part
   */
  async items(part) {
    try {
      return await Promise.all(part.map(([place, copies]) => this.cards.item(place, copies, this.state.view)));
    } catch (error) {
      console.warn(error);
      this.status.textContent = say(
        "browser.failed",
        "The filters do not work right now. All courses are listed below.",
      );
      this.still.hidden = false;
      return [];
    }
  }
}

customElements.define("hub-courses", Courses);
