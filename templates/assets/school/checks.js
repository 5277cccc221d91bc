// What must hold before a school hands in what it wrote. The same rules are asked when the file is taken in.
import { isDay } from "../date-arithmetic.js";
import { contactIn } from "../personal-data.js";
import { rowsOf } from "./flat.js";
import { POINTS } from "./shape.js";

/** @import { Criterion, Fault, Flat, SchoolFile } from "../../types/school.js" */

/** Signs that a content file takes: of a text, of a title, and of how something was found out. */
const [TEXT, TITLE, HOW] = [400, 120, 200];

/**
 * What is amiss, in the order of the page. `today` is the visitor's day.
 * @param {Flat} fields
 * @param {SchoolFile} data
 * @param {string} today
 * @returns {Fault[]}
 */
export function faults(fields, data, today) {
  const asked = { fields, data, today };
  return [
    ...data.plans.flatMap((plan) => [...ofChanges(asked, plan.of), ...ofAdded(asked, plan.of)]),
    ...ofUsers(asked),
    ...rowsOf(fields, "levels").flatMap((id) => ofLevel(asked, `levels/${id}`)),
    ...twice(asked, "levels", "subject"),
    ...rowsOf(fields, "observations").flatMap((id) => ofObservation(asked, `observations/${id}`)),
    ...twice(asked, "observations", "criterion"),
    ...Array.from({ length: POINTS }, (_, place) => long(asked, `focus/${place + 1}`, TEXT)).flat(),
    ...rowsOf(fields, "agreements").flatMap((id) => ofAgreement(asked, `agreements/${id}`)),
  ];
}

/** @typedef {{fields: Flat, data: SchoolFile, today: string}} Asked */

/**
 * The value of a field as a text; "" when there is none.
 * @param {Asked} asked
 * @param {string} path
 */
function text({ fields }, path) {
  return String(fields.get(path) ?? "").trim();
}

/**
 * @param {Asked} asked
 * @param {string} path
 * @param {string} code
 * @returns {Fault[]}
 */
function missing(asked, path, code) {
  return text(asked, path) ? [] : [{ path, code }];
}

/**
 * Whether a word was chosen that the hub has: it may have dropped some since.
 * @param {Asked} asked
 * @param {string} path
 * @param {"levels" | "roles" | "verdicts"} list
 * @param {string} code
 * @returns {Fault[]}
 */
function chosen(asked, path, list, code) {
  const id = text(asked, path);
  return asked.data.words[list].some((entry) => entry.id === id) ? [] : [{ path, code }];
}

/**
 * Whether a text is short enough, and tells nobody how to reach a person.
 * @param {Asked} asked
 * @param {string} path
 * @param {number} most
 * @returns {Fault[]}
 */
function long(asked, path, most) {
  const signs = [...text(asked, path)].length;
  if (signs > most) return [{ path, code: "long", values: { signs, most } }];
  const found = contactIn(text(asked, path), asked.data.mailbox ?? "");
  return found ? [{ path, code: "contact", values: { found } }] : [];
}

/**
 * @param {Asked} asked
 * @param {string} path
 * @returns {Fault[]}
 */
function past(asked, path) {
  const wrong = dated(asked, path);
  return !wrong.length && text(asked, path) > asked.today ? [{ path, code: "future" }] : wrong;
}

/**
 * @param {Asked} asked
 * @param {string} path
 * @returns {Fault[]}
 */
function dated(asked, path) {
  const day = text(asked, path);
  if (!day) return [{ path, code: "dayMissing" }];
  return isDay(day) ? [] : [{ path, code: "dayWrong" }];
}

/**
 * @param {Asked} asked
 * @param {string} path
 * @param {string} code What is said when nothing stands there.
 * @returns {Fault[]}
 */
function number(asked, path, code) {
  const typed = text(asked, path);
  if (!typed) return [{ path, code }];
  return /^\d+$/.test(typed) ? [] : [{ path, code: "number" }];
}

/**
 * @param {Asked} asked
 * @param {string} of
 */
