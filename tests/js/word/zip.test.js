import assert from "node:assert/strict";
import { test } from "node:test";
import { inflateRawSync } from "node:zlib";
import { crc32, zipped } from "../../../templates/assets/word/zip.js";

const TEXT = "Ærø ".repeat(200);

/** The files of a ZIP file by path, as its directory and the heads of the files say together. */
function unzipped(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - 22;
  assert.equal(view.getUint32(end, true), 0x06054b50);
  const files = {};
  let at = view.getUint32(end + 16, true);
  for (let count = view.getUint16(end + 10, true); count > 0; count -= 1) {
    assert.equal(view.getUint32(at, true), 0x02014b50);
    const [method, crc, packed, plain, length] = [
      view.getUint16(at + 10, true),
      view.getUint32(at + 16, true),
      view.getUint32(at + 20, true),
      view.getUint32(at + 24, true),
      view.getUint16(at + 28, true),
    ];
    const start = view.getUint32(at + 42, true);
    assert.equal(view.getUint32(start, true), 0x04034b50);
    assert.deepEqual(bytes.subarray(start + 4, start + 28), bytes.subarray(at + 6, at + 30));
    const body = bytes.subarray(start + 30 + length, start + 30 + length + packed);
    const content = method === 8 ? inflateRawSync(body) : body;
    assert.equal(content.length, plain);
    assert.equal(crc32(content), crc);
    files[new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length))] = content;
    at += 46 + length;
  }
  assert.equal(at, end);
  return files;
}

async function bytesOf(files) {
  return new Uint8Array(await (await zipped(files, "application/zip")).arrayBuffer());
}

test("the checksum is that of the standard", () => {
  assert.equal(crc32(new TextEncoder().encode("123456789")), 0xcbf43926);
  assert.equal(crc32(new Uint8Array()), 0);
});

test("texts and bytes come back by their paths, in order", async () => {
  const files = unzipped(await bytesOf({ "mappe/tekst.xml": TEXT, "Ærø.bin": Uint8Array.of(0, 255, 7), tom: "" }));

  assert.deepEqual(Object.keys(files), ["mappe/tekst.xml", "Ærø.bin", "tom"]);
  assert.equal(new TextDecoder().decode(files["mappe/tekst.xml"]), TEXT);
  assert.deepEqual([...files["Ærø.bin"]], [0, 255, 7]);
  assert.equal(files.tom.length, 0);
});

test("what can be packed is packed", async () => {
  assert.ok((await bytesOf({ a: TEXT })).length < TEXT.length / 2);
});

test("where the browser cannot pack, files are stored", async (context) => {
  context.mock.method(globalThis, "CompressionStream", () => {
    throw new TypeError("unknown format");
  });
  const bytes = await bytesOf({ a: TEXT });

  assert.ok(bytes.length > new TextEncoder().encode(TEXT).length);
  assert.equal(new TextDecoder().decode(unzipped(bytes).a), TEXT);
});

test("the same files are the same bytes", async () => {
  assert.deepEqual(await bytesOf({ a: TEXT }), await bytesOf({ a: TEXT }));
});

test("the Blob says what it is", async () => {
  assert.equal((await zipped({}, "application/zip")).type, "application/zip");
});
