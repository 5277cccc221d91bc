// What depends on the day. The page is right as of the hub's day; this corrects it to the reader's.

/**
 * The day on the reader's calendar, `2026-11-28`.
 * @param {Date} now
 * @returns {string}
 */
export function dayOf(now) {
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/**
 * Whether something is shown on a day: from its first through its last, either of which may be left open.
 * @param {{ hubFrom?: string, hubUntil?: string }} span
 * @param {string} day
 * @returns {boolean}
 */
export function lasts({ hubFrom, hubUntil }, day) {
  return (!hubFrom || hubFrom <= day) && (!hubUntil || day <= hubUntil);
}

/**
 * Shows what lasts on that day, hides what does not, and moves each line that says which day it is.
 * @param {ParentNode} root
 * @param {Date} now
 * @returns {void}
 */
export function correct(root, now) {
  const day = dayOf(now);
  for (const one of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-hub-from], [data-hub-until]")))
    one.hidden = !lasts(one.dataset, day);
  for (const line of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-hub-today]")))
    place(line, day, now);
  for (const mark of /** @type {NodeListOf<SVGElement>} */ (root.querySelectorAll("[data-hub-scale]"))) move(mark, day);
}

/**
 * Where a day is between two others, 0 to 1; outside it is less or more.
 * @param {string} scale The first day and the last one, with a slash between.
 * @param {string} day
 * @returns {number}
 */
export function shareOf(scale, day) {
  const [first, last] = scale.split("/").map(Date.parse);
  return (Date.parse(day) - first) / (last - first || 1);
}

/**
 * Moves the mark of today in a drawing, and hides it where it would lie outside.
 * @param {SVGElement} mark
 * @param {string} day
 * @returns {void}
 */
function move(mark, day) {
  const share = shareOf(mark.dataset.hubScale ?? "", day);
  mark.toggleAttribute("hidden", share < 0 || share > 1);
  for (const name of ["x", "x1", "x2"]) if (mark.hasAttribute(name)) mark.setAttribute(name, `${100 * share}%`);
  if (mark.dataset.hubLabel) {
    mark.textContent = mark.dataset.hubLabel;
    mark.setAttribute("text-anchor", share < 0.06 ? "start" : share > 0.94 ? "end" : "middle");
  }
}

/**
 * Puts the line before the first of its siblings whose time is not over, and lets it say “today”.
 * @param {HTMLElement} line
 * @param {string} day
 * @param {Date} now
 * @returns {void}
 */
function place(line, day, now) {
  const time = line.querySelector("time");
  const label = line.querySelector("strong");
  if (!time || !label || !line.parentElement) return;
  const others = [...line.parentElement.children].filter((one) => one !== line);
  const next = others.find((one) => (one.querySelector("time")?.getAttribute("datetime") ?? "") >= day);
  line.parentElement.insertBefore(line, next ?? null);
  time.dateTime = day;
  time.textContent = now.toLocaleDateString(document.documentElement.lang, { dateStyle: "long" });
  label.textContent = line.dataset.hubToday ?? "";
}

correct(document, new Date());
