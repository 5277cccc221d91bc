// "Use this course": a panel in the page, with the visitor's copies of the course and the form for one of them.

import { plainDay, today } from "../date-arithmetic.js";
import { fetched } from "../fetched-strings.js";
import { button, newId } from "../form-controls.js";
import { all, given, make } from "../strings.js";
import { Form } from "./form.js";
import { loadStyle } from "./load-styles.js";
import { proposal } from "./plan.js";
import { copiesOf, newKey } from "./store.js";
import { loadWords, word } from "./words.js";

/** @import { Copy } from "../../types/copy.js" */
/** @import { CourseFile, Holiday } from "../../types/course.js" */

/** @type {WeakMap<HTMLElement, Panel>} */
const panels = new WeakMap();

/**
 * Shows the panel in a host element. Throws when data cannot be had.
 * @param {HTMLElement} host
 * @param {string | undefined} key The copy to begin with.
 * @param {() => void} closed
 */
export async function openPanel(host, key, closed) {
  let panel = panels.get(host);
  if (!panel) {
    const [data, holidays] = await Promise.all([
      fetched(given(host, "course")),
      fetched(given(host, "holidays")),
      loadWords(),
      loadStyle(),
    ]);
    // While that was fetched, another call may have been served.
    panel = panels.get(host) ?? new Panel(host, data, holidays, closed);
    panels.set(host, panel);
  }
  panel.start(key);
}

class Panel {
  title = make("h2", { id: newId(), tabIndex: -1, textContent: word("use") });
  choice = make("div", {});
  place = make("div", {});
  /** @type {Form | undefined} */
  form;

  /**
   * @param {HTMLElement} host
   * @param {CourseFile} data
   * @param {Holiday[]} holidays
   * @param {() => void} closed
   */
  constructor(host, data, holidays, closed) {
    this.host = host;
    this.data = data;
    this.holidays = holidays;
    this.closed = closed;
    const close = button(word("close"), () => this.close());
    const copies = make("a", { href: given(host, "copies"), textContent: word("myCopies") });
    this.element = make(
      "section",
      { className: "hub-use" },
      make("div", { className: "hub-use-head" }, this.title, close),
      make("p", { className: "hub-small" }, `${word("stays")} `, copies),
      ...this.oldPage(),
      this.choice,
      this.place,
    );
    this.element.setAttribute("aria-labelledby", this.title.id);
    this.element.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !event.defaultPrevented) this.close();
    });
    host.append(this.element);
  }

  /** The page was kept by the browser, the course was not: what is printed and copied would not fit together. */
  oldPage() {
    if (this.data.hash === this.host.dataset.hash) return [];
    const again = button(word("reload"), () => location.reload());
    return [make("div", { className: "hub-note" }, make("p", { textContent: word("oldPage") }), make("p", {}, again))];
  }

  /** The copies of this course, also those that were made when it had another address. */
  copies() {
    const { id, url, course } = this.data;
    const former = (course.redirect_from ?? []).map((old) => old.replace(/\/$/, "").split("/").at(-1) ?? "");
    return copiesOf(id, former).map((copy) => ({ ...copy, course: id, url }));
  }

  /** @param {string} [key] The copy to begin with; without it the last one, or a new one. */
  start(key) {
    this.element.hidden = false;
    const copies = this.copies();
    this.show(copies.find((copy) => copy.key === key) ?? copies.at(-1) ?? this.fresh());
    this.title.focus();
  }

  close() {
    this.form?.finish();
    this.element.hidden = true;
    if (location.hash.startsWith("#copy=")) history.replaceState(null, "", location.pathname + location.search);
    this.closed();
  }

  /** @param {Copy} copy */
  show(copy) {
    this.form?.finish();
    const article = this.host.closest("article");
    if (!article) throw new Error("The panel is outside the page's article");
    this.form = new Form({
      copy,
      isStored: this.copies().some(({ key }) => key === copy.key),
      data: this.data,
      holidays: this.holidays,
      article,
      kept: () => this.list(copy.key),
      dropped: () => this.start(),
      moved: () => this.show(this.copies().find(({ key }) => key === copy.key) ?? copy),
    });
    this.place.replaceChildren(this.form.element);
    this.list(copy.key);
  }

  /**
   * The copies of this course; before there are any, their room, so that the form stays where it is.
   * @param {string} key The copy in the form.
   */
  list(key) {
    const copies = this.copies();
    const picks = copies.map((copy) => {
      const pick = button(named(copy), () => this.show(copy));
      if (copy.key === key) pick.setAttribute("aria-current", "true");
      return pick;
    });
    if (copies.some((copy) => copy.key === key)) picks.push(button(word("another"), () => this.show(this.fresh())));
    const rows = picks.map((pick) => make("li", {}, pick));
    if (!rows.length) rows.push(make("li", { className: "hub-small", textContent: word("firstCopy") }));
    const title = make("h3", { className: "hub-label", textContent: word("copiesHere") });
    const focused = all("button", HTMLElement, this.choice).findIndex((pick) => pick.matches(":focus"));
    this.choice.replaceChildren(title, make("ul", { className: "hub-copy-row hub-copy-choice" }, ...rows));
    if (focused >= 0) picks[Math.min(focused, picks.length - 1)]?.focus();
  }

  /** @returns {Copy} */
  fresh() {
    const { id, url, hash, course } = this.data;
    return {
      key: newKey(),
      course: id,
      title: course.title,
      url,
      hash,
      version: course.version,
      klass: "",
      goals: "",
      notes: "",
      made: new Date().toISOString(),
      kept: course.lessons.map((_, index) => index + 1),
      holidays: true,
      revision: 0,
      ...proposal(today(), course, this.holidays),
    };
  }
}

/** @param {Copy} copy */
function named(copy) {
  return copy.klass.trim() || word("noClass", { day: plainDay(today(new Date(copy.made))) });
}
