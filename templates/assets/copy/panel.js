// "Use this course": a panel in the page, with the visitor's copies of the course and the form for one of them.
import { make } from "../strings.js";
import { plainDay, today } from "./dates.js";
import { button, newId } from "./fields.js";
import { Form } from "./form.js";
import { proposal } from "./plan.js";
import { copiesOf, newKey } from "./store.js";
import { loadStyle } from "./style.js";
import { fetched, loadWords, word } from "./words.js";

const open = new WeakMap();

/** Shows the panel in a host element, at the copy with a key when there is one. Throws when data cannot be had. */
export async function openPanel(host, key, closed) {
  if (!open.has(host)) {
    const [data, holidays] = await Promise.all([
      fetched(host.dataset.course),
      fetched(host.dataset.holidays),
      loadWords(),
      loadStyle(),
    ]);
    if (!open.has(host)) open.set(host, new Panel(host, data, holidays, closed));
  }
  open.get(host).start(key);
}

class Panel {
  constructor(host, data, holidays, closed) {
    Object.assign(this, { host, data, holidays, closed });
    this.title = make("h2", { id: newId(), tabIndex: -1, textContent: word("use") });
    this.choice = make("div", {});
    this.place = make("div", {});
    this.element = make(
      "section",
      { className: "hub-use" },
      make(
        "div",
        { className: "hub-use-head" },
        this.title,
        button(word("close"), () => this.close()),
      ),
      make(
        "p",
        { className: "hub-small" },
        `${word("stays")} `,
        make("a", { href: host.dataset.copies, textContent: word("myCopies") }),
      ),
      ...this.oldPage(),
      this.choice,
      this.place,
    );
    this.element.setAttribute("aria-labelledby", this.title.id);
    this.element.addEventListener(
      "keydown",
      (event) => event.key === "Escape" && !event.defaultPrevented && this.close(),
    );
    host.append(this.element);
  }

  /** The page was kept by the browser, the course was not: what is printed and copied would not fit together. */
  oldPage() {
    if (this.data.hash === this.host.dataset.hash) return [];
    const again = button(word("reload"), () => location.reload());
    return [make("div", { className: "hub-note" }, make("p", { textContent: word("oldPage") }), make("p", {}, again))];
  }

  start(key) {
    this.element.hidden = false;
    const copies = copiesOf(this.data.id);
    this.show(copies.find((copy) => copy.key === key) ?? copies.at(-1) ?? this.fresh());
    this.title.focus();
  }

  close() {
    this.form?.finish();
    this.element.hidden = true;
    if (location.hash.startsWith("#copy=")) history.replaceState(null, "", location.pathname + location.search);
    this.closed();
  }

  show(copy) {
    this.form?.finish();
    this.form = new Form({
      copy,
      isStored: copiesOf(this.data.id).some(({ key }) => key === copy.key),
      data: this.data,
      holidays: this.holidays,
      article: this.host.closest("article"),
      kept: () => this.list(),
      dropped: () => this.start(),
    });
    this.place.replaceChildren(this.form.element);
    this.list();
  }

  /** The copies of this course; before there are any, their room, so that the form stays where it is. */
  list() {
    const { key } = this.form.copy;
    const copies = copiesOf(this.data.id);
    const isKept = copies.some((copy) => copy.key === key);
    const rows = copies.map((copy) => {
      const pick = button(named(copy), () => this.show(copy));
      if (copy.key === key) pick.setAttribute("aria-current", "true");
      return make("li", {}, pick);
    });
    if (isKept)
      rows.push(
        make(
          "li",
          {},
          button(word("another"), () => this.show(this.fresh())),
        ),
      );
    if (!rows.length) rows.push(make("li", { className: "hub-small", textContent: word("firstCopy") }));
    const title = make("p", { className: "hub-label", textContent: word("copiesHere") });
    const focused = [...this.choice.querySelectorAll("button")].indexOf(document.activeElement);
    this.choice.replaceChildren(title, make("ul", { className: "hub-copy-row hub-copy-choice" }, ...rows));
    if (focused >= 0) this.choice.querySelectorAll("button")[Math.min(focused, rows.length - 1)]?.focus();
  }

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

function named(copy) {
  return copy.klass.trim() || word("noClass", { day: plainDay(today(new Date(copy.made))) });
}
