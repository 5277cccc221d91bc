// The weekdays of the class, each with its start time.
import { make } from "../strings.js";
import { capital, weekdayName } from "./dates.js";
import { group, tick } from "./fields.js";
import { word } from "./words.js";

const SCHOOL_DAYS = [1, 2, 3, 4, 5];

/** The field with `read()`, which gives the slots; `changed` is called at every change. */
export function daysField(slots, changed) {
  const rows = SCHOOL_DAYS.map((day) =>
    row(
      day,
      slots.find((slot) => slot.day === day),
      slots[0]?.time,
      changed,
    ),
  );
  const list = make("ul", { className: "hub-days" }, ...rows.map((one) => one.element));
  const read = () => rows.filter((one) => one.box.checked).map(({ day, time }) => ({ day, time: time.value }));
  return { ...group(word("days"), "", list), read };
}

function row(day, slot, usual = "08:15", changed) {
  const { input, label } = tick(capital(weekdayName(day)), Boolean(slot));
  const time = make("input", { type: "time", value: slot?.time ?? usual, hidden: !slot });
  time.setAttribute("aria-label", word("dayTime", { day: weekdayName(day) }));
  input.addEventListener("change", () => {
    time.hidden = !input.checked;
    changed();
  });
  time.addEventListener("input", changed);
  return { day, box: input, time, element: make("li", {}, label, time) };
}
