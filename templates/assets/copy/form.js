// The form that fits a course to a class. What is typed is kept at once, and the plan follows along.

import { isDay, isTime, plainDay, weekdayName } from "../date-arithmetic.js";
import { button, field, region, speak, tell, tick, voice } from "../form-controls.js";
import { make, one } from "../strings.js";
import { caption, fittedParts } from "./adapted-course.js";
import { ask } from "./ask.js";
import { lessonsField } from "./lesson-selection.js";
import { Outputs } from "./outputs.js";
import { keptLessons, schedule } from "./plan.js";
import { daysSentence, planSentences, startSentence } from "./sentences.js";
import { allCopies, drop, keep } from "./store.js";
import { planTable } from "./table.js";
import { daysField } from "./weekday-field.js";
import { word } from "./words.js";

/** @import { Copy, Current } from "../../types/copy.js" */
/** @import { CourseFile, Holiday } from "../../types/course.js" */
/**
 * What a form works on. `kept` is called when the copy was stored, `dropped` when it was deleted, `moved` when another
 * page has changed it; `article` is the page of the course.
 * @typedef {{copy: Copy, isStored: boolean, data: CourseFile, holidays: Holiday[], article: HTMLElement,
 *   kept: () => void, dropped: () => void, moved: () => void}} Setting
 */

/** Milliseconds without a key pressed, after which the plan follows. */
const PAUSE = 150;
/** Signs of a class name. */
const CLASS_LENGTH = 80;
const PRESSES = /** @type {const} */ (["pointerdown", "pointerup", "pointercancel"]);

export class Form {
  state = voice("hub-small");
  plan = region("hub-scroll", word("plan"));
  notices = voice("hub-copy-said");
  remove = button(word("delete"), () => this.delete());
  outputs = new Outputs({ current: () => this.current(), undated: () => this.undated() });
  /** Whether something was typed that has not been taken yet. */
  isWaiting = false;
  /** Whether a finger or a mouse button is held down in the form. */
  isPressed = false;
  timer = 0;

  /** @param {Setting} setting */
  constructor({ copy, isStored, data, holidays, article, kept, dropped, moved }) {
    this.copy = structuredClone(copy);
    this.isStored = isStored;
    this.data = data;
    this.holidays = holidays;
    this.article = article;
    this.kept = kept;
    this.dropped = dropped;
    this.moved = moved;
    this.laid = this.scheduled();
    this.off = tick(word("skipHolidays"), Boolean(copy.holidays));
    this.off.input.addEventListener("change", () => this.changed());
    this.fields = this.inputs();
    /** What the fields say that was taken: another page may have written since what they do not show. */
    this.taken = this.read();
    this.element = make("form", { className: "hub-fit", noValidate: true }, ...this.parts());
    this.element.addEventListener("submit", (event) => event.preventDefault());
    this.leaving = () => this.flush();
    addEventListener("pagehide", this.leaving);
    this.elsewhere = () => this.follow();
    addEventListener("storage", this.elsewhere);
    // What is pressed must still be there when it is let go of.
    this.pressing = (/** @type {PointerEvent} */ { type, target }) => {
      this.isPressed = type === "pointerdown" && target instanceof Node && this.element.contains(target);
    };
    for (const type of PRESSES) addEventListener(type, this.pressing, true);
    this.show();
  }

  inputs() {
    const changed = () => this.changed();
    const { copy, data } = this;
    const klass = make("input", { type: "text", maxLength: CLASS_LENGTH, autocomplete: "off", value: copy.klass });
    const start = make("input", { type: "date", min: "2000-01-01", max: "2100-12-31", value: copy.start });
    const goals = make("textarea", { rows: 3, value: copy.goals });
    const notes = make("textarea", { rows: 3, value: copy.notes });
    for (const control of [klass, start, goals, notes]) control.addEventListener("input", changed);
    return {
      klass: field(word("klass"), klass, word("klassHint")),
      start: field(word("start"), start, ""),
      days: daysField(copy.slots, changed),
      lessons: lessonsField(copy.kept, data.course.lessons, changed),
      goals: field(word("goalsField"), goals, word("goalsHint")),
      notes: field(word("notesField"), notes, word("notesHint")),
    };
  }

  parts() {
    const { klass, start, days, lessons, goals, notes } = this.fields;
    const choices = make(
      "div",
      {},
      klass.box,
      make("div", { className: "hub-fit-when" }, start.box, days.box),
      this.off.label,
      lessons.box,
      goals.box,
      notes.box,
    );
    const result = make(
      "div",
      { className: "hub-fit-result" },
      make("h3", { textContent: word("plan") }),
      this.notices,
      this.plan,
      this.outputs.element,
      make("p", { className: "hub-copy-row" }, this.remove, this.state),
    );
    return [...this.newerCourse(), choices, result];
  }

