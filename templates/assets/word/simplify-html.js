// Plain, semantic copies of parts of the page: no classes, no ids, nothing that only belongs on a screen.
import { make } from "../strings.js";

const KEPT = new Set(
  (
    "H1 H2 H3 H4 H5 H6 P UL OL LI TABLE CAPTION THEAD TBODY TR TH TD DL DT DD STRONG EM B I CODE PRE BLOCKQUOTE " +
    "BR HR DEL INS SUB SUP"
  ).split(" "),
);
const DROPPED = new Set(["SVG", "SCRIPT", "STYLE", "TEMPLATE", "BUTTON", "INPUT", "HUB-COPY"]);
/** @type {Record<string, string[]>} */
const ATTRIBUTES = { OL: ["start"], TD: ["colspan", "rowspan"], TH: ["colspan", "rowspan", "scope"] };

/**
 * Clean copies of nodes, one after the other; pictures become their descriptions unless they are asked for.
 * @param {Iterable<Node>} nodes
 * @param {{pictures?: boolean}} [wanted]
 * @returns {Node[]}
 */
export function cleaned(nodes, wanted = {}) {
  return [...nodes].flatMap((node) => cleanNode(node, wanted));
}

/**
 * @param {Node} node
 * @param {{pictures?: boolean}} wanted
 * @returns {Node[]}
 */
function cleanNode(node, wanted) {
  if (node instanceof Text) return [document.createTextNode(node.data)];
  if (!(node instanceof Element) || isDropped(node)) return [];
  if (node.matches(".hub-frame")) return cleaned(node.childNodes, wanted);
  if (node instanceof HTMLAnchorElement) return link(node, cleaned(node.childNodes, wanted));
  if (node instanceof HTMLImageElement) return picture(node, wanted.pictures);
  if (node.matches(".hub-activities")) return [...node.children].flatMap((item) => activity(item, wanted));
  const name = node.nodeName.toUpperCase();
  const children = cleaned(node.childNodes, wanted);
  if (!KEPT.has(name)) return children;
  const copy = document.createElement(node.localName);
  copy.append(...children);
  for (const attribute of ATTRIBUTES[name] ?? []) {
    const value = node.getAttribute(attribute);
    if (value !== null) copy.setAttribute(attribute, value);
  }
  return [copy];
}

/**
 * @param {HTMLImageElement} image
 * @param {boolean} [isWanted]
 */
function picture({ src, alt, width, height }, isWanted) {
  if (isWanted && /\.(png|jpe?g|webp)$/i.test(src)) {
    return [make("p", {}, make("img", { src, alt, width, height }))];
  }
  return alt ? [document.createTextNode(alt)] : [];
}

/** @param {Element} element */
function isDropped(element) {
  if (element.matches(".hub-fold > summary")) return true;
  return DROPPED.has(element.nodeName.toUpperCase()) || (element instanceof HTMLElement && element.hidden);
}

/**
 * Links within the page lead nowhere elsewhere; others are written in full.
 * @param {HTMLAnchorElement} node
 * @param {Node[]} children
 */
function link(node, children) {
  if (node.getAttribute("href")?.startsWith("#") || !/^(https?|mailto):/.test(node.href)) return children;
  return [make("a", { href: node.href }, ...children)];
}

/**
 * An activity is a heading with its time, and what happens; a list around headings means little in a document.
 * @param {Element} item
 * @param {{pictures?: boolean}} wanted
 */
function activity(item, wanted) {
  const parts = item.querySelector(":scope > div") ?? item;
  const [heading, ...rest] = cleaned(parts.childNodes, wanted).filter((node) => node instanceof Element);
  const time = item.querySelector(":scope > .hub-time")?.textContent;
  if (heading && time) heading.append(` (${time})`);
  return heading ? [heading, ...rest] : rest;
}
