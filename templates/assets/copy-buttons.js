// The buttons that copy what a page offers: the text of an element, or a mail, fetched when it is asked for.
import { copyMail, copyText } from "./clipboard.js";
import { all, given, one } from "./strings.js";

for (const button of all("[data-hub-copy-text], [data-hub-copy-mail]", HTMLButtonElement)) {
  const said = one("[role=status]", HTMLElement, button.parentElement ?? document);
  button.hidden = false;
  button.addEventListener("click", async () => {
    said.textContent = "";
    const { hubCopyText, hubCopyMail } = button.dataset;
    const shown = document.getElementById(hubCopyText ?? hubCopyMail ?? "");
    const done = hubCopyText
      ? await copyText(shown?.textContent ?? "")
      : await copyMail(given(button, "html"), given(button, "text"));
    if (!done && shown) getSelection()?.selectAllChildren(shown);
    said.textContent = given(said, done ? "done" : "failed");
  });
}
