// Texts that are written in one way only, as people write them: days, times, numbers and addresses. The program reads them in
// the same way (`generator/model/written_days.py`); one table of tests holds both to it.

const TIME = /^(?:kl\.?\s*|at\s+)?([01]?\d|2[0-3])(?:[.:]([0-5]\d))?$/i;
const MOMENT = /^(.*?\d)[\s,T]+((?:kl\.?\s*|at\s+)?\d{1,2}(?:[.:]\d\d)?)$/i;
const NUMBERED = /^(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./ -]\s*(\d{4})$/;
const BACKWARDS = /^(\d{4})[./-](\d{1,2})[./-](\d{1,2})$/;
const NAMED = /^(\d{1,2})\.?\s+([a-zæøå]{3,9})\.?,?\s+(\d{4})$/i;
const MONTH_FIRST = /^([a-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})$/i;
const COUNTED = /^(\d{1,6})\s*(?:(?:min|minut(?:ter)?|minutes?|m)\.?)?$/i;
/** How the names of months begin, in Danish and in English; May and October are spelt with another letter. */
const MONTHS = ["jan", "feb", "mar", "apr", "ma", "jun", "jul", "aug", "sep", "o", "nov", "dec"];

/**
 * The text as a file has it; undefined when it cannot be understood.
 * @param {string} form
 * @param {string} text Without spaces around it.
 * @param {string} [language] That of the page.
 * @returns {string | undefined}
 */
export function asWritten(form, text, language = globalThis.document?.documentElement.lang || "da") {
  if (form === "day") return day(text, language);
  if (form === "time") return time(text);
  if (form === "moment") return moment(text, language);
  if (form === "numeric") return count(text);
  if (form === "share") return text.replace(",", ".");
  if (form === "email") return /^[\w.+-]{1,64}@([a-z0-9-]+\.)+[a-z]{2,63}$/i.test(text) ? text : undefined;
  return form === "url" ? address(text) : text;
}

/**
 * @param {string} text
 * @param {string} language
 */
function day(text, language) {
  const [, year, month, date] = BACKWARDS.exec(text) ?? [];
  if (year) return iso(year, Number(month), date);
  const [, ownDate, name, ownYear] = NAMED.exec(text) ?? [];
  if (name) return iso(ownYear, monthOf(name), ownDate);
  const [, first, itsDate, itsYear] = MONTH_FIRST.exec(text) ?? [];
  if (first) return iso(itsYear, monthOf(first), itsDate);
  const [, one, other, numbered] = NUMBERED.exec(text) ?? [];
  return numbered ? ordered(text, Number(one), Number(other), numbered, language) : undefined;
}

/**
 * In `03/04/2026` English may mean March or April: then nobody knows.
 * @param {string} text
 * @param {number} one
 * @param {number} other
 * @param {string} year
 * @param {string} language
 */
function ordered(text, one, other, year, language) {
  if (language.startsWith("da") || !text.includes("/") || one === other) return iso(year, other, String(one));
  if (one <= 12 && other <= 12) return undefined;
  return one > 12 ? iso(year, other, String(one)) : iso(year, one, String(other));
}

/** @param {string} name */
function monthOf(name) {
  return MONTHS.findIndex((start) => name.toLowerCase().startsWith(start)) + 1;
}

/**
 * @param {string} year
 * @param {number} month
 * @param {string} date
 */
function iso(year, month, date) {
  const text = [year, String(month).padStart(2, "0"), date.padStart(2, "0")].join("-");
  const made = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(made.getTime()) && made.toISOString().startsWith(text) ? text : undefined;
}

/** @param {string} text */
function time(text) {
  const [, hour, minute = "00"] = TIME.exec(text) ?? [];
  return hour ? `${hour.padStart(2, "0")}:${minute}` : undefined;
}

/**
 * @param {string} text
 * @param {string} language
 */
function moment(text, language) {
  const [, date = "", clock = ""] = MOMENT.exec(text) ?? [];
  const [onDay, at] = [day(date.replace(/[ ,]+$/, ""), language), time(clock)];
  return onDay && at ? `${onDay} ${at}` : undefined;
}

/** @param {string} text */
function count(text) {
  const [, number] = COUNTED.exec(text) ?? [];
  return number ? String(Number(number)) : undefined;
}

/** @param {string} text */
function address(text) {
  const whole = /^www\./i.test(text) ? `https://${text}` : text;
  return /^https?:\/\/[^\s/]+\.[^\s]+$/i.test(whole) ? whole : undefined;
}
