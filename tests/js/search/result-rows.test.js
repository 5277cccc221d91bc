import assert from "node:assert/strict";
import { test } from "node:test";
import "../page.js";

/** @type {any[]} */
const shown = [];
Object.assign(globalThis.document, {
  createElement: (/** @type {string} */ localName) => ({
    localName,
    parts: [],
    append(/** @type {any[]} */ ...parts) {
      this.parts.push(...parts);
    },
  }),
  createComment: () => ({ before: (/** @type {any[]} */ ...rows) => shown.push(...rows), remove() {} }),
});
const { insert } = await import("../../../templates/assets/search/result-rows.js");

/** @param {string} language */
async function languages(language) {
  const part = { url: "/x/#t=5", title: "Begin", excerpt: ["Trace the ", "river"] };
  const page = { url: "/x/", title: "Rivers", kind: "Forløb", facts: "", language, excerpt: ["River"], parts: [part] };
  shown.length = 0;
  await insert(/** @type {any} */ ({ replaceWith() {} }), [page], () => false);
  const [kind, title, excerpt, list] = shown[0].parts;
  return [kind, title, excerpt, list.parts[0]].map(({ lang }) => lang);
}

test("a result in another language says so of its title, its excerpt and its parts, not of what the hub says", async () => {
  assert.deepEqual(await languages("en"), [undefined, "en", "en", "en"]);
  assert.deepEqual(await languages(""), [undefined, "da", "da", "da"]);
});
