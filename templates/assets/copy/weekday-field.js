// The weekdays of the class, each with its start time.

import { capital, weekdayName } from "../date-arithmetic.js";
import { group, tick } from "../form-controls.js";
import { make } from "../strings.js";
import { word } from "./words.js";

/** @import { Slot } from "../../types/copy.js" */

const SCHOOL_DAYS = [1, 2, 3, 4, 5];
const USUAL_TIME = "08:15";

/**
 * The field with `read()`, which gives the slots, and `time()`, which gives the control for the time of a day.
 * @param {Slot[]} slots
 * @param {() => void} changed Called at every change.
 */
export function daysField(slots, changed) {
  const usual = slots[0]?.time ?? USUAL_TIME;
  const rows = SCHOOL_DAYS.map((day) => {
    const slot = slots.find((one) => one.day === day);
    return row(day, slot?.time ?? usual, Boolean(slot), changed);
  });
  const list = make("ul", { className: "hub-days" }, ...rows.map((one) => one.element));
  const read = () => rows.filter((one) => one.box.checked).map(({ day, time }) => ({ day, time: time.value }));
  const time = (/** @type {number} */ wanted) => rows.find(({ day }) => day === wanted)?.time;
  return { ...group(word("days"), "", list), read, time };
}

/**
 * @param {number} day
 * @param {string} value
 * @param {boolean} isChosen
 * @param {() => void} changed
 */
function row(day, value, isChosen, changed) {
  const { input, label } = tick(capital(weekdayName(day)), isChosen);
  const time = make("input", { type: "time", value, hidden: !isChosen });
  time.setAttribute("aria-label", word("dayTime", { day: weekdayName(day) }));
  input.addEventListener("change", () => {
    time.hidden = !input.checked;
    changed();
  });
  time.addEventListener("input", changed);
  return { day, box: input, time, element: make("li", {}, label, time) };
}