function ofChanges(asked, of) {
  return rowsOf(asked.fields, `plans/${of}/changes`).flatMap((id) => {
    const place = `plans/${of}/changes/${id}`;
    const isDropped = text(asked, `${place}/state`) === "dropped";
    const isMoved = text(asked, `${place}/due`) !== "";
    return [
      ...(isMoved ? dated(asked, `${place}/due`) : []),
      ...(isDropped ? missing(asked, `${place}/reason`, "reason") : []),
      ...long(asked, `${place}/reason`, TEXT),
      ...long(asked, `${place}/note`, TEXT),
    ];
  });
}

/**
 * @param {Asked} asked
 * @param {string} of
 */
function ofAdded(asked, of) {
  return rowsOf(asked.fields, `plans/${of}/adds`).flatMap((id) => {
    const place = `plans/${of}/adds/${id}`;
    return [
      ...missing(asked, `${place}/title`, "title"),
      ...long(asked, `${place}/title`, TITLE),
      ...chosen(asked, `${place}/role`, "roles", "role"),
      ...dated(asked, `${place}/due`),
    ];
  });
}

/** @param {Asked} asked */
function ofUsers(asked) {
  const isGiven = text(asked, "superusers/count") || text(asked, "superusers/as_of");
  if (!isGiven) return [];
  return [...number(asked, "superusers/count", "count"), ...past(asked, "superusers/as_of")];
}

/**
 * @param {Asked} asked
 * @param {string} place
 */
function ofLevel(asked, place) {
  return [
    ...chosen(asked, `${place}/level`, "levels", "level"),
    ...past(asked, `${place}/as_of`),
    ...chosen(asked, `${place}/by`, "roles", "role"),
  ];
}

/**
 * @param {Asked} asked
 * @param {string} place
 */
function ofObservation(asked, place) {
  const criterion = criteriaOf(asked.data).find(({ id }) => id === text(asked, `${place}/criterion`));
  return [
    ...(criterion ? measured(asked, place, criterion) : []),
    ...past(asked, `${place}/as_of`),
    ...missing(asked, `${place}/how`, "how"),
    ...long(asked, `${place}/how`, HOW),
    ...chosen(asked, `${place}/by`, "roles", "role"),
  ];
}

/** @param {SchoolFile} data */
export function criteriaOf(data) {
  return data.plans.flatMap((plan) => plan.criteria);
}

/**
 * Numbers or a verdict, as the criterion asks.
 * @param {Asked} asked
 * @param {string} place
 * @param {Criterion} criterion
 * @returns {Fault[]}
 */
function measured(asked, place, { measure }) {
  const [reached, of] = [`${place}/reached`, `${place}/of`];
  if (measure === "words") return chosen(asked, `${place}/verdict`, "verdicts", "verdict");
  const wrong = [...number(asked, reached, "reached"), ...(measure === "share" ? number(asked, of, "of") : [])];
  if (wrong.length || measure === "count") return wrong;
  if (Number(text(asked, of)) === 0) return [{ path: of, code: "ofNone" }];
  const values = { reached: text(asked, reached), of: text(asked, of) };
  return Number(values.reached) > Number(values.of) ? [{ path: reached, code: "above", values }] : [];
}

/**
 * Two rows about the same on one day: the second is said to be amiss. One that the site does not show is corrected by it.
 * @param {Asked} asked
 * @param {string} list
 * @param {string} about
 */
function twice(asked, list, about) {
  const seen = new Set();
  return rowsOf(asked.fields, list).flatMap((id) => {
    const day = text(asked, `${list}/${id}/as_of`);
    const key = `${text(asked, `${list}/${id}/${about}`)} ${day}`;
    const isSecond = day && seen.has(key);
    seen.add(key);
    return isSecond ? [{ path: `${list}/${id}/as_of`, code: "twice" }] : [];
  });
}

/**
 * @param {Asked} asked
 * @param {string} place
 * @returns {Fault[]}
 */
function ofAgreement(asked, place) {
  const [made, due] = [text(asked, `${place}/made`), text(asked, `${place}/due`)];
  return [
    ...missing(asked, `${place}/text`, "agreement"),
    ...long(asked, `${place}/text`, TEXT),
    ...chosen(asked, `${place}/role`, "roles", "role"),
    ...past(asked, `${place}/made`),
    ...dated(asked, `${place}/due`),
    ...(made && due && due < made ? [{ path: `${place}/due`, code: "reversed" }] : []),
  ];
}
