// What a school wrote, as a text to print and to take as a Word document: headings, tables and lists.
import { isDay, plainDay } from "../date-arithmetic.js";
import { make } from "../strings.js";
import { criteriaOf } from "./checks.js";
import { fieldsOf, wanted } from "./draft.js";
import { nameIn, word } from "./words.js";

/** @import { CommonPlan, Draft, Phase, Row, SchoolFile } from "../../types/school.js" */

/**
 * @param {SchoolFile} data
 * @param {Draft} draft
 */
export function sheet(data, draft) {
  const { levels = [], observations = [], focus = [], agreements = [] } = wanted(draft);
  const users = draftUsers(draft);
  const points = focus.map((textContent) => make("li", { textContent }));
  return make(
    "article",
    {},
    make("h1", { textContent: word("sheetTitle", { school: data.title }) }),
    ...data.plans.flatMap((plan) => planParts(data, draft, plan)),
    ...(users ? [make("h2", { textContent: word("superusers") }), make("p", { textContent: users })] : []),
    ...part(
      "levels",
      ["subject", "level", "asOf", "assessedBy"],
      levels.map((row) => levelCells(data, row)),
    ),
    ...part(
      "criteria",
      ["criterion", "reported", "asOf", "how"],
      observations.map((row) => observationCells(data, row)),
    ),
    ...(points.length ? [make("h2", { textContent: word("focus") }), make("ol", {}, ...points)] : []),
    ...part(
      "agreements",
      ["agreement", "role", "due", "state"],
      agreements.map((row) => agreementCells(data, row)),
    ),
  );
}

/**
 * A heading and a table; nothing where there are no rows.
 * @param {string} title
 * @param {string[]} heads
 * @param {string[][]} rows
 * @returns {HTMLElement[]}
 */
function part(title, heads, rows) {
  return rows.length ? [make("h2", { textContent: word(title) }), table(heads, rows)] : [];
}

/**
 * @param {string[]} heads
 * @param {string[][]} rows
 */
function table(heads, rows) {
  const head = heads.map((name) => make("th", { scope: "col", textContent: word(name) }));
  const body = rows.map((cells) => make("tr", {}, ...cells.map((textContent) => make("td", { textContent }))));
  return make("table", {}, make("thead", {}, make("tr", {}, ...head)), make("tbody", {}, ...body));
}

/** @param {unknown} value */
function day(value) {
  const text = String(value ?? "");
  return isDay(text) ? plainDay(text) : text;
}

/** @param {Draft} draft */
function draftUsers(draft) {
  const { superusers } = wanted(draft);
  if (!superusers) return "";
  const values = { count: String(superusers.count ?? ""), day: day(superusers.as_of) };
  return word(superusers.leader ? "usersWithLeader" : "users", values);
}

/**
 * @param {SchoolFile} data
 * @param {Draft} draft
 * @param {CommonPlan} plan
 */
function planParts(data, draft, plan) {
  return [
    make("h2", { textContent: plan.title }),
    ...plan.phases.flatMap((phase) => {
      const rows = [...commonRows(data, draft, plan.of, phase), ...ownRows(data, draft, plan.of, phase)];
      const title = make("h3", { textContent: phase.title });
      return rows.length ? [title, table(["activity", "role", "due", "state"], rows)] : [];
    }),
  ];
}

/**
 * @param {SchoolFile} data
 * @param {Draft} draft
 * @param {string} of
 * @param {Phase} phase
 */
function commonRows(data, draft, of, phase) {
  const fields = fieldsOf(draft);
  return phase.activities.map((activity) => {
    const [due, state, note, reason] = ["due", "state", "note", "reason"].map((field) =>
      fields.get(`plans/${of}/changes/${activity.id}/${field}`),
    );
    const said = [nameIn(data.words.states, state ?? "planned"), state === "dropped" ? reason : "", note];
    const texts = said.map((text) => String(text ?? "").trim()).filter(Boolean);
    return [activity.title, nameIn(data.words.roles, activity.role), day(due ?? activity.due), texts.join(". ")];
  });
}

/**
 * @param {SchoolFile} data
 * @param {Draft} draft
 * @param {string} of
 * @param {Phase} phase
 */
function ownRows(data, draft, of, phase) {
  const added = wanted(draft).plans?.find((plan) => plan.of === of)?.adds ?? [];
  return added
    .filter((row) => row.phase === phase.id)
    .map(({ title, role, due, state }) => [
      String(title ?? ""),
      nameIn(data.words.roles, role),
      day(due),
      nameIn(data.words.states, state ?? "planned"),
    ]);
}

/**
 * @param {SchoolFile} data
 * @param {Row} row
 */
function levelCells({ words }, { subject, level, as_of, by }) {
  return [nameIn(words.subjects, subject), nameIn(words.levels, level), day(as_of), nameIn(words.roles, by)];
}

/**
 * @param {SchoolFile} data
 * @param {Row} row
 */
function observationCells(data, { criterion, reached, of, verdict, as_of, how }) {
  const title = criteriaOf(data).find(({ id }) => id === criterion)?.title ?? String(criterion);
  const number =
    of === undefined ? String(reached ?? "") : word("some", { reached: String(reached ?? ""), of: String(of) });
  return [title, verdict ? nameIn(data.words.verdicts, verdict) : number, day(as_of), String(how ?? "")];
}

/**
 * @param {SchoolFile} data
 * @param {Row} row
 */
function agreementCells({ words }, { text, role, due, state }) {
  return [String(text ?? ""), nameIn(words.roles, role), day(due), nameIn(words.states, state ?? "planned")];
}
