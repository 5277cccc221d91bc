// The form that fits a course to a class. What is typed is kept at once, and the plan follows along.
import { make } from "../strings.js";
import { ask } from "./ask.js";
import { plainDay } from "./dates.js";
import { daysField } from "./days.js";
import { button, field, speak, tell, tick, voice } from "./fields.js";
import { caption, fittedParts } from "./fitted.js";
import { lessonsField } from "./lessons.js";
import { Outputs } from "./outputs.js";
import { keptLessons, schedule } from "./plan.js";
import { daysSentence, planSentences, startSentence } from "./sentences.js";
import { drop, keep } from "./store.js";
import { planTable } from "./table.js";
import { word } from "./words.js";

const PAUSE = 150;
/** Signs of a class name. */
const CLASS_LENGTH = 80;
const PRESSES = ["pointerdown", "pointerup", "pointercancel"];

export class Form {
  /** `kept` is called when the copy was stored, `dropped` when it was deleted. */
  constructor({ copy, isStored, data, holidays, article, kept, dropped }) {
    Object.assign(this, { copy: structuredClone(copy), isStored, data, holidays, article, kept, dropped });
    this.state = voice("hub-small");
    this.plan = make("div", { className: "hub-scroll", tabIndex: 0 });
    this.plan.setAttribute("role", "region");
    this.plan.setAttribute("aria-label", word("plan"));
    this.notices = voice("hub-copy-said");
    this.outputs = new Outputs({ current: () => this.current(), start: () => this.fields.start.control.focus() });
    this.element = make("form", { className: "hub-fit", noValidate: true }, ...this.parts());
    this.element.addEventListener("submit", (event) => event.preventDefault());
    this.leaving = () => this.flush();
    addEventListener("pagehide", this.leaving);
    // What is pressed must still be there when it is let go of.
    this.pressing = (event) => {
      this.isPressed = event.type === "pointerdown" && this.element.contains(event.target);
    };
    for (const type of PRESSES) addEventListener(type, this.pressing, true);
    this.show();
  }

  parts() {
    const changed = () => this.changed();
    const { copy, data } = this;
    const text = (name, value, properties) => make(name, { ...properties, value, oninput: changed });
    const klass = text("input", copy.klass, { type: "text", maxLength: CLASS_LENGTH, autocomplete: "off" });
    const start = text("input", copy.start, { type: "date", min: "2000-01-01", max: "2100-12-31" });
    const off = tick(word("skipHolidays"), copy.holidays);
    off.input.addEventListener("change", changed);
    this.off = off.input;
    this.fields = {
      klass: field(word("klass"), klass, word("klassHint")),
      start: field(word("start"), start, ""),
      days: daysField(copy.slots, changed),
      lessons: lessonsField(copy.kept, data.course.lessons, changed),
      goals: field(word("goalsField"), text("textarea", copy.goals, { rows: 3 }), word("goalsHint")),
      notes: field(word("notesField"), text("textarea", copy.notes, { rows: 3 }), word("notesHint")),
    };
    this.remove = button(word("delete"), () => this.delete());
    const { klass: name, start: first, days, lessons, goals, notes } = this.fields;
    const choices = make(
      "div",
      {},
      name.box,
      make("div", { className: "hub-fit-when" }, first.box, days.box),
      off.label,
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
    const note = make("div", { className: "hub-note" }, make("p", { textContent: word("newer", words) }));
    note.append(
      make(
        "p",
        {},
        button(word("newerSeen"), () => {
          Object.assign(copy, { hash: data.hash, version: data.course.version, title: data.course.title });
          this.store();
          note.remove();
          this.fields.klass.control.focus();
        }),
      ),
    );
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
    const { klass, start, days, lessons, goals, notes } = this.fields;
    Object.assign(this.copy, {
      klass: klass.control.value,
      start: start.control.value,
      slots: days.read(),
      kept: lessons.read(),
      goals: goals.control.value,
      notes: notes.control.value,
      holidays: this.off.checked,
      revision: (this.copy.revision ?? 0) + 1,
    });
    this.store();
    this.show();
  }

  store() {
    this.isStored = keep(this.copy);
    speak(this.state, word(this.isStored ? "kept" : "notKept"));
    this.state.classList.toggle("is-fault", !this.isStored);
    this.remove.hidden = !this.isStored;
    this.kept();
  }

  show() {
    const { copy, data } = this;
    this.laid = schedule(copy, keptLessons(copy, data.course), this.holidays);
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
    table.caption.classList.toggle("hub-hidden", !this.copy.klass.trim());
    this.plan.replaceChildren(table);
    this.plan.hidden = !this.laid.rows.length;
  }

  /** The copy as it is now, ready to be handed out; it is kept from then on. */
  current() {
    this.flush();
    if (!this.isStored) this.store();
    const { copy, data, laid: plan, article } = this;
    return { copy, data, plan, parts: () => fittedParts({ copy, data, plan, article }) };
  }

  async delete() {
    if (
      !(await ask(word("deleteOne", { title: this.copy.klass.trim() || this.data.course.title }), word("deleteYes")))
    ) {
      this.remove.focus();
      return;
    }
    this.isWaiting = false;
    drop(this.copy.key);
    this.dropped();
  }

  finish() {
    this.flush();
    removeEventListener("pagehide", this.leaving);
    for (const type of PRESSES) removeEventListener(type, this.pressing, true);
  }
}
