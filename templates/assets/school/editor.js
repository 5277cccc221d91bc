// The form in which a school writes its own plan. What is typed is kept in this browser at once, and handed in as a file.
import { ask } from "../copy/ask.js";
import { today } from "../date-arithmetic.js";
import { fetched } from "../fetched-strings.js";
import { speak } from "../form-controls.js";
import { all, given, one } from "../strings.js";
import { faults } from "./checks.js";
import * as drafts from "./draft.js";
import { summaryOf } from "./field-errors.js";
import { LARGEST, nameOf, readFile } from "./file.js";
import { flat, rowsOf } from "./flat.js";
import { Form } from "./form.js";
import { mailTo } from "./mail.js";
import { printDraft, saveDraft, saveWord } from "./outputs.js";
import { agreed } from "./print-agreements.js";
import { notes, tellWithheld } from "./site-changes.js";
import { keep, kept, keyOf } from "./store.js";
import { loadWords, moment, word } from "./words.js";

/** @import { Draft, Fault, SchoolFile, Value } from "../../types/school.js" */

class Editor {
  /** Whether the browser keeps what is written. */
  isKept = true;
  /** What was done last, until something is written. */
  done = "";

  /**
   * @param {HTMLElement} host
   * @param {SchoolFile} data
   */
  constructor(host, data) {
    this.host = host;
    this.data = data;
    /** @type {Draft} */
    this.draft = this.begin();
    const write = (/** @type {{[path: string]: Value}} */ values) => this.write(values);
    this.form = new Form(host, { write, isShown: (path) => this.isShown(path) });
    this.summary = summaryOf(host, one("[data-hub-summary]", HTMLElement, host), () => this.save());
    this.said = one("[data-hub-said]", HTMLElement, host);
    this.listen();
    const fields = one("[data-hub-fields]", HTMLFieldSetElement, host);
    fields.disabled = fields.hidden = false;
    this.show();
  }

  /** The draft that is kept here; a new one where there is none, and where the site has taken in all of it. */
  begin() {
    const now = Date.now();
    const draft = drafts.resumed(kept(this.data.id), this.data, now);
    return drafts.moved(draft, this.data) === "taken" ? this.taken(draft, now) : draft;
  }

  /**
   * @param {Draft} held
   * @param {number} now
   */
  taken(held, now) {
    this.done = word("taken");
    return keep(drafts.rebased({ ...held, bases: drafts.basesOf(this.data) }, this.data, now)).draft;
  }

  listen() {
    addEventListener("storage", ({ key }) => key === `hub:${keyOf(this.data.id)}` && this.heard());
    addEventListener("pagehide", () => this.form.flush());
    addEventListener("beforeunload", (event) => {
      this.form.flush();
      if (this.isLost()) event.preventDefault();
    });
    this.host.addEventListener("submit", (event) => event.preventDefault());
    for (const control of all("[data-hub-act]", HTMLElement, this.host)) {
      control.addEventListener("click", (event) => this.act(given(control, "hubAct"), event));
    }
    for (const input of all("[data-hub-file]", HTMLInputElement, this.host)) {
      input.addEventListener("change", () => this.open(input));
    }
  }

  /** Another tab has written. */
  heard() {
    this.form.flush();
    const newest = kept(this.data.id);
    if (newest) this.draft = drafts.merged(this.draft, newest);
    this.show();
  }

  /** @param {{[path: string]: Value}} values */
  write(values) {
    const now = Date.now();
    this.done = "";
    const newest = kept(this.data.id);
    let draft = newest ? drafts.merged(this.draft, newest) : this.draft;
    for (const [path, value] of Object.entries(values)) draft = drafts.changed(draft, path, value, now);
    this.store(draft);
  }

  /** @param {Draft} draft */
  store(draft) {
    const { draft: whole, isKept } = keep(draft);
    this.draft = whole;
    this.isKept = isKept;
    this.show();
  }

  /**
   * Whether a row belongs to this page: where the site's own are shown as a table, new ones alone do.
   * @param {string} path
   */
  isShown(path) {
    if (!("hubNew" in this.host.dataset)) return true;
    const [list, id] = path.split("/");
    return !rowsOf(flat(this.draft.was), list).includes(id);
  }

  show() {
    const { data, draft } = this;
    this.form.show(drafts.fieldsOf(draft));
    this.summary.show(this.faults());
    speak(this.said, this.sentence());
    this.said.classList.toggle("is-fault", this.isLost());
    const ways = { takeIn: () => this.takeIn(), seen: () => this.seen() };
    one("[data-hub-notes]", HTMLElement, this.host).replaceChildren(...notes(data, draft, ways));
    for (const link of all("a[data-hub-act=mail]", HTMLAnchorElement, this.host)) {
      link.href = mailTo(data, draft, nameOf(data.id, today()));
    }
    for (const box of all("[data-hub-agreed]", HTMLElement, this.host)) {
      box.replaceChildren(...agreed(data, draft, (path) => this.isShown(path)));
    }
  }

