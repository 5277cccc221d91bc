// The dialog's list: an answer in place of the one before it, never the two mixed; or what there is to do without one.
/** @typedef {import("./worker-client.js").Asked} Asked */
/** @typedef {import("./engine.js").Filters} Filters */
import { recall, remember, texts } from "../storage.js";
import { make, say } from "../strings.js";
import { insert } from "./result-rows.js";

/** Results that are shown before somebody asks for more, and how many come then. */
const [SOON, MORE] = [6, 10];
const ROOT = new URL("../../", import.meta.url);
const RECENT = "searches";
const KEPT = 5;
/** Signs of a query that is remembered. */
const LONGEST = 300;

/** @param {string} textContent */
const plain = (textContent) => make("button", { type: "button", className: "hub-plain", textContent });

export class Results {
  /**
   * @param {{ status: HTMLElement, notes: HTMLElement, hits: HTMLElement }} parts
   * @param {{ again: (query: string) => void, choose: (chosen: Filters) => void }} actions search for another query; by other filters
   */
  constructor({ status, notes, hits }, { again, choose }) {
    this.status = status;
    this.notes = notes;
    this.hits = hits;
    this.again = again;
    this.choose = choose;
    /** @type {Asked | null} */
    this.shown = null;
  }

  /**
   * Shows the results that came with an answer; whether they all stand there, and no newer ones.
   * @param {Asked} found
   * @param {string} query
   * @param {boolean} isEmpty
   * @param {Filters} filters what the results are narrowed by
   */
  async show(found, query, isEmpty, filters) {
    this.shown = found;
    const { results, count } = found;
    // What stands below does not jump up and down while results come.
    this.hits.style.minHeight = `${this.hits.offsetHeight}px`;
    this.hits.ariaBusy = "true";
    this.tell(found, query, Object.keys(filters).length > 0);
    const row = make("li");
    this.hits.replaceChildren(row);
    if (isEmpty) this.showRecent();
    else if (count)
      this.status.textContent = count === 1 ? say("one", "1 result") : say("many", "{count} results", { count });
    else {
      this.status.textContent = say("none", "No results for “{query}”.", { query });
      this.hits.replaceChildren(...ways());
    }
    if (!results.length) this.hits.style.minHeight = "";
    return insert(row, results, () => this.shown !== found);
  }

  /**
   * Shows the rest of an answer's first results, which were not fetched while somebody typed.
   * @param {Asked} found
   */
  async complete(found) {
    const from = found.results.length;
    if (from && from < found.count) {
      const row = make("li");
      this.hits.append(row);
      await this.extend(found, from, SOON, row);
    }
    if (this.shown !== found) return;
    this.hits.style.minHeight = "";
    this.hits.ariaBusy = null;
  }

  /**
   * Puts more results where a row is, and after them a button for the next.
   * @param {Asked} found
   * @param {number} from
   * @param {number} to
   * @param {HTMLElement} row
   * @param {(first: Element | null | undefined) => void} [reached] told of the first of them
   */
  async extend(found, from, to, row, reached = () => {}) {
    const results = await found.more(from, to);
    if (this.shown !== found) return;
    const above = row.previousElementSibling;
    const inserted = insert(row, results, () => this.shown !== found);
    reached(above ? above.nextElementSibling : this.hits.firstElementChild);
    if ((await inserted) && to < found.count) this.offerMore(found, to);
  }

  /**
   * @param {Asked} found
   * @param {number} from
   */
  offerMore(found, from) {
    const more = plain(say("more", "Show more"));
    const row = make("li", { className: "hub-more" }, more);
    more.addEventListener("click", () =>
      this.extend(found, from, from + MORE, row, (first) => first?.querySelector("a")?.focus()),
    );
    this.hits.append(row);
  }

  /** Takes away what answers another question. */
  empty() {
    this.shown = null;
    this.notes.replaceChildren();
    this.hits.replaceChildren();
    this.hits.style.minHeight = "";
    this.hits.ariaBusy = null;
  }

