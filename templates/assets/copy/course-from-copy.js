// The copy as a course of its own: a draft that says where it comes from. The name of the class is never in it.
import { visible } from "../yaml/writer.js";
import { keptLessons } from "./plan.js";
import { linesOf } from "./split-lines.js";
import { counted, word } from "./words.js";

/** @import { Copy } from "../../types/copy.js" */
/** @import { BasedOn, Course, CourseFile, Goal, Lesson } from "../../types/course.js" */

/** Signs of a text in a content file. */
const LONGEST = 400;
/**
 * The fields of the draft, in the order of the source.
 * @param {Copy} copy
 * @param {CourseFile} data
 * @param {string} day
 * @returns {Course}
 */
export function draftOf(copy, data, day) {
  const { experiences, redirect_from, based_on, ...course } = data.course;
  const own = ownGoals(copy.goals, course.goals);
  const lessons = keptLessons(copy, course).map(({ number, ...lesson }, index) =>
    index === 0 ? { ...lesson, goals: [...lesson.goals, ...own.map(({ id }) => id)] } : lesson,
  );
  const served = new Set(lessons.flatMap((lesson) => lesson.goals));
  return {
    ...course,
    status: "draft",
    published: day,
    updated: day,
    version: "1.0",
    author: copier(course.author),
    goals: [...course.goals.filter((goal) => served.has(goal.id)), ...own],
    lessons,
    based_on: source(copy, data, own.length),
  };
}

/**
 * The copy is by whoever makes it: which place that is, they fill in themselves, and `hub check` asks for it. Who made
 * the source is credited in `based_on`.
 * @param {Course["author"]} author Of the source.
 */
function copier({ role }) {
  return { role };
}

/**
 * The teacher's own goals, one a line, under ids that the course does not have.
 * @param {string} text
 * @param {Goal[]} goals
 * @returns {Goal[]}
 */
function ownGoals(text, goals) {
  const taken = new Set(goals.map((goal) => goal.id));
  let number = 0;
  return linesOf(visible(text)).map((line) => {
    do number += 1;
    while (taken.has(`own-${number}`));
    return { id: `own-${number}`, kind: "subject", text: shortened(line), own_wording: true, signs: [word("ownSign")] };
  });
}

/** @param {string} text */
function shortened(text) {
  const signs = [...text];
  return signs.length > LONGEST ? `${signs.slice(0, LONGEST - 1).join("")}…` : text;
}

/**
 * The source is pinned: the copy was made from the edition that the visitor saw.
 * @param {Copy} copy
 * @param {CourseFile} data
 * @param {number} ownCount
 * @returns {BasedOn}
 */
function source(copy, data, ownCount) {
  const { course, names } = data;
  const changes = changesOf(copy.kept, course.lessons, ownCount);
  return {
    course: data.id,
    title: course.title,
    version: course.version,
    hash: data.hash,
    creator: names.creator,
    licence: course.licence,
    ...(changes && { changes }),
  };
}

/**
 * What was left out, put in another order and added, in plain sentences; "" when nothing was.
 * @param {number[]} kept
 * @param {Lesson[]} lessons
 * @param {number} ownCount
 */
function changesOf(kept, lessons, ownCount) {
  const left = lessons.filter((_, index) => !kept.includes(index + 1));
  const isMoved = kept.some((number, index) => index > 0 && number < kept[index - 1]);
  const rest = [isMoved && word("changedOrder"), ownCount > 0 && counted("changedGoals", ownCount)].filter(Boolean);
  const named = left.length
    ? [word("changedLeftOut", { titles: left.map(({ title }) => `»${title}«`).join(", ") })]
    : [];
  const full = [...named, ...rest].join(" ");
  return full.length <= LONGEST ? full : [counted("changedDropped", left.length), ...rest].join(" ");
}
