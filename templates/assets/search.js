// The search dialog: opened by the header's button or Ctrl/Cmd+K, worked by keyboard alone, its state in the address.
import { recall, remember } from "./storage.js";
import { make, say } from "./strings.js";

const FILTERS = ["kind", "subject", "grade", "level"];
const ROOT = new URL("../", import.meta.url);
const [FIRST, MORE] = [6, 10];
/** Each result is a file to fetch. */

/** Other parts of a page keep their own choices in the address under the plain names. */
const inAddress = (name) => `q-${name}`;

const RECENT = "searches";
const KEPT = 5;

/** Where to go when nothing was found. */
function ways() {
  const found = [["a-z/", say("az", "Everything from A to Z")], ["subjects/", say("subjects", "By subject")], ["glossary/", say("glossary", "Glossary")]]
    .map(([path, text]) => [new URL(path, ROOT).href, text]);
  const ask = document.querySelector("footer .hub-report");
  return ask ? [...found, [ask.href, say("ask", "Ask those who keep the hub")]] : found;
}

class Search extends HTMLElement {
  connectedCallback() {
    this.turn = 0;
    this.input = make("input", { type: "text", enterKeyHint: "search", id: "hub-q", autocomplete: "off", spellcheck: false, autofocus: true });
    this.status = make("p", { className: "hub-hit-count" });
    this.status.setAttribute("role", "status");
    this.notes = make("div", { className: "hub-hit-notes" });
    this.groups = make("div", { className: "hub-facets" });
    /** The values that results are narrowed by: `{kind: ["Guides"]}`. */
    this.chosen = {};
    this.hits = make("ol", { className: "hub-hits" });
    const close = make("button", { type: "button", className: "hub-close", textContent: say("close", "Close") });
    close.addEventListener("click", () => this.dialog.close());
    this.dialog = make(
      "dialog",
      { className: "hub-dialog" },
      make("h2", { id: "hub-search-title", textContent: say("title", "Search the hub") }),
      close,
      make("label", { htmlFor: "hub-q", textContent: say("label", "What are you looking for?") }),
      this.input,
      this.groups,
      this.status,
      this.notes,
      this.hits,
    );
    this.dialog.setAttribute("aria-labelledby", "hub-search-title");
    this.append(this.dialog);
    this.listen();
    this.restore();
  }

