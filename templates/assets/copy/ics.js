// The plan as a calendar file (RFC 5545), in the local time of Danish schools.
import { linesOf } from "./fitted.js";
import { word } from "./words.js";

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

/** The text of the file. A lesson keeps its UID, so that a later import moves it instead of doubling it. */
export function calendar({ copy, data, plan, address }) {
  const events = plan.rows.flatMap((row) => event(row, { copy, data, address }));
  const name = named(copy, data.course.title);
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

function named(copy, title) {
  return copy.klass.trim() ? `${copy.klass.trim()}: ${title}` : title;
}

function event(row, { copy, data, address }) {
  return [
    "BEGIN:VEVENT",
    `UID:${copy.key}-lesson-${row.number}@training-hub`,
    `DTSTAMP:${copy.made.replace(/[-:]|\.\d+/g, "")}`,
    `SEQUENCE:${copy.revision ?? 0}`,
    `DTSTART;TZID=${ZONE}:${moment(row.day, row.from)}`,
    `DTEND;TZID=${ZONE}:${moment(row.endDay, row.to)}`,
    `SUMMARY:${escaped(named(copy, row.title))}`,
    `DESCRIPTION:${escaped(description(row, copy, data, address))}`,
    `URL:${address}#lesson-${row.number}`,
    "END:VEVENT",
  ];
}

function description(row, copy, { course }, address) {
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

function moment(day, time) {
  return `${day.replaceAll("-", "")}T${time.replace(":", "")}00`;
}

export function escaped(text) {
  return text
    .replace(/[\0-\x09\x0b-\x1f\x7f]/g, "")
    .replace(/[\\;,]/g, "\\$&")
    .replaceAll("\n", "\\n");
}

/** A line in pieces of at most 75 octets; no character is cut in two. */
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
