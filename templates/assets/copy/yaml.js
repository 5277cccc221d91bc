// The copy as a content file of the hub.
import { mapping, visible } from "../yaml/writer.js";
import { draftOf } from "./course-from-copy.js";
import { linesOf } from "./split-lines.js";
import { word } from "./words.js";

/** @import { Copy } from "../../types/copy.js" */
/** @import { CourseFile } from "../../types/course.js" */

/**
 * The text of the content file.
 * @param {Copy} copy
 * @param {CourseFile} data
 * @param {string} day
 */
export function yamlFile(copy, data, day) {
  const head = ["# yaml-language-server: $schema=../../.hub/schema/course.json", `# ${word("yamlSchool")}`];
  const notes = linesOf(visible(copy.notes));
  if (notes.length) head.push(`# ${word("notes")}:`, ...notes.map((line) => `#   ${line}`));
  return [...head, ...mapping(draftOf(copy, data, day), 0), ""].join("\n");
}
