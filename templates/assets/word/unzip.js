// The files in a ZIP file, read in the browser: no more of them, and no more bytes, than somebody asks for.

/** The file is damaged, holds too much, or is packed in a way that no form uses. */
export class UnreadableZipError extends Error {}

const [ENTRY, END] = [0x02014b50, 0x06054b50];
/** Bytes of the record at the end of the file, and the most that a comment behind it may have. */
const [END_LENGTH, COMMENT] = [22, 65_535];
const [STORED, DEFLATED] = [0, 8];
/** The flag of what is protected with a password. */
const LOCKED = 1;

/**
 * The files by their paths, folders left out. Rejects with an `UnreadableZipError`.
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {{files: number, bytes: number}} most
 */
export async function unzipped(bytes, most) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  /** @type {Map<string, Uint8Array<ArrayBuffer>>} */
  const found = new Map();
  let left = most.bytes;
  try {
    for (const { path, method, flags, packed, start } of entries(view, bytes, most.files)) {
      if (flags & LOCKED) throw new UnreadableZipError(`${path} is locked`);
      const from = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
      if (from + packed > bytes.length) throw new UnreadableZipError(`${path} is cut off`);
      const content = await plain(bytes.slice(from, from + packed), method, left);
      left -= content.length;
      if (!path.endsWith("/")) found.set(path, content);
    }
  } catch (error) {
    throw error instanceof UnreadableZipError ? error : new UnreadableZipError(String(error));
  }
  return found;
}

/**
 * What the directory at the end of the file says of each.
 * @param {DataView} view
 * @param {Uint8Array} bytes
 * @param {number} most
 */
function entries(view, bytes, most) {
  let end = bytes.length - END_LENGTH;
  const last = Math.max(0, end - COMMENT);
  while (end >= last && view.getUint32(end, true) !== END) end -= 1;
  if (end < last) throw new UnreadableZipError("There is no directory");
  const count = view.getUint16(end + 10, true);
  if (count > most) throw new UnreadableZipError("There are too many files");
  const found = [];
  for (let at = view.getUint32(end + 16, true), number = 0; number < count; number += 1) {
    if (view.getUint32(at, true) !== ENTRY) throw new UnreadableZipError("The directory is damaged");
    const length = view.getUint16(at + 28, true);
    found.push({
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      path: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length)).replaceAll("\\", "/"),
      start: view.getUint32(at + 42, true),
    });
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return found;
}

/**
 * @param {Uint8Array<ArrayBuffer>} body
 * @param {number} method
 * @param {number} most Bytes; what the file says of its size is not believed.
 */
async function plain(body, method, most) {
  if (method !== STORED && method !== DEFLATED) throw new UnreadableZipError("It is packed in another way");
  if (method === STORED && body.length <= most) return body;
  if (method === STORED) throw new UnreadableZipError("It holds too much");
  const reader = new Blob([body]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const parts = [];
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length;
    if (size > most) {
      await reader.cancel();
      throw new UnreadableZipError("It holds too much");
    }
    parts.push(/** @type {Uint8Array<ArrayBuffer>} */ (part.value));
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
