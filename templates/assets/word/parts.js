// The parts of a Word document that are the same for every one, save for language, links, lists and pictures.
import { BULLETS } from "./html-to-ooxml.js";
import { xml } from "./runs.js";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006";
const SPACES = `xmlns:w="${W}" xmlns:r="${R}" xmlns:wp="${DRAWING}/wordprocessingDrawing" xmlns:a="${DRAWING}/main" xmlns:pic="${DRAWING}/picture"`;
const PARTS = ["styles", "numbering", "settings", "header1", "footer1"];

export const contentTypes = () =>
  `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="jpg" ContentType="image/jpeg"/><Override PartName="/word/document.xml" ContentType="${WORD}.document.main+xml"/>${PARTS.map((name) => `<Override PartName="/word/${name}.xml" ContentType="${WORD}.${sort(name)}+xml"/>`).join("")}<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`;

export const packageRelations = () =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="main" Type="${R}/officeDocument" Target="word/document.xml"/><Relationship Id="core" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`;

/**
 * Where a picture stands in the file, seen from the document.
 * @param {number} index
 * @param {string} type
 */
export const pictureName = (index, type) => `media/${index + 1}.${type === "image/png" ? "png" : "jpg"}`;

/**
 * @param {string[]} links
 * @param {string[]} pictures The names of their files.
 */
export const documentRelations = (links, pictures) =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${PARTS.map((name) => `<Relationship Id="${name}" Type="${R}/${sort(name)}" Target="${name}.xml"/>`).join("")}${links.map((link, index) => `<Relationship Id="link${index + 1}" Type="${R}/hyperlink" Target="${xml(link)}" TargetMode="External"/>`).join("")}${pictures.map((name, index) => `<Relationship Id="picture${index + 1}" Type="${R}/image" Target="${name}"/>`).join("")}</Relationships>`;

/** @param {string} name */
function sort(name) {
  return name.replace(/\d$/, "");
}

/** @param {{title: string, subject: string, language: string, made: string}} facts */
export const core = ({ title, subject, language, made }) =>
  `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xml(title)}</dc:title><dc:subject>${xml(subject)}</dc:subject><dc:language>${language}</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">${made}</dcterms:created></cp:coreProperties>`;

/**
 * A4 with margins of 2 cm.
 * @param {string} body
 */
export const documentOf = (body) =>
  `${HEAD}<w:document ${SPACES}><w:body>${body}<w:sectPr><w:headerReference w:type="default" r:id="header1"/><w:footerReference w:type="default" r:id="footer1"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>`;

/** @param {string} text */
export const header = (text) =>
  `${HEAD}<w:hdr ${SPACES}><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr><w:r><w:t xml:space="preserve">${xml(text)}</w:t></w:r></w:p></w:hdr>`;

/**
 * @param {string} text Has {page} and {pages} in it.
 */
export const footer = (text) =>
  `${HEAD}<w:ftr ${SPACES}><w:p><w:pPr><w:pStyle w:val="Footer"/><w:jc w:val="right"/></w:pPr>${text
    .split(/(\{\w+\})/)
    .map(counted)
    .join("")}</w:p></w:ftr>`;

/** @type {Record<string, string>} */
const FIELDS = { "{page}": "PAGE", "{pages}": "NUMPAGES" };

/** @param {string} part */
function counted(part) {
  const field = FIELDS[part];
  if (field) return `<w:fldSimple w:instr=" ${field} "><w:r><w:t>1</w:t></w:r></w:fldSimple>`;
  return part ? `<w:r><w:t xml:space="preserve">${xml(part)}</w:t></w:r>` : "";
}

/** @param {string} language */
export const settings = (language) =>
  `${HEAD}<w:settings ${SPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="1134"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="${language}"/></w:settings>`;

/**
 * One list of bullets for all, and a numbered list of its own for each `ol`, so that each begins anew.
 * @param {number[]} starts The first number of each.
 */
export const numbering = (starts) =>
  `${HEAD}<w:numbering ${SPACES}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/>${levels("bullet", (level) => ["•", "–"][level % 2])}</w:abstractNum><w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="hybridMultilevel"/>${levels("decimal", (level) => `%${level + 1}.`)}</w:abstractNum><w:num w:numId="${BULLETS}"><w:abstractNumId w:val="0"/></w:num>${starts.map((start, index) => `<w:num w:numId="${BULLETS + 1 + index}"><w:abstractNumId w:val="1"/>${overrides(start)}</w:num>`).join("")}</w:numbering>`;

