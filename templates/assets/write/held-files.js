// The files that a form holds: in memory, and in the browser's store as far as it keeps them.
import { isSame } from "./file-rules.js";
import { FileStore } from "./file-store.js";

/** @import { Held } from "./small-picture.js" */

export class HeldFiles {
  /** @type {Map<string, Held>} */
  byName = new Map();
  /** Names that the browser's store has not. */
  missing = new Set();
  /** Whether the browser refused to keep one. */
  isRefused = false;

  /** @param {string} form */
  constructor(form) {
    this.store = new FileStore(form);
  }

  /**
   * Keeps a file under a free name, which it gives: the same file again is the same one.
   * @param {{start: string, suffix: string}} name
   * @param {Held} held
   */
  async add({ start, suffix }, held) {
    for (let number = 1; ; number += 1) {
      const name = `${start}${number > 1 ? `-${number}` : ""}.${suffix}`;
      const there = this.byName.get(name) ?? (await this.store.get(name));
      if (there && !isSame(there.bytes, held.bytes)) continue;
      await this.keep(name, held);
      return name;
    }
  }

  /**
   * @param {string} name
   * @param {Held} held
   */
  async keep(name, held) {
    this.byName.set(name, held);
    this.missing.delete(name);
    if (!(await this.store.put(name, held))) this.isRefused = true;
  }

  /**
   * Looks for a file in the browser's store: it was chosen before the page was loaded, or in another tab.
   * @param {string} name
   */
  async find(name) {
    const held = await this.store.get(name);
    if (held) this.byName.set(name, held);
    else this.missing.add(name);
  }

  /**
   * These in place of those before.
   * @param {Map<string, Held>} [files]
   */
  async replace(files = new Map()) {
    this.byName.clear();
    this.missing.clear();
    this.isRefused = false;
    for (const [name, held] of files) await this.keep(name, held);
    await this.store.sweep(new Set(files.keys()), true);
  }
}