  /** The course was changed since this copy was made; the choices stand, but may mean something else. */
  newerCourse() {
    const { copy, data } = this;
    if (copy.hash === data.hash) return [];
    const words = { version: copy.version, now: data.course.version, day: plainDay(data.course.updated) };
    const seen = button(word("newerSeen"), () => {
      this.write({ hash: data.hash, version: data.course.version, title: data.course.title });
      this.store();
      note.remove();
      this.fields.klass.control.focus();
    });
    const said = make("p", { textContent: word("newer", words) });
    const note = make("div", { className: "hub-note" }, said, make("p", {}, seen));
    return [note];
  }

  changed() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => (this.isPressed ? this.changed() : this.flush()), PAUSE);
    this.isWaiting = true;
    this.element.setAttribute("aria-busy", "true");
  }

  /** Takes what was typed, stores it and shows what comes of it. */
  flush() {
    clearTimeout(this.timer);
    if (!this.isWaiting) return;
    this.isWaiting = false;
    this.element.removeAttribute("aria-busy");
    const said = this.read();
    const taken = new Map(Object.entries(this.taken));
    this.write(
      Object.fromEntries(
        Object.entries(said).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(taken.get(name))),
      ),
    );
    this.taken = said;
    this.store();
    this.show();
  }

  /** The first thing that a plan with dates lacks, in words; the field where it is given has the focus. */
  undated() {
    const { start, days, lessons } = this.fields;
    const timeless = this.copy.slots.find(({ time }) => !isTime(time));
    const [text, control] = !isDay(this.copy.start)
      ? [word("calendarNoStart"), start.control]
      : !this.copy.slots.length
        ? [word("calendarNoDays"), one("input", HTMLElement, days.box)]
        : timeless
          ? [word("calendarNoTime", { day: weekdayName(timeless.day) }), days.time(timeless.day)]
          : [word("noLessons"), one("input", HTMLElement, lessons.box)];
    control?.focus();
    return text;
  }

  /** What the fields say. */
  read() {
    const { klass, start, days, lessons, goals, notes } = this.fields;
    return {
      klass: klass.control.value,
      start: start.control.value,
      slots: days.read(),
      kept: lessons.read(),
      goals: goals.control.value,
      notes: notes.control.value,
      holidays: this.off.input.checked,
    };
  }

  /** @param {Partial<Copy>} fields What was written now. */
  write(fields) {
    const now = Date.now();
    const times = Object.fromEntries(Object.keys(fields).map((name) => [name, now]));
    const { copy } = this;
    this.copy = { ...copy, ...fields, revision: (copy.revision ?? 0) + 1, times: { ...copy.times, ...times } };
  }

  store() {
    const whole = keep(this.copy);
    this.isStored = whole !== null;
    this.copy = whole ?? this.copy;
    speak(this.state, word(this.isStored ? "kept" : "notKept"));
    this.state.classList.toggle("is-fault", !this.isStored);
    this.remove.hidden = !this.isStored;
    this.kept();
  }

  scheduled() {
    return schedule(this.copy, keptLessons(this.copy, this.data.course), this.holidays);
  }

  show() {
    const { copy } = this;
    this.laid = this.scheduled();
    const { start, days, lessons } = this.fields;
    const said = startSentence(copy, this.laid, start.control.validity.badInput);
    tell(start, said.text, said.isFault);
    tell(days, daysSentence(copy));
    tell(lessons, copy.kept.length ? "" : word("noLessons"));
    speak(this.notices, planSentences(this.laid).join(" "));
    this.showPlan();
    this.remove.hidden = !this.isStored;
    this.outputs.stale();
  }

  showPlan() {
    const table = planTable(this.laid, caption(this.copy));
    table.caption?.classList.toggle("hub-hidden", !this.copy.klass.trim());
    this.plan.replaceChildren(table);
    this.plan.hidden = !this.laid.rows.length;
  }

  /**
   * The copy as it is now, ready to be handed out; it is kept from then on.
   * @returns {Current}
   */
  current() {
    this.flush();
    if (!this.isStored) this.store();
    const { copy, data, laid: plan, article } = this;
    return { copy, data, plan, parts: () => fittedParts({ copy, data, plan, article }) };
  }

  async delete() {
    const title = this.copy.klass.trim() || this.data.course.title;
    if (!(await ask(word("deleteOne", { title }), word("deleteYes"), word("keepIt")))) {
      this.remove.focus();
      return;
    }
    this.isWaiting = false;
    drop(this.copy.key);
    this.dropped();
  }

  /** Another page changed what is kept: what it wrote is taken over, and what it deleted goes here too. */
  follow() {
    const held = allCopies().find(({ key }) => key === this.copy.key);
    if (!held) {
      this.isWaiting = this.isWaiting && !this.isStored;
      if (this.isStored) this.dropped();
      return;
    }
    this.flush();
    if (JSON.stringify(held) === JSON.stringify(this.copy)) return;
    if (this.element.contains(document.activeElement) && document.hasFocus()) return; // comes with what is typed next
    this.moved();
  }

  finish() {
    this.flush();
    removeEventListener("storage", this.elsewhere);
    removeEventListener("pagehide", this.leaving);
    for (const type of PRESSES) removeEventListener(type, this.pressing, true);
  }
}
