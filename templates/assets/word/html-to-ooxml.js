// Clean elements as the paragraphs and tables of a Word document.

import { drawing, look, TEXT_WIDTH, tidied, xml } from "./runs.js";

/** @import { Context, Run } from "../../types/word.js" */

/** @type {Record<string, string>} */
const FORMATS = { strong: "b", b: "b", em: "i", i: "i", dt: "b", del: "strike", code: "code", sub: "sub", sup: "sup" };
/** Of a list, for each level, in twentieths of a point. */
const INDENT = 360;
/** The number of the list that all bullets belong to. */
export const BULLETS = 1;

/** Walks through an element; what is gathered on the way is what the document's other parts must know afterwards. */
export class Body {
  /** Addresses that are linked to. @type {string[]} */
  links = [];
  /** The first number of each numbered list. @type {number[]} */
  lists = [];
  /** @type {HTMLImageElement[]} */
  pictures = [];

  /** @param {Element} element */
  of(element) {
    return this.blocks(element, {});
  }

  /**
   * @param {Element} element
   * @param {Context} context
   * @returns {string}
   */
  blocks(element, context) {
    /** @type {string[]} */
    const found = [];
    /** @type {Run[]} */
    let runs = [];
    const flush = () => {
      const written = this.paragraph(runs, context);
      if (written) found.push(written);
      runs = [];
    };
    for (const node of element.childNodes) {
      const write = BLOCKS[node.nodeName.toLowerCase()];
      if (!write) {
        runs.push(...this.runs(node, context.format ?? []));
        continue;
      }
      flush();
      found.push(write(this, /** @type {HTMLElement} */ (node), context));
    }
    flush();
    return found.join("");
  }

  /**
   * The items of a list.
   * @param {Element} element
   * @param {Context} context
   * @param {number} number
   */
  items(element, context, number) {
    const level = Math.min((context.list?.level ?? -1) + 1, 8);
    return [...element.children]
      .map((item) => this.blocks(item, { ...context, list: { number, level, mark: { used: false } } }))
      .join("");
  }

  /**
   * @param {HTMLTableElement} table
   * @param {Context} context
   */
  table(table, context) {
    const rows = [...table.rows];
    const widths = columnWidths(rows);
    const caption = table.caption ? this.paragraph(this.runsIn(table.caption, ["b"]), { ...context, next: true }) : "";
    const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join("");
    const lines = rows.map((row) => this.row(row, widths)).join("");
    const look =
      '<w:tblW w:w="5000" w:type="pct"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>';
    return `${caption}<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/>${look}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${lines}</w:tbl><w:p><w:pPr><w:pStyle w:val="AfterTable"/></w:pPr></w:p>`;
  }

  /**
   * @param {HTMLTableRowElement} row
   * @param {number[]} widths
   */
  row(row, widths) {
    const isHead = row.parentElement?.localName === "thead";
    const cells = [...row.cells].map((cell, index) =>
      this.cell(cell, widths[index], isHead || cell.localName === "th"),
    );
    return `<w:tr><w:trPr><w:cantSplit/>${isHead ? "<w:tblHeader/>" : ""}</w:trPr>${cells.join("")}</w:tr>`;
  }

