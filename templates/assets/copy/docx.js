// The fitted course as a Word document.
import { documentFile } from "../word/document.js";
import { addressOf, whole } from "./fitted.js";
import { word } from "./words.js";

export function wordFile(fitted, data, copy) {
  const { course, names, source } = data;
  return documentFile({
    element: whole(fitted),
    title: copy.klass.trim() ? `${course.title} – ${copy.klass.trim()}` : course.title,
    subject: names.subjects.join(", "),
    head: [source.site, course.title, names.licence, addressOf(data)].join(" · "),
    foot: word("pageOf", { page: "{page}", pages: "{pages}" }),
    made: copy.made,
  });
}