/**
 * @param {string} format
 * @param {(level: number) => string} sign
 */
function levels(format, sign) {
  return Array.from(
    { length: 9 },
    (_, level) =>
      `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${sign(level)}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="${360 * (level + 1)}" w:hanging="360"/></w:pPr></w:lvl>`,
  ).join("");
}

/** @param {number} start */
function overrides(start) {
  return Array.from(
    { length: 9 },
    (_, level) => `<w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="${start}"/></w:lvlOverride>`,
  ).join("");
}

/**
 * Styles of paragraphs: id, name, what it says beside that.
 * @type {[id: string, name: string, rest: string][]}
 */
const STYLES = [
  [
    "Title",
    "Title",
    '<w:pPr><w:keepNext/><w:spacing w:before="0" w:after="120" w:line="240" w:lineRule="auto"/></w:pPr><w:rPr><w:b/><w:color w:val="083C44"/><w:sz w:val="44"/></w:rPr>',
  ],
  ["Heading1", "heading 1", heading(0, 360, 30)],
  ["Heading2", "heading 2", heading(1, 280, 26)],
  ["Heading3", "heading 3", heading(2, 200, 23)],
  ["ListBullet", "List Bullet", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:spacing w:after="60"/></w:pPr>'],
  ["ListNumber", "List Number", '<w:pPr><w:spacing w:after="60"/></w:pPr>'],
  ["ListContinue", "List Continue", '<w:pPr><w:spacing w:after="60"/></w:pPr>'],
  [
    "Quote",
    "Quote",
    '<w:pPr><w:pBdr><w:left w:val="single" w:sz="18" w:space="8" w:color="9CBABE"/></w:pBdr><w:ind w:left="284"/></w:pPr>',
  ],
  ["TableText", "Table Text", '<w:pPr><w:spacing w:before="40" w:after="40" w:line="252" w:lineRule="auto"/></w:pPr>'],
  ["AfterTable", "After Table", '<w:pPr><w:spacing w:after="0" w:line="120" w:lineRule="exact"/></w:pPr>'],
  ["Header", "header", small()],
  ["Footer", "footer", small()],
];
/** Those that Word does not know itself. */
const OWN = new Set(["TableText", "AfterTable"]);

/**
 * @param {number} level
 * @param {number} before Space in twentieths of a point.
 * @param {number} size In half points.
 */
function heading(level, before, size) {
  return `<w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:keepLines/><w:spacing w:before="${before}" w:after="80" w:line="240" w:lineRule="auto"/><w:outlineLvl w:val="${level}"/></w:pPr><w:rPr><w:b/><w:color w:val="083C44"/><w:sz w:val="${size}"/></w:rPr>`;
}

function small() {
  return '<w:pPr><w:spacing w:after="0"/></w:pPr><w:rPr><w:color w:val="555555"/><w:sz w:val="17"/></w:rPr>';
}

const NORMAL =
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:pPr><w:spacing w:after="120" w:line="276" w:lineRule="auto"/></w:pPr></w:style>';
const CHARACTERS =
  '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style><w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="0B5963"/><w:u w:val="single"/></w:rPr></w:style><w:style w:type="character" w:customStyle="1" w:styleId="Code"><w:name w:val="Code"/><w:rPr><w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Consolas"/></w:rPr></w:style>';
const BORDER = ["top", "left", "bottom", "right", "insideH", "insideV"]
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="999999"/>`)
  .join("");
const TABLES = `<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style><w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>${BORDER}</w:tblBorders></w:tblPr></w:style>`;

/** @param {string} language */
export const styles = (language) =>
  `${HEAD}<w:styles ${SPACES}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Calibri"/><w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="${language}" w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault></w:docDefaults>${NORMAL}${STYLES.map(paragraphStyle).join("")}${CHARACTERS}${TABLES}</w:styles>`;

/** @param {[id: string, name: string, rest: string]} style */
function paragraphStyle([id, name, rest]) {
  const more = OWN.has(id) ? 'w:customStyle="1"' : "";
  return `<w:style w:type="paragraph" ${more} w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/>${rest}</w:style>`;
}
