// The words of the hub, and what a language knows of words: inflection, spelling, compounds and slips of the pen.
import { distance, hasAll, plain, slips, variants } from "./spelling-variants.js";
import { wordsOf } from "./tokenize.js";

/**
 * What a language tells of the hub's words, as the index holds it: lists separated by spaces, groups of forms and of sayings.
 * @typedef {{ stop: string, light?: string, endings: string, derived: string, links: string, irregular: string[], synonyms: string[][] }} Language
 * @typedef {{ words: string[], others: string[] }} Saying
 */

/** Letters that a stem must keep. */
const SHORTEST = 3;
/** Letters that a word must have before a slip of the pen is looked for. */
const SLIP = 5;
const HEADS = 8;
/** Stands for a stem that is not the beginning of its word. */
const ODD = 255;

export class Words {
  /**
   * @param {Language} data
   * @param {string} folded the hub's words in order, each as how much it shares with the one before it, and the rest
   * @param {Uint8Array} cuts for each word how many letters its stem leaves out
   * @param {string} odd stems that are not the beginning of their word, in order
   */
  constructor(data, folded, cuts, odd) {
    this.list = unfolded(folded);
    const others = odd.split(" ");
    this.stemOf = new Map(
      this.list.map((word, place) => [
        word,
        cuts[place] === ODD ? (others.shift() ?? word) : word.slice(0, word.length - cuts[place]),
      ]),
    );
    this.odd = this.list.filter((_, place) => cuts[place] === ODD);
    /** Words that say little: a part of those that say nothing. */
    this.light = new Set((data.light ?? "").split(" "));
    this.stop = new Set([...data.stop.split(" "), ...this.light]);
    this.endings = new Set(["", ...data.endings.split(" ")]);
    this.derived = new Set(data.derived.split(" "));
    this.links = ["", ...data.links.split(" ")];
    /** @type {Map<string, string[]>} */
    this.irregular = new Map();
    for (const line of data.irregular) {
      const forms = line.split(" ");
      for (const form of forms) this.irregular.set(form, [...(this.irregular.get(form) ?? []), ...forms]);
    }
    /** @type {Map<string, Saying[]>} */
    this.sayings = new Map();
    for (const group of data.synonyms) for (const saying of group) this.learn(saying, group);
  }

  /**
   * A saying of one or more words is found by its first word.
   * @param {string} saying
   * @param {string[]} group
   */
  learn(saying, group) {
    const words = wordsOf(saying);
    const others = group.filter((other) => other !== saying);
    for (const stem of words[0] ? this.stems(words[0]) : []) {
      const known = this.sayings.get(stem) ?? [];
      this.sayings.set(stem, [...known, { words, others }]);
    }
  }

  /**
   * The stem of a word of the hub; any other word is its own.
   * @param {string} word
   */
  stem(word) {
    return this.stemOf.get(word) ?? word;
  }

  /**
   * The hub's words that begin with a stem, and those whose stem does.
   * @param {string} stem
   */
  *withStem(stem) {
    yield* this.beginningWith(stem);
    for (const word of this.odd) if (!word.startsWith(stem) && this.stem(word).startsWith(stem)) yield word;
  }

  /** @param {string} word */
  has(word) {
    return this.stemOf.has(word);
  }

