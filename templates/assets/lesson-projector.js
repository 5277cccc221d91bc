// A course on the board: one lesson at a time, and a clock that says what is on, what is left and when it ends.

import { clock, inMinutes } from "./live/sentences.js";
import { isOver, keep, kept, midnight, thisMinute } from "./live/session-log.js";
import { retimed } from "./live/timetable.js";
import { OnePart } from "./one-part.js";
import { all, given, learn, make, one, say } from "./strings.js";

/** @import { Module, Run } from "../types/live.js" */

/** Milliseconds between two looks at the clock. */
const TICK = 5_000;
/** @type {Run} */
const UNBEGUN = { marks: [], ended: null };

class Clock {
  /** @type {HTMLElement | undefined} */
  lesson;
  /** @type {HTMLElement[]} */
  rows = [];
  /** @type {Module[]} */
  modules = [];
  run = UNBEGUN;

  /** @param {HTMLElement} place */
  constructor(place) {
    this.place = place;
    this.says = one("[data-says]", HTMLElement, place);
    const [on, over] = all("button", HTMLButtonElement, place);
    this.on = on;
    this.over = over;
    this.on.addEventListener("click", () => this.press());
    this.over.addEventListener("click", () => this.change(UNBEGUN));
    setInterval(() => this.lesson && this.show(), TICK);
  }

  /** @param {HTMLElement | undefined} lesson */
  turn(lesson) {
    if (lesson === this.lesson) return;
    this.clear();
    this.lesson = lesson;
    this.place.hidden = !lesson;
    if (!lesson) return;
    // Of a lesson whose activities do not all say how long they take, only the whole is timed.
    const isTimed = lesson.dataset.minutes === undefined;
    this.rows = isTimed ? all(".hub-activities > li", HTMLElement, lesson) : [];
    this.modules = isTimed ? this.rows.map(timed) : [moduleOf(1, given(lesson, "title"), lesson)];
    this.key = `board/${location.pathname}#${one("h3", HTMLElement, lesson).id}`;
    const run = kept(this.key, this.modules);
    this.run = isOver(run, thisMinute()) ? UNBEGUN : run;
    this.show();
  }

  /** The activity that is on; -1 before the lesson begins. */
  get here() {
    return this.run.marks.length - 1;
  }

  /** The lesson begins, or its next activity. */
  press() {
    const next = this.modules[this.here + 1];
    if (next) this.change({ marks: [...this.run.marks, { module: next.id, at: thisMinute() }], ended: null });
  }

  /** @param {Run} run */
  change(run) {
    this.run = run;
    if (this.key) keep(this.key, run);
    this.show();
    this.rows[Math.max(0, this.here)]?.scrollIntoView({ block: "center" });
    (this.on.hidden ? this.over : this.on).focus({ preventScroll: true });
  }

  /** The times are the board's alone. */
  clear() {
    for (const row of this.rows) {
      row.removeAttribute("aria-current");
      row.querySelector(".hub-board-time")?.remove();
    }
  }

  show() {
    this.clear();
    const { here, modules } = this;
    const next = modules[here + 1];
    this.on.textContent = here < 0 ? say("board.begin", "Start the clock") : say("board.next", "Next activity");
    this.on.hidden = !next;
    this.over.hidden = here < 0;
    const text = here < 0 ? "" : this.timed();
    if (this.says.textContent !== text) this.says.textContent = text;
  }

  /** Writes the times at the activities; what is said of the one that is on. */
  timed() {
    const { here, modules, rows, run } = this;
    const day = midnight(run.marks[0].at);
    const [from, now] = [run.marks[here].at - day, thisMinute() - day];
    const whole = modules.reduce((sum, { minutes }) => sum + minutes, 0);
    const end = run.marks[0].at - day + whole;
    const { slots, late } = retimed({ parts: modules, end, here, from, now });
    rows[here]?.setAttribute("aria-current", "step");
    rows.slice(here).forEach((row, index) => {
      const time = make("span", { className: "hub-board-time", textContent: clock(slots[index].start) });
      one(".hub-time", HTMLElement, row).append(time);
    });
    const left = Math.max(0, from + modules[here].minutes - now);
    const values = { title: modules[here].title, minutes: inMinutes(left), time: clock(slots[slots.length - 1].end) };
    const said = say("board.left", "“{title}”: {minutes} left.", values);
    const ending = late > 0 ? { ...values, late: inMinutes(late) } : values;
    return `${said} ${
      late > 0
        ? say("board.late", "We end at {time}, {late} late.", ending)
        : say("board.ends", "We end at {time}.", ending)
    }`;
  }
}

/**
 * @param {HTMLElement} row
 * @param {number} index
 */
function timed(row, index) {
  return moduleOf(index + 1, one("h4", HTMLElement, row).textContent.trim(), row);
}

/**
 * @param {number} number
 * @param {string} title
 * @param {HTMLElement} element Says how many minutes it takes.
 * @returns {Module}
 */
function moduleOf(number, title, element) {
  return { id: String(number), title, minutes: Number(given(element, "minutes")) };
}

learn(JSON.parse(one("#hub-board-strings", HTMLElement).textContent));
const ticking = new Clock(one(".hub-board", HTMLElement));
new OnePart("lesson", (lesson) => ticking.turn(lesson));
