// Texts that are written in one way only, as people write them: days, times, numbers and addresses.

const TIME = /^(?:kl\.? ?|at )?([01]?\d|2[0-3])(?:[.:]([0-5]\d))?$/i;
const MOMENT = /^(.*\d)[ ,T]+((?:kl\.? ?|at )?\d{1,2}(?:[.:]\d\d)?)$/i;

/**
 * The text as a file has it; undefined when it cannot be understood.
 * @param {string} form
 * @param {string} text Without spaces around it.
 * @returns {string | undefined}
 */
export function asWritten(form, text) {
  if (form === "day") return day(text);
  if (form === "time") return time(text);
  if (form === "moment") return moment(text);
  if (form === "numeric") return /^\d{1,6}$/.test(text) ? String(Number(text)) : undefined;
  if (form === "email") return /^[\w.+-]{1,64}@([a-z0-9-]+\.)+[a-z]{2,63}$/i.test(text) ? text : undefined;
  return form === "url" ? address(text) : text;
}

/** @param {string} text */
function day(text) {
  const [, year, month, date] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text) ?? [];
  const [, ownDate, ownMonth, ownYear] = /^(\d{1,2})[./ -]+(\d{1,2})[./ -]+(20\d\d)$/.exec(text) ?? [];
  if (!year && !ownYear) return undefined;
  const parts = [year ?? ownYear, month ?? ownMonth, date ?? ownDate].map((part) => part.padStart(2, "0"));
  const iso = parts.join("-");
  const made = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(made.getTime()) && made.toISOString().startsWith(iso) ? iso : undefined;
}

/** @param {string} text */
function time(text) {
  const [, hour, minute = "00"] = TIME.exec(text) ?? [];
  return hour ? `${hour.padStart(2, "0")}:${minute}` : undefined;
}

/** @param {string} text */
function moment(text) {
  const [, date = "", clock = ""] = MOMENT.exec(text) ?? [];
  const [onDay, at] = [day(date.replace(/[ ,]+$/, "")), time(clock)];
  return onDay && at ? `${onDay} ${at}` : undefined;
}

/** @param {string} text */
function address(text) {
  const whole = /^www\./i.test(text) ? `https://${text}` : text;
  return /^https?:\/\/[^\s/]+\.[^\s]+$/i.test(whole) ? whole : undefined;
}
