// Reads Pagefind's index for single words: which pages have a word, how much it says there, and where it stands.
// Pagefind's own program tells the same, and takes seconds for a word that stands on ten thousand pages.
import { stem } from "./danish.js";
import { opened, value } from "./packed.js";

const STEMS = { da: stem };
const PLAIN = 24;
const FIRST_WEIGHT = 25;
/** What a place weighs until another weight is named. */
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

const bare = (text) => text.normalize("NFD").replace(/\p{M}/gu, "");

export class Reader {
  /** The index of a folder; `code` is its language, `known` whether single words can be read. */
  static async of(folder) {
    // Not as it was at the last visit: all else is named by it.
    const { languages } = await (await fetch(new URL("pagefind-entry.json", folder), { cache: "no-cache" })).json();
    const [[code, { hash }]] = Object.entries(languages);
    const [, pages, chunks, , , fields] = value(await opened(new URL(`pagefind.${hash}.pf_meta`, folder)));
    return new Reader(folder, code, pages, chunks, fields.indexOf("title"));
  }

  constructor(folder, code, pages, chunks, title) {
    Object.assign(this, { folder, chunks, title, known: code in STEMS, stem: STEMS[code] });
    this.ids = pages.map(([id]) => id);
    this.counts = pages.map(([, count]) => count);
    this.average = this.counts.reduce((sum, count) => sum + count, 0) / (pages.length || 1);
    this.read = new Map();
  }

  /** The same for searches that find the same. */
  key(text) {
    return this.known ? text.split(" ").map(this.stem).join(" ") : text;
  }

  /** The pages that have all the words, as Pagefind gives them: `{id, score, isTitled, places()}`. */
  async search(text) {
    const found = await Promise.all(text.split(" ").map((word) => this.pagesOf(word)));
    const [first, ...others] = found;
    const results = [];
    for (const [number, page] of first) {
      const all = [page, ...others.map((pages) => pages.get(number))];
      if (!all.every(Boolean)) continue;
      results.push({
        id: this.ids[number],
        score: all.reduce((sum, one) => sum + this.score(number, one.weight) + TITLE * one.titled, 0),
        isTitled: all.some((one) => one.titled > 0),
        places: () => all.flatMap((one) => one.lists.flatMap(places)),
      });
    }
    return results;
  }

  /** What many words say is worth little more than what some do, and less on a long page. */
  score(number, weight) {
    const long = 1 - BY_LENGTH + (BY_LENGTH * this.counts[number]) / this.average;
    return (weight * (SATURATED + 1)) / (weight + SATURATED * long);
  }

  async pagesOf(word) {
    const start = this.stem(bare(word));
    const chunks = await Promise.all(this.chunksOf(start).map((name) => this.chunk(name)));
    const found = new Map();
    for (const [key, plain, variants] of chunks.flat()) {
      if (!key.startsWith(start)) continue;
      const worth = 1 / (1 + FAR * (key.length - start.length));
      this.gather(found, plain, bare(word) === word ? worth : worth * ACCENTED);
      for (const [variant, pages] of variants) this.gather(found, pages, variant.startsWith(word) || this.stem(variant) === this.stem(word) ? worth : worth * ACCENTED);
    }
    return found;
  }

  /** Adds pages: each as how far it is from the one before, its places, and its places in what is told of it. */
  gather(found, pages, worth) {
    let number = 0;
    for (const [gap, list, meta] of pages) {
      number += gap;
      let page = found.get(number);
      if (!page) found.set(number, (page = { weight: 0, titled: 0, lists: [] }));
      page.weight += worth * weighed(list);
      if (meta.includes(-1 - this.title)) page.titled = Math.max(page.titled, worth);
      page.lists.push(list);
    }
  }

  /** The pieces in which a word would stand, or else those with words that begin with it. */
  chunksOf(start) {
    const holds = this.chunks.filter(([from, to]) => from <= start && start <= to);
    return (holds.length ? holds : this.chunks.filter(([from, to]) => from.startsWith(start) || to.startsWith(start)).slice(0, CHUNKS)).map(([, , name]) => name);
  }

  chunk(name) {
    if (!this.read.has(name)) {
      const words = opened(new URL(`index/${name}.pf_index`, this.folder)).then((bytes) => value(bytes)[0]);
      words.catch(() => this.read.delete(name));
      this.read.set(name, words);
    }
    return this.read.get(name);
  }

  /** What is shown of a page. */
  async fragment(id) {
    return JSON.parse(new TextDecoder().decode(await opened(new URL(`fragment/${id}.pf_fragment`, this.folder))));
  }
}

/** How much the places of a word weigh together. */
function weighed(list) {
  let [sum, weight] = [0, (FIRST_WEIGHT / PLAIN) ** 2];
  for (const one of list) {
    if (one < 0) weight = ((-1 - one) / PLAIN) ** 2;
    else sum += weight;
  }
  return sum;
}

/** The places themselves: each as how far it is from the one before of the same weight. */
function places(list) {
  const found = [];
  let place = 0;
  for (const one of list) {
    if (one < 0) place = 0;
    else found.push((place += one));
  }
  return found;
}