  /**
   * @param {HTMLTableCellElement} cell
   * @param {number} width
   * @param {boolean} isHead
   */
  cell(cell, width, isHead) {
    const content = this.blocks(cell, { format: isHead ? ["b"] : [], inCell: true });
    const shade = isHead ? '<w:shd w:val="clear" w:color="auto" w:fill="EFEFEF"/>' : "";
    return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${shade}</w:tcPr>${/<\/w:p>$/.test(content) ? content : `${content}<w:p/>`}</w:tc>`;
  }

  /**
   * Runs with one space between words and none at the ends; "" when nothing is said.
   * @param {Run[]} runs
   * @param {Context} context
   */
  paragraph(runs, context) {
    const kept = tidied(runs);
    if (!kept.length) return "";
    return `<w:p><w:pPr>${properties(context)}</w:pPr>${kept.map((run) => this.run(run)).join("")}</w:p>`;
  }

  /**
   * @param {Node} node
   * @param {string[]} format
   * @param {string} [link]
   * @returns {Run[]}
   */
  runsIn(node, format, link) {
    return [...node.childNodes].flatMap((child) => this.runs(child, format, link));
  }

  /**
   * @param {Node} node
   * @param {string[]} format
   * @param {string} [link]
   * @returns {Run[]}
   */
  runs(node, format, link) {
    const name = node.nodeName.toLowerCase();
    if (name === "#text") return [{ kind: "text", text: node.textContent ?? "", format, link }];
    if (name === "br") return [{ kind: "break" }];
    if (name === "img") {
      return [{ kind: "picture", number: this.pictures.push(/** @type {HTMLImageElement} */ (node)) }];
    }
    const added = FORMATS[name];
    const target = name === "a" ? /** @type {HTMLAnchorElement} */ (node).href : link;
    return this.runsIn(node, added ? [...format, added] : format, target);
  }

  /** @param {Run} run */
  run(run) {
    if (run.kind === "break") return "<w:r><w:br/></w:r>";
    if (run.kind === "picture") return drawing(this.pictures[run.number - 1], run.number);
    const { text, format, link } = run;
    const looks = format.length || link ? `<w:rPr>${look(format, link)}</w:rPr>` : "";
    const written = `<w:r>${looks}<w:t xml:space="preserve">${xml(text)}</w:t></w:r>`;
    return link ? `<w:hyperlink r:id="${this.linkId(link)}" w:history="1">${written}</w:hyperlink>` : written;
  }

  /** @param {string} address */
  linkId(address) {
    if (!this.links.includes(address)) this.links.push(address);
    return `link${this.links.indexOf(address) + 1}`;
  }
}

/** @typedef {(body: Body, node: HTMLElement, context: Context) => string} Write */

/** @type {Write} */
function through(body, node, context) {
  return body.blocks(node, context);
}

/**
 * @param {string} style
 * @returns {Write}
 */
function heading(style) {
  return (body, node, { inCell }) =>
    body.paragraph(body.runsIn(node, []), { style, inCell, newPage: node.dataset.page === "new" });
}

/** @type {Write} */
function code(body, node, context) {
  const lines = node.textContent.trimEnd().split("\n");
  /** @type {Run[]} */
  const runs = lines.flatMap((text, index) => [
    ...(index ? [{ kind: /** @type {const} */ ("break") }] : []),
    { kind: /** @type {const} */ ("text"), text, format: ["code"], exact: true },
  ]);
  return body.paragraph(runs, { ...context, style: "Quote" });
}

/** @type {Write} */
function numbered(body, node, context) {
  const place = body.lists.push(Number(node.getAttribute("start") ?? 1));
  return body.items(node, context, BULLETS + place);
}

/**
 * Elements that are blocks, and how each is written; everything else is part of the paragraph around it.
 * @type {Record<string, Write>}
 */
const BLOCKS = {
  h1: heading("Title"),
  h2: heading("Heading1"),
  h3: heading("Heading2"),
  h4: heading("Heading3"),
  h5: heading("Heading3"),
  h6: heading("Heading3"),
  p: (body, node, context) => body.paragraph(body.runsIn(node, context.format ?? []), context),
  dt: (body, node, context) => body.paragraph(body.runsIn(node, ["b"]), { ...context, next: true }),
  dd: through,
  dl: through,
  section: through,
  article: through,
  blockquote: (body, node, context) => body.blocks(node, { ...context, style: "Quote" }),
  pre: code,
  hr: () =>
    '<w:p><w:pPr><w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="888888"/></w:pBdr></w:pPr></w:p>',
  ul: (body, node, context) => body.items(node, context, BULLETS),
  ol: numbered,
  table: (body, node, context) => body.table(/** @type {HTMLTableElement} */ (node), context),
};

/** @param {Context} context */
function properties({ style, list, next, inCell, newPage }) {
  const isFirst = list !== undefined && !list.mark.used;
  if (isFirst) list.mark.used = true;
  const item = list?.number === BULLETS ? "ListBullet" : "ListNumber";
  const named = style ?? (isFirst ? item : inCell ? "TableText" : list ? "ListContinue" : "");
  return [
    named && `<w:pStyle w:val="${named}"/>`,
    next && "<w:keepNext/>",
    newPage && "<w:pageBreakBefore/>",
    isFirst && `<w:numPr><w:ilvl w:val="${list.level}"/><w:numId w:val="${list.number}"/></w:numPr>`,
    list && !isFirst && `<w:ind w:left="${INDENT * (list.level + 1)}"/>`,
  ]
    .filter(Boolean)
    .join("");
}

/**
 * Columns share the width by how much they hold, but none becomes a thread.
 * @param {HTMLTableRowElement[]} rows
 */
function columnWidths(rows) {
  const count = Math.max(1, ...rows.map((row) => row.cells.length));
  const weights = Array.from({ length: count }, (_, index) => {
    const longest = Math.max(12, ...rows.map((row) => row.cells[index]?.textContent.length ?? 0));
    return Math.sqrt(Math.min(400, longest));
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => Math.round((TEXT_WIDTH * weight) / total));
}
