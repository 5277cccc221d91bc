// A mail to the school's contact that asks to attach the file.
import { counted, word } from "./words.js";

/** @import { Draft, SchoolFile } from "../../types/school.js" */

/** What the parts of a draft are called, by where their paths begin. */
const PARTS = ["plans", "superusers", "levels", "observations", "focus", "agreements"];

/**
 * The address of the mail. No name of a person and nothing of what was written is in it: that is in the file.
 * @param {SchoolFile} data
 * @param {Draft} draft
 * @param {string} file
 */
export function mailTo(data, draft, file) {
  const changed = PARTS.map((part) => [part, changesIn(draft, part)]).filter(([, count]) => count);
  const lines = changed.map(([part, count]) => `- ${word(String(part))}: ${counted("changes", Number(count))}`);
  const body = [word("mailBegin", { school: data.title }), "", ...lines, "", word("mailAttach", { file })].join("\r\n");
  const subject = word("mailSubject", { school: data.title });
  return `mailto:${encodeURIComponent(data.mailbox ?? "").replace("%40", "@")}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
}

/**
 * How many rows or fields of a part were changed.
 * @param {Draft} draft
 * @param {string} part
 */
function changesIn({ changes }, part) {
  const paths = [...changes.keys()].filter((path) => path.startsWith(`${part}/`)).map((path) => path.split("/"));
  const depth = part === "plans" ? 4 : 2;
  const rows = paths.filter((parts) => parts.length >= depth).map((parts) => parts.slice(0, depth).join("/"));
  return new Set(part === "superusers" ? rows.map(() => part) : rows).size;
}
