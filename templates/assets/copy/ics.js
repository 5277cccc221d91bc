// The plan as a calendar file (RFC 5545), in the local time of Danish schools.
import { linesOf } from "./split-lines.js";
import { word } from "./words.js";

/** @import { Copy, DatedPlan, DatedRow } from "../../types/copy.js" */
/** @import { CourseFile } from "../../types/course.js" */
/**
 * What a calendar is made from; `address` is where the course stands.
 * @typedef {{copy: Copy, data: Pick<CourseFile, "course">, plan: DatedPlan, address: string}} Source
 */

const ZONE = "Europe/Copenhagen";
const VTIMEZONE = [
  "BEGIN:VTIMEZONE",
  `TZID:${ZONE}`,
  "BEGIN:DAYLIGHT",
  "TZNAME:CEST",
  "TZOFFSETFROM:+0100",
  "TZOFFSETTO:+0200",
  "DTSTART:19700329T020000",
  "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
  "END:DAYLIGHT",
  "BEGIN:STANDARD",
  "TZNAME:CET",
  "TZOFFSETFROM:+0200",
  "TZOFFSETTO:+0100",
  "DTSTART:19701025T030000",
  "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
  "END:STANDARD",
  "END:VTIMEZONE",
];

/**
 * The text of the file. A lesson keeps its UID, so that a later import moves it instead of doubling it.
 * @param {Source} source
 */
export function calendar(source) {
  const events = source.plan.rows.flatMap((row) => event(row, source));
  const name = named(source.copy, source.data.course.title);
  return [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//training-hub//copy of a course//DA",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escaped(name)}`,
    ...VTIMEZONE,
    ...events,
    "END:VCALENDAR",
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join("");
}

/**
 * @param {Copy} copy
 * @param {string} title
 */
function named(copy, title) {
  return copy.klass.trim() ? `${copy.klass.trim()}: ${title}` : title;
}

/**
 * @param {DatedRow} row
 * @param {Source} source
 */
function event(row, source) {
  const { copy, address } = source;
  return [
    "BEGIN:VEVENT",
    `UID:${copy.key}-lesson-${row.number}@training-hub`,
    `DTSTAMP:${copy.made.replace(/[-:]|\.\d+/g, "")}`,
    `SEQUENCE:${copy.revision ?? 0}`,
    `DTSTART;TZID=${ZONE}:${moment(row.day, row.from)}`,
    `DTEND;TZID=${ZONE}:${moment(row.endDay, row.to)}`,
    `SUMMARY:${escaped(named(copy, row.title))}`,
    `DESCRIPTION:${escaped(description(row, source))}`,
    `URL:${address}#lesson-${row.number}`,
    "END:VEVENT",
  ];
}

/**
 * @param {DatedRow} row
 * @param {Source} source
 */
function description(row, { copy, data, address }) {
  const { course } = data;
  const own = row.place === 1 ? linesOf(copy.goals) : [];
  const goals = [...course.goals.filter((goal) => row.goals.includes(goal.id)).map((goal) => goal.text), ...own];
  return [
    `${course.title}`,
    "",
    `${word("goalsShort")}:`,
    ...goals.map((goal) => `- ${goal}`),
    "",
    `${address}#lesson-${row.number}`,
  ].join("\n");
}

/**
 * @param {string} day
 * @param {string} time
 */
function moment(day, time) {
  return `${day.replaceAll("-", "")}T${time.replace(":", "")}00`;
}

/** @param {string} text */
export function escaped(text) {
  return text
    .replace(/[\0-\x09\x0b-\x1f\x7f]/g, "")
    .replace(/[\\;,]/g, "\\$&")
    .replaceAll("\n", "\\n");
}

/**
 * A line in pieces of at most 75 octets; no character is cut in two.
 * @param {string} line
 */
export function folded(line) {
  const encoder = new TextEncoder();
  const pieces = [""];
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > 75) {
      pieces.push("");
      octets = 1;
    }
    pieces[pieces.length - 1] += character;
    octets += size;
  }
  return pieces.join("\r\n ");
}
