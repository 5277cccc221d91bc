// A file that was saved from the form, as somebody opens it again: YAML alone, or a ZIP file of it and its pictures.
import { UnreadableZipError, unzipped } from "../word/unzip.js";
import { LARGEST_TOGETHER, NAMED, suffixOf } from "./file-rules.js";
import { LARGEST, readFile } from "./parse-saved-form.js";
import { asItWasSaved } from "./small-picture.js";

/** @import { Opened } from "./parse-saved-form.js" */
/** @import { Held } from "./small-picture.js" */
/** @typedef {Uint8Array<ArrayBuffer>} Bytes */

const MOST = { files: 200, bytes: LARGEST_TOGETHER + LARGEST };
/** @type {Record<string, string>} */
const PICTURES = { ".webp": "image/webp", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".png": "image/png" };

/**
 * What it says and the files that came with it, or why it cannot be opened: `what` is the key of a sentence.
 * @param {File} file
 * @param {DOMStringMap} form
 * @returns {Promise<(Opened & {files: Map<string, Held>}) | {what: string, value: string}>}
 */
export async function openedFile(file, form) {
  const parts = await partsOf(file);
  if (!parts) return { what: "otherForm", value: "" };
  const found = readFile(new TextDecoder().decode(parts.form), form);
  return "what" in found ? found : { ...found, files: await heldIn(parts.files) };
}

/**
 * The form and the files beside it; null when there is not one form.
 * @param {File} file
 * @returns {Promise<{form: Bytes, files: Map<string, Bytes>} | null>}
 */
async function partsOf(file) {
  if (file.size > MOST.bytes) return null;
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (String.fromCharCode(...bytes.subarray(0, 4)) !== "PK\x03\x04") return { form: bytes, files: new Map() };
  try {
    return sortedOut(await unzipped(bytes, MOST));
  } catch (error) {
    if (error instanceof UnreadableZipError) return null;
    throw error;
  }
}

/**
 * The form, and all else by its path from there: a system may have put a folder around both.
 * @param {Map<string, Bytes>} files
 */
export function sortedOut(files) {
  const forms = [...files].filter(([path]) => /(^|\/)[^./][^/]*\.ya?ml$/i.test(path) && !path.startsWith("__MACOSX/"));
  if (forms.length !== 1 || forms[0][1].length > LARGEST) return null;
  const [path, form] = forms[0];
  const start = path.slice(0, path.lastIndexOf("/") + 1);
  const beside = [...files].filter(([one]) => one !== path && one.startsWith(start));
  return { form, files: new Map(beside.map(([one, bytes]) => [one.slice(start.length), bytes])) };
}

/**
 * The files that fields can name, as the form holds them; what is no picture although it is called so is left out.
 * @param {Map<string, Bytes>} files
 */
async function heldIn(files) {
  /** @type {Map<string, Held>} */
  const found = new Map();
  for (const [name, bytes] of files) {
    if (!NAMED.test(name)) continue;
    const type = PICTURES[suffixOf(name)];
    const held = type ? await asItWasSaved(new Blob([bytes], { type })) : null;
    if (held || !type) found.set(name, held ?? { bytes, type: "", shown: "", width: 0, height: 0 });
  }
  return found;
}
