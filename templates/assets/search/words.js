// The words of the hub, and what a language knows of words: inflection, spelling, compounds and slips of the pen.
const SHORTEST = 3;
/** Letters that a stem must keep. */
const SLIP = 5;
/** Letters that a word must have before a slip of the pen is looked for. */
const HEADS = 8;
const SPELLED = [["ae", "æ"], ["oe", "ø"], ["aa", "å"], ["a", "å"], ["o", "ø"], ["a", "æ"], ["e", "é"], ["o", "ö"], ["a", "ä"], ["u", "ü"]];
const RESPELLED = [...SPELLED.slice(0, 3).map(([plain, letter]) => [letter, plain])];
const VARIANTS = 40;

export class Words {
  constructor(data) {
    this.list = unfolded(data.words);
    this.pages = data.pages;
    this.stop = new Set(data.stop.split(" "));
    this.endings = new Set(["", ...data.endings.split(" ")]);
    this.derived = new Set(data.derived.split(" "));
    this.links = ["", ...data.links.split(" ")];
    this.irregular = new Map();
    for (const line of data.irregular) {
      const forms = line.split(" ");
      for (const form of forms) this.irregular.set(form, [...(this.irregular.get(form) ?? []), ...forms]);
    }
    this.sayings = new Map();
    for (const group of data.synonyms) for (const saying of group) this.learn(saying, group);
  }

  /** A saying of one or more words is found by its first word. */
  learn(saying, group) {
    const words = saying.toLowerCase().split(/[\s-]+/);
    for (const stem of this.stems(words[0])) {
      if (!this.sayings.has(stem)) this.sayings.set(stem, []);
      this.sayings.get(stem).push({ words, others: group.filter((other) => other !== saying) });
    }
  }

  has(word) {
    return this.list[this.place(word)] === word;
  }

