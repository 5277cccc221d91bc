// Which lessons are kept, and in what order.

import { button, group, speak, tick, voice } from "../form-controls.js";
import { make } from "../strings.js";
import { counted, word } from "./words.js";

/** @import { Lesson } from "../../types/course.js" */
/** @typedef {ReturnType<typeof rowOf>} Row */

/** From how many lessons on there are buttons for all and none. */
const MANY = 12;

/**
 * The field with `read()`, which gives the numbers of the kept lessons in order.
 * @param {number[]} kept
 * @param {Lesson[]} lessons
 * @param {() => void} changed
 */
export function lessonsField(kept, lessons, changed) {
  const list = make("ol", { className: "hub-pick" });
  const heard = voice("hub-hidden");
  const rows = arranged(kept, lessons.length).map((number) =>
    rowOf(number, lessons[number - 1], kept.includes(number)),
  );
  const moved = (/** @type {Row} */ row, /** @type {number} */ step) => {
    if (!move(list, row, step, heard)) return;
    mark(inOrder(list, rows));
    changed();
  };
  for (const row of rows) {
    row.box.addEventListener("change", changed);
    row.up.addEventListener("click", () => moved(row, -1));
    row.down.addEventListener("click", () => moved(row, 1));
    list.append(row.element);
  }
  mark(rows);
  const read = () =>
    inOrder(list, rows)
      .filter((row) => row.box.checked)
      .map((row) => row.number);
  const children = lessons.length > MANY ? [allOrNone(rows, changed), list, heard] : [list, heard];
  list.classList.toggle("is-long", lessons.length > MANY);
  return { ...group(word("lessons"), word("lessonsHint"), ...children), read };
}

/**
 * The kept lessons in their order, each dropped one after the lesson that it follows in the course.
 * @param {number[]} kept
 * @param {number} total
 */
export function arranged(kept, total) {
  const order = kept.filter((number) => number >= 1 && number <= total);
  const known = new Set(order);
  for (let number = 1; number <= total; number += 1) {
    if (!known.has(number)) order.splice(number === 1 ? 0 : order.indexOf(number - 1) + 1, 0, number);
    known.add(number);
  }
  return order;
}

/**
 * @param {number} number
 * @param {Lesson} lesson
 * @param {boolean} isKept
 */
function rowOf(number, { title, minutes }, isKept) {
  const length = make("span", { className: "hub-count", textContent: word("minutes", { count: minutes }) });
  const { input, label } = tick(`${title} `, isKept, length);
  const up = arrow("↑", word("moveUp", { title }));
  const down = arrow("↓", word("moveDown", { title }));
  return { number, title, box: input, up, down, element: make("li", {}, label, up, down) };
}

/**
 * @param {string} textContent
 * @param {string} label
 */
function arrow(textContent, label) {
  const made = make("button", { type: "button", className: "hub-move", textContent });
  made.setAttribute("aria-label", label);
  return made;
}

/**
 * The rows as they stand in the list.
 * @param {HTMLElement} list
 * @param {Row[]} rows
 */
function inOrder(list, rows) {
  const places = [...list.children];
  return [...rows].sort((one, other) => places.indexOf(one.element) - places.indexOf(other.element));
}

/**
 * Moves a row one place; false when there is no place to go.
 * @param {HTMLElement} list
 * @param {Row} row
 * @param {number} step -1 for up, 1 for down.
 * @param {HTMLElement} heard
 */
function move(list, row, step, heard) {
  const other = step < 0 ? row.element.previousElementSibling : row.element.nextElementSibling;
  if (!other) {
    speak(heard, word(step < 0 ? "isFirst" : "isLast", { title: row.title }));
    return false;
  }
  if (step < 0) other.before(row.element);
  else other.after(row.element);
  (step < 0 ? row.up : row.down).focus();
  const place = [...list.children].indexOf(row.element) + 1;
  speak(heard, word("moved", { title: row.title, place, count: list.children.length }));
  return true;
}

/**
 * The ends say that they are ends, but keep the focus.
 * @param {Row[]} rows
 */
function mark(rows) {
  for (const [index, { up, down }] of rows.entries()) {
    up.removeAttribute("aria-disabled");
    down.removeAttribute("aria-disabled");
    if (index === 0) up.setAttribute("aria-disabled", "true");
    if (index === rows.length - 1) down.setAttribute("aria-disabled", "true");
  }
}

/**
 * @param {Row[]} rows
 * @param {() => void} changed
 */
function allOrNone(rows, changed) {
  const set = (/** @type {boolean} */ isKept) => () => {
    for (const row of rows) row.box.checked = isKept;
    changed();
  };
  return make(
    "p",
    { className: "hub-copy-row" },
    button(word("keepAll"), set(true)),
    button(word("keepNone"), set(false)),
    make("span", { className: "hub-small", textContent: counted("lessonCount", rows.length) }),
  );
}
