// The fitted course as a Word document.
import { documentFile } from "../word/document.js";
import { addressOf, whole } from "./adapted-course.js";
import { word } from "./words.js";

/** @import { Copy, Part } from "../../types/copy.js" */
/** @import { CourseFile } from "../../types/course.js" */

/**
 * @param {Part[]} parts
 * @param {CourseFile} data
 * @param {Copy} copy
 */
export function wordFile(parts, data, copy) {
  const { course, names, source } = data;
  const klass = copy.klass.trim();
  return documentFile({
    element: whole(parts),
    title: klass ? `${course.title} – ${klass}` : course.title,
    subject: names.subjects.join(", "),
    head: [source.site, course.title, names.licence, addressOf(data)].join(" · "),
    foot: word("pageOf", { page: "{page}", pages: "{pages}" }),
    made: copy.made,
  });
}
