// The forms in which visitors write. What is typed is kept in this browser at once, and handed in as a file or a mail.
import { copyText } from "../clipboard.js";
import { ask } from "../copy/ask.js";
import { speak } from "../form-controls.js";
import { recall, remember } from "../storage.js";
import { all, given, one } from "../strings.js";
import { faults, summaryOf } from "./checks.js";
import { neededBeside } from "./conditional-required.js";
import * as drafts from "./draft.js";
import { FileFields } from "./file-fields.js";
import { Form } from "./form.js";
import { openedFile } from "./open-saved-form.js";
import { mailText, mailTo, saveForm } from "./outputs.js";
import { PageTitles } from "./page-titles.js";
import { saidByNames } from "./parse-saved-form.js";
import { listOf, rowOf } from "./rows.js";
import { saveWord } from "./word-document.js";
import { loadWords, word } from "./words.js";

/** @import { Draft, Said } from "./draft.js" */

/** The row with which a list begins that must have one: in two tabs it is the same. */
const FIRST = "a";

class Writer {
  isKept = true;
  /** What was done last, until something is written. */
  done = "";

  /** @param {HTMLFormElement} root */
  constructor(root) {
    this.root = root;
    this.key = `write:${given(root, "hubWrite")}`;
    /** @type {Draft} */
    this.draft = this.kept() ?? drafts.fresh();
    this.pages = new PageTitles(root);
    this.form = new Form(root, (values) => this.write(values));
    this.files = new FileFields(root, { write: (values) => this.write(values), changed: () => this.show() });
    this.summary = summaryOf(root, one("[data-summary]", HTMLElement, root), () => this.save());
    this.state = one("[data-state]", HTMLElement, root);
    this.listen();
    const fields = one("[data-hub-fields]", HTMLFieldSetElement, root);
    fields.disabled = false;
    this.show();
    this.form.unfold();
    this.files.sweep();
  }

  /** @returns {Draft | null} */
  kept() {
    return recall(this.key, drafts.unpacked, null);
  }

  listen() {
    addEventListener("storage", ({ key }) => key === `hub:${this.key}` && this.heard());
    addEventListener("pagehide", () => this.form.flush());
    addEventListener("beforeunload", (event) => {
      this.form.flush();
      if (this.isLost()) event.preventDefault();
    });
    this.root.addEventListener("submit", (event) => {
      event.preventDefault();
      const button = /** @type {HTMLButtonElement | null} */ (event.submitter);
      // Enter in a field presses the first button, which does nothing.
      if (button?.name === "act" && button.value) this.press(button.value);
    });
    for (const control of all("[data-act]", HTMLElement, this.root)) {
      control.addEventListener("click", (event) => this.attempt(() => this.act(given(control, "act"), event)));
    }
    const file = one("[data-hub-file]", HTMLInputElement, this.root);
    file.addEventListener("change", () => this.attempt(() => this.open(file)));
    for (const kind of ["focusin", "input"])
      this.root.addEventListener(kind, ({ target }) => this.pages.suggest(target));
  }

  /** Another tab has written. */
  heard() {
    this.form.flush();
    this.files.again();
    const newest = this.kept();
    if (newest) this.draft = drafts.merged(this.draft, newest);
    this.show();
  }

  /**
   * The newest is read before every write: another tab may have changed it.
   * @param {{[path: string]: Said}} values
   */
  write(values) {
    this.done = "";
    const newest = this.kept();
    let draft = newest ? drafts.merged(this.draft, newest) : this.draft;
    for (const [path, said] of Object.entries(values)) draft = drafts.changed(draft, path, said, Date.now());
    this.store(draft);
  }

  /** @param {Draft} draft */
  store(draft) {
    this.draft = draft;
    this.isKept = remember(this.key, drafts.packed(draft));
    this.show();
  }

  show() {
    this.form.show(this.draft);
    for (let lists = this.form.unbegun(this.draft); lists.length; lists = this.form.unbegun(this.draft)) {
      for (const list of lists) this.draft = drafts.changed(this.draft, `${list}${drafts.ROW}${FIRST}`, "1", 0);
      this.form.show(this.draft);
    }
    this.files.show();
    neededBeside(this.form);
    this.summary.show(this.summary.isAsked ? faults(this.form, this.pages.items) : []);
    speak(this.state, this.sentence());
    this.state.classList.toggle("is-fault", this.isLost());
    for (const link of all("a[data-act=mail]", HTMLAnchorElement, this.root))
      link.href = mailTo(this.form, this.files.files());
  }

  isUnsaved() {
    return drafts.lastWritten(this.draft) > this.draft.saved;
  }

  /** Whether something would be lost if the page were closed now. */
  isLost() {
    return this.isUnsaved() && (!this.isKept || this.files.isUnkept());
  }

  /** How it stands with what was written, in a sentence. */
  sentence() {
    if (this.isLost()) return word(this.isKept ? "filesNotKept" : "notKept");
    if (this.done) return this.done;
    if (!drafts.lastWritten(this.draft)) return word("nothing");
    return word(this.isUnsaved() ? "kept" : "saved");
  }

  /**
   * A button of a list or a row.
   * @param {string} act
   */
  press(act) {
    this.form.flush();
    const [what, path] = act.split(":");
    if (what === "add") this.add(path);
    else this.move(what, path);
  }

