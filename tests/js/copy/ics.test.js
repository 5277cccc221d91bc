import "../page.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { calendar, escaped, folded } from "../../../templates/assets/copy/ics.js";
import { keptLessons, schedule } from "../../../templates/assets/copy/plan.js";
import { copy, courseFile } from "./examples.js";

function lines(choices = {}) {
  const fitted = copy(choices);
  const data = courseFile();
  const plan = schedule(fitted, keptLessons(fitted, data.course), []);
  const text = calendar({ copy: fitted, data, plan, address: data.source.address });
  return text.replaceAll("\r\n ", "").split("\r\n");
}

test("signs with a meaning are escaped, and those that nobody sees left out", () => {
  assert.equal(escaped("a, b; c\\d\ne\u0007\t"), "a\\, b\\; c\\\\d\\ne");
});

test("no line is longer than 75 octets, and none cuts a character in two", () => {
  const line = `SUMMARY:${"æ🐟x".repeat(60)}`;
  const pieces = folded(line).split("\r\n ");

  assert.equal(pieces.join(""), line);
  assert.ok(pieces.length > 4);
  for (const [index, piece] of pieces.entries()) {
    assert.ok(Buffer.byteLength(piece) + (index ? 1 : 0) <= 75, piece);
    assert.ok(!piece.includes("\ufffd"));
  }
});

test("a short line is left alone", () => {
  assert.equal(folded("x".repeat(75)), "x".repeat(75));
});

test("each lesson is an event in Danish local time", () => {
  const found = lines();

  assert.equal(found.filter((line) => line === "BEGIN:VEVENT").length, 3);
  assert.ok(found.includes("DTSTART;TZID=Europe/Copenhagen:20261005T100000"));
  assert.ok(found.includes("DTEND;TZID=Europe/Copenhagen:20261005T104500"));
  assert.ok(found.includes("DTSTAMP:20260901T100000Z"));
  assert.ok(found.includes("SUMMARY:5.B: Før"));
  assert.ok(found.includes("URL:https://hub.example/courses/fagtekster/#lesson-2"));
});

test("a lesson keeps its name for calendars wherever it stands", () => {
  const uids = (choices) => lines(choices).filter((line) => line.startsWith("UID:"));

  assert.deepEqual(uids({ kept: [3, 1] }).toSorted(), [uids()[0], uids()[2]]);
  assert.equal(new Set(uids()).size, 3);
});

test("an event names the goals that its lesson serves, the first also the teacher's own", () => {
  const found = lines({ goals: "Vi hjælper hinanden\n\n" }).filter((line) => line.startsWith("DESCRIPTION:"));

  assert.match(found[0], /- Jeg kan læse en fagtekst\\n- Vi hjælper hinanden\\n/);
  assert.match(found[2], /- Jeg kan lytte til andre\\n\\n/);
  assert.doesNotMatch(found[1], /hjælper/);
});

test("a class without a name is left out of titles", () => {
  assert.ok(lines({ klass: " " }).includes("SUMMARY:Før"));
});

test("the file ends with a line break", () => {
  assert.deepEqual(lines().slice(-2), ["END:VCALENDAR", ""]);
});
