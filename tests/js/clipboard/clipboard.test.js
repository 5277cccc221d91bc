// What is put on the clipboard, and what is said when the browser does not let the page do it.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { copyMail, copyText } from "../../../templates/assets/clipboard.js";

const taken = [];

class Item {
  constructor(parts) {
    this.parts = parts;
  }
}

beforeEach(() => {
  taken.length = 0;
  globalThis.ClipboardItem = Item;
  globalThis.fetch = async (address) => ({ ok: address !== "gone", status: 404, text: async () => `<${address}>` });
  console.warn = () => {};
  allow(async (what) => {
    for (const item of [what].flat()) {
      taken.push(item instanceof Item ? await Promise.all(Object.values(item.parts)) : item);
    }
  });
});

function allow(write) {
  Object.defineProperty(globalThis, "navigator", {
    value: { clipboard: { write, writeText: write } },
    configurable: true,
  });
}

test("a mail is copied as HTML and as plain text", async () => {
  assert.equal(await copyMail("mail.html", "mail.txt"), true);
  const [[html, text]] = taken;
  assert.deepEqual([html.type, await html.text()], ["text/html", "<mail.html>"]);
  assert.deepEqual([text.type, await text.text()], ["text/plain", "<mail.txt>"]);
});

test("the browser is asked at once, before anything is fetched", async () => {
  let asked = false;
  allow(async () => {
    asked = true;
  });
  const done = copyMail("mail.html", "mail.txt");
  assert.equal(asked, true);
  await done;
});

test("a mail that cannot be fetched is not copied", async () => {
  assert.equal(await copyMail("gone", "mail.txt"), false);
});

test("a browser that refuses, or knows no formatted copies, is told of", async () => {
  allow(async () => {
    throw new Error("refused");
  });
  assert.equal(await copyText("x"), false);
  assert.equal(await copyMail("mail.html", "mail.txt"), false);
  globalThis.ClipboardItem = undefined;
  assert.equal(await copyMail("mail.html", "mail.txt"), false);
});

test("a text is copied as it is", async () => {
  assert.equal(await copyText("a\nb"), true);
  assert.deepEqual(taken, ["a\nb"]);
});
