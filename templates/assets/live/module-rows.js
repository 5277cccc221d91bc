// The modules of a session on the projector, each with its time: as it was, as it will be, or as it is planned.
import { make, say } from "../strings.js";
import { clock, inMinutes, length } from "./sentences.js";
import { timetable } from "./timetable.js";

/** @import { Mark, Module, Rest, Session, Slot } from "../../types/live.js" */

/**
 * An element for each module.
 * @param {Session & {
 *   marks: Mark[], here: number, rest: Rest | null, day: number, begin: ((module: Module) => void) | null,
 * }} given `here` is the module that is on, -1 before the first; `day` the first minute of the day; `begin` says that a
 * module begins, null when none can.
 */
export function rows({ modules, begins, marks, here, rest, day, begin }) {
  const planned = timetable(begins, modules);
  return modules.map((module, place) => {
    const left = rest && place >= here ? rest.slots[place - here] : undefined;
    const row = rowOf(module, left ?? was(module, marks, day) ?? planned[place]);
    if (place === here) row.setAttribute("aria-current", "step");
    if (place < here) row.className = "is-past";
    if (place > here && begin) row.append(button(module, begin));
    return row;
  });
}

/**
 * When a module was; undefined for one that was not timed.
 * @param {Module} module
 * @param {Mark[]} marks
 * @param {number} day
 * @returns {Slot | undefined}
 */
function was({ id }, marks, day) {
  const place = marks.findIndex((mark) => mark.module === id);
  const next = marks[place + 1];
  return place < 0 || !next ? undefined : { start: marks[place].at - day, end: next.at - day, slack: 0, overrun: 0 };
}

/**
 * @param {Module} module
 * @param {Slot} slot
 */
function rowOf(module, slot) {
  const minutes = length(slot);
  const facts = [inMinutes(minutes)];
  if (minutes !== module.minutes) facts.push(say("live.instead", "planned: {minutes}", { minutes: module.minutes }));
  if (slot.slack) facts.push(say("live.slack", "slack before: {minutes}", { minutes: inMinutes(slot.slack) }));
  return make(
    "li",
    {},
    make("span", { className: "hub-time", textContent: `${clock(slot.start)}–${clock(slot.end)}` }),
    make("strong", { textContent: module.title }),
    make("span", { className: "hub-small", textContent: facts.join(" · ") }),
  );
}

/**
 * @param {Module} module
 * @param {(module: Module) => void} begin
 */
function button(module, begin) {
  const made = make("button", {
    type: "button",
    className: "hub-live-here",
    textContent: say("live.here", "We are here"),
  });
  made.setAttribute("aria-label", say("live.hereAt", "We are here: {title}", { title: module.title }));
  made.dataset.module = module.id;
  made.addEventListener("click", () => begin(module));
  return made;
}
