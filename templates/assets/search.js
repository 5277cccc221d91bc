// The search dialog: opened by the header's button or Ctrl/Cmd+K, worked by keyboard alone, its state in the address.
import { all, given, make, say } from "./strings.js";

/** @import { Facets } from "./search/facets.js" */
/** @import { Filters } from "./search/engine.js" */
/** @import { Results } from "./search/results.js" */

const FILTERS = say("filters", "kind").split(" ");
/** Results that come with an answer: each is a file to fetch. */
const FIRST = 3;
/** Milliseconds after which nobody types on. */
const REST = 300;
/** Milliseconds after which it is said that an answer takes its time. */
const SLOW = 400;

/** Marks the step of the browser's history that the dialog is: to go back from it closes the dialog. */
const STEP = "hubSearch";

/**
 * Other parts of a page keep their own choices in the address under the plain names.
 * @param {string} name
 */
const inAddress = (name) => `q-${name}`;

class Search extends HTMLElement {
  /** How often something was asked: only the newest question is answered. */
  turn = 0;
  /** The timer of the next question. */
  wait = 0;
  /**
   * The question whose answer is shown.
   * @type {string | null}
   */
  answered = null;
  /** Whether the first result is to be opened when it is known. */
  opensFirst = false;
  /**
   * The values that results are narrowed by: `{kind: ["Guides"]}`.
   * @type {Filters}
   */
  chosen = {};
  /** @type {Results | undefined} */
  results;
  /** @type {Facets | undefined} */
  facets;
  /** @type {((query: string) => void) | undefined} */
  keep;
  input = make("input", {
    type: "text",
    enterKeyHint: "search",
    id: "hub-q",
    autocomplete: "off",
    spellcheck: false,
    autofocus: true,
  });
  isLeaving = false;
  status = make("p", { className: "hub-hit-count" });
  notes = make("div", { className: "hub-hit-notes" });
  groups = make("div", { className: "hub-facets" });
  hits = make("ol", { className: "hub-hits" });
  dialog = make("dialog", { className: "hub-dialog" });

