// What a paragraph of a Word document holds: text with its looks, and pictures. Lengths are twentieths of a point.

/** @import { Run } from "../../types/word.js" */

const NO_XML =
  /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
export const TEXT_WIDTH = 9638;

/** @param {string} text */
export function xml(text) {
  return text.replace(NO_XML, "").replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/**
 * Without spaces at the ends and at doubled places; what is exact stays as it is.
 * @param {Run[]} runs
 */
export function tidied(runs) {
  /** @type {Run[]} */
  const kept = [];
  for (const run of runs) {
    if (run.kind !== "text" || run.exact) {
      kept.push(run);
      continue;
    }
    const text = run.text.replace(/\s+/g, " ");
    const rest = isStart(kept.at(-1)) ? text.replace(/^ /, "") : text;
    if (rest) kept.push({ ...run, text: rest });
  }
  while (isEmpty(kept.at(-1))) kept.pop();
  return kept;
}

/**
 * Whether what follows needs no space.
 * @param {Run | undefined} before
 */
function isStart(before) {
  return !before || before.kind === "break" || (before.kind === "text" && before.text.endsWith(" "));
}

/** @param {Run | undefined} run */
function isEmpty(run) {
  return run?.kind === "break" || (run?.kind === "text" && !run.text.trim());
}

/** English metric units of a twentieth of a point. */
const EMU = 635;
const TALLEST = 5100;

/**
 * A picture as wide as the text at most, and never taller than a third of the page.
 * @param {Pick<HTMLImageElement, "width" | "height" | "alt">} picture
 * @param {number} number
 */
export function drawing({ width, height, alt }, number) {
  const share = Math.min(TEXT_WIDTH / width, TALLEST / height, 15);
  const [cx, cy] = [width, height].map((side) => Math.round(side * share) * EMU);
  const named = `id="${number}" name="${number}" descr="${xml(alt)}"`;
  const frame = `<a:xfrm><a:off x="0" y="0"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>`;
  return `<w:r><w:drawing><wp:inline><wp:extent cx="${cx}" cy="${cy}"/><wp:docPr ${named}/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr ${named}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="picture${number}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>${frame}</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
}

/** In the order that the schema asks for. */
const LOOKS = {
  b: "<w:b/>",
  i: "<w:i/>",
  strike: "<w:strike/>",
  sub: '<w:vertAlign w:val="subscript"/>',
  sup: '<w:vertAlign w:val="superscript"/>',
};

/**
 * @param {string[]} format
 * @param {string} [link]
 */
export function look(format, link) {
  const style = link ? "Hyperlink" : format.includes("code") ? "Code" : "";
  const looks = Object.entries(LOOKS).flatMap(([name, written]) => (format.includes(name) ? [written] : []));
  return (style && `<w:rStyle w:val="${style}"/>`) + looks.join("");
}
