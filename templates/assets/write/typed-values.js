// Texts that are written in one way only, as people write them: days, times, numbers and addresses. The program reads them in
// the same way (`generator/model/date_parsing.py`); one table of tests holds both to it.

const TIME = /^(?:kl\.?\s*|at\s+)?([01]?\d|2[0-3])(?:[.:]([0-5]\d))?$/i;
const MOMENT = /^(.*?\S)(?:[\s,]+|T(?=\d))((?:kl\.?\s*|at\s+)?\d{1,2}(?:[.:]\d\d)?)$/i;
const WEEKDAY =
  /^(?:((?:man|tirs|ons|tors|fre|lør|søn)(?:dag)?|(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?)\b[.,]?\s*)?(?:d\.\s*|den\s+|the\s+)?/i;
/** How the names of the days of the week begin, in Danish and in English, from Sunday on. */
const WEEK = ["søn sun", "man mon", "tir tue", "ons wed", "tor thu", "fre fri", "lør sat"];
const NUMBERED = /^(\d{1,2})\s*[./-]\s*(\d{1,2})\.?(?:\s*[./ -]\s*(\d{4})|\s*[./-]\s*(\d{2}))?$/;
const BACKWARDS = /^(\d{4})[./-](\d{1,2})[./-](\d{1,2})$/;
const NAMED = /^(\d{1,2})\.?\s+([a-zæøå]{3,9})\.?(?:,?\s+(\d{4}))?$/i;
const MONTH_FIRST = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:,?\s+(\d{4}))?$/i;
const HOURS =
  /^(?:(?:ca\.?|cirka|about)\s*)?(\d{1,2})(?:[.,](5))?\s*(?:t|timer?|h|hours?)\.?(?:\s*(?:og|and)?\s*(\d{1,2})\s*(?:min|minut(?:ter)?|minutes?|m)\.?)?$/i;
const COUNTED = /^(?:(?:ca\.?|cirka|about)\s*)?(\d{1,6})\s*(?:(?:min|minut(?:ter)?|minutes?|m)\.?)?$/i;
/** How the names of months begin, in Danish and in English. */
const MONTHS = "jan feb mar apr maj|may jun jul aug sep okt|oct nov dec".split(" ").map((start) => start.split("|"));
/** Days that are named by how many days they are from today.
 * @type {[number, string[]][]}
 */
const FROM_TODAY = [
  [-2, ["i forgårs"]],
  [-1, ["i går", "igår", "yesterday"]],
  [0, ["i dag", "idag", "today"]],
  [1, ["i morgen", "imorgen", "tomorrow"]],
  [2, ["i overmorgen", "overmorgen"]],
];
/** In as many years from any on, and back, there is a 29 February. */
const YEARS = 9;

/**
 * What a text is reckoned from: a day without a year is the next one from today on, the last one or the nearest; a time
 * alone is of this day.
 * @typedef {{today?: string, day?: string, near?: string}} Near
 */

/**
 * The text as a file has it; undefined when it cannot be understood.
 * @param {string} form
 * @param {string} text Without spaces around it.
 * @param {string} [language] That of the page.
 * @param {Near} [near]
 * @returns {string | undefined}
 */
export function asWritten(form, text, language = globalThis.document?.documentElement.lang || "da", near = {}) {
  const whole = { today: today(), ...near };
  if (form === "day") return day(text, language, whole);
  if (form === "time") return time(text);
  if (form === "moment") return moment(text, language, whole);
  if (form === "numeric") return count(text);
  if (form === "share") return text.replace(",", ".");
  if (form === "email") return /^[\w.+-]{1,64}@([a-z0-9-]+\.)+[a-z]{2,63}$/i.test(text) ? text : undefined;
  return form === "url" ? address(text) : text;
}

/**
 * What a field says, as a file has it: a time alone is of the day of the time before it among the same fields.
 * @typedef {{name: string, value: string, dataset: {[name: string]: string | undefined}}} Written
 * @param {Written} control
 * @param {Written[]} controls All of the form, in order.
 * @param {string} [text] What stands in it.
 */
export function readAmong(control, controls, text = control.value.trim()) {
  const around = (/** @type {Written} */ { name }) => name.slice(0, name.lastIndexOf(".") + 1);
  const before = controls.slice(0, controls.indexOf(control)).filter((one) => around(one) === around(control));
  const moments = before.filter(({ dataset }) => dataset.form === "moment");
  const day = moments
    .flatMap(({ value, dataset }) => asWritten("moment", value.trim(), undefined, { near: dataset.near }) ?? [])
    .at(-1)
    ?.slice(0, 10);
  return asWritten(control.dataset.form ?? "", text, undefined, { day, near: control.dataset.near });
}

function today() {
  const now = new Date();
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return parts.map((part) => String(part).padStart(2, "0")).join("-");
}

