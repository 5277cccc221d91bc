// Elements as a Word document: the parts of the file, put together.
import { Body } from "./html-to-ooxml.js";
import { forOffice } from "./office-picture.js";
import * as parts from "./parts.js";
import { zipped } from "./zip.js";

const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
/** @type {Record<string, string>} */
const TONGUES = { da: "da-DK", en: "en-GB" };

/**
 * A Blob that Word and LibreOffice open. `foot` has {page} and {pages} in it; `made` is an ISO date and time; `held` are
 * the pictures that stand nowhere on the site, by their elements.
 * @param {{element: Element, title: string, subject: string, head: string, foot: string, made: string,
 *   held?: Map<Element, Blob>}} given
 */
export async function documentFile({ element, title, subject, head, foot, made, held = new Map() }) {
  const body = new Body();
  const written = body.of(element);
  const language = TONGUES[document.documentElement.lang] ?? document.documentElement.lang;
  const pictures = await Promise.all(body.pictures.map((one) => pictureOf(one, held)));
  const names = pictures.map(({ type }, index) => parts.pictureName(index, type));
  return zipped(
    {
      "[Content_Types].xml": parts.contentTypes(),
      "_rels/.rels": parts.packageRelations(),
      "word/document.xml": parts.documentOf(written),
      "word/_rels/document.xml.rels": parts.documentRelations(body.links, names),
      "word/styles.xml": parts.styles(language),
      "word/numbering.xml": parts.numbering(body.lists),
      "word/settings.xml": parts.settings(language),
      "word/header1.xml": parts.header(head),
      "word/footer1.xml": parts.footer(foot),
      "docProps/core.xml": parts.core({ title, subject, language, made: seconds(made) }),
      ...Object.fromEntries(pictures.map(({ bytes }, index) => [`word/${names[index]}`, bytes])),
    },
    TYPE,
  );
}

/**
 * @param {HTMLImageElement} picture
 * @param {Map<Element, Blob>} held
 */
async function pictureOf(picture, held) {
  const file = await forOffice(held.get(picture) ?? (await fetched(picture.src)));
  return { type: file.type, bytes: new Uint8Array(await file.arrayBuffer()) };
}

/** @param {string} src */
async function fetched(src) {
  const answer = await fetch(src);
  if (!answer.ok) throw new Error(`${src}: ${answer.status}`);
  return answer.blob();
}

/**
 * W3CDTF without fractions of a second.
 * @param {string} iso
 */
function seconds(iso) {
  return iso.replace(/\.\d+Z$/, "Z");
}
