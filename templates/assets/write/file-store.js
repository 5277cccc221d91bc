// Files that somebody has chosen in a form, kept in this browser until the form is begun anew. A browser may refuse.

/** @import { Held } from "./small-picture.js" */
/** @typedef {Held & {at: number}} Kept When it was kept, in milliseconds. */

const [NAME, FILES] = ["hub", "files"];
/** Milliseconds after which what no form names is nobody's: another tab may be about to name it. */
const FORGOTTEN = 86_400_000;

/** @type {Promise<IDBDatabase> | undefined} */
let opening;

function database() {
  opening ??= new Promise((resolve, reject) => {
    const asked = indexedDB.open(NAME, 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(FILES);
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
    asked.onblocked = () => reject(new Error("blocked"));
  });
  return opening;
}

/**
 * @template T
 * @param {IDBTransactionMode} mode
 * @param {(files: IDBObjectStore) => IDBRequest<T>} act
 * @returns {Promise<T>}
 */
async function within(mode, act) {
  const work = (await database()).transaction(FILES, mode);
  return new Promise((resolve, reject) => {
    const asked = act(work.objectStore(FILES));
    work.oncomplete = () => resolve(asked.result);
    work.onabort = work.onerror = () => reject(work.error ?? asked.error);
  });
}

export class FileStore {
  /** @param {string} form */
  constructor(form) {
    this.start = `${form}:`;
  }

  /**
   * Whether the browser keeps it.
   * @param {string} name
   * @param {Held} held
   */
  async put(name, held) {
    try {
      await within("readwrite", (files) => files.put({ ...held, at: Date.now() }, this.start + name));
      return true;
    } catch {
      return false;
    }
  }

  /**
   * @param {string} name
   * @returns {Promise<Held | undefined>}
   */
  async get(name) {
    try {
      return await within("readonly", (files) => files.get(this.start + name));
    } catch {
      return undefined;
    }
  }

  /**
   * Forgets what the form does not name, as far as nobody has kept it a moment ago.
   * @param {Set<string>} named
   * @param {boolean} [isAll] Also what was kept a moment ago.
   */
  async sweep(named, isAll = false) {
    try {
      const range = IDBKeyRange.bound(this.start, `${this.start}\uffff`);
      const keys = await within("readonly", (files) => files.getAllKeys(range));
      for (const key of keys.map(String)) {
        if (named.has(key.slice(this.start.length))) continue;
        /** @type {Kept | undefined} */
        const kept = await within("readonly", (files) => files.get(key));
        if (isAll || !kept || Date.now() - kept.at > FORGOTTEN) await within("readwrite", (files) => files.delete(key));
      }
    } catch {
      // A browser that keeps nothing has nothing to forget.
    }
  }
}
