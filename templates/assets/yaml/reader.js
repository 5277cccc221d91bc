// The strict dialect read back: mappings, lists and texts, and nothing that could mean more. Every scalar is a text.

/** @typedef {string | null | Data[] | {[key: string]: Data}} Data */

const LINES = 5000;
const DEPTH = 8;
const ENTRY = /^([a-z_]{1,40}):(?:\s+(.*))?$/;

/** What cannot be read, with the line it stands on. */
export class UnreadableError extends Error {
  /** @param {number} line From 1. */
  constructor(line) {
    super(`line ${line}`);
    this.line = line;
  }
}

/**
 * What a text holds, of the dialect that `writer.js` writes. Throws an UnreadableError.
 * @param {string} text
 */
export function read(text) {
  const lines = text.replace(/^\ufeff/, "").split(/\r\n?|\n/);
  if (lines.length > LINES) throw new UnreadableError(LINES);
  return new Reader(lines).whole();
}

class Reader {
  at = 0;

  /** @param {string[]} lines */
  constructor(lines) {
    this.lines = lines;
  }

  whole() {
    const found = this.nested(0, 0);
    if (this.next()) this.fail();
    return found;
  }

  /** @returns {never} */
  fail() {
    throw new UnreadableError(this.at + 1);
  }

  /** The next line that says something, as its indentation and its text; the lines before it are passed over. */
  next() {
    while (this.at < this.lines.length && /^\s*(#.*)?$/.test(this.lines[this.at])) this.at += 1;
    const line = this.lines[this.at];
    if (line === undefined) return undefined;
    const [space] = /^ */.exec(line) ?? [""];
    return { indent: space.length, text: line.slice(space.length).trimEnd() };
  }

  /**
   * A mapping or a list that is indented at least so far.
   * @param {number} least
   * @param {number} depth
   * @returns {Data}
   */
  nested(least, depth) {
    const first = this.next();
    if (!first || first.indent < least) return null;
    if (depth > DEPTH) this.fail();
    return /^-( |$)/.test(first.text) ? this.list(first.indent, depth) : this.mapping(first.indent, depth);
  }

  /**
   * @param {number} indent
   * @param {number} depth
   */
  list(indent, depth) {
    /** @type {Data[]} */
    const found = [];
    for (let line = this.next(); line?.indent === indent; line = this.next()) {
      const [, space, rest] = /^-( +|$)(.*)$/.exec(line.text) ?? this.fail();
      // What follows the dash stands as if it had a line of its own.
      if (ENTRY.test(rest)) {
        this.lines[this.at] = " ".repeat(indent + 1 + space.length) + rest;
        found.push(this.mapping(indent + 1 + space.length, depth + 1));
      } else found.push(this.value(rest, indent, depth));
    }
    return found;
  }

  /**
   * @param {number} indent
   * @param {number} depth
   */
  mapping(indent, depth) {
    /** @type {{[key: string]: Data}} */
    const found = Object.create(null);
    for (let line = this.next(); line && line.indent >= indent; line = this.next()) {
      const [, key, rest] = (line.indent === indent && ENTRY.exec(line.text)) || this.fail();
      if (key in found) this.fail();
      found[key] = this.value(rest ?? "", indent, depth);
    }
    return found;
  }

  /**
   * What stands behind a key or a dash; the place moves on to the line after it.
   * @param {string} text
   * @param {number} indent
   * @param {number} depth
   * @returns {Data}
   */
  value(text, indent, depth) {
    if (/^\|-?$/.test(text)) return this.block(indent);
    if (text === "" || text.startsWith("#")) {
      this.at += 1;
      return this.nested(indent + 1, depth + 1);
    }
    const flow = new Flow(text);
    try {
      const found = flow.value(depth);
      flow.end();
      this.at += 1;
      return found;
    } catch {
      return this.fail();
    }
  }

  /**
   * A text of several lines.
   * @param {number} least
   */
  block(least) {
    /** @type {string[]} */
    const kept = [];
    let indent = 0;
    this.at += 1;
    for (; this.at < this.lines.length; this.at += 1) {
      const line = this.lines[this.at];
      if (line.trim()) {
        const [space] = /^ */.exec(line) ?? [""];
        indent ||= space.length;
        if (space.length < indent || indent <= least) break;
      }
      kept.push(line.slice(indent));
    }
    return kept.join("\n").replace(/\n+$/, "");
  }
}

/** Values on one line: texts, and lists and mappings in brackets. Anything wrong is an Error. */
class Flow {
  /** @param {string} text */
  constructor(text) {
    this.text = text;
  }

  /** @param {RegExp} pattern */
  take(pattern) {
    const found = pattern.exec(this.text);
    if (!found) throw new Error(this.text);
    this.text = this.text.slice(found[0].length);
    return found[0];
  }

  /**
   * @param {number} depth
   * @param {RegExp} plain
   * @returns {Data}
   */
  value(depth, plain = /^(?![-?:](?:\s|$))[^\s#&*!|>%@`,[\]{}"'](?:[^#]|(?<=\S)#)*/) {
    if (depth > DEPTH) throw new Error(this.text);
    const sign = this.text[0];
    if (sign === '"') return JSON.parse(this.take(/^"(?:[^"\\]|\\.)*"/));
    if (sign === "'")
      return this.take(/^'(?:[^']|'')*'/)
        .slice(1, -1)
        .replaceAll("''", "'");
    if (sign === "[") return this.list(depth);
    if (sign === "{") return this.mapping(depth);
    return this.take(plain).trim();
  }

  /** @param {number} depth */
  list(depth) {
    /** @type {Data[]} */
    const found = [];
    this.inside("]", () => found.push(this.value(depth + 1, /^[^\s,[\]{}#"'][^,[\]{}]*/)));
    return found;
  }

  /** @param {number} depth */
  mapping(depth) {
    /** @type {{[key: string]: Data}} */
    const found = Object.create(null);
    this.inside("}", () => {
      const key = this.take(/^[a-z_]{1,40}: +/).replace(/: +$/, "");
      if (key in found) throw new Error(key);
      found[key] = this.value(depth + 1, /^[^\s,[\]{}#"'][^,[\]{}]*/);
    });
    return found;
  }

  /**
   * @param {string} closing
   * @param {() => void} one
   */
  inside(closing, one) {
    this.take(/^[[{]\s*/);
    while (!this.text.startsWith(closing)) {
      one();
      this.take(/^\s*/);
      if (!this.text.startsWith(closing)) this.take(/^,\s*/);
    }
    this.text = this.text.slice(1);
  }

  /** Nothing follows but a comment. */
  end() {
    this.take(/^\s*(?:#.*)?$/);
  }
}