  /**
   * Where a word stands, or would stand.
   * @param {string} word
   */
  place(word) {
    let [from, to] = [0, this.list.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (this.list[middle] < word) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  /** @param {string} start */
  *beginningWith(start) {
    for (let at = this.place(start); this.list[at]?.startsWith(start); at += 1) yield this.list[at];
  }

  /**
   * What may be left of a word without its ending, the word itself first.
   * @param {string} word
   */
  stems(word, endings = this.endings, shortest = SHORTEST) {
    const found = new Set([word]);
    if (/\p{N}/u.test(word)) return found;
    for (let length = word.length - 1; length >= shortest; length -= 1) {
      if (!endings.has(word.slice(length))) continue;
      const stem = word.slice(0, length);
      found.add(stem);
      if (stem.length > shortest && stem.at(-1) === stem.at(-2)) found.add(stem.slice(0, -1));
    }
    return found;
  }

  /**
   * Whether a word is the stem with an ending, also after a doubled letter: `grup-p-en`.
   * @param {string} word
   * @param {string} stem
   */
  isFormOf(word, stem) {
    const rest = word.slice(stem.length);
    if (rest && (stem.length < 2 || /\p{N}/u.test(stem))) return false;
    return this.endings.has(rest) || (rest[0] === stem.at(-1) && this.endings.has(rest.slice(1)));
  }

  /**
   * The hub's words that are another form of this one; the word itself first when the hub has it.
   * @param {string} word
   */
  forms(word) {
    const found = new Set(this.has(word) ? [word] : []);
    for (const stem of this.stems(word)) {
      for (const other of this.beginningWith(stem))
        if (this.isFormOf(other, stem) && areDoubledAlike(word, other, stem.length)) found.add(other);
    }
    return [...found];
  }

  /**
   * Forms that no ending leads to: `bog` and `bøger`.
   * @param {string} word
   */
  oddForms(word) {
    const others = (this.irregular.get(word) ?? []).filter((form) => form !== word);
    return [...new Set(others.flatMap((form) => (this.has(form) ? [form] : this.forms(form))))];
  }

  /**
   * The same matter as another part of speech: `oprette` and `oprettelse`.
   * @param {string} word
   */
  relatives(word) {
    const found = new Set();
    for (const stem of [...this.stems(word, this.derived, 4), ...this.stems(word, this.endings, 4)]) {
      if (stem.length < 4) continue;
      for (const other of this.beginningWith(stem)) {
        const rest = other.slice(stem.length);
        const single = rest[0] === stem.at(-1) ? rest.slice(1) : rest;
        if ([rest, single].some((end) => this.derived.has(end) || this.endings.has(end))) found.add(other);
      }
    }
    return [...found];
  }

  /**
   * The hub's words that are this one as it is typed without æ, ø and å, or with them.
   * @param {string} word
   */
  spellings(word) {
    const found = [];
    for (const other of variants(word))
      if (other !== word) found.push(...(this.has(other) ? [other] : this.forms(other)));
    return [...new Set(found)];
  }

  /** @param {string} word */
  known(word) {
    return this.has(word) || this.forms(word).length > 0;
  }

  /**
   * Whether a piece of a compound is a word, with or without a letter that links it to the next.
   * @param {string} piece
   */
  isPart(piece) {
    return this.links.some((link) => piece.endsWith(link) && this.known(piece.slice(0, piece.length - link.length)));
  }

  /**
   * Compounds that end with the word, the shortest first: `læringsmål` for `mål`. The reader finds those that begin with it.
   * @param {string} word
   */
  compounds(word) {
    const stems = [...this.stems(word)].filter((stem) => stem.length >= SHORTEST && (stem === word || stem.length > 3));
    const found = [];
    for (const other of this.list) {
      if (other.length < word.length + 2) continue;
      for (const stem of stems) {
        const at = other.lastIndexOf(stem);
        if (at < 2 || !this.endings.has(other.slice(at + stem.length))) continue;
        if (stem.length > 3 ? at >= 3 || this.isPart(other.slice(0, at)) : this.isPart(other.slice(0, at))) {
          found.push(other);
          break;
        }
      }
    }
    return found.sort((one, other) => one.length - other.length).slice(0, HEADS);
  }

  /**
   * Words with this one in the middle, when it is long enough to mean it.
   * @param {string} word
   */
  around(word) {
    if (word.length < SLIP) return [];
    const stem = [...this.stems(word, this.endings, SLIP)].at(-1) ?? word;
    return this.list
      .filter((other) => other.includes(stem) && other.indexOf(stem) !== 1)
      .sort((one, other) => one.length - other.length)
      .slice(0, HEADS);
  }

  /**
   * Beginnings of the hub's words that this may be, as it is typed without æ, ø and å, or with them.
   * @param {string} start
   */
  beginnings(start) {
    return [...variants(start)].filter((one) => !this.beginningWith(one).next().done);
  }

  /**
   * Whether something can be found by a word: the hub has it, or another word for it.
   * @param {string} word
   */
  isSaid(word) {
    if (this.known(word) || this.oddForms(word).length || this.others(word).length) return true;
    return word.length > SLIP && this.relatives(word).length > 0;
  }

  /**
   * The hub's words for the same as this one.
   * @param {string} word
   */
  others(word) {
    const found = [];
    for (const { said, others } of this.synonyms([word], 0)) {
      if (said.length === 1) found.push(...others.filter((other) => wordsOf(other).length === 1 && this.known(other)));
    }
    return [...new Set(found)];
  }

  /**
   * Two words that were typed as one, the most even; null when there are none.
   * @param {string} word
   * @param {(part: string, other: string) => boolean} isPart
   * @returns {[string, string] | null}
   */
  split(word, isPart = (part) => this.isSaid(part)) {
    /** @type {{ parts: [string, string], even: number } | null} */
    let best = null;
    for (let at = SHORTEST - 1; at <= word.length - SHORTEST; at += 1) {
      const [head, rest] = [word.slice(0, at), word.slice(at)];
      const even = Math.min(head.length, rest.length);
      if ((best && even <= best.even) || this.stop.has(rest) || !isPart(rest, head)) continue;
      // Without the link first: `aktivitet` and not `aktivitets`.
      const left = this.links
        .map((link) => (head.endsWith(link) ? head.slice(0, head.length - link.length) : ""))
        .sort((one, other) => Number(this.has(other)) - Number(this.has(one)))
        .find(
          (piece) =>
            !this.stop.has(piece) && (piece.length >= SHORTEST ? isPart(piece, rest) : this.isShort(piece, rest)),
        );
      if (left) best = { parts: [left, rest], even };
    }
    return best?.parts ?? null;
  }

  /**
   * Whether two letters are a word of the hub that may begin a compound: `by` in `bytur`.
   * @param {string} piece
   * @param {string} rest
   */
  isShort(piece, rest) {
    return piece.length === SHORTEST - 1 && rest.length >= SLIP && /^\p{L}+$/u.test(piece) && this.has(piece);
  }

  /**
   * Words that were probably meant, the nearest first; when none is near, those that are near without an ending.
   * @param {string} word
   */
  meant(word) {
    for (const stem of this.stems(word, this.endings, SLIP + 1)) {
      const found = this.near(stem, stem !== word);
      if (found.length) return found;
    }
    return this.nearForms(word);
  }

  /**
   * Words of which this is another form, but for a slip in the ending or where it begins.
   * @param {string} word
   */
  nearForms(word) {
    if (word.length <= SLIP + 1) return [];
    for (const other of slips(word)) {
      const found = this.forms(other);
      if (found.length) return found.slice(0, 1);
      const spelled = this.spellings(other);
      if (spelled.length) return spelled.slice(0, 1);
    }
    return [];
  }

  /** @param {string} word */
  near(word, isPart = false) {
    if (word.length < SLIP) return [];
    const typed = plain(word);
    // In a short word, and in a part of one, two slips are believed only where no letter is wrong: `udrkiv` for `udskriv`.
    const sure = word.length >= 8 && !isPart ? 2 : 1;
    const most = word.length > SLIP ? 2 : 1;
    /** @type {string[]} */
    let found = [];
    let least = most;
    for (const other of this.list) {
      if (Math.abs(other.length - word.length) > most) continue;
      if (other[0] !== word[0] && other[0] !== word[1] && other[1] !== word[0]) continue;
      const far = distance(typed, plain(other), least);
      // The first letter slips its place, but is seldom another: `tilsyn` is not meant by `bilsyn`.
      if (far > least || ((far > sure || other[0] !== word[0]) && !hasAll(other, typed))) continue;
      if (far < least) found = [];
      least = far;
      found.push(other);
    }
    const off = (/** @type {string} */ other) => (other[0] === word[0] ? 0 : 1) + Math.abs(other.length - word.length);
    return found.sort((one, other) => off(one) - off(other)).slice(0, 3);
  }

  /**
   * What else people call it: for each saying that begins with the word at this place, the words it is said in, and the
   * others of its group.
   * @param {string[]} words
   * @param {number} at
   */
  *synonyms(words, at) {
    const word = words[at];
    const begun = new Set([word, ...(this.irregular.get(word) ?? [])].flatMap((form) => [...this.stems(form)]));
    for (const stem of begun) {
      for (const saying of this.sayings.get(stem) ?? []) {
        const said = this.said(saying.words, words, at);
        if (said) yield { said, others: saying.others };
      }
    }
  }

  /**
   * The words of a query that say a saying. Two words may change places (`ikke virker`), and a word that says nothing may
   * stand between them (`får jeg fat i`).
   * @param {string[]} saying
   * @param {string[]} words
   * @param {number} at
   */
  said(saying, words, at) {
    if (!this.sameWord(saying[0], words[at])) return null;
    if (saying.length === 2 && this.sameWord(saying[1], words[at - 1] ?? "")) return [words[at - 1], words[at]];
    const found = [words[at]];
    let next = at + 1;
    for (const word of saying.slice(1)) {
      if (!this.sameWord(word, words[next] ?? "") && this.stop.has(words[next])) next += 1;
      if (!this.sameWord(word, words[next] ?? "")) return null;
      found.push(words[next]);
      next += 1;
    }
    return found;
  }

  /**
   * @param {string} one
   * @param {string} other
   */
  sameWord(one, other) {
    if (one === other || this.irregular.get(one)?.includes(other)) return true;
    const stems = this.stems(other);
    return [...this.stems(one)].some(
      (stem) => stems.has(stem) && this.isFormOf(one, stem) && this.isFormOf(other, stem),
    );
  }
}

/**
 * Whether both words double the letter before their endings, or neither does: `stile` is no form of `stille`. A word
 * without an ending agrees with both.
 * @param {string} one
 * @param {string} other
 * @param {number} at where the endings begin
 */
export function areDoubledAlike(one, other, at) {
  if (one.length <= at || other.length <= at) return true;
  return (one[at] === one[at - 1]) === (other[at] === other[at - 1]);
}

/**
 * Words in order, each written as how much it shares with the one before it, and the rest.
 * @param {string} text
 */
function unfolded(text) {
  const found = [];
  let last = "";
  for (const part of text ? text.split(" ") : []) {
    last = last.slice(0, parseInt(part[0], 36)) + part.slice(1);
    found.push(last);
  }
  return found;
}
