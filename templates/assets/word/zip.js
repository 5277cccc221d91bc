// A ZIP file of texts and bytes, made in the browser: deflated where the browser can, stored where it cannot.

/** 1 January 1980: the same course gives the same file. */
const STAMP = { time: 0, date: 0x21 };
/** The flag that says that names are in UTF-8. */
const UTF8 = 0x0800;
/** The version of the format that a reader must know: 2.0. */
const VERSION = 20;
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});

/** @typedef {Uint8Array<ArrayBuffer>} Bytes */

/** @param {Uint8Array} bytes */
export function crc32(bytes) {
  let rest = 0xffffffff;
  for (const byte of bytes) rest = TABLE[(rest ^ byte) & 0xff] ^ (rest >>> 8);
  return (rest ^ 0xffffffff) >>> 0;
}

/**
 * A Blob of files: texts or bytes by their paths.
 * @param {Record<string, string | Bytes>} files
 * @param {string} type
 */
export async function zipped(files, type) {
  /** @type {Bytes[]} */
  const chunks = [];
  /** @type {Bytes[]} */
  const directory = [];
  let offset = 0;
  for (const [path, content] of Object.entries(files)) {
    const { name, body, facts } = await entryOf(path, content);
    const length = short(name.length);
    const head = record(0x04034b50, [short(VERSION), ...facts, length, short(0)]);
    chunks.push(head, name, body);
    // Made by, needed, facts, name, no extra field, no comment, first disk, no attributes (twice), where it begins.
    const rest = [short(0), short(0), short(0), short(0), long(0), long(offset)];
    directory.push(record(0x02014b50, [short(VERSION), short(VERSION), ...facts, length, ...rest]), name);
    offset += head.length + name.length + body.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const count = short(Object.keys(files).length);
  const end = record(0x06054b50, [short(0), short(0), count, count, long(size), long(offset), short(0)]);
  return new Blob([...chunks, ...directory, end], { type });
}

/**
 * A file's name and body, and what both of its heads say of it: flags, method, time, checksum and sizes.
 * @param {string} path
 * @param {string | Bytes} content
 */
async function entryOf(path, content) {
  const name = new TextEncoder().encode(path);
  const plain = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const small = await deflated(plain);
  const body = small ?? plain;
  const facts = [
    short(UTF8),
    short(small ? 8 : 0),
    short(STAMP.time),
    short(STAMP.date),
    long(crc32(plain)),
    long(body.length),
    long(plain.length),
  ];
  return { name, body, facts };
}

/**
 * The bytes deflated, or null where the browser cannot.
 * @param {Bytes} bytes
 */
async function deflated(bytes) {
  try {
    const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate-raw"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  } catch {
    return null;
  }
}

/**
 * A number in two bytes.
 * @param {number} value
 */
function short(value) {
  return { value, width: 2 };
}

/**
 * A number in four bytes.
 * @param {number} value
 */
function long(value) {
  return { value, width: 4 };
}

/**
 * A signature and numbers, least significant byte first.
 * @param {number} signature
 * @param {{value: number, width: number}[]} fields
 */
function record(signature, fields) {
  const bytes = new Uint8Array(4 + fields.reduce((sum, { width }) => sum + width, 0));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, signature, true);
  let at = 4;
  for (const { value, width } of fields) {
    if (width === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += width;
  }
  return bytes;
}
