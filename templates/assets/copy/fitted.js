// The course as it was fitted: parts of the page, the dated plan and the teacher's own words, as clean elements.
import { make } from "../strings.js";
import { cleaned } from "../word/clean.js";
import { planTable, when } from "./table.js";
import { word } from "./words.js";

const LEFT_OUT = new Set(["lessons", "experiences", "see-also"]);

/** `[{name, title, element}]` in the order of the document. */
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
    part("source", word("source"), make("hr"), ...source(data)),
  ];
}

/** All parts as one document. */
export function whole(parts) {
  return make("article", {}, ...parts.flatMap((one) => [...one.element.cloneNode(true).childNodes]));
}

export function caption(copy) {
  return copy.klass.trim() ? word("planFor", { klass: copy.klass.trim() }) : word("plan");
}

/** The lines of a text that say something. */
export function linesOf(text) {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}

/** The parts of the page under their headings, before and after the lessons. */
function pageParts(article) {
  const parts = { before: new Map(), after: new Map() };
  let place = parts.before;
  let name = "";
  for (const element of article.querySelector(".hub-body").children) {
    if (element.localName === "h2") name = element.id;
    if (name === "lessons") place = parts.after;
    if (name && !LEFT_OUT.has(name)) place.set(name, [...(place.get(name) ?? []), element]);
  }
  return parts;
}

function part(name, title, ...nodes) {
  return { name, title, element: make("section", {}, ...nodes) };
}

function pagePart([name, elements]) {
  return part(name, elements[0].textContent, ...cleaned(elements));
}

function heading(textContent) {
  return make("h2", { textContent });
}

function head(copy, { course, names }) {
  const facts = [names.subjects.join(", "), word("grade", { grades: names.grades })];
  if (copy.klass.trim()) facts.unshift(copy.klass.trim());
  return [
    make("h1", { textContent: course.title }),
    make("p", { textContent: facts.join(" · ") }),
    make("p", { textContent: course.summary }),
  ];
}

/** Goals that no kept lesson serves are left out; the teacher's own come first. */
function goals(copy, { course }, elements) {
  const own = linesOf(copy.goals).map((textContent) => make("li", { textContent }));
  const served = new Set(copy.kept.flatMap((number) => course.lessons[number - 1]?.goals ?? []));
  const [title, ...rest] = elements;
  const page = rest.map((element) => {
    const copied = element.cloneNode(true);
    for (const row of copied.querySelectorAll("tr[id^=goal-]")) if (!served.has(row.id.slice(5))) row.remove();
    return copied;
  });
  const ownPart = own.length ? [make("h3", { textContent: word("ownGoals") }), make("ul", {}, ...own)] : [];
  return [heading(title?.textContent ?? word("goals")), ...ownPart, ...cleaned(page)];
}

function notes(text) {
  return [heading(word("notes")), ...linesOf(text).map((textContent) => make("p", { textContent }))];
}

function lesson(row, index, article) {
  const section = article.querySelector(`#lesson-${row.number}`)?.closest(".hub-lesson");
  const rest = [...(section?.children ?? [])].filter((element) => element.localName !== "h3");
  const length = word("minutes", { count: row.minutes });
  return [
    ...(index === 0 ? [heading(word("lessons"))] : []),
    make("h3", { textContent: `${row.place}. ${row.title}` }),
    make("p", {}, make("strong", { textContent: row.day ? `${when(row)} · ${length}` : length })),
    ...cleaned(rest),
  ];
}

/** Where it comes from and on what terms; the licences ask for it. */
function source(data) {
  const { course, names } = data;
  const link = (text, href) => (href ? make("a", { href, textContent: text }) : text);
  return [
    make(
      "p",
      {},
      `${word("fittedFrom")} `,
      link(course.title, addressOf(data)),
      `, ${word("version", { version: course.version })}, ${names.school} (${data.source.site}). ${word("licence")}: `,
      link(names.licence, names.licence_url),
      ".",
    ),
  ];
}

/** Where the course stands: as the hub gives it, or as the visitor sees it. */
export function addressOf(data) {
  return data.source.address || new URL(data.url, new URL("../../", import.meta.url)).href;
}
