// Days as "2026-10-06" and times as "08:15": whole days and minutes are counted, so no time zone plays a part.

/** Milliseconds. */
const DAY = 86_400_000;
const YEARS = [2000, 2100];

/**
 * Milliseconds since 1970.
 * @param {string} day
 * @param {string} [time]
 */
function stamp(day, time = "00:00") {
  return Date.parse(`${day}T${time}:00Z`);
}

/** @param {number} milliseconds */
function written(milliseconds) {
  return new Date(milliseconds).toISOString();
}

/**
 * Whether a text is a day that a plan can begin with.
 * @param {string} text
 */
export function isDay(text) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const year = Number(text.slice(0, 4));
  const found = stamp(text);
  return year >= YEARS[0] && year <= YEARS[1] && !Number.isNaN(found) && written(found).startsWith(text);
}

/**
 * Whether a text is a time of day.
 * @param {string} text
 */
export function isTime(text) {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/**
 * @param {string} day
 * @param {number} count
 */
export function addDays(day, count) {
  return written(stamp(day) + count * DAY).slice(0, 10);
}

/**
 * The day and time some minutes later; a long lesson may end on the next day.
 * @param {string} day
 * @param {string} time
 * @param {number} minutes
 */
export function addMinutes(day, time, minutes) {
  const later = written(stamp(day, time) + minutes * 60_000);
  return { day: later.slice(0, 10), time: later.slice(11, 16) };
}

/**
 * 1 for Monday to 7 for Sunday.
 * @param {string} day
 */
export function weekday(day) {
  return new Date(stamp(day)).getUTCDay() || 7;
}

/**
 * The week of the year as schools count them (ISO 8601).
 * @param {string} day
 */
export function week(day) {
  const thursday = addDays(day, 4 - weekday(day));
  return 1 + Math.floor((stamp(thursday) - stamp(`${thursday.slice(0, 4)}-01-01`)) / (7 * DAY));
}

/** Today where the visitor is. */
export function today(now = new Date()) {
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** @type {Map<string, Intl.DateTimeFormat>} */
const formats = new Map();

/**
 * A day or time in the page's own language.
 * @param {number} milliseconds
 * @param {Intl.DateTimeFormatOptions} options
 */
function spoken(milliseconds, options) {
  const key = JSON.stringify(options);
  const language = document.documentElement.lang || "da";
  const format = formats.get(key) ?? new Intl.DateTimeFormat(language, { ...options, timeZone: "UTC" });
  formats.set(key, format);
  return format.format(milliseconds);
}

/**
 * `tirsdag den 6. oktober 2026`
 * @param {string} day
 */
export function longDay(day) {
  return spoken(stamp(day), { weekday: "long", day: "numeric", month: "long", year: "numeric" });
}

/**
 * `6. oktober 2026`
 * @param {string} day
 */
export function plainDay(day) {
  return spoken(stamp(day), { day: "numeric", month: "long", year: "numeric" });
}

/**
 * `tirsdag`
 * @param {number} number From 1 for Monday.
 */
export function weekdayName(number) {
  return spoken(stamp(addDays("2024-01-01", number - 1)), { weekday: "long" });
}

/**
 * `08.15`
 * @param {string} time
 */
export function clock(time) {
  return spoken(stamp("2024-01-01", time), { hour: "2-digit", minute: "2-digit" });
}

/**
 * The first letter as a capital: sentences and cells begin with one, Danish weekdays do not.
 * @param {string} text
 */
export function capital(text) {
  return text.slice(0, 1).toLocaleUpperCase(document.documentElement.lang || "da") + text.slice(1);
}
