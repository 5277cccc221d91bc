// What a hand does to a word: other letters for those it lacks, letters left out, doubled or swapped.

/** @type {[string, string][]} */
const SPELLED = [
  ["ae", "æ"],
  ["oe", "ø"],
  ["aa", "å"],
  ["a", "å"],
  ["o", "ø"],
  ["a", "æ"],
  ["e", "é"],
  ["o", "ö"],
  ["a", "ä"],
  ["u", "ü"],
];
/** @type {[string, string][]} */
const RESPELLED = [
  ["æ", "ae"],
  ["ø", "oe"],
  ["å", "aa"],
  ["é", "e"],
];
const VARIANTS = 40;

/**
 * The ways in which a word may be spelled by those who have, or have not, the letters of its language.
 * @param {string} word
 */
export function variants(word) {
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

/**
 * Whether a word has all the letters of another.
 * @param {string} word
 * @param {string} other
 */
export function hasAll(word, other) {
  const left = [...word];
  return [...other].every((letter) => {
    const at = left.indexOf(letter);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

/**
 * A word without what is over its letters.
 * @param {string} word
 */
export function plain(word) {
  return /[éèêöäü]/.test(word)
    ? word.replace(/[éèê]/g, "e").replaceAll("ö", "ø").replaceAll("ä", "æ").replaceAll("ü", "u")
    : word;
}

/**
 * What a word is when two letters change places, or one is left out.
 * @param {string} word
 */
export function* slips(word) {
  for (let at = 0; at < word.length - 1; at += 1)
    if (word[at] !== word[at + 1]) yield word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
  for (let at = 1; at < word.length; at += 1) yield word.slice(0, at) + word.slice(at + 1);
}

/**
 * How many letters must be put in, taken out, replaced or swapped with a neighbour; `most` + 1 when it is more.
 * @param {string} one
 * @param {string} other
 * @param {number} most
 */
export function distance(one, other, most) {
  /** @type {number[][]} */
  let [before, last, row] = [[], [], Array.from({ length: other.length + 1 }, (_, index) => index)];
  for (let at = 1; at <= one.length; at += 1) {
    [before, last, row] = [last, row, [at]];
    let least = at;
    for (let to = 1; to <= other.length; to += 1) {
      const same = one[at - 1] === other[to - 1] ? 0 : 1;
      let cost = Math.min(last[to] + 1, row[to - 1] + 1, last[to - 1] + same);
      if (at > 1 && to > 1 && one[at - 1] === other[to - 2] && one[at - 2] === other[to - 1])
        cost = Math.min(cost, before[to - 2] + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
  }
  return row[other.length];
}
