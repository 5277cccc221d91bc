// What is put on the clipboard, and what is said when the browser does not let the page do it.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { copyMail, copyText } from "../../../templates/assets/clipboard.js";

const taken = new Map();
const marked = [];
let listeners = [];

/** A browser that asks the page what to copy, or does not. */
function browser({ copies = true, gives = true } = {}) {
  globalThis.getSelection = () => ({
    selectAllChildren: (one) => marked.push(one),
    removeAllRanges: () => marked.push(null),
  });
  globalThis.document = {
    ...globalThis.document,
    addEventListener: (_, listener) => listeners.push(listener),
    removeEventListener: (_, listener) => {
      listeners = listeners.filter((one) => one !== listener);
    },
    execCommand: () => {
      const clipboardData = gives ? { setData: (type, text) => taken.set(type, text) } : null;
      if (copies) for (const listener of listeners) listener({ preventDefault: () => {}, clipboardData });
      return copies;
    },
  };
}

function allow(writeText) {
  Object.defineProperty(globalThis, "navigator", { value: { clipboard: { writeText } }, configurable: true });
}

beforeEach(() => {
  taken.clear();
  marked.length = 0;
  browser();
});

test("a mail is copied as HTML and as plain text, and leaves nothing marked", () => {
  assert.equal(copyMail("shown", "<p>x</p>", "x"), true);
  assert.deepEqual(Object.fromEntries(taken), { "text/html": "<p>x</p>", "text/plain": "x" });
  assert.deepEqual(marked, ["shown", null]);
});

test("what the visitor copies afterwards is the visitor's own", () => {
  copyMail("shown", "<p>x</p>", "x");
  assert.deepEqual(listeners, []);
});

test("a browser that refuses, or gives no clipboard, is told of", async () => {
  browser({ copies: false });
  assert.equal(copyMail("shown", "<p>x</p>", "x"), false);
  browser({ gives: false });
  assert.equal(copyMail("shown", "<p>x</p>", "x"), false);
  allow(async () => {
    throw new Error("refused");
  });
  assert.equal(await copyText("x"), false);
});

test("a text is copied as it is", async () => {
  const texts = [];
  allow(async (text) => texts.push(text));
  assert.equal(await copyText("a\nb"), true);
  assert.deepEqual(texts, ["a\nb"]);
});
