// Which files a form takes, what they are called in the file that is saved, and what is said of those it does not take.

/** Bytes of a picture before it is made smaller. */
export const LARGEST_PICTURE = 50_000_000;
/** Bytes of another file. */
export const LARGEST_FILE = 10_000_000;
/** Bytes of all together. */
export const LARGEST_TOGETHER = 50_000_000;
/** Bytes of an attachment that every mail program sends. */
export const MAIL = 15_000_000;
/** Files that the hub asks about, and nothing else is opened under such a name. */
export const NAMED = /^(?:pictures|files)\/[a-z0-9]+(?:-[a-z0-9]+)*\.[a-z0-9]{1,5}$/;
const RASTER = [".png", ".jpg", ".jpeg", ".webp"];
const HEIC = ["heic", "heix", "hevc", "heim", "heis", "mif1", "msf1", "avif"];
/** @type {Record<string, string>} */
const SUFFIXES = { "image/webp": "webp", "image/jpeg": "jpg", "image/png": "png" };
const LONGEST = 40;

/** @param {string} name */
export function suffixOf(name) {
  return /\.[a-z0-9]{1,5}$/.exec(name.toLowerCase())?.[0] ?? "";
}

/**
 * Whether a field asks for something to show, and not for something to hand out.
 * @param {string[]} suffixes
 */
export function asksForPicture(suffixes) {
  return suffixes.every((suffix) => RASTER.includes(suffix));
}

/**
 * Whether a file is made anew as a picture when it can be shown, in a field for files that end so.
 * @param {string} name
 * @param {string[]} suffixes
 */
export function isMadeAnew(name, suffixes) {
  return asksForPicture(suffixes) || RASTER.includes(suffixOf(name)) || !suffixes.includes(suffixOf(name));
}

/**
 * What phones make, by how the file begins and not by what it is called; "" for anything else.
 * @param {Uint8Array} head
 */
export function ofPhones(head) {
  const text = String.fromCharCode(...head.subarray(4, 12));
  if (!text.startsWith("ftyp")) return "";
  return HEIC.includes(text.slice(4).toLowerCase()) ? "heic" : "film";
}

/**
 * Why a file that cannot be shown as a picture is not taken: the key of a sentence; "" when it is.
 * @param {{name: string, size: number}} file
 * @param {Uint8Array} head
 * @param {string[]} suffixes
 */
export function refusal({ name, size }, head, suffixes) {
  const made = ofPhones(head);
  if (made === "heic" || (made && !suffixes.includes(suffixOf(name)))) return `file.${made}`;
  if (asksForPicture(suffixes)) return "file.noPicture";
  if (!suffixes.includes(suffixOf(name))) return "file.sort";
  if (RASTER.includes(suffixOf(name))) return "file.noPicture";
  return size > LARGEST_FILE ? "file.large" : "";
}

/**
 * The name of a picture in the file that is saved, before a number is put behind it. Long numbers stand for a moment, a
 * telephone or a person, and say nothing.
 * @param {string} name
 * @param {string} type "" for what is kept as it is.
 */
export function nameOf(name, type) {
  const stem = name.replace(/\.[^.]*$/, "").replace(/\d{5,}/g, " ");
  const suffix = SUFFIXES[type] ?? suffixOf(name).slice(1);
  return { start: `${type ? "pictures" : "files"}/${plain(stem) || (type ? "picture" : "file")}`, suffix };
}

/** @param {string} text */
function plain(text) {
  /** @type {Record<string, string>} */
  const folded = { æ: "ae", ø: "oe", å: "aa", ä: "ae", ö: "oe", ß: "ss" };
  const letters = text
    .toLowerCase()
    .normalize("NFC")
    .replace(/[æøåäöß]/g, (letter) => folded[letter])
    .normalize("NFKD");
  const words = letters.replace(/\p{M}/gu, "").replace(/[^a-z0-9]+/g, "-");
  return words.replace(/^-+/, "").slice(0, LONGEST).replace(/-+$/, "");
}

/**
 * Bytes as people say them: `3 kB`, `1,2 MB`.
 * @param {number} bytes
 * @param {string} [language] That of the page.
 */
export function sized(bytes, language = globalThis.document?.documentElement.lang || "da") {
  if (bytes < 100_000) return `${Math.ceil(bytes / 1000)} kB`;
  const millions = bytes / 1_000_000;
  return `${millions.toLocaleString(language, { maximumFractionDigits: millions < 10 ? 1 : 0 })} MB`;
}

/**
 * @param {Uint8Array} one
 * @param {Uint8Array} other
 */
export function isSame(one, other) {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}
