// The fitted course as a Word document.
import { addressOf, whole } from "./fitted.js";
import { Body } from "./ooxml.js";
import * as parts from "./word-parts.js";
import { word } from "./words.js";
import { zipped } from "./zip.js";

const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const TONGUES = { da: "da-DK", en: "en-GB" };

/** A Blob that Word and LibreOffice open. */
export function wordFile(fitted, data, copy) {
  const body = new Body();
  const written = body.of(whole(fitted));
  const language = TONGUES[document.documentElement.lang] ?? document.documentElement.lang;
  const { course, names, source } = data;
  const title = copy.klass.trim() ? `${course.title} – ${copy.klass.trim()}` : course.title;
  return zipped({
    "[Content_Types].xml": parts.contentTypes(),
    "_rels/.rels": parts.packageRelations(),
    "word/document.xml": parts.documentOf(written),
    "word/_rels/document.xml.rels": parts.documentRelations(body.links),
    "word/styles.xml": parts.styles(language),
    "word/numbering.xml": parts.numbering(body.lists),
    "word/settings.xml": parts.settings(language),
    "word/header1.xml": parts.header([source.site, course.title, names.licence, addressOf(data)].join(" · ")),
    "word/footer1.xml": parts.footer(word("pageOf", { page: "{page}", pages: "{pages}" })),
    "docProps/core.xml": parts.core({ title, subject: names.subjects.join(", "), language, made: seconds(copy.made) }),
  }, TYPE);
}

/** W3CDTF without fractions of a second. */
function seconds(iso) {
  return iso.replace(/\.\d+Z$/, "Z");
}
