// The buttons that copy what a page offers: the text of an element with or without its formatting, or a mail.
import { copyMail, copyText, mailOf } from "./clipboard.js";
import { all, given, one } from "./strings.js";

const ALL = "[data-hub-copy-text], [data-hub-copy-rich], [data-hub-copy-mail]";

for (const button of all(ALL, HTMLButtonElement)) {
  const said = one("[role=status]", HTMLElement, button.parentElement ?? document);
  // Fetched at once: browsers let a page copy only right after the click.
  const { hubCopyText, hubCopyRich, hubCopyMail } = button.dataset;
  const mail = hubCopyMail ? fetchedMail(button) : undefined;
  button.hidden = false;
  button.addEventListener("click", async () => {
    said.textContent = "";
    const shown = document.getElementById(hubCopyText ?? hubCopyRich ?? hubCopyMail ?? "");
    const done = shown !== null && (await copied(button, shown, mail));
    if (!done && shown) getSelection()?.selectAllChildren(shown);
    said.textContent = given(said, done ? "done" : "failed");
  });
}

/**
 * @param {HTMLButtonElement} button
 * @param {Element} shown
 * @param {Promise<[string, string]> | undefined} mail
 */
async function copied(button, shown, mail) {
  const { hubCopyText, hubCopyRich } = button.dataset;
  if (hubCopyText) return copyText(shown.textContent ?? "");
  if (hubCopyRich) return copyMail(shown, ...mailOf(shown));
  const [html, text] = await (mail ?? ["", ""]);
  return html !== "" && copyMail(shown, html, text);
}

/**
 * The files of a mail, as HTML and as plain text; empty where they cannot be fetched, and then the mail is marked.
 * @param {HTMLButtonElement} button
 * @returns {Promise<[string, string]>}
 */
async function fetchedMail(button) {
  try {
    return await Promise.all([fetched(given(button, "html")), fetched(given(button, "text"))]);
  } catch {
    return ["", ""];
  }
}

/** @param {string} address */
async function fetched(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.text();
}