  /** Where a word stands, or would stand. */
  place(word) {
    let [from, to] = [0, this.list.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (this.list[middle] < word) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  *beginningWith(start) {
    for (let at = this.place(start); this.list[at]?.startsWith(start); at += 1) yield this.list[at];
  }

  /** What may be left of a word without its ending, the word itself first. */
  stems(word, endings = this.endings, shortest = SHORTEST) {
    const found = new Set([word]);
    for (let length = word.length - 1; length >= shortest; length -= 1) {
      if (!endings.has(word.slice(length))) continue;
      const stem = word.slice(0, length);
      found.add(stem);
      if (stem.length > shortest && stem.at(-1) === stem.at(-2)) found.add(stem.slice(0, -1));
    }
    return found;
  }

  /** Whether a word is the stem with an ending, also after a doubled letter: `grup-p-en`. */
  isFormOf(word, stem) {
    const rest = word.slice(stem.length);
    return this.endings.has(rest) || (rest[0] === stem.at(-1) && this.endings.has(rest.slice(1)));
  }

  /** The hub's words that are another form of this one; the word itself first when the hub has it. */
  forms(word) {
    const found = new Set(this.has(word) ? [word] : []);
    for (const stem of this.stems(word)) {
      for (const other of this.beginningWith(stem)) if (this.isFormOf(other, stem)) found.add(other);
    }
    return [...found];
  }

  /** Forms that no ending leads to: `bog` and `bøger`. */
  oddForms(word) {
    return (this.irregular.get(word) ?? []).filter((form) => form !== word).flatMap((form) => this.has(form) ? [form] : this.forms(form));
  }

  /** The same matter as another part of speech: `oprette` and `oprettelse`. */
  relatives(word) {
    const found = new Set();
    for (const stem of [...this.stems(word, this.derived, 4), ...this.stems(word, this.endings, 4)]) {
      if (stem.length < 4) continue;
      for (const other of this.beginningWith(stem)) {
        const rest = other.slice(stem.length);
        const single = rest[0] === stem.at(-1) ? rest.slice(1) : rest;
        if (this.derived.has(rest) || this.derived.has(single) || this.endings.has(rest)) found.add(other);
      }
    }
    return [...found];
  }

  /** The hub's words that are this one as it is typed without æ, ø and å, or with them. */
  spellings(word) {
    const found = [];
    for (const other of variants(word)) if (other !== word) found.push(...(this.has(other) ? [other] : this.forms(other)));
    return [...new Set(found)];
  }

  known(word) {
    return this.has(word) || this.forms(word).length > 0;
  }

  /** Whether a piece of a compound is a word, with or without a letter that links it to the next. */
  isPart(piece) {
    return this.links.some((link) => piece.endsWith(link) && this.known(piece.slice(0, piece.length - link.length)));
  }

  /** Compounds that end with the word, the shortest first: `læringsmål` for `mål`. Those that begin with it are found by Pagefind. */
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

  /** Words with this one in the middle, when it is long enough to mean it. */
  around(word) {
    if (word.length < SLIP) return [];
    const stem = [...this.stems(word, this.endings, SLIP)].at(-1);
    return this.list.filter((other) => other.indexOf(stem) > 1).sort((one, other) => one.length - other.length).slice(0, HEADS);
  }

  /** Two words that were typed as one; null when there are none. */
  split(word) {
    let best = null;
    for (let at = SHORTEST; at <= word.length - SHORTEST; at += 1) {
      const [head, rest] = [word.slice(0, at), word.slice(at)];
      if (this.stop.has(rest) || !this.known(rest)) continue;
      const left = this.links.map((link) => head.endsWith(link) && head.slice(0, head.length - link.length)).find((piece) => piece && piece.length >= SHORTEST && !this.stop.has(piece) && this.known(piece));
      const even = Math.min(head.length, rest.length);
      if (left && (!best || even > best.even)) best = { parts: [left, rest], even };
    }
    return best?.parts ?? null;
  }

  /** Words that were probably meant, the nearest first; when none is near, those that are near without an ending. */
  meant(word) {
    for (const stem of this.stems(word, this.endings, SLIP)) {
      const found = this.near(stem);
      if (found.length) return found;
    }
    return [];
  }

  near(word) {
    if (word.length < SLIP) return [];
    const most = word.length >= 8 ? 2 : 1;
    let found = [];
    let least = most;
    for (const other of this.list) {
      if (Math.abs(other.length - word.length) > most || (other[0] !== word[0] && other[1] !== word[1])) continue;
      const far = distance(word, other, least);
      if (far > least) continue;
      if (far < least) found = [];
      least = far;
      found.push(other);
    }
    const off = (other) => (other[0] === word[0] ? 0 : 1) + Math.abs(other.length - word.length);
    return found.sort((one, other) => off(one) - off(other)).slice(0, 3);
  }

  /** What else people call it: sayings that begin with the word at this place, with their length and the others of their group. */
  *synonyms(words, at) {
    for (const stem of this.stems(words[at])) {
      for (const saying of this.sayings.get(stem) ?? []) {
        const isSaid = saying.words.every((word, index) => words[at + index] && this.sameWord(word, words[at + index]));
        if (isSaid) yield { length: saying.words.length, others: saying.others };
      }
    }
  }

  sameWord(one, other) {
    if (one === other) return true;
    const stems = this.stems(other);
    return [...this.stems(one)].some((stem) => stems.has(stem) && this.isFormOf(one, stem) && this.isFormOf(other, stem));
  }
}

/** Words in order, each written as how much it shares with the one before it, and the rest. */
function unfolded(text) {
  const found = [];
  let last = "";
  for (const part of text ? text.split(" ") : []) {
    last = last.slice(0, parseInt(part[0], 36)) + part.slice(1);
    found.push(last);
  }
  return found;
}

/** The ways in which a word may be spelled by those who have, or have not, the letters of its language. */
function variants(word) {
  const found = new Set([word]);
  for (const [from, to] of [...RESPELLED, ...SPELLED]) {
    for (const one of [...found]) {
      for (let at = one.indexOf(from); at >= 0 && found.size < VARIANTS; at = one.indexOf(from, at + 1)) {
        found.add(one.slice(0, at) + to + one.slice(at + from.length));
      }
      if (found.size < VARIANTS) found.add(one.replaceAll(from, to));
    }
  }
  return found;
}

/** How many letters must be put in, taken out, replaced or swapped with a neighbour; `most` + 1 when it is more. */
export function distance(one, other, most) {
  let [before, last, row] = [[], [], Array.from({ length: other.length + 1 }, (_, index) => index)];
  for (let at = 1; at <= one.length; at += 1) {
    [before, last, row] = [last, row, [at]];
    let least = at;
    for (let to = 1; to <= other.length; to += 1) {
      const same = one[at - 1] === other[to - 1] ? 0 : 1;
      let cost = Math.min(last[to] + 1, row[to - 1] + 1, last[to - 1] + same);
      if (at > 1 && to > 1 && one[at - 1] === other[to - 2] && one[at - 2] === other[to - 1]) cost = Math.min(cost, before[to - 2] + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
  }
  return row[other.length];
}
