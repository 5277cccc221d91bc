// Files of the index as they lie on the server: unpacked by the browser, and taken apart into their sections.

/** The version of the format that is read here: `generator/search/FORMAT.md`. */
export const VERSION = 4;

/**
 * The sections of a file. An Error when it is not there, or of another version.
 * @param {URL} url
 * @returns {Promise<Uint8Array<ArrayBuffer>[]>}
 */
export async function sections(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  const moved = await answer.blob();
  const [first, second] = new Uint8Array(await moved.slice(0, 2).arrayBuffer());
  // Some web servers have it unpacked on the way already.
  const isPacked = first === 0x1f && second === 0x8b;
  const plain = isPacked ? new Response(moved.stream().pipeThrough(new DecompressionStream("gzip"))) : moved;
  return apart(new Uint8Array(await plain.arrayBuffer()));
}

/**
 * The sections of an unpacked file.
 * @param {Uint8Array<ArrayBuffer>} bytes
 */
export function apart(bytes) {
  if (bytes[0] !== VERSION) throw new Error(`version ${bytes[0]} of the index`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = [];
  for (let at = 1; at < bytes.length; ) {
    const size = view.getUint32(at, true);
    found.push(bytes.subarray(at + 4, at + 4 + size));
    at += 4 + size;
  }
  return found;
}

/** @param {Uint8Array<ArrayBuffer>} bytes */
export function text(bytes) {
  return new TextDecoder().decode(bytes);
}

/**
 * Numbers of seven bits a byte, the lowest first; the eighth bit says that more come.
 * @param {Uint8Array} bytes
 */
export function numbers(bytes) {
  const found = [];
  let [number, shift] = [0, 0];
  for (const byte of bytes) {
    number |= (byte & 127) << shift;
    shift += 7;
    if (byte < 128) {
      found.push(number);
      number = shift = 0;
    }
  }
  return found;
}

/**
 * Names of files, five bytes each, as they are written.
 * @param {Uint8Array} bytes
 */
export function names(bytes) {
  const digits = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return digits.match(/.{10}/g) ?? [];
}
