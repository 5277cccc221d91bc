// Files of the index as they lie on the server: unpacked by the browser, and read as values.
const SIGNATURE = 12;
/** Bytes that Pagefind writes before what it has to say. */

/** The content of a packed file. Some web servers have it unpacked on the way already. */
export async function opened(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  const moved = await answer.blob();
  const [first, second] = new Uint8Array(await moved.slice(0, 2).arrayBuffer());
  const isPacked = first === 0x1f && second === 0x8b;
  const plain = isPacked ? new Response(moved.stream().pipeThrough(new DecompressionStream("gzip"))) : moved;
  return new Uint8Array(await plain.arrayBuffer()).subarray(SIGNATURE);
}

/** Numbers, bytes, texts and lists in CBOR; more is not in an index. */
export function value(bytes) {
  const decoder = new TextDecoder();
  let at = 0;
  const number = (size) => {
    let found = 0;
    for (const end = at + size; at < end; at += 1) found = found * 256 + bytes[at];
    return found;
  };
  const next = () => {
    const head = bytes[at++];
    const small = head & 31;
    const much = small < 24 ? small : number(1 << (small - 24));
    if (head < 32) return much;
    if (head < 64) return -1 - much;
    if (head < 96) return bytes.subarray(at, (at += much));
    if (head < 128) return decoder.decode(bytes.subarray(at, (at += much)));
    const list = [];
    for (let one = 0; one < much; one += 1) list.push(next());
    return list;
  };
  return next();
}
