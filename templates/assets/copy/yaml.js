// Data as YAML in the hub's strict dialect: every text quoted or a block, nothing left to guess.
import { draftOf, visible } from "./draft.js";
import { linesOf } from "./fitted.js";
import { word } from "./words.js";

/** The text of the content file. */
export function yamlFile(copy, data, day) {
  const head = ["# yaml-language-server: $schema=../../.hub/schema/course.json", `# ${word("yamlSchool")}`];
  const notes = linesOf(visible(copy.notes));
  if (notes.length) head.push(`# ${word("notes")}:`, ...notes.map((line) => `#   ${line}`));
  return [...head, ...mapping(draftOf(copy, data, day), 0), ""].join("\n");
}

function mapping(value, depth) {
  return Object.entries(value).flatMap(([key, part]) => entry(`${key}:`, part, depth));
}

/** The lines of a value behind its key. */
function entry(key, value, depth) {
  const space = "  ".repeat(depth);
  if (!isNested(value)) return scalar(`${space}${key} `, value, depth);
  if (!Object.keys(value).length) return [`${space}${key} ${Array.isArray(value) ? "[]" : "{}"}`];
  return [`${space}${key}`, ...(Array.isArray(value) ? sequence(value, depth + 1) : mapping(value, depth + 1))];
}

/** The first field of a mapping in a list stands on the line of the dash. */
function sequence(values, depth) {
  const space = "  ".repeat(depth);
  return values.flatMap((value) => {
    if (!isNested(value) || Array.isArray(value)) return entry("-", value, depth);
    const [first, ...rest] = mapping(value, depth + 1);
    return [`${space}- ${first.trimStart()}`, ...rest];
  });
}

function isNested(value) {
  return value !== null && typeof value === "object";
}

function scalar(before, value, depth) {
  if (typeof value !== "string") return [`${before}${JSON.stringify(value)}`];
  if (!isBlock(value)) return [`${before}${JSON.stringify(value)}`];
  const space = "  ".repeat(depth + 1);
  return [`${before}|-`, ...value.split("\n").map((line) => (line ? space + line : ""))];
}

/** Whether a text of several lines means the same as a block. */
function isBlock(text) {
  return text.includes("\n") && !/^[ \t\n]|\n$|^[ \t]+$|\r/.test(text) && !/^[ \t]+$/m.test(text);
}
