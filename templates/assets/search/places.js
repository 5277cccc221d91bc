// Where on a page the words stand that it was found by. The lean index does not say: it is seen in the page's own text.
const MARKS = /\p{M}/gu;
const PARTS = /\p{Lu}*\p{Ll}+|\p{Lu}+|\p{N}+|\p{L}+/gu;
/** A word parts between signs, and where small letters, capital letters and digits meet. */
const NO_LETTER = /[^\p{L}\p{N}_‿⁀⁔︳︴﹍﹎﹏＿]/gu;

/** A text without accents. */
export const bare = (text) => text.normalize("NFD").replace(MARKS, "");

/** The places of the words whose stem begins with one of the `starts`. */
export function placesOf(words, starts, stem) {
  const known = new Map();
  // A stem is the beginning of its word, and most words need not be stemmed to see that theirs is another.
  const isFound = (word) => forms(word).some((form) => starts.some((start) => form.startsWith(start) && stem(form).startsWith(start)));
  const found = [];
  for (const [place, word] of words.entries()) {
    if (!known.has(word)) known.set(word, isFound(word));
    if (known.get(word)) found.push(place);
  }
  return found;
}

/** What a word as it is written may be found by, whole and in parts, in small letters. */
function forms(word) {
  const text = bare(word);
  const parts = text.match(PARTS) ?? [];
  const whole = text.replace(NO_LETTER, "");
  return (parts.length > 1 ? [whole, ...parts] : whole ? [whole] : []).map((form) => form.toLowerCase());
}
