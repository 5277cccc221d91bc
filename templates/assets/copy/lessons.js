// Which lessons are kept, and in what order.
import { make } from "../strings.js";
import { button, group, speak, tick, voice } from "./fields.js";
import { counted, word } from "./words.js";

const MANY = 12;

/** The field with `read()`, which gives the numbers of the kept lessons in order. */
export function lessonsField(kept, lessons, changed) {
  const list = make("ol", { className: "hub-pick" });
  const heard = voice("hub-hidden");
  const rows = new Map();
  for (const number of arranged(kept, lessons.length)) {
    const row = rowOf(number, lessons[number - 1], kept.includes(number));
    row.box.addEventListener("change", changed);
    for (const [name, step] of [
      ["up", -1],
      ["down", 1],
    ]) {
      row[name].addEventListener("click", () => {
        if (!move(list, row, step, heard)) return;
        mark(list, rows);
        changed();
      });
    }
    rows.set(row.element, row);
    list.append(row.element);
  }
  mark(list, rows);
  const read = () =>
    [...list.children]
      .map((element) => rows.get(element))
      .filter((row) => row.box.checked)
      .map((row) => row.number);
  const children = lessons.length > MANY ? [allOrNone(rows, changed), list, heard] : [list, heard];
  list.classList.toggle("is-long", lessons.length > MANY);
  return { ...group(word("lessons"), word("lessonsHint"), ...children), read };
}

/** The kept lessons in their order, each dropped one after the lesson that it follows in the course. */
function arranged(kept, total) {
  const order = kept.filter((number) => number >= 1 && number <= total);
  const known = new Set(order);
  for (let number = 1; number <= total; number += 1) {
    if (!known.has(number)) order.splice(number === 1 ? 0 : order.indexOf(number - 1) + 1, 0, number);
    known.add(number);
  }
  return order;
}

function rowOf(number, lesson, isKept) {
  const minutes = make("span", { className: "hub-count", textContent: word("minutes", { count: lesson.minutes }) });
  const { input, label } = tick(`${lesson.title} `, isKept);
  label.lastChild.append(minutes);
  const [up, down] = [
    ["↑", "moveUp"],
    ["↓", "moveDown"],
  ].map(([sign, key]) => {
    const made = make("button", { type: "button", className: "hub-move", textContent: sign });
    made.setAttribute("aria-label", word(key, { title: lesson.title }));
    return made;
  });
  return { number, title: lesson.title, box: input, up, down, element: make("li", {}, label, up, down) };
}

/** Moves a row one place; false when there is no place to go. */
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

/** The ends say that they are ends, but keep the focus. */
function mark(list, rows) {
  for (const element of list.querySelectorAll("[aria-disabled]")) element.removeAttribute("aria-disabled");
  rows.get(list.firstElementChild)?.up.setAttribute("aria-disabled", "true");
  rows.get(list.lastElementChild)?.down.setAttribute("aria-disabled", "true");
}

function allOrNone(rows, changed) {
  const set = (isKept) => () => {
    for (const row of rows.values()) row.box.checked = isKept;
    changed();
  };
  return make(
    "p",
    { className: "hub-copy-row" },
    button(word("keepAll"), set(true)),
    button(word("keepNone"), set(false)),
    make("span", { className: "hub-small", textContent: counted("lessonCount", rows.size) }),
  );
}
