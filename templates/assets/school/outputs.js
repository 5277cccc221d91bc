// What a school takes along: the file to hand in, paper and a Word document.
import { today } from "../date-arithmetic.js";
import { printElement } from "../print-element.js";
import { saveFile } from "../word/download-file.js";
import { nameOf, written } from "./file.js";
import { sheet } from "./printable.js";
import { localTime, word } from "./words.js";

/** @import { Draft, SchoolFile } from "../../types/school.js" */

/**
 * Hands the file out; its name.
 * @param {SchoolFile} data
 * @param {Draft} draft
 */
export function saveDraft(data, draft) {
  const name = nameOf(data.id, today());
  const text = written(draft, localTime(Date.now()), word("fileHead", { school: data.title }));
  saveFile(name, text, "application/yaml;charset=utf-8");
  return name;
}

/**
 * @param {SchoolFile} data
 * @param {Draft} draft
 */
export function printDraft(data, draft) {
  printElement(sheet(data, draft));
}

/**
 * Hands out a Word document; its name. Rejects when a part of the page cannot be fetched.
 * @param {SchoolFile} data
 * @param {Draft} draft
 */
export async function saveWord(data, draft) {
  const { documentFile } = await import("../word/document.js");
  const title = word("sheetTitle", { school: data.title });
  const name = nameOf(data.id, today()).replace(/yml$/, "docx");
  const made = new Date().toISOString();
  const foot = word("pageOf", { page: "{page}", pages: "{pages}" });
  saveFile(
    name,
    await documentFile({ element: sheet(data, draft), title, subject: title, head: data.title, foot, made }),
  );
  return name;
}
