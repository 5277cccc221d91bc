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

/** What is said at a moment of a film stands beside its time. */
function line(part) {
  return /#t=\d+$/.test(part.url) ? [" ", make("span", {}, ...excerpt(part.excerpt).childNodes)] : [];
}

/** Pagefind's excerpt is HTML with <mark>; only its text and its marks are taken over. */
function excerpt(html) {
  const parsed = new DOMParser().parseFromString(html, "text/html").body;
  const parts = [...parsed.childNodes].map((node) =>
    node.nodeName === "MARK" ? make("mark", { textContent: node.textContent }) : node.textContent,
  );
  return make("p", { className: "hub-hit-text" }, ...parts);
}

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
    this.facets = make("div", { className: "hub-facets" });
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
      this.facets,
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
    this.facets.addEventListener("change", () => this.search());
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

  chosen() {
    const filters = {};
    for (const box of this.facets.querySelectorAll("input:checked")) (filters[box.name] ??= []).push(box.value);
    return filters;
  }

  async search() {
    if (!this.dialog.open) return;
    const turn = ++this.turn;
    const query = this.input.value.trim();
    const filters = this.wanted ?? this.chosen();
    this.wanted = undefined;
    this.write(true, query, filters);
    try {
      const { ask } = await import("./search/asking.js");
      const empty = !query && !Object.keys(filters).length;
      const found = await ask(query, filters, empty ? 0 : FIRST);
      if (!found || turn !== this.turn) return;
      this.show(found.results, empty ? null : found.count, query);
      this.offerMore(found, empty ? found.count : FIRST);
      this.tell(found, query);
      this.answered = query;
      const counts = await found.counts();
      if (turn === this.turn) this.showFacets(counts, filters);
    } catch (error) {
      console.warn(error);
      if (turn === this.turn) this.status.textContent = say("broken", "Search does not work right now. Use the pages A–Z and By subject.");
    }
  }

  show(results, count, query) {
    this.hits.replaceChildren(...results.map((result) => this.hit(result)));
    if (count === null) this.showRecent();
    else if (count) this.status.textContent = count === 1 ? say("one", "1 result") : say("many", "{count} results", { count });
    else {
      this.status.textContent = say("none", "No results for “{query}”.", { query });
      this.hits.replaceChildren(...ways().map(([href, text]) => make("li", {}, make("a", { href, textContent: text }))));
    }
  }

  /** The next results, when they are asked for. */
  offerMore(found, from) {
    if (from >= found.count) return;
    const more = make("button", { type: "button", className: "hub-plain", textContent: say("more", "Show more") });
    const row = make("li", { className: "hub-more" }, more);
    more.addEventListener("click", async () => {
      const hits = (await found.more(from, from + MORE)).map((result) => this.hit(result));
      row.replaceWith(...hits);
      hits[0]?.querySelector("a").focus();
      this.offerMore(found, from + MORE);
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
    this.status.textContent = "";
    const recent = recall(RECENT, []);
    if (!recent.length) return;
    this.status.textContent = say("recent", "Your latest searches, kept in this browser alone");
    const forget = make("button", { type: "button", className: "hub-plain", textContent: say("forget", "Forget them") });
    forget.addEventListener("click", () => { remember(RECENT, []); this.search(); this.input.focus(); });
    this.hits.replaceChildren(
      ...recent.map((query) => {
        const again = make("button", { type: "button", className: "hub-plain", textContent: query });
        again.addEventListener("click", () => this.open(query));
        return make("li", {}, again);
      }),
      make("li", {}, forget),
    );
  }

  keep() {
    const query = this.input.value.trim();
    if (query) remember(RECENT, [query, ...recall(RECENT, []).filter((other) => other !== query)].slice(0, KEPT));
  }

  hit({ url, title, kind, excerpt: text, parts }) {
    const item = make("li", { className: "hub-hit" });
    if (kind) item.append(make("span", { className: "hub-kind", textContent: kind }));
    item.append(make("a", { href: url, textContent: title }), excerpt(text));
    if (parts.length) {
      const links = parts.map((part) => make("li", {}, make("a", { href: part.url, textContent: part.title }), ...line(part)));
      item.append(make("ul", { className: "hub-parts" }, ...links));
    }
    return item;
  }

  showFacets(counts, chosen) {
    const open = new Set([...this.facets.querySelectorAll("details[open]")].map((part) => part.dataset.name));
    const focused = document.activeElement?.id;
    const groups = FILTERS.filter((name) => counts[name]).map((name) => {
      const boxes = Object.entries(counts[name]).map(([value, count], index) => {
        const id = `hub-${name}-${index}`;
        const checked = chosen[name]?.includes(value) ?? false;
        const input = make("input", { type: "checkbox", name, value, id, checked });
        return make("label", { htmlFor: id }, input, ` ${value} `, make("span", { textContent: `(${count})` }));
      });
      const title = say(name, name) + (chosen[name]?.length ? ` (${chosen[name].length})` : "");
      const group = make("details", { open: open.has(name) }, make("summary", { textContent: title }), make("div", {}, ...boxes));
      group.dataset.name = name;
      return group;
    });
    this.facets.replaceChildren(...groups);
    if (focused) document.getElementById(focused)?.focus();
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
    this.wanted = {};
    for (const name of FILTERS) {
      const values = address.searchParams.getAll(inAddress(name));
      if (values.length) this.wanted[name] = values;
    }
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
