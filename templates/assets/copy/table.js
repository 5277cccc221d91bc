// The dated plan as a table.
import { make } from "../strings.js";
import { capital, clock, longDay, week } from "./dates.js";
import { word } from "./words.js";

/** `08.15–09.00`; a lesson that ends on another day says so. */
export function hours(row) {
  const end = row.endDay === row.day ? clock(row.to) : `${longDay(row.endDay)} ${clock(row.to)}`;
  return `${clock(row.from)}–${end}`;
}

/** `Tirsdag den 6. oktober 2026 kl. 08.15–09.00` */
export function when(row) {
  return word("when", { day: capital(longDay(row.day)), time: hours(row) });
}

export function planTable(plan, caption) {
  const names = plan.dated ? ["date", "time", "lesson", "duration"] : ["lesson", "duration"];
  const head = names.map((name) => {
    const cell = make("th", { textContent: word(name) });
    cell.scope = "col";
    return cell;
  });
  const table = make(
    "table",
    { className: "hub-table hub-stack hub-plan-table" },
    make("caption", { textContent: caption }),
    make("thead", {}, make("tr", {}, ...head)),
  );
  table.append(make("tbody", {}, ...plan.rows.map((row) => line(row, plan.dated))));
  return table;
}

function line(row, isDated) {
  const title = cell("lesson", `${row.place}. ${row.title}`);
  const minutes = cell("duration", word("minutes", { count: row.minutes }));
  if (!isDated) return make("tr", {}, title, minutes);
  const date = make("time", { dateTime: row.day, textContent: capital(longDay(row.day)) });
  const number = make("span", { className: "hub-small", textContent: word("week", { number: week(row.day) }) });
  return make("tr", {}, cell("date", date, " ", number), cell("time", hours(row)), title, minutes);
}

function cell(name, ...content) {
  const made = make("td", {}, ...content);
  made.dataset.label = word(name);
  return made;
}
