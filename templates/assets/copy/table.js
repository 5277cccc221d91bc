// The dated plan as a table.

import { capital, clock, longDay, week } from "../date-arithmetic.js";
import { make } from "../strings.js";
import { word } from "./words.js";

/** @import { DatedRow, Plan, Row } from "../../types/copy.js" */

/**
 * `08.15–09.00`; a lesson that ends on another day says so.
 * @param {DatedRow} row
 */
export function hours(row) {
  const end = row.endDay === row.day ? clock(row.to) : `${longDay(row.endDay)} ${clock(row.to)}`;
  return `${clock(row.from)}–${end}`;
}

/**
 * `Tirsdag den 6. oktober 2026 kl. 08.15–09.00`
 * @param {DatedRow} row
 */
export function when(row) {
  return word("when", { day: capital(longDay(row.day)), time: hours(row) });
}

/**
 * @param {Plan} plan
 * @param {string} textContent The caption.
 */
export function planTable(plan, textContent) {
  const names = plan.dated ? ["date", "time", "lesson", "duration"] : ["lesson", "duration"];
  const lines = plan.dated ? plan.rows.map(datedLine) : plan.rows.map((row) => make("tr", {}, ...lesson(row)));
  const head = names.map((name) => make("th", { textContent: word(name), scope: "col" }));
  return make(
    "table",
    { className: "hub-table hub-stack hub-plan-table" },
    make("caption", { textContent }),
    make("thead", {}, make("tr", {}, ...head)),
    make("tbody", {}, ...lines),
  );
}

/** @param {DatedRow} row */
function datedLine(row) {
  const date = make("time", { dateTime: row.day, textContent: capital(longDay(row.day)) });
  const number = make("span", { className: "hub-small", textContent: word("week", { number: week(row.day) }) });
  return make("tr", {}, cell("date", date, " ", number), cell("time", hours(row)), ...lesson(row));
}

/** @param {Row} row */
function lesson(row) {
  return [cell("lesson", `${row.place}. ${row.title}`), cell("duration", word("minutes", { count: row.minutes }))];
}

/**
 * @param {string} name
 * @param {(Node | string)[]} content
 */
function cell(name, ...content) {
  const made = make("td", {}, ...content);
  made.dataset.label = word(name);
  return made;
}
