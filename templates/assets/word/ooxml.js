// Clean elements as the paragraphs and tables of a Word document.
const NO_XML =
  /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const HEADINGS = { h1: "Title", h2: "Heading1", h3: "Heading2", h4: "Heading3", h5: "Heading3", h6: "Heading3" };
const FORMATS = { strong: "b", b: "b", em: "i", i: "i", dt: "b", del: "strike", code: "code", sub: "sub", sup: "sup" };
const INDENT = 360;
export const TEXT_WIDTH = 9638;
export const BULLETS = 1;

export function xml(text) {
  return text.replace(NO_XML, "").replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** Walks through an element; `links`, `lists` and `pictures` are what the document's other parts must know afterwards. */
export class Body {
  links = [];
  lists = [];
  pictures = [];

  of(element) {
    return this.blocks(element, {});
  }

  blocks(element, context) {
    const found = [];
    let runs = [];
    const flush = () => {
      const written = this.paragraph(runs, context);
      if (written) found.push(written);
      runs = [];
    };
    for (const node of element.childNodes) {
      const write = this[`on_${node.localName}`];
      if (!write) {
        runs.push(...this.runs(node, context.format ?? []));
        continue;
      }
      flush();
      found.push(write.call(this, node, context));
    }
    flush();
    return found.join("");
  }

  on_p(node, context) {
    return this.paragraph(this.runsIn(node, context.format ?? []), context);
  }

  on_dt(node, context) {
    return this.paragraph(this.runsIn(node, ["b"]), { ...context, next: true });
  }

  on_pre(node, context) {
    const lines = node.textContent.trimEnd().split("\n");
    const runs = lines.flatMap((text, index) => [
      ...(index ? [{ end: true }] : []),
      { text, format: ["code"], exact: true },
    ]);
    return this.paragraph(runs, { ...context, style: "Quote" });
  }

  on_blockquote(node, context) {
    return this.blocks(node, { ...context, style: "Quote" });
  }

  on_hr() {
    return '<w:p><w:pPr><w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="888888"/></w:pBdr></w:pPr></w:p>';
  }

  on_ul(node, context) {
    return this.items(node, context, BULLETS);
  }

  on_ol(node, context) {
    this.lists.push(Number(node.getAttribute("start") ?? 1));
    return this.items(node, context, BULLETS + this.lists.length);
  }

  items(node, context, list) {
    const level = Math.min((context.level ?? -1) + 1, 8);
    return [...node.children]
      .map((item) => this.blocks(item, { ...context, list, level, mark: { used: false } }))
      .join("");
  }

  on_table(node, context) {
    const rows = [...node.rows];
    const widths = columnWidths(rows);
    const caption = node.caption ? this.paragraph(this.runsIn(node.caption, ["b"]), { ...context, next: true }) : "";
    const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join("");
    const lines = rows.map((row) => this.row(row, widths)).join("");
    const look =
      '<w:tblW w:w="5000" w:type="pct"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>';
    return `${caption}<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/>${look}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${lines}</w:tbl><w:p><w:pPr><w:pStyle w:val="AfterTable"/></w:pPr></w:p>`;
  }

  row(row, widths) {
    const isHead = row.parentNode.localName === "thead";
    const cells = [...row.cells].map((cell, index) =>
      this.cell(cell, widths[index], isHead || cell.localName === "th"),
    );
    return `<w:tr><w:trPr><w:cantSplit/>${isHead ? "<w:tblHeader/>" : ""}</w:trPr>${cells.join("")}</w:tr>`;
  }

  cell(cell, width, isHead) {
    const content = this.blocks(cell, { format: isHead ? ["b"] : [], inCell: true });
    const shade = isHead ? '<w:shd w:val="clear" w:color="auto" w:fill="EFEFEF"/>' : "";
    return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${shade}</w:tcPr>${/<\/w:p>$/.test(content) ? content : `${content}<w:p/>`}</w:tc>`;
  }

  /** Runs with one space between words and none at the ends; "" when nothing is said. */
  paragraph(runs, context) {
    const kept = tidied(runs);
    if (!kept.length) return "";
    return `<w:p><w:pPr>${properties(context)}</w:pPr>${kept.map((run) => this.run(run)).join("")}</w:p>`;
  }

  runsIn(node, format) {
    return [...node.childNodes].flatMap((child) => this.runs(child, format));
  }

  runs(node, format, link) {
    if (node.nodeType === Node.TEXT_NODE) return [{ text: node.data, format, link }];
    if (node.localName === "br") return [{ end: true }];
    if (node.localName === "img") return [{ picture: this.pictures.push(node), exact: true, text: "" }];
    const added = FORMATS[node.localName];
    const target = node.localName === "a" ? node.href : link;
    return [...node.childNodes].flatMap((child) => this.runs(child, added ? [...format, added] : format, target));
  }

  run({ text, format, link, end, picture }) {
    if (end) return "<w:r><w:br/></w:r>";
    if (picture) return drawing(this.pictures[picture - 1], picture);
    const written = `<w:r>${format.length || link ? `<w:rPr>${look(format, link)}</w:rPr>` : ""}<w:t xml:space="preserve">${xml(text)}</w:t></w:r>`;
    return link ? `<w:hyperlink r:id="${this.linkId(link)}" w:history="1">${written}</w:hyperlink>` : written;
  }

  linkId(address) {
    if (!this.links.includes(address)) this.links.push(address);
    return `link${this.links.indexOf(address) + 1}`;
  }
}

for (const [name, style] of Object.entries(HEADINGS)) {
  Body.prototype[`on_${name}`] = function heading(node, context) {
    return this.paragraph(this.runsIn(node, []), {
      style,
      inCell: context.inCell,
      newPage: node.dataset.page === "new",
    });
  };
}
for (const name of ["dl", "dd", "section", "article"]) {
  Body.prototype[`on_${name}`] = function through(node, context) {
    return this.blocks(node, context);
  };
}

function tidied(runs) {
  const kept = [];
  for (const run of runs) {
    if (run.end || run.exact) {
      kept.push(run);
      continue;
    }
    const text = run.text.replace(/\s+/g, " ");
    const before = kept.at(-1);
    const isStart = !before || before.end || before.text.endsWith(" ");
    const rest = isStart ? text.replace(/^ /, "") : text;
    if (rest) kept.push({ ...run, text: rest });
  }
  while (kept.length && !kept.at(-1).picture && (kept.at(-1).end || !kept.at(-1).text.trim())) kept.pop();
  return kept;
}

function properties({ style, list, level, mark, next, inCell, newPage }) {
  const isFirst = list && !mark.used;
  if (isFirst) mark.used = true;
  const named =
    style ??
    (isFirst ? (list === BULLETS ? "ListBullet" : "ListNumber") : inCell ? "TableText" : list ? "ListContinue" : "");
  return [
    named && `<w:pStyle w:val="${named}"/>`,
    next && "<w:keepNext/>",
    newPage && "<w:pageBreakBefore/>",
    isFirst && `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`,
    list && !isFirst && `<w:ind w:left="${INDENT * (level + 1)}"/>`,
  ]
    .filter(Boolean)
    .join("");
}

/** English metric units of a twentieth of a point. */
const EMU = 635;
const TALLEST = 5100;

/** A picture as wide as the text at most, and never taller than a third of the page. */
function drawing({ width, height, alt }, number) {
  const share = Math.min(TEXT_WIDTH / width, TALLEST / height, 15);
  const [cx, cy] = [width, height].map((side) => Math.round(side * share) * EMU);
  const named = `id="${number}" name="${number}" descr="${xml(alt)}"`;
  const frame = `<a:xfrm><a:off x="0" y="0"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>`;
  return `<w:r><w:drawing><wp:inline><wp:extent cx="${cx}" cy="${cy}"/><wp:docPr ${named}/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr ${named}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="picture${number}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>${frame}</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
}

const LOOKS = {
  b: "<w:b/>",
  i: "<w:i/>",
  strike: "<w:strike/>",
  sub: '<w:vertAlign w:val="subscript"/>',
  sup: '<w:vertAlign w:val="superscript"/>',
};

/** In the order that the schema asks for. */
function look(format, link) {
  const style = link ? "Hyperlink" : format.includes("code") ? "Code" : "";
  return (
    (style && `<w:rStyle w:val="${style}"/>`) +
    ["b", "i", "strike", "sub", "sup"]
      .filter((name) => format.includes(name))
      .map((name) => LOOKS[name])
      .join("")
  );
}

/** Columns share the width by how much they hold, but none becomes a thread. */
function columnWidths(rows) {
  const count = Math.max(1, ...rows.map((row) => row.cells.length));
  const weights = Array.from({ length: count }, (_, index) =>
    Math.sqrt(Math.min(400, Math.max(12, ...rows.map((row) => row.cells[index]?.textContent.length ?? 0)))),
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => Math.round((TEXT_WIDTH * weight) / total));
}