  listen() {
    this.input.addEventListener("input", () => {
      clearTimeout(this.wait);
      this.wait = setTimeout(() => this.search(), 150);
    });
    this.dialog.addEventListener("keydown", (event) => this.move(event));
    this.dialog.addEventListener("close", () => this.write(false));
    this.hits.addEventListener("click", ({ target }) => target.closest("a") && this.keep());
    addEventListener("popstate", () => this.restore());
    addEventListener("keydown", (event) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
        event.preventDefault();
        this.open();
      }
    });
  }

  open(query) {
    if (query !== undefined) this.input.value = query;
    if (!this.dialog.open) this.dialog.showModal();
    if (document.activeElement !== this.input) this.input.focus();
    // A task of its own: the dialog is to stand there first.
    setTimeout(() => this.search());
  }

  /** Arrow keys walk through the results; Enter in the field opens the first one. */
  move(event) {
    const links = [...this.hits.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement);
    if (event.key === "ArrowDown" && links.length) links[Math.min(at + 1, links.length - 1)].focus();
    else if (event.key === "ArrowUp" && at >= 0) (links[at - 1] ?? this.input).focus();
    else if (event.key === "Enter" && document.activeElement === this.input && links.length) links[0].click();
    else return;
    event.preventDefault();
  }

  /** What asks and what shows, fetched when the dialog is first opened. */
  async tools() {
    const [{ ask }, hits, { Facets }] = await Promise.all([import("./search/asking.js"), import("./search/hits.js"), import("./search/facets.js")]);
    this.facets ??= new Facets(this.groups, FILTERS, (chosen) => {
      this.chosen = chosen;
      this.search();
    });
    return { ask, ...hits };
  }

  async search() {
    if (!this.dialog.open) return;
    const turn = ++this.turn;
    const query = this.input.value.trim();
    const filters = this.chosen;
    this.write(true, query, filters);
    try {
      const tools = await this.tools();
      const empty = !query && !Object.keys(filters).length;
      const found = await tools.ask(query, filters, empty ? 0 : FIRST);
      if (!found || turn !== this.turn) return;
      if (!(await this.show(found, empty, query, tools))) return;
      this.answered = query;
      const counts = await found.counts();
      if (turn === this.turn) this.chosen = this.facets.show(counts, filters);
    } catch (error) {
      console.warn(error);
      if (turn === this.turn) this.status.textContent = say("broken", "Search does not work right now. Use the pages A–Z and By subject.");
    }
  }

  /** Shows an answer; whether it was shown to its end, before another one. */
  async show(found, empty, query, { fill, insert }) {
    this.shown = found;
    const isOld = () => this.shown !== found;
    const { results, count } = found;
    this.tell(found, query);
    if (empty) this.showRecent();
    else if (count) {
      this.status.textContent = count === 1 ? say("one", "1 result") : say("many", "{count} results", { count });
      if (!(await fill(this.hits, results, isOld))) return false;
      this.offerMore(found, FIRST, (row, more) => insert(row, more, isOld));
    } else {
      this.status.textContent = say("none", "No results for “{query}”.", { query });
      this.list(...ways().map(([href, text]) => make("li", {}, make("a", { href, textContent: text }))));
    }
    return true;
  }

  /** Rows that are no results. */
  list(...rows) {
    this.hits.style.minHeight = "";
    this.hits.replaceChildren(...rows);
  }

  /** The next results, when they are asked for. */
  offerMore(found, from, insert) {
    if (from >= found.count) return;
    const more = make("button", { type: "button", className: "hub-plain", textContent: say("more", "Show more") });
    const row = make("li", { className: "hub-more" }, more);
    more.addEventListener("click", async () => {
      const results = await found.more(from, from + MORE);
      const above = row.previousElementSibling;
      const inserted = insert(row, results);
      above?.nextElementSibling?.querySelector("a").focus();
      if (await inserted) this.offerMore(found, from + MORE, insert);
    });
    this.hits.append(row);
  }

  /** Words that are nowhere are said, and what was searched for instead of them. */
  tell({ missing, meant }, query) {
    const notes = [];
    if (missing.length && missing.length < query.split(/\s+/).length) {
      notes.push(make("p", { textContent: say("missing", "Not found: {words}.", { words: missing.join(", ") }) }));
    }
    for (const { typed, meant: word } of meant) {
      const instead = make("button", { type: "button", className: "hub-plain", textContent: say("meant", "Did you mean “{word}”?", { word }) });
      instead.addEventListener("click", () => this.open(this.input.value.replace(new RegExp(typed, "iu"), word)));
      notes.push(make("p", {}, instead));
    }
    this.notes.replaceChildren(...notes);
  }

  /** What was searched for in this browser, and nowhere else. */
  showRecent() {
    const recent = recall(RECENT, []);
    this.status.textContent = recent.length ? say("recent", "Your latest searches, kept in this browser alone") : "";
    const forget = make("button", { type: "button", className: "hub-plain", textContent: say("forget", "Forget them") });
    forget.addEventListener("click", () => { remember(RECENT, []); this.search(); this.input.focus(); });
    const rows = recent.map((query) => {
      const again = make("button", { type: "button", className: "hub-plain", textContent: query });
      again.addEventListener("click", () => this.open(query));
      return again;
    });
    this.list(...(recent.length ? [...rows, forget] : []).map((button) => make("li", {}, button)));
  }

  keep() {
    const query = this.input.value.trim();
    if (query) remember(RECENT, [query, ...recall(RECENT, []).filter((other) => other !== query)].slice(0, KEPT));
  }

  /** Keeps the question in the address, so that it can be shared and survives "back". */
  write(open, query = "", filters = {}) {
    const address = new URL(location.href);
    for (const name of ["q", ...FILTERS.map(inAddress)]) address.searchParams.delete(name);
    if (open && query) address.searchParams.set("q", query);
    if (open) for (const [name, values] of Object.entries(filters)) for (const value of values) address.searchParams.append(inAddress(name), value);
    if (address.href !== location.href) history.replaceState(history.state, "", address);
  }

  restore() {
    const address = new URL(location.href);
    const query = address.searchParams.get("q");
    if (query === null) return;
    const chosen = FILTERS.map((name) => [name, address.searchParams.getAll(inAddress(name))]);
    this.chosen = Object.fromEntries(chosen.filter(([, values]) => values.length));
    this.open(query);
  }
}

customElements.define("hub-search", Search);
const search = make("hub-search");
document.body.append(search);

for (const link of document.querySelectorAll("[data-hub-search]")) {
  const button = make("button", { type: "button", className: link.className || "hub-action", textContent: link.textContent });
  button.dataset.hubSearch = "";
  button.addEventListener("click", () => search.open());
  link.replaceWith(button);
}
for (const form of document.querySelectorAll("[data-hub-find]")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    search.open(form.elements.q.value);
  });
}
for (const example of document.querySelectorAll("[data-hub-example]")) {
  example.addEventListener("click", (event) => {
    event.preventDefault();
    search.open(example.dataset.hubExample);
  });
}
