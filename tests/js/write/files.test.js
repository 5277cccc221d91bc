import "../page.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { UnreadableZipError, unzipped } from "../../../templates/assets/word/unzip.js";
import { zipped } from "../../../templates/assets/word/zip.js";
import * as rules from "../../../templates/assets/write/file-rules.js";
import { HeldFiles } from "../../../templates/assets/write/held-files.js";
import { sortedOut } from "../../../templates/assets/write/open-saved-form.js";
import { fitted } from "../../../templates/assets/write/small-picture.js";

const PICTURE = [".png", ".jpg", ".jpeg", ".webp"];
const HANDED_OUT = [".pdf", ".txt", ".mp4", ".gif", ...PICTURE];
const MOST = { files: 5, bytes: 5000 };

function bytes(text) {
  return new TextEncoder().encode(text);
}

function head(brand) {
  return bytes(`\0\0\0\x18ftyp${brand}`);
}

async function archive(files) {
  return new Uint8Array(await (await zipped(files, "application/zip")).arrayBuffer());
}

test("what cannot be shown is refused by what it is, and each refusal says what to do", () => {
  const cases = [
    ["IMG_1.HEIC", head("heic"), PICTURE, "file.heic"],
    ["IMG_1.jpg", head("mif1"), PICTURE, "file.heic"],
    ["IMG_2.MOV", head("qt  "), PICTURE, "file.film"],
    ["film.mp4", head("isom"), PICTURE, "file.film"],
    ["film.mp4", head("isom"), HANDED_OUT, ""],
    ["brev.pdf", bytes("%PDF-1.7"), PICTURE, "file.noPicture"],
    ["brev.pdf", bytes("%PDF-1.7"), HANDED_OUT, ""],
    ["billede.png", bytes("x"), HANDED_OUT, "file.noPicture"],
    ["side.html", bytes("<script>"), HANDED_OUT, "file.sort"],
    ["uden", bytes("x"), HANDED_OUT, "file.sort"],
  ];

  for (const [name, start, suffixes, why] of cases)
    assert.equal(rules.refusal({ name, size: 10 }, start, suffixes), why, name);
  assert.equal(rules.refusal({ name: "a.pdf", size: 10_000_001 }, bytes("%PDF"), HANDED_OUT), "file.large");
});

test("whatever the browser shows becomes a picture, and what is to be handed out stays as it is", () => {
  assert.equal(rules.isMadeAnew("tegning.bmp", PICTURE), true);
  assert.equal(rules.isMadeAnew("foto.JPG", HANDED_OUT), true);
  assert.equal(rules.isMadeAnew("foto.heic", HANDED_OUT), true);
  assert.equal(rules.isMadeAnew("bevægelse.gif", HANDED_OUT), false);
});

test("names say what the file is called, and no number that could be a person's", () => {
  assert.deepEqual(rules.nameOf("Broen øst.JPG", "image/webp"), { start: "pictures/broen-oest", suffix: "webp" });
  assert.deepEqual(rules.nameOf("IMG_20261128_142233.jpg", "image/jpeg"), { start: "pictures/img", suffix: "jpg" });
  assert.deepEqual(rules.nameOf("22334455.pdf", ""), { start: "files/file", suffix: "pdf" });
  assert.deepEqual(rules.nameOf("../../x/../å.txt", ""), { start: "files/x-aa", suffix: "txt" });
  for (const name of ["Broen øst.png", "../../x.png", "...png", "🐟.png", `${"a".repeat(300)}.png`]) {
    const { start, suffix } = rules.nameOf(name, "image/png");
    assert.match(`${start}-2.${suffix}`, rules.NAMED);
  }
});

test("sizes are said as people say them", () => {
  assert.deepEqual(
    [1, 99_001, 1_240_000, 12_400_000].map((size) => rules.sized(size, "da")),
    ["1 kB", "100 kB", "1,2 MB", "12 MB"],
  );
});

test("a picture fits within a square and none is made larger", () => {
  assert.deepEqual(fitted({ width: 4000, height: 3000 }, 2400), { width: 2400, height: 1800 });
  assert.deepEqual(fitted({ width: 30, height: 9000 }, 480), { width: 2, height: 480 });
  assert.deepEqual(fitted({ width: 20, height: 10 }, 2400), { width: 20, height: 10 });
});

test("the same file again is the same one, another of its name gets a number, and a browser may refuse", async () => {
  const files = new HeldFiles("news");
  const [one, other] = ["a", "b"].map((text) => ({ bytes: bytes(text), type: "", shown: "", width: 0, height: 0 }));
  const name = { start: "files/ark", suffix: "pdf" };

  assert.equal(await files.add(name, one), "files/ark.pdf");
  assert.equal(await files.add(name, { ...one }), "files/ark.pdf");
  assert.equal(await files.add(name, other), "files/ark-2.pdf");
  assert.equal(files.isRefused, true); // there is no store here
  await files.find("files/unknown.pdf");
  assert.deepEqual([...files.missing], ["files/unknown.pdf"]);
});

test("a saved file is opened again, also when a system has put a folder around it", async () => {
  const saved = await archive({
    "nyhed/nyhed.yml": "form: news",
    "nyhed/pictures/bro.webp": Uint8Array.of(1, 2, 3),
    "__MACOSX/nyhed/._nyhed.yml": "x",
  });
  const opened = sortedOut(await unzipped(saved, MOST));

  assert.equal(new TextDecoder().decode(opened.form), "form: news");
  assert.deepEqual([...opened.files.keys()], ["pictures/bro.webp"]);
  assert.deepEqual([...opened.files.get("pictures/bro.webp")], [1, 2, 3]);
  assert.equal(sortedOut(await unzipped(await archive({ "a.yml": "", "b.yml": "" }), MOST)), null);
  assert.equal(sortedOut(await unzipped(await archive({ "a.txt": "" }), MOST)), null);
});

test("an archive that is damaged, or grows without end, is given up", async () => {
  const whole = await archive({ "a.yml": "x".repeat(4000), "b.txt": "y" });
  const hostile = [
    [whole, { files: 1, bytes: 5000 }],
    [whole, { files: 5, bytes: 3999 }],
    [whole.slice(0, -30), MOST],
    [whole.slice(40), MOST],
    [whole.slice(0, 3), MOST],
    [Uint8Array.from(whole, (byte, at) => (at > 45 && at < 60 ? 255 - byte : byte)), MOST],
    [bytes("form: news"), MOST],
  ];

  for (const [content, most] of hostile) await assert.rejects(unzipped(content, most), UnreadableZipError);
  assert.equal((await unzipped(whole, MOST)).size, 2);
});
