// What the index finds a Danish word by: its stem, as Snowball takes it.
const FIRST = "erendes erende hedens ethed erede heden heder endes ernes erens erets ered ende erne eren erer heds enes eres eret hed ene ere ens ers ets en er es et e".split(" ");
const BEFORE_S = "abcdfghjklmnoprtvyzå";
const PAIRS = ["gd", "dt", "gt", "kt"];
const VOWEL = /[aeiouyæåø]/;

/** The stem of a word in small letters. */
export function stem(word) {
  const begins = region(word);
  const ends = (text, ending) => text.endsWith(ending) && text.length - ending.length >= begins;
  let found = word;
  const first = FIRST.find((ending) => ends(found, ending));
  if (first) found = found.slice(0, -first.length);
  else if (ends(found, "s") && BEFORE_S.includes(found.at(-2))) found = found.slice(0, -1);
  found = single(found);
  if (found.endsWith("igst")) found = found.slice(0, -2);
  const third = ["elig", "løst", "lig", "els", "ig"].find((ending) => ends(found, ending));
  if (third === "løst") found = found.slice(0, -1);
  else if (third) found = single(found.slice(0, -third.length));
  const [last, before] = [found.at(-1), found.at(-2)];
  return found.length - 1 >= begins && last === before && !VOWEL.test(last) ? found.slice(0, -1) : found;

  /** Without the second of two consonants that end it. */
  function single(text) {
    return PAIRS.includes(text.slice(-2)) && text.length - 2 >= begins ? text.slice(0, -1) : text;
  }
}

/** Where endings may begin: after the first consonant that follows a vowel, and not before the fourth letter. */
function region(word) {
  const vowel = word.search(VOWEL);
  if (vowel < 0) return word.length;
  for (let at = vowel + 1; at < word.length; at += 1) if (!VOWEL.test(word[at])) return Math.max(3, at + 1);
  return word.length;
}