/**
 * Whether it is only the day of the week that does not fit the day.
 * @param {Written} control
 * @param {Written[]} controls All of the form, in order.
 */
export function hasWrongWeekday(control, controls) {
  const text = control.value.trim();
  const [, weekday] = WEEKDAY.exec(text) ?? [];
  const isDated = ["day", "moment"].includes(control.dataset.form ?? "");
  return isDated && Boolean(weekday) && readAmong(control, controls, text.replace(WEEKDAY, "")) !== undefined;
}

/**
 * A day of another day of the week than it says is none.
 * @param {string} text
 * @param {string} language
 * @param {Near & {today: string}} near
 */
function day(text, language, near) {
  const [, weekday] = WEEKDAY.exec(text) ?? [];
  const found = bareDay(text.replace(WEEKDAY, ""), language, near);
  const fits = !found || !weekday || WEEK[new Date(found).getUTCDay()]?.includes(weekday.slice(0, 3).toLowerCase());
  return fits ? found : undefined;
}

/**
 * @param {string} bare
 * @param {string} language
 * @param {Near & {today: string}} near
 */
function bareDay(bare, language, near) {
  const said = bare.toLowerCase().split(/\s+/).join(" ");
  const [away] = FROM_TODAY.find(([, names]) => names.includes(said)) ?? [];
  if (away !== undefined) return new Date(Date.parse(near.today) + away * 86_400_000).toISOString().slice(0, 10);
  const [, year, month, date] = BACKWARDS.exec(bare) ?? [];
  if (year) return iso(year, Number(month), date, near);
  const [, ownDate, name, ownYear] = NAMED.exec(bare) ?? [];
  if (name) return iso(ownYear, monthOf(name), ownDate, near);
  const [, first, itsDate, itsYear] = MONTH_FIRST.exec(bare) ?? [];
  if (first) return iso(itsYear, monthOf(first), itsDate, near);
  const [, one, other, whole, short] = NUMBERED.exec(bare) ?? [];
  if (!one) return undefined;
  const [inMonth, onDay] = ordered(bare, Number(one), Number(other), language);
  return inMonth ? iso(whole ?? (short && `20${short}`), inMonth, String(onDay), near) : undefined;
}

/**
 * Month and day. In `03/04/2026` English may mean March or April: then nobody knows.
 * @param {string} text
 * @param {number} one
 * @param {number} other
 * @param {string} language
 */
function ordered(text, one, other, language) {
  if (language.startsWith("da") || !text.includes("/") || one === other) return [other, one];
  if (one <= 12 && other <= 12) return [];
  return one > 12 ? [other, one] : [one, other];
}

/** @param {string} name */
function monthOf(name) {
  return MONTHS.findIndex((starts) => starts.some((start) => name.toLowerCase().startsWith(start))) + 1;
}

/**
 * @param {string | undefined} year
 * @param {number} month
 * @param {string} date
 * @param {Near & {today: string}} reckoned
 */
function iso(year, month, date, { today: from, near = "next" }) {
  const first = Number(from.slice(0, 4)) - YEARS;
  const years = year ? [year] : Array.from({ length: 2 * YEARS }, (_, more) => String(first + more));
  const days = years.map((one) => [one, String(month).padStart(2, "0"), date.padStart(2, "0")].join("-")).filter(isDay);
  const wanted = days.filter((one) => year || near === "nearest" || (near === "next" ? one >= from : one <= from));
  const away = (/** @type {string} */ one) => Math.abs(Date.parse(one) - Date.parse(from));
  return wanted.sort((one, other) => away(one) - away(other))[0];
}

/** @param {string} text */
function isDay(text) {
  const made = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(made.getTime()) && made.toISOString().startsWith(text);
}

/** @param {string} text */
function time(text) {
  const [, hour, minute = "00"] = TIME.exec(text) ?? [];
  return hour ? `${hour.padStart(2, "0")}:${minute}` : undefined;
}

/**
 * @param {string} text
 * @param {string} language
 * @param {Near & {today: string}} near
 */
function moment(text, language, near) {
  const alone = near.day && time(text);
  if (alone) return `${near.day} ${alone}`;
  const [, date = "", clock = ""] = MOMENT.exec(text) ?? [];
  const [onDay, at] = [day(date.replace(/[ ,]+$/, ""), language, near), time(clock)];
  return onDay && at ? `${onDay} ${at}` : undefined;
}

/** @param {string} text */
function count(text) {
  const [, hours, half, more] = HOURS.exec(text) ?? [];
  if (hours) return String(60 * Number(hours) + (half ? 30 : 0) + Number(more ?? 0));
  const [, number] = COUNTED.exec(text) ?? [];
  return number ? String(Number(number)) : undefined;
}

/** @param {string} text */
function address(text) {
  const whole = /^www\./i.test(text) ? `https://${text}` : text;
  return /^https?:\/\/[^\s/]+\.[^\s]+$/i.test(whole) ? whole : undefined;
}
