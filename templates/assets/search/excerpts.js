// What is shown of a page that was found: the words around those that were asked for, of the page and of its parts.
const WORDS = 24;
const PARTS = 3;
/** Parts of a page that are shown with it. */
const HEADING = /^h\d$/i;

/** A page for the dialog: `{url, title, kind, excerpt, parts}`; an excerpt is a list of texts of which every second is marked. */
export function shownOf(fragment, words, places, base) {
  const marked = [...new Set(places)].sort((one, other) => one - other);
  const url = base + fragment.url.slice(1);
  const { title, kind } = fragment.meta;
  return { url, title, kind, excerpt: excerpt(words, marked, 0, words.length), parts: parts(fragment, words, marked, url) };
}

/** The parts of a page in which there is something of what was asked for. */
function parts({ anchors }, words, marked, url) {
  const heads = anchors.filter(({ element, text }) => HEADING.test(element) && text?.trim()).sort((one, other) => one.location - other.location);
  const found = [];
  for (const [index, { id, text, location }] of heads.entries()) {
    const end = heads[index + 1]?.location ?? words.length;
    const own = marked.filter((place) => place >= location && place < end);
    if (own.length && found.length < PARTS) found.push({ url: `${url}#${id}`, title: text, excerpt: excerpt(words, own, location, end) });
  }
  return found;
}

/** Some words, where those that are marked stand closest. */
function excerpt(words, marked, from, to) {
  const inside = (start) => marked.filter((place) => place >= start && place < start + WORDS).length;
  let best = marked[0] ?? from;
  for (const place of marked) if (inside(place) > inside(best)) best = place;
  const span = marked.filter((place) => place >= best && place < best + WORDS);
  const middle = span.length ? (span[0] + span.at(-1)) >> 1 : best;
  const start = Math.max(from, Math.min(middle - WORDS / 2, to - WORDS));
  const isMarked = new Set(span);
  const texts = [""];
  for (let at = start; at < Math.min(to, start + WORDS); at += 1) {
    const space = at > start ? " " : "";
    if (isMarked.has(at)) {
      texts[texts.length - 1] += space;
      texts.push(words[at], "");
    } else texts[texts.length - 1] += space + words[at];
  }
  return texts;
}
