// The course as it was fitted: parts of the page, the dated plan and the teacher's own words, as clean elements.
import { all, make, one } from "../strings.js";
import { cleaned } from "../word/simplify-html.js";
import { linesOf } from "./split-lines.js";
import { planTable, when } from "./table.js";
import { word } from "./words.js";

/** @import { Copy, DatedRow, Part, Plan, Row } from "../../types/copy.js" */
/** @import { CourseFile } from "../../types/course.js" */

const LEFT_OUT = new Set(["lessons", "experiences", "see-also"]);

/**
 * The parts in the order of the document.
 * @param {{copy: Copy, data: CourseFile, plan: Plan, article: HTMLElement}} fitting `article` is the page's own.
 */
export function fittedParts({ copy, data, plan, article }) {
  const { before, after } = pageParts(article);
  return [
    part("head", data.course.title, ...head(copy, data)),
    part("goals", word("goals"), ...goals(copy, data, before.get("goals") ?? [])),
    ...(copy.notes.trim() ? [part("notes", word("notes"), ...notes(copy.notes))] : []),
    part("plan", word("plan"), heading(word("plan")), ...cleaned([planTable(plan, caption(copy))])),
    ...[...before].filter(([name]) => name !== "goals").map(pagePart),
    ...plan.rows.map((row, index) =>
      part(`lesson-${row.number}`, `${row.place}. ${row.title}`, ...lesson(row, index, article)),
    ),
    ...[...after].map(pagePart),
    part("source", word("source"), make("hr"), source(data)),
  ];
}

/**
 * All parts as one document.
 * @param {Part[]} parts
 */
export function whole(parts) {
  return make("article", {}, ...parts.flatMap((one) => [...one.element.cloneNode(true).childNodes]));
}

/** @param {Copy} copy */
export function caption(copy) {
  return copy.klass.trim() ? word("planFor", { klass: copy.klass.trim() }) : word("plan");
}

/**
 * The elements of the page under the ids of their headings, before and after the lessons.
 * @param {HTMLElement} article
 */
function pageParts(article) {
  /** @type {Record<"before" | "after", Map<string, Element[]>>} */
  const parts = { before: new Map(), after: new Map() };
  let place = parts.before;
  let name = "";
  for (const element of one(".hub-body", HTMLElement, article).children) {
    if (element.localName === "h2" && element.id) name = element.id; // a text may hold headings of its own
    if (name === "lessons") place = parts.after;
    if (name && !LEFT_OUT.has(name)) place.set(name, [...(place.get(name) ?? []), element]);
  }
  return parts;
}

/**
 * @param {string} name
 * @param {string} title
 * @param {Node[]} nodes
 * @returns {Part}
 */
function part(name, title, ...nodes) {
  return { name, title, element: make("section", {}, ...nodes) };
}

/** @param {[string, Element[]]} named */
function pagePart([name, elements]) {
  return part(name, elements[0].textContent, ...cleaned(elements, { pictures: true }));
}

/** @param {string} textContent */
function heading(textContent) {
  return make("h2", { textContent });
}

/**
 * @param {Copy} copy
 * @param {CourseFile} data
 */
function head(copy, { course, names }) {
  const facts = [names.subjects.join(", "), names.grades_in_words].filter(Boolean);
  if (copy.klass.trim()) facts.unshift(copy.klass.trim());
  return [
    make("h1", { textContent: course.title }),
    make("p", { textContent: facts.join(" · ") }),
    make("p", { textContent: course.summary }),
  ];
}

/**
 * Goals that no kept lesson serves are left out; the teacher's own come first.
 * @param {Copy} copy
 * @param {CourseFile} data
 * @param {Element[]} elements What the page says of goals, heading first.
 */
function goals(copy, { course }, elements) {
  const own = linesOf(copy.goals).map((textContent) => make("li", { textContent }));
  const served = new Set(copy.kept.flatMap((number) => course.lessons[number - 1]?.goals ?? []));
  const [title, ...rest] = elements;
  const page = rest.map((element) => {
    const copied = /** @type {Element} */ (element.cloneNode(true));
    for (const row of all("tr[id^=goal-]", Element, copied)) if (!served.has(row.id.slice(5))) row.remove();
    return copied;
  });
  const ownPart = own.length ? [make("h3", { textContent: word("ownGoals") }), make("ul", {}, ...own)] : [];
  return [heading(title?.textContent ?? word("goals")), ...ownPart, ...cleaned(page)];
}

/** @param {string} text */
function notes(text) {
  return [heading(word("notes")), ...linesOf(text).map((textContent) => make("p", { textContent }))];
}

/**
 * @param {Row | DatedRow} row
 * @param {number} index
 * @param {HTMLElement} article
 */
function lesson(row, index, article) {
  const section = article.querySelector(`#lesson-${row.number}`)?.closest(".hub-lesson");
  const rest = [...(section?.children ?? [])].filter((element) => element.localName !== "h3");
  const length = word("minutes", { count: row.minutes });
  return [
    ...(index === 0 ? [heading(word("lessons"))] : []),
    make("h3", { textContent: `${row.place}. ${row.title}` }),
    make("p", {}, make("strong", { textContent: "day" in row ? `${when(row)} · ${length}` : length })),
    ...cleaned(rest, { pictures: true }),
  ];
}

/**
 * Where it comes from and on what terms; the licences ask for it.
 * @param {CourseFile} data
 */
function source(data) {
  const { course, names } = data;
  const version = word("version", { version: course.version });
  return make(
    "p",
    {},
    `${word("fittedFrom")} `,
    link(course.title, addressOf(data)),
    `, ${version}, ${names.creator} (${data.source.site}). ${word("licence")}: `,
    link(names.licence, names.licence_url),
    ".",
  );
}

/**
 * A text that leads to an address when there is one.
 * @param {string} textContent
 * @param {string} href
 */
function link(textContent, href) {
  return href ? make("a", { href, textContent }) : textContent;
}

/**
 * Where the course stands: as the hub gives it, or as the visitor sees it.
 * @param {CourseFile} data
 */
export function addressOf(data) {
  return data.source.address || new URL(data.url, new URL("../../", import.meta.url)).href;
}
