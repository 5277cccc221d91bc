// A hub's words for the tests: as `generator/search/lexicon.py` writes them, but with few endings.
import { Words } from "../../../templates/assets/search/lexicon.js";

const LANGUAGE = {
  stop: "og i en at det",
  light: "find finder",
  endings: "ernes erne ene er en et e s",
  derived: "elserne elsen else ningen ning er e",
  links: "s e",
  irregular: ["bog bøger bøgerne"],
  synonyms: [
    ["kodeord", "adgangskode"],
    ["log ind", "login"],
    ["det skole", "plan"],
    ["i det", "samtidig"],
  ],
};

/**
 * The words of a hub; `stems` are those that are not the word itself.
 * @param {string[]} words
 * @param {Record<string, string>} [stems]
 */
export function hub(words, stems = {}) {
  const list = [...words].sort();
  const odd = list.filter((word) => stems[word] && !word.startsWith(stems[word]));
  const cuts = list.map((word) => (odd.includes(word) ? 255 : word.length - (stems[word] ?? word).length));
  return new Words(LANGUAGE, folded(list), Uint8Array.from(cuts), odd.map((word) => stems[word]).join(" "));
}

/** @param {string[]} words */
function folded(words) {
  return words
    .map((word, place) => {
      const last = words[place - 1] ?? "";
      let shared = 0;
      while (shared < 35 && shared < word.length && word[shared] === last[shared]) shared += 1;
      return shared.toString(36) + word.slice(shared);
    })
    .join(" ");
}
