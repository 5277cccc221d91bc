// Elements as a Word document: the parts of the file, put together.
import { make } from "../strings.js";
import { Body } from "./html-to-ooxml.js";
import * as parts from "./parts.js";
import { zipped } from "./zip.js";

const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
/** @type {Record<string, string>} */
const TONGUES = { da: "da-DK", en: "en-GB" };

/**
 * A Blob that Word and LibreOffice open. `foot` has {page} and {pages} in it; `made` is an ISO date and time.
 * @param {{element: Element, title: string, subject: string, head: string, foot: string, made: string}} given
 */
export async function documentFile({ element, title, subject, head, foot, made }) {
  const body = new Body();
  const written = body.of(element);
  const language = TONGUES[document.documentElement.lang] ?? document.documentElement.lang;
  const pictures = await Promise.all(body.pictures.map(fetched));
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
      ...Object.fromEntries(pictures),
    },
    TYPE,
  );
}

/**
 * Path and bytes of a picture. Not every Word knows WebP.
 * @param {HTMLImageElement} picture
 * @param {number} index
 */
async function fetched({ src }, index) {
  const answer = await fetch(src);
  if (!answer.ok) throw new Error(`${src}: ${answer.status}`);
  const picture = await answer.blob();
  const known = /\.webp$/i.test(src) ? await asPng(picture) : picture;
  const bytes = new Uint8Array(await known.arrayBuffer());
  return /** @type {const} */ ([`word/${parts.pictureName(index, src)}`, bytes]);
}

/** @param {Blob} picture */
async function asPng(picture) {
  const drawn = await createImageBitmap(picture);
  const canvas = make("canvas", { width: drawn.width, height: drawn.height });
  canvas.getContext("2d")?.drawImage(drawn, 0, 0);
  return new Promise((done, failed) =>
    canvas.toBlob((made) => (made ? done(made) : failed(new Error("no picture"))), "image/png"),
  );
}

/**
 * W3CDTF without fractions of a second.
 * @param {string} iso
 */
function seconds(iso) {
  return iso.replace(/\.\d+Z$/, "Z");
}