  /** Whether something would be lost if the page were closed now. */
  isLost() {
    return !this.isKept && drafts.unsaved(this.draft) > 0;
  }

  /** How it stands with what was written, in a sentence. */
  sentence() {
    const { changes, saved } = this.draft;
    if (this.isLost()) return word("notKept");
    if (this.done) return this.done;
    if (drafts.unsaved(this.draft)) return saved ? word("unsavedSince", { time: moment(saved) }) : word("neverSaved");
    return changes.size ? word("allSaved", { time: moment(saved) }) : word("nothing");
  }

  /** @returns {Fault[]} */
  faults() {
    return faults(drafts.fieldsOf(this.draft), this.data, today());
  }

  takeIn() {
    this.store(drafts.rebased(this.draft, this.data, Date.now()));
    this.focus();
  }

  seen() {
    this.store(drafts.lookedThrough(this.draft, this.data, Date.now()));
    this.focus();
  }

  /** What was pressed is gone: the form is next. */
  focus() {
    one("input, select, button", HTMLElement, one("[data-hub-fields]", HTMLElement, this.host)).focus();
  }

  /**
   * @param {string} what
   * @param {Event} event
   */
  async act(what, event) {
    this.form.flush();
    this.fail("");
    try {
      if (what === "save") this.check(() => this.save());
      else if (what === "mail") this.mail(event);
      else if (what === "open") one("[data-hub-file]", HTMLInputElement, this.host).click();
      else if (what === "print") printDraft(this.data, this.draft);
      else if (what === "word") this.tell(word("savedAs", { name: await saveWord(this.data, this.draft) }));
      else if (what === "restart") await this.restart();
    } catch (error) {
      console.warn(error);
      this.fail(word("failed"));
    }
  }

  /** @param {string} text */
  tell(text) {
    this.done = text;
    this.show();
  }

  /** @param {string} text */
  fail(text) {
    speak(one("[data-hub-failure]", HTMLElement, this.host), text);
  }

  /**
   * Goes on when nothing is amiss; else says what is.
   * @param {() => void} act
   */
  check(act) {
    const found = this.faults();
    this.summary.ask(found);
    if (!found.length) act();
    return !found.length;
  }

  save() {
    const newest = kept(this.data.id);
    const draft = newest ? drafts.merged(this.draft, newest) : this.draft;
    const name = saveDraft(this.data, draft);
    const last = Math.max(Date.now(), ...[...draft.changes.values()].map(([, at]) => at));
    this.done = word("savedAs", { name });
    this.store({ ...draft, saved: last });
  }

  /**
   * The mail goes off with the file at hand: it is saved first where it is not.
   * @param {Event} event
   */
  mail(event) {
    if (!this.check(() => drafts.unsaved(this.draft) && this.save())) event.preventDefault();
  }

  /** @param {HTMLInputElement} input */
  async open(input) {
    const file = input.files?.[0];
    if (!file) return;
    const text = file.size > LARGEST ? "" : await file.text();
    input.value = "";
    const found = readFile(text, this.data.id);
    this.form.flush();
    if ("what" in found) {
      this.fail(word(`cannot.${found.what}`, { name: file.name, value: found.value, school: this.data.title }));
      return;
    }
    if (drafts.unsaved(this.draft) && !(await ask(word("openAsk"), word("openYes"), word("openNo")))) return;
    this.fail("");
    this.done = word("opened", { name: file.name });
    this.store(drafts.opened(this.data, found, this.later()));
  }

  async restart() {
    if (this.draft.changes.size && !(await ask(word("restartAsk"), word("restartYes"), word("restartNo")))) return;
    this.done = word("restarted");
    this.store(drafts.begun(this.data, this.later()));
  }

  /** Now, but later than the draft in hand began. */
  later() {
    return Math.max(Date.now(), this.draft.begun + 1);
  }
}

/**
 * Folds the phases that are over, and those that are far off.
 * @param {HTMLElement} host
 */
function fold(host) {
  const phases = all("[data-until]", HTMLDetailsElement, host);
  const next = phases.find((phase) => (phase.dataset.until ?? "") >= today());
  for (const phase of phases) phase.open = phase === (next ?? phases.at(-1));
}

for (const note of all("[data-hub-unstarted]", HTMLElement)) note.hidden = true;
for (const host of all("[data-hub-edit]", HTMLElement)) {
  try {
    const [data] = await Promise.all([fetched(given(host, "hubEdit")), loadWords()]);
    fold(host);
    tellWithheld(host, data);
    new Editor(host, data);
    // What somebody has written is not folded away.
    for (const part of all("details:not([data-until])", HTMLDetailsElement, host))
      part.open = part.querySelector("li") !== null;
  } catch (error) {
    console.warn(error);
    one("[data-hub-failure]", HTMLElement, host).textContent = given(host, "failure");
  }
}