  connectedCallback() {
    this.status.setAttribute("role", "status");
    this.notes.setAttribute("role", "status");
    const close = make("button", { type: "button", className: "hub-close", textContent: say("close", "Close") });
    close.addEventListener("click", () => this.dialog.close());
    this.dialog.append(
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
      this.opensFirst = false;
      if (this.asked() !== this.answered) this.outdate();
      clearTimeout(this.wait);
      this.wait = setTimeout(() => this.search(), 150);
    });
    this.dialog.addEventListener("keydown", (event) => this.move(event));
    this.dialog.addEventListener("close", () => this.closed());
    this.dialog.addEventListener("click", ({ target }) => {
      if (target === this.dialog) this.dialog.close();
    });
    this.hits.addEventListener("click", ({ target }) => {
      if (target instanceof Element && target.closest("a")) this.keep?.(this.asked());
    });
    addEventListener("popstate", () => {
      const isOpenedAgain = this.isLeaving && this.dialog.open;
      this.isLeaving = false;
      if (isOpenedAgain) history.pushState({ [STEP]: true }, "");
      else this.restore();
    });
    addEventListener("keydown", (event) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
        event.preventDefault();
        this.open();
      }
    });
  }

  /** Told in a task of its own: somebody may have opened the dialog again before it, and before the step back is taken. */
  closed() {
    if (this.dialog.open) return;
    this.write(false);
    this.isLeaving = Boolean(history.state?.[STEP]);
    if (this.isLeaving) history.back();
  }

  /** @param {string} [query] What stands in the field without it. */
  open(query) {
    if (query !== undefined) this.input.value = query;
    if (!this.dialog.open) {
      this.dialog.showModal();
      if (!history.state?.[STEP]) history.pushState({ [STEP]: true }, "");
    }
    if (document.activeElement !== this.input) this.input.focus();
    // A task of its own: the dialog is to stand there first.
    setTimeout(() => this.search());
  }

  /**
   * Arrow keys walk through the results; Enter in the field opens the first one, as soon as it is known.
   * @param {KeyboardEvent} event
   */
  move(event) {
    if (event.isComposing) return;
    const links = this.hits.inert ? [] : [...this.hits.querySelectorAll("a")];
    const at = links.findIndex((link) => link.matches(":focus"));
    if (event.key === "ArrowDown" && links.length) links[Math.min(at + 1, links.length - 1)].focus();
    else if (event.key === "ArrowUp" && at >= 0) (links[at - 1] ?? this.input).focus();
    else if (event.key === "Enter" && document.activeElement === this.input) this.openFirst();
    else return;
    event.preventDefault();
  }

  /** Opens the first result of what stands in the field: now, or when it is there. */
  openFirst() {
    const query = this.asked();
    if (!query) return;
    this.opensFirst = true;
    if (this.answered === query) this.follow();
    else {
      clearTimeout(this.wait);
      this.search();
    }
  }

  /** What stands there answers other words than those in the field: it is seen to, and cannot be opened. */
  outdate() {
    this.answered = null;
    this.hits.inert = true;
  }

  /** Goes to the first result, if that was asked for. */
  follow() {
    const [first] = all(".hub-hit a", HTMLAnchorElement, this.hits);
    if (this.opensFirst) first?.click();
    this.opensFirst = false;
  }

  /** What is asked for. */
  asked() {
    return this.input.value.normalize("NFC").trim();
  }

  /** What asks and what shows, fetched when the dialog is first opened. */
  async ready() {
    const [{ ask }, { Results, keep }, { Facets }] = await Promise.all([
      import("./search/worker-client.js"),
      import("./search/results.js"),
      import("./search/facets.js"),
    ]);
    const { status, notes, hits } = this;
    this.keep ??= keep;
    this.results ??= new Results(
      { status, notes, hits },
      {
        again: (query) => this.open(query),
        choose: (chosen) => {
          this.chosen = chosen;
          this.input.focus();
          this.search();
        },
      },
    );
    this.facets ??= new Facets(this.groups, FILTERS, (chosen) => {
      this.chosen = chosen;
      this.search();
    });
    return { ask, results: this.results, facets: this.facets };
  }

  async search() {
    if (!this.dialog.open) return;
    const turn = ++this.turn;
    const isOld = () => turn !== this.turn;
    const query = this.asked();
    const filters = this.chosen;
    this.write(true, query, filters);
    this.outdate();
    const waiting = setTimeout(() => {
      this.status.textContent = say("searching", "Searching …");
      this.results?.empty();
    }, SLOW);
    try {
      const { ask, results, facets } = await this.ready();
      // While that was fetched, a newer question may have been asked: it is the only one that is to be answered.
      if (isOld()) return;
      const isEmpty = !query && !Object.keys(filters).length;
      const found = await ask(query, filters, isEmpty ? 0 : FIRST);
      clearTimeout(waiting);
      if (!found || isOld()) return;
      this.hits.inert = false;
      if (!(await results.show(found, query, isEmpty, filters))) return;
      this.answered = query;
      this.follow();
      const counts = await found.counts();
      if (isOld()) return;
      this.chosen = facets.show(counts, filters);
      if (isEmpty) results.offer(counts);
      await new Promise((done) => setTimeout(done, REST));
      if (!isOld()) await results.complete(found);
    } catch (error) {
      console.warn(error);
      if (isOld()) return;
      this.status.textContent = say("broken", "Search does not work right now. Use the menu, or the page A–Z.");
      this.hits.inert = false;
      this.results?.clear();
    } finally {
      clearTimeout(waiting);
    }
  }

  /**
   * Keeps the question in the address, so that it can be shared and survives "back".
   * @param {boolean} open
   * @param {string} [query]
   * @param {Filters} [filters]
   */
  write(open, query = "", filters = {}) {
    const address = new URL(location.href);
    for (const name of ["q", ...FILTERS.map(inAddress)]) address.searchParams.delete(name);
    if (open && query) address.searchParams.set("q", query);
    if (open)
      for (const [name, values] of Object.entries(filters))
        for (const value of values) address.searchParams.append(inAddress(name), value);
    if (address.href !== location.href) history.replaceState(history.state, "", address);
  }

  restore() {
    const address = new URL(location.href);
    const query = address.searchParams.get("q");
    const chosen = FILTERS.map((name) => /** @type {const} */ ([name, address.searchParams.getAll(inAddress(name))]));
    const filters = chosen.filter(([, values]) => values.length);
    if (query === null && !filters.length) {
      this.dialog.close();
      return;
    }
    this.chosen = Object.fromEntries(filters);
    this.open(query ?? "");
  }
}

customElements.define("hub-search", Search);
const search = new Search();
document.body.append(search);

for (const link of all("[data-hub-search]", HTMLElement)) {
  const { className, textContent } = link;
  const button = make("button", { type: "button", className: className || "hub-action", textContent });
  button.dataset.hubSearch = "";
  button.addEventListener("click", () => search.open());
  link.replaceWith(button);
}
for (const form of all("[data-hub-find]", HTMLFormElement)) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    search.open(String(new FormData(form).get("q") ?? ""));
  });
}
for (const example of all("[data-hub-example]", HTMLElement)) {
  example.addEventListener("click", (event) => {
    event.preventDefault();
    search.open(given(example, "hubExample"));
  });
}