  /** Ways on, in place of what answers another question. */
  clear() {
    this.empty();
    this.hits.replaceChildren(...ways());
  }

  /**
   * What there is to see for whoever has not typed anything: all of a kind, and the pages that list everything.
   * @param {import("./worker-client.js").Counts} counts
   */
  offer({ kind = {} }) {
    const kinds = Object.entries(kind)
      .filter(([, count]) => count)
      .map(([value, count]) => {
        const all = make("button", { type: "button", textContent: `${value} (${count})` });
        all.addEventListener("click", () => this.choose({ kind: [value] }));
        return all;
      });
    const title = make("p", { textContent: say("allOf", "Or see all of one type:") });
    this.hits.append(make("li", {}, title, make("div", { className: "hub-kinds" }, ...kinds)), ...ways());
  }

  /**
   * Words that are nowhere are said, what was searched for instead of them, and that choices may hide what there is.
   * @param {Asked} found
   * @param {string} query
   * @param {boolean} isNarrowed
   */
  tell({ missing, meant, parted }, query, isNarrowed) {
    const notes = [];
    if (isNarrowed) {
      const all = plain(say("widen", "Search without your choices"));
      all.addEventListener("click", () => this.choose({}));
      notes.push(make("p", {}, all));
    }
    if (missing.length && missing.length < query.split(/\s+/).length) {
      notes.push(make("p", { textContent: say("missing", "Not found: {words}.", { words: missing.join(", ") }) }));
    }
    for (const { typed, parts } of parted) {
      const textContent = say("parted", "No page says “{typed}”. These say {parts}.", {
        typed,
        parts: parts.map((part) => say("quoted", "“{text}”", { text: part })).join(", "),
      });
      notes.push(make("p", { textContent }));
    }
    for (const { typed, meant: word } of meant) {
      const instead = plain(say("meant", "Did you mean “{word}”?", { word }));
      instead.addEventListener("click", () => this.again(query.replace(new RegExp(typed, "iu"), word)));
      notes.push(make("p", {}, instead));
    }
    this.notes.replaceChildren(...notes);
  }

  /** What was searched for in this browser, and nowhere else. */
  showRecent() {
    const recent = recall(RECENT, recentOf, []);
    this.status.textContent = recent.length ? say("recent", "Your latest searches, kept in this browser alone") : "";
    const rows = recent.map((query) => {
      const again = plain(query);
      again.addEventListener("click", () => this.again(query));
      return again;
    });
    const forget = plain(say("forget", "Forget them"));
    forget.addEventListener("click", () => {
      remember(RECENT, []);
      this.again("");
    });
    this.hits.replaceChildren(...(recent.length ? [...rows, forget] : []).map((button) => make("li", {}, button)));
  }
}

/**
 * The queries among what was stored, each once and no longer than a person types.
 * @param {any} found
 */
function recentOf(found) {
  return [...new Set(texts(found))].filter((query) => query.trim() && query.length <= LONGEST).slice(0, KEPT);
}

/**
 * Remembers a query that led to a page.
 * @param {string} query
 */
export function keep(query) {
  const recent = recall(RECENT, recentOf, []);
  if (query) remember(RECENT, [query, ...recent.filter((other) => other !== query)].slice(0, KEPT));
}

/** Where to go when nothing was found. */
function ways() {
  const found = [
    ["a-z/", say("az", "Everything from A to Z")],
    [say("browsePath", ""), say("browse", "")], // a hub may have none
    ["glossary/", say("glossary", "Glossary")],
  ]
    .filter(([, text]) => text)
    .map(([path, text]) => [new URL(path, ROOT).href, text]);
  const ask = document.querySelector("footer .hub-report");
  if (ask instanceof HTMLAnchorElement) found.push([ask.href, say("ask", "Ask those who keep the hub")]);
  return found.map(([href, textContent]) => make("li", {}, make("a", { href, textContent })));
}
