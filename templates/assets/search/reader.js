// Reads the lean side of the index for single words: which pages have a word, and how much it says there.
// Pagefind's own program tells the same, and takes seconds for a word that stands on ten thousand pages.
import { stem } from "./danish.js";
import { opened, value } from "./packed.js";
import { bare } from "./places.js";

const STEMS = { da: stem };
const SATURATED = 1.4;
const BY_LENGTH = 0.75;
const TITLE = 2.5;
/** What a word in the title adds: about as much as the text can say at most. */
const FAR = 0.7;
/** How fast a word is worth less, the more letters it has beyond those asked for. */
const ACCENTED = 0.8;
/** What a word is worth that is written with other accents. */
const CHUNKS = 3;
/** Pieces of the index that are fetched for one beginning of a word. */
const NAME = 5;
/** Bytes of a file's name. */

const WEIGHTS = Float64Array.from({ length: 128 }, (_, byte) => ((8 + (byte & 7)) * 2 ** ((byte >> 3) + 3)) / 24 ** 2);
const LENGTHS = Float64Array.from({ length: 256 }, (_, byte) => (16 + (byte & 15)) * 2 ** ((byte >> 4) - 4));
/** What is said in a byte, to a sixteenth: how much the places of a word weigh, and how many words a page has. */

export class Reader {
  /** The index of a folder; `code` is its language, `known` whether single words can be read. */
  static async of(folder) {
    // Not as it was at the last visit: all else is named by it.
    const { languages } = await (await fetch(new URL("pagefind-entry.json", folder), { cache: "no-cache" })).json();
    const [[code, { hash }]] = Object.entries(languages);
    return new Reader(folder, code, value(await opened(new URL(`pagefind.${hash}.pf_pages`, folder))));
  }

  constructor(folder, code, [names, lengths, chunks]) {
    Object.assign(this, { folder, code, names, chunks, known: code in STEMS, stem: STEMS[code] });
    this.lengths = Float64Array.from(lengths, (byte) => LENGTHS[byte]);
    this.average = this.lengths.reduce((sum, length) => sum + length, 0) / (lengths.length || 1);
    this.read = new Map();
  }

  /** The numbers of all pages. */
  get pages() {
    return [...this.lengths.keys()];
  }

  /** The number of the page whose fragment has this name. */
  numberOf(id) {
    this.numbers ??= new Map(this.pages.map((number) => [this.id(number), number]));
    return this.numbers.get(id);
  }

  id(number) {
    return this.named(this.names.subarray(number * NAME, (number + 1) * NAME));
  }

  named(bytes) {
    return `${this.code}_${[...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
  }

  /** The same for searches that find the same. */
  key(text) {
    return this.known ? text.split(" ").map(this.stem).join(" ") : text;
  }

  /** The pages that have all the words: `{number, score, isTitled, starts}`; `starts` is what their keys begin with. */
  async search(text) {
    const starts = text.split(" ").map((word) => this.stem(bare(word)));
    const found = await Promise.all(text.split(" ").map((word) => this.pagesOf(word)));
    const [first, ...others] = found;
    const results = [];
    for (const [number, page] of first) {
      const all = [page, ...others.map((pages) => pages.get(number))];
      if (!all.every(Boolean)) continue;
      results.push({
        number,
        score: all.reduce((sum, one) => sum + this.score(number, one.weight) + TITLE * one.titled, 0),
        isTitled: all.some((one) => one.titled > 0),
        starts,
      });
    }
    return results;
  }

  /** What many words say is worth little more than what some do, and less on a long page. */
  score(number, weight) {
    const long = 1 - BY_LENGTH + (BY_LENGTH * this.lengths[number]) / this.average;
    return (weight * (SATURATED + 1)) / (weight + SATURATED * long);
  }

  async pagesOf(word) {
    const start = this.stem(bare(word));
    const chunks = await Promise.all(this.chunksOf(start).map((name) => this.chunk(name)));
    const found = new Map();
    for (const [key, gaps, weights, variants] of chunks.flat()) {
      if (!key.startsWith(start)) continue;
      const worth = 1 / (1 + FAR * (key.length - start.length));
      this.gather(found, gaps, weights, bare(word) === word ? worth : worth * ACCENTED);
      for (const [variant, ...pages] of variants) this.gather(found, ...pages, variant.startsWith(word) || this.stem(variant) === this.stem(word) ? worth : worth * ACCENTED);
    }
    return found;
  }

  /** Adds pages: each as how far it is from the one before, in bytes of seven bits, and a byte that says what it weighs. */
  gather(found, gaps, weights, worth) {
    let [number, at] = [0, 0];
    for (const weight of weights) {
      let [byte, shift] = [128, 0];
      for (; byte > 127; shift += 7) number += ((byte = gaps[at++]) & 127) << shift;
      let page = found.get(number);
      if (!page) found.set(number, (page = { weight: 0, titled: 0 }));
      page.weight += worth * WEIGHTS[weight >> 1];
      if (weight & 1) page.titled = Math.max(page.titled, worth);
    }
  }

  /** The pieces in which a word would stand, or else those with words that begin with it. */
  chunksOf(start) {
    const holds = this.chunks.filter(([from, to]) => from <= start && start <= to);
    return (holds.length ? holds : this.chunks.filter(([from, to]) => from.startsWith(start) || to.startsWith(start)).slice(0, CHUNKS)).map(([, , name]) => this.named(name));
  }

  chunk(name) {
    if (!this.read.has(name)) {
      const words = opened(new URL(`weights/${name}.pf_weights`, this.folder)).then(value);
      words.catch(() => this.read.delete(name));
      this.read.set(name, words);
    }
    return this.read.get(name);
  }

  /** What is shown of a page. */
  async fragment(number) {
    return JSON.parse(new TextDecoder().decode(await opened(new URL(`fragment/${this.id(number)}.pf_fragment`, this.folder))));
  }
}