  /** @param {string} list */
  add(list) {
    const rows = drafts.rowsOf(this.draft, list);
    const last = Math.max(0, ...rows.map((row) => Number(drafts.saidIn(this.draft, `${list}${drafts.ROW}${row}`))));
    const row = `n${Date.now().toString(36)}${Math.random().toString(36).slice(2, 6)}`;
    this.write({ [`${list}${drafts.ROW}${row}`]: String(last + 1) });
    const made = rowOf(this.form, list, row);
    one("input:not([type=hidden]), textarea, select", HTMLElement, made).focus();
  }

  /**
   * @param {string} what
   * @param {string} path
   */
  move(what, path) {
    const [list, row] = [path.slice(0, path.lastIndexOf(".")), path.slice(path.lastIndexOf(".") + 1)];
    if (what === "remove") {
      this.write({ [`${list}${drafts.ROW}${row}`]: "" });
      return listOf(this.form, list)?.focus();
    }
    this.write(drafts.movedRow(this.draft, list, row, what === "up" ? -1 : 1));
    const buttons = all("button[name=act]:not([hidden])", HTMLButtonElement, rowOf(this.form, list, row));
    const own = buttons.filter(({ value }) => value.endsWith(`:${path}`));
    (own.find(({ value }) => value.startsWith(what)) ?? own[0])?.focus();
  }

  /**
   * Fills in what the link that led here says: `?course=rivers`.
   * @param {string} query
   */
  async begin(query) {
    for (const [path, label] of await this.pages.namedBy(query, this.form.controls()))
      if (drafts.saidIn(this.draft, path) !== label) this.write({ [path]: label });
  }

  /**
   * @param {string} what
   * @param {Event} event
   */
  async act(what, event) {
    // A link is followed at once or not at all.
    if (what === "mail") this.mail(event);
    else if (what === "open") one("[data-hub-file]", HTMLInputElement, this.root).click();
    else if (what === "save") await this.checked(() => this.save());
    else if (what === "copy") await this.checked(() => this.copy());
    else if (what === "word")
      await this.checked(async () =>
        this.tell(word("savedAs", { name: await saveWord(this.form, this.files.held.byName) })),
      );
    else if (what === "restart") await this.restart();
  }

  /**
   * Says it when something does not work.
   * @param {() => Promise<void>} act
   */
  async attempt(act) {
    this.form.flush();
    this.fail("");
    try {
      await act();
    } catch (error) {
      console.warn(error);
      this.fail(word("failed"));
    }
  }

  /** @param {string} why */
  fail(why) {
    speak(one("[data-failed]", HTMLElement, this.root), why);
  }

  /**
   * Goes on when nothing is amiss; else says what is.
   * @param {() => void | Promise<void>} act
   */
  async checked(act) {
    await Promise.all([this.pages.all(), this.files.settled()]);
    const found = faults(this.form, this.pages.items);
    this.summary.ask(found);
    if (!found.length) await act();
  }

  async save() {
    const name = await saveForm(this.form, await this.pages.all(), this.files.files());
    this.done = word("savedAs", { name });
    this.store({ ...this.draft, saved: Math.max(Date.now(), drafts.lastWritten(this.draft)) });
  }

  /** @param {Event} event */
  mail(event) {
    const found = faults(this.form, this.pages.items);
    this.summary.ask(found);
    if (found.length) event.preventDefault();
    else if (this.isUnsaved()) this.save();
  }

  async copy() {
    const isCopied = await copyText(mailText(this.form, await this.pages.all()));
    const how = this.files.files().length ? "copiedWithout" : "copied";
    this.tell(word(isCopied ? how : "notCopied"));
  }

  /** @param {string} text */
  tell(text) {
    this.done = text;
    this.show();
  }

  /** @param {HTMLInputElement} input */
  async open(input) {
    const file = input.files?.[0];
    if (!file) return;
    const found = await openedFile(file, this.root.dataset);
    input.value = "";
    if ("what" in found) return this.fail(word(`cannot.${found.what}`, { name: file.name, value: found.value }));
    const items = await this.pages.all();
    if (this.isUnsaved() && !(await ask(word("openAsk"), word("openYes"), word("openNo")))) return;
    await this.files.replace(found.files);
    this.summary.isAsked = false;
    this.done = word("opened", { name: file.name });
    const begun = Math.max(Date.now(), this.draft.begun + 1);
    this.store(drafts.filled(drafts.fresh(begun), found.values, begun));
    const draft = drafts.filled(this.draft, saidByNames(this.form.controls(), found, items), begun);
    this.store({ ...draft, saved: drafts.lastWritten(draft) });
    this.form.unfold();
  }

  async restart() {
    if (drafts.lastWritten(this.draft) && !(await ask(word("restartAsk"), word("restartYes"), word("restartNo"))))
      return;
    await this.files.replace();
    this.summary.isAsked = false;
    this.done = word("restarted");
    this.store(drafts.fresh(Math.max(Date.now(), this.draft.begun + 1)));
    one(
      "input:not([type=hidden]), textarea, select",
      HTMLElement,
      one("[data-hub-fields]", HTMLElement, this.root),
    ).focus();
  }
}

for (const note of all("[data-hub-unstarted]", HTMLElement)) note.hidden = true;
for (const root of all("[data-hub-write]", HTMLFormElement)) {
  try {
    await loadWords();
    await new Writer(root).begin(location.search);
  } catch (error) {
    console.warn(error);
    one("[data-failed]", HTMLElement, root).textContent = given(root, "failure");
  }
}
