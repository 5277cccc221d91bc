// What a page says, read from its HTML: the article's words with the places that links lead to.
// The rules are those of `generator/search/article.py`; a test compares the two on every page of the hub.

/**
 * A place on a page: the `id` that leads there, its `title`, and before which word it stands.
 * @typedef {{ id: string, title: string, location: number }} Anchor
 * @typedef {{ tokens: string[], anchors: Anchor[] }} PageText
 */

const INLINE = set(
  "a abbr acronym b bdo big cite code dfn em i img input kbd map object output q samp select small span strong sub sup textarea time tt var mark u s del ins wbr",
);
const SILENT = set("head style script noscript label form button svg footer nav iframe template");
const VOID = set("area base br col embed hr img input link meta source track wbr");
/** Elements whose content is a sentence of its own. */
const SENTENCES = set("p td th div ul ol li article section dd figcaption blockquote h1 h2 h3 h4 h5 h6");
const TAG = /<(!--[\s\S]*?--|\/?[a-zA-Z](?:[^"'>]|"[^"]*"|'[^']*')*)>/g;
const NAME = /^\/?([a-zA-Z][^\s/>]*)/;
const ENDED = /[.!?:;…,–-]["'”“»«)]?\s*$/;

/** Entities that hubs write; a page may hold others, and those are shown as they are written. */
const ENTITIES = new Map(
  Object.entries({
    amp: "&",
    lt: "<",
    gt: ">",
    quot: '"',
    apos: "'",
    nbsp: "\u00a0",
    shy: "\u00ad",
    hellip: "…",
    ndash: "–",
    mdash: "—",
    laquo: "«",
    raquo: "»",
    ldquo: "“",
    rdquo: "”",
    bdquo: "„",
    lsquo: "‘",
    rsquo: "’",
    middot: "·",
    bull: "•",
    para: "¶",
    copy: "\u00a9",
    reg: "®",
    deg: "°",
    times: "×",
    larr: "←",
    rarr: "→",
    sect: "§",
    frac12: "½",
    aelig: "æ",
    oslash: "ø",
    aring: "å",
    AElig: "Æ",
    Oslash: "Ø",
    Aring: "Å",
    eacute: "é",
    uuml: "ü",
    ouml: "ö",
    auml: "ä",
  }),
);

/** @param {string} names */
function set(names) {
  return new Set(names.split(" "));
}

/**
 * The article of a whole page; all that stands in <main> where none is marked.
 * @param {string} html
 */
export function articleOf(html) {
  const main = between(html, /<main\b[^>]*>/, "</main>") ?? html;
  return between(main, /<article\b[^>]*\bdata-hub-article\b[^>]*>/, "</article>") ?? main;
}

/**
 * The element that an anchor leads to; "" when there is none.
 * @param {string} html
 * @param {string} anchor
 */
export function partOf(html, anchor) {
  const pieces = html.split(TAG);
  for (let at = 1; at < pieces.length; at += 2) {
    const tag = pieces[at] ?? "";
    if (tag.includes(` id="${anchor}"`)) return whole(pieces.slice(at, afterSilence(pieces, at, nameOf(tag))));
  }
  return "";
}

/**
 * HTML of which every second piece is what stands between the brackets of a tag.
 * @param {string[]} pieces the first is a tag
 */
function whole(pieces) {
  return pieces.map((piece, place) => (place % 2 ? piece : `<${piece}>`)).join("");
}

/**
 * @param {string} html
 * @param {RegExp} begin
 * @param {string} end
 */
function between(html, begin, end) {
  const found = begin.exec(html);
  const last = html.lastIndexOf(end);
  return found && last > found.index ? html.slice(found.index + found[0].length, last) : undefined;
}

/**
 * What is said in HTML whose elements are closed: its words with the signs around them, and its anchors.
 * @param {string} html
 * @returns {PageText}
 */
export function textOf(html) {
  const pieces = html.split(TAG);
  /** @type {string[]} */
  const tokens = [];
  /** @type {Anchor[]} */
  const anchors = [];
  let out = pieces[0] ?? "";
  /** @type {Anchor | null} */
  let open = null;
  const flush = () => {
    for (const token of resolved(out).split(/\s+/)) if (token) tokens.push(token);
    out = "";
  };
  const close = () => {
    flush();
    if (open) open.title = tokens.slice(open.location).join(" ");
    open = null;
  };
  for (let at = 1; at < pieces.length; at += 2) {
    const tag = pieces[at] ?? "";
    const name = nameOf(tag);
    const isEnd = tag[0] === "/";
    if (isSilent(tag, name, isEnd)) {
      at = afterSilence(pieces, at, name);
      out += ` ${pieces[at + 1] ?? ""}`;
      continue;
    }
    const id = isEnd ? undefined : anchorOf(tag, name);
    if (id !== undefined) {
      close();
      open = { id, title: "", location: tokens.length };
      anchors.push(open);
    }
    if (isEnd && open && (/^h[1-6]$/.test(name) || (name === "a" && open.id.startsWith("t=")))) close();
    if (isEnd && SENTENCES.has(name)) {
      flush();
      endSentence(tokens);
    } else if (isEnd && name === "dt") out += ": ";
    else if (!INLINE.has(name) && !tag.startsWith("!--")) out += " ";
    out += pieces[at + 1] ?? "";
  }
  close();
  return { tokens, anchors: anchors.filter(({ title }) => title) };
}

/**
 * Gives the last word the sign that ends a sentence, where it has none.
 * @param {string[]} tokens
 */
function endSentence(tokens) {
  const last = tokens.at(-1);
  if (last && !ENDED.test(last)) tokens[tokens.length - 1] = `${last}.`;
}

/** @param {string} tag */
function nameOf(tag) {
  return NAME.exec(tag)?.[1]?.toLowerCase() ?? "";
}

/**
 * @param {string} tag
 * @param {string} name
 * @param {boolean} isEnd
 */
function isSilent(tag, name, isEnd) {
  if (isEnd || VOID.has(name) || tag.endsWith("/") || tag.startsWith("!--")) return false;
  return SILENT.has(name) || tag.includes("data-search-ignore");
}

/**
 * Where an element ends: the place of its last tag.
 * @param {string[]} pieces
 * @param {number} begin
 * @param {string} name
 */
function afterSilence(pieces, begin, name) {
  let depth = 1;
  for (let at = begin + 2; at < pieces.length; at += 2) {
    const tag = pieces[at] ?? "";
    if (nameOf(tag) !== name || tag.endsWith("/")) continue;
    depth += tag[0] === "/" ? -1 : 1;
    if (!depth) return at;
  }
  return pieces.length;
}

/**
 * What leads to a heading, or to a line of a transcript.
 * @param {string} tag
 * @param {string} name
 */
function anchorOf(tag, name) {
  if (/^h[1-6]$/.test(name)) return /\sid=(?:"([^"]+)"|'([^']+)'|([^\s"'>]+))/.exec(tag)?.slice(1).find(Boolean);
  const line = name === "li" && /\sdata-hub-line="(\d+)"/.exec(tag);
  return line ? `t=${line[1]}` : undefined;
}

/**
 * Text with its entities resolved, and without the signs that link to headings.
 * @param {string} text
 */
function resolved(text) {
  const plain = text.includes("&")
    ? text.replace(/&(?:#(\d+)|#[xX]([0-9a-fA-F]+)|(\w+));/g, (whole, tens, hex, name) => {
        if (name) return ENTITIES.get(name) ?? whole;
        const code = tens ? Number(tens) : Number.parseInt(hex, 16);
        return code < 0x110000 ? String.fromCodePoint(code) : whole;
      })
    : text;
  return plain.replaceAll("¶", " ");
}
