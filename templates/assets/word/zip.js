// A ZIP file of texts and bytes, made in the browser: deflated where the browser can, stored where it cannot.
/** 1 January 1980: the same course gives the same file. */
const STAMP = { time: 0, date: 0x21 };
const UTF8 = 0x0800;
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});

export function crc32(bytes) {
  let rest = 0xffffffff;
  for (const byte of bytes) rest = TABLE[(rest ^ byte) & 0xff] ^ (rest >>> 8);
  return (rest ^ 0xffffffff) >>> 0;
}

/** A Blob of the files: `{path: text or bytes}`. */
export async function zipped(files, type) {
  const chunks = [];
  const directory = [];
  let offset = 0;
  for (const [path, content] of Object.entries(files)) {
    const entry = await entryOf(path, content);
    const head = record(0x04034b50, [[20, 2], ...entry.facts, [entry.name.length, 2], [0, 2]]);
    chunks.push(head, entry.name, entry.body);
    directory.push(
      record(0x02014b50, [
        [20, 2],
        [20, 2],
        ...entry.facts,
        [entry.name.length, 2],
        [0, 2],
        [0, 2],
        [0, 2],
        [0, 2],
        [0, 4],
        [offset, 4],
      ]),
      entry.name,
    );
    offset += head.length + entry.name.length + entry.body.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const count = Object.keys(files).length;
  const end = record(0x06054b50, [
    [0, 2],
    [0, 2],
    [count, 2],
    [count, 2],
    [size, 4],
    [offset, 4],
    [0, 2],
  ]);
  return new Blob([...chunks, ...directory, end], { type });
}

async function entryOf(path, content) {
  const name = new TextEncoder().encode(path);
  const plain = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const small = await deflated(plain);
  const body = small ?? plain;
  const facts = [
    [UTF8, 2],
    [small ? 8 : 0, 2],
    [STAMP.time, 2],
    [STAMP.date, 2],
    [crc32(plain), 4],
    [body.length, 4],
    [plain.length, 4],
  ];
  return { name, body, facts };
}

/** The bytes deflated, or null where the browser cannot. */
async function deflated(bytes) {
  try {
    const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate-raw"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  } catch {
    return null;
  }
}

/** A signature and numbers of 2 or 4 bytes, least significant byte first. */
function record(signature, fields) {
  const bytes = new Uint8Array(4 + fields.reduce((sum, [, width]) => sum + width, 0));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, signature, true);
  let at = 4;
  for (const [value, width] of fields) {
    if (width === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += width;
  }
  return bytes;
}
