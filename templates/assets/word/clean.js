// Plain, semantic copies of parts of the page: no classes, no ids, nothing that only belongs on a screen.
import { make } from "../strings.js";

const KEPT = new Set(
  (
    "H1 H2 H3 H4 H5 H6 P UL OL LI TABLE CAPTION THEAD TBODY TR TH TD DL DT DD STRONG EM B I CODE PRE BLOCKQUOTE " +
    "BR HR DEL INS SUB SUP"
  ).split(" "),
);
const DROPPED = new Set(["SVG", "SCRIPT", "STYLE", "TEMPLATE", "BUTTON", "INPUT", "HUB-COPY"]);
const ATTRIBUTES = { OL: ["start"], TD: ["colspan", "rowspan"], TH: ["colspan", "rowspan", "scope"] };

/** Clean copies of nodes, one after the other; pictures become their descriptions unless they are asked for. */
export function cleaned(nodes, wanted = {}) {
  return [...nodes].flatMap((node) => cleanNode(node, wanted));
}

function cleanNode(node, wanted) {
  if (node.nodeType === Node.TEXT_NODE) return [document.createTextNode(node.data)];
  if (node.nodeType !== Node.ELEMENT_NODE || isDropped(node)) return [];
  const name = node.nodeName.toUpperCase();
  const children = () => cleaned(node.childNodes, wanted);
  if (name === "A") return link(node, children());
  if (name === "IMG" && wanted.pictures && /\.(png|jpe?g)$/i.test(node.src)) return [picture(node)];
  if (name === "IMG") return node.alt ? [document.createTextNode(node.alt)] : [];
  if (node.matches(".hub-activities")) return [...node.children].flatMap(activity);
  if (!KEPT.has(name)) return children();
  const copy = make(node.localName, {}, ...children());
  for (const attribute of ATTRIBUTES[name] ?? []) {
    if (node.hasAttribute(attribute)) copy.setAttribute(attribute, node.getAttribute(attribute));
  }
  return [copy];
}

function picture({ src, alt, width, height }) {
  return make("p", {}, make("img", { src, alt, width, height, loading: "lazy" }));
}

function isDropped(node) {
  return DROPPED.has(node.nodeName.toUpperCase()) || node.hidden;
}

/** Links within the page lead nowhere elsewhere; others are written in full. */
function link(node, children) {
  if (node.getAttribute("href")?.startsWith("#") || !/^(https?|mailto):/.test(node.href)) return children;
  return [make("a", { href: node.href }, ...children)];
}

/** An activity is a heading with its time, and what happens; a list around headings means little in a document. */
function activity(item) {
  const parts = item.querySelector(":scope > div") ?? item;
  const [heading, ...rest] = cleaned(parts.childNodes).filter((node) => node.nodeType === Node.ELEMENT_NODE);
  const time = item.querySelector(":scope > .hub-time")?.textContent;
  if (heading && time) heading.append(` (${time})`);
  return [heading, ...rest].filter(Boolean);
}
