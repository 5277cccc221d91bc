// Elements as a Word document: the parts of the file, put together.
import { Body } from "./ooxml.js";
import * as parts from "./parts.js";
import { zipped } from "./zip.js";

const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const TONGUES = { da: "da-DK", en: "en-GB" };

/** A Blob that Word and LibreOffice open. `foot` has {page} and {pages} in it; `made` is an ISO date and time. */
export async function documentFile({ element, title, subject, head, foot, made }) {
  const body = new Body();
  const written = body.of(element);
  const language = TONGUES[document.documentElement.lang] ?? document.documentElement.lang;
  return zipped(
    {
      "[Content_Types].xml": parts.contentTypes(),
      "_rels/.rels": parts.packageRelations(),
      "word/document.xml": parts.documentOf(written),
      "word/_rels/document.xml.rels": parts.documentRelations(body.links, body.pictures),
      "word/styles.xml": parts.styles(language),
      "word/numbering.xml": parts.numbering(body.lists),
      "word/settings.xml": parts.settings(language),
      "word/header1.xml": parts.header(head),
      "word/footer1.xml": parts.footer(foot),
      "docProps/core.xml": parts.core({ title, subject, language, made: seconds(made) }),
      ...Object.fromEntries(await Promise.all(body.pictures.map(fetched))),
    },
    TYPE,
  );
}

async function fetched({ src }, index) {
  const answer = await fetch(src);
  if (!answer.ok) throw new Error(`${src}: ${answer.status}`);
  return [`word/${parts.pictureName(index, src)}`, new Uint8Array(await answer.arrayBuffer())];
}

/** W3CDTF without fractions of a second. */
function seconds(iso) {
  return iso.replace(/\.\d+Z$/, "Z");
}
