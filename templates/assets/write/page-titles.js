// Titles of other pages of the hub: fetched when they are first asked for, and suggested while somebody types.

import { fetched } from "../fetched-strings.js";
import { given } from "../strings.js";
import { fitting, namedIn } from "./reference-picker.js";

/** @import { Control } from "./form.js" */
/** @import { Items } from "./reference-picker.js" */

export class PageTitles {
  /** @type {Items | undefined} Undefined until they are fetched. */
  items;

  /** @param {HTMLFormElement} root */
  constructor(root) {
    this.root = root;
  }

  async all() {
    this.items ??= await fetched(given(this.root, "items"));
    return /** @type {Items} */ (this.items);
  }

  /**
   * The fields that a query names, with the titles of the pages whose ids it gives: `?course=rivers`.
   * @param {string} query
   * @param {Control[]} controls
   * @returns {Promise<string[][]>}
   */
  async namedBy(query, controls) {
    const found = [];
    for (const [path, id] of new URLSearchParams(query)) {
      const kind = controls.find(({ name }) => name === path)?.dataset.named;
      const page = kind && namedIn(await this.all(), kind).find(({ reference }) => reference === id);
      if (page) found.push([path, page.label]);
    }
    return found;
  }

  /**
   * Suggests in a field that names a page.
   * @param {EventTarget | null} target
   */
  async suggest(target) {
    if (!(target instanceof HTMLInputElement) || !target.dataset.named) return;
    const items = await this.all();
    const id = target.getAttribute("list") ?? "";
    const list = document.getElementById(id) ?? Object.assign(document.createElement("datalist"), { id });
    const found = fitting(namedIn(items, target.dataset.named), target.value);
    list.replaceChildren(...found.map(({ label }) => new Option(label, label)));
    if (!list.isConnected) this.root.append(list);
  }
}
