// The forms in which visitors write. What is typed is kept in this browser at once, and handed in as a file or a mail.
import { copyText } from "../clipboard.js";
import { ask } from "../copy/ask.js";
import { speak } from "../copy/fields.js";
import { unfold } from "../error-summary.js";
import { recall, remember } from "../storage.js";
import { all, given, one } from "../strings.js";
import { fetched } from "../texts.js";
import { faults, summaryOf } from "./checks.js";
import * as drafts from "./draft.js";
import { Form, rowsIn } from "./form.js";
import { mailText, mailTo, saveText, saveWord } from "./outputs.js";
import { fitting, namedIn } from "./reference-picker.js";
import { loadWords, word } from "./words.js";

/** @import { Draft, Said } from "./draft.js" */
/** @import { Items } from "./reference-picker.js" */

/** The row with which a list begins that must have one: in two tabs it is the same. */
const FIRST = "a";

class Writer {
  isKept = true;
  /** What was done last, until something is written. */
  done = "";
  /** @type {Items | undefined} */
  items;

  /** @param {HTMLFormElement} root */
  constructor(root) {
    this.root = root;
    this.key = `write:${given(root, "hubWrite")}`;
    /** @type {Draft} */
    this.draft = this.kept() ?? drafts.fresh();
    this.form = new Form(root, (values) => this.write(values));
    this.summary = summaryOf(root, one("[data-summary]", HTMLElement, root), () => this.save());
    this.state = one("[data-state]", HTMLElement, root);
    this.listen();
    const fields = one("[data-hub-fields]", HTMLFieldSetElement, root);
    fields.disabled = false;
    this.show();
    this.form.unfold();
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
      control.addEventListener("click", (event) => this.act(given(control, "act"), event));
    }
    for (const kind of ["focusin", "input"]) this.root.addEventListener(kind, ({ target }) => this.suggest(target));
  }

  /** Another tab has written. */
  heard() {
    this.form.flush();
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
    this.summary.show(this.summary.isAsked ? faults(this.form, this.items) : []);
    speak(this.state, this.sentence());
    this.state.classList.toggle("is-fault", this.isLost());
    for (const link of all("a[data-act=mail]", HTMLAnchorElement, this.root)) link.href = mailTo(this.form);
  }

  isUnsaved() {
    return drafts.lastWritten(this.draft) > this.draft.saved;
  }

  /** Whether something would be lost if the page were closed now. */
  isLost() {
    return !this.isKept && this.isUnsaved();
  }

  /** How it stands with what was written, in a sentence. */
  sentence() {
    if (this.isLost()) return word("notKept");
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
    const made = this.rowOf(list, row);
    one("input:not([type=hidden]), textarea, select", HTMLElement, made).focus();
  }

  /**
   * @param {string} what
   * @param {string} path
   */
  move(what, path) {
    const [list, row] = [path.slice(0, path.lastIndexOf(".")), path.slice(path.lastIndexOf(".") + 1)];
    const rows = drafts.rowsOf(this.draft, list);
    const place = (/** @type {string} */ of) => `${list}${drafts.ROW}${of}`;
    if (what === "remove") {
      this.write({ [place(row)]: "" });
      this.listOf(list)?.focus();
      return;
    }
    const at = rows.indexOf(row);
    rows.splice(at, 1);
    rows.splice(what === "up" ? Math.max(0, at - 1) : at + 1, 0, row);
    this.write(Object.fromEntries(rows.map((of, number) => [place(of), String(number + 1)])));
    const buttons = all("button[name=act]:not([hidden])", HTMLButtonElement, this.rowOf(list, row));
    const own = buttons.filter(({ value }) => value.endsWith(`:${path}`));
    (own.find(({ value }) => value.startsWith(what)) ?? own[0])?.focus();
  }

  /** @param {string} list */
  listOf(list) {
    return this.form.lists().find(({ dataset }) => dataset.rows === list);
  }

  /**
   * @param {string} list
   * @param {string} row
   */
  rowOf(list, row) {
    const host = this.listOf(list);
    const found = host && rowsIn(host).find(({ dataset }) => dataset.row === row);
    if (!found) throw new Error(`There is no row ${row} in ${list}`);
    unfold(found);
    return found;
  }

  /**
   * Titles of other pages, while somebody types in a field that names one.
   * @param {EventTarget | null} target
   */
  async suggest(target) {
    if (!(target instanceof HTMLInputElement) || !target.dataset.named) return;
    const items = await this.titles();
    const id = target.getAttribute("list") ?? "";
    const list = document.getElementById(id) ?? Object.assign(document.createElement("datalist"), { id });
    const found = fitting(namedIn(items, target.dataset.named), target.value);
    list.replaceChildren(...found.map(({ label }) => new Option(label, label)));
    if (!list.isConnected) this.root.append(list);
  }

  /** Fetched when they are first asked for. */
  async titles() {
    this.items ??= await fetched(given(this.root, "items"));
    return /** @type {Items} */ (this.items);
  }

  /**
   * Fills in what the link that led here says: `?course=rivers`.
   * @param {string} query
   */
  async begin(query) {
    for (const [path, id] of new URLSearchParams(query)) {
      const field = this.form.controls().find(({ name }) => name === path);
      const kind = field?.dataset.named;
      if (!kind) continue;
      const found = namedIn(await this.titles(), kind).find(({ reference }) => reference === id);
      if (found && drafts.saidIn(this.draft, path) !== found.label) this.write({ [path]: found.label });
    }
  }

  /**
   * @param {string} what
   * @param {Event} event
   */
  async act(what, event) {
    this.form.flush();
    speak(one("[data-failed]", HTMLElement, this.root), "");
    try {
      // A link is followed at once or not at all.
      if (what === "mail") this.mail(event);
      else if (what === "save") await this.checked(() => this.save());
      else if (what === "copy") await this.checked(() => this.copy());
      else if (what === "word")
        await this.checked(async () => this.tell(word("savedAs", { name: await saveWord(this.form) })));
      else if (what === "restart") await this.restart();
    } catch (error) {
      console.warn(error);
      speak(one("[data-failed]", HTMLElement, this.root), word("failed"));
    }
  }

  /**
   * Goes on when nothing is amiss; else says what is.
   * @param {() => void | Promise<void>} act
   */
  async checked(act) {
    await this.titles();
    const found = faults(this.form, this.items);
    this.summary.ask(found);
    if (!found.length) await act();
  }

  async save() {
    const name = saveText(this.form, await this.titles());
    this.done = word("savedAs", { name });
    this.store({ ...this.draft, saved: Math.max(Date.now(), drafts.lastWritten(this.draft)) });
  }

  /** @param {Event} event */
  mail(event) {
    const found = faults(this.form, this.items);
    this.summary.ask(found);
    if (found.length) event.preventDefault();
    else if (this.isUnsaved()) this.save();
  }

  async copy() {
    const isCopied = await copyText(mailText(this.form, await this.titles()));
    this.tell(word(isCopied ? "copied" : "notCopied"));
  }

  /** @param {string} text */
  tell(text) {
    this.done = text;
    this.show();
  }

  async restart() {
    if (drafts.lastWritten(this.draft) && !(await ask(word("restartAsk"), word("restartYes"), word("restartNo"))))
      return;
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
