// A sheet for a conversation as a Word document: what the page says, with what was typed in at the table, and room to write.
import { all, given, make, one } from "./strings.js";
import { documentFile } from "./word/document.js";
import { saveFile } from "./word/download-file.js";
import { cleaned } from "./word/simplify-html.js";

/** Of a line to write on, in characters. */
const LINE = 72;

for (const button of all("[data-hub-sheet]", HTMLButtonElement)) {
  const said = one("[data-hub-sheet] + *", HTMLElement, button.parentElement ?? document);
  button.hidden = false;
  button.addEventListener("click", async () => {
    said.textContent = "";
    try {
      saveFile(`${given(button, "name")}.docx`, await sheetFile(button));
    } catch (error) {
      console.warn(error);
      said.textContent = given(button, "failure");
    }
  });
}

/** @param {HTMLButtonElement} button */
function sheetFile(button) {
  const [head, foot, made] = ["head", "foot", "made"].map((name) => given(button, name));
  const element = make("article", {}, ...cleaned(onPaper(one("[data-hub-article]", HTMLElement, document)).childNodes));
  return documentFile({ element, title: given(button, "title"), subject: "", head, foot, made });
}

/**
 * A copy of the article without what only a screen can show: fields, buttons and ways to other places.
 * @param {HTMLElement} article
 */
function onPaper(article) {
  const copy = /** @type {HTMLElement} */ (article.cloneNode(true));
  for (const part of all(".hub-actions, .hub-screen-only, [data-hub-fields], .hub-lead-list a", Element, copy)) {
    part.remove();
  }
  for (const line of all(".hub-line", HTMLElement, copy)) line.textContent = "_".repeat(LINE);
  // In a cell each small text below another is a line of its own.
  for (const text of all("td .hub-small, th .hub-small", HTMLElement, copy)) text.prepend(" ");
  return copy;
}
