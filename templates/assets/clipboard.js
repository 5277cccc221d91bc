// Puts text on the clipboard, or a mail with and without formatting.
import { plainText } from "./html-to-text.js";

/**
 * True when the browser took it; false when the visitor must copy by hand.
 * @param {string} text
 */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * Puts a mail on the clipboard as HTML and as plain text; mail programs take the one that they can show. `shown` is
 * marked meanwhile, since some browsers copy nothing where nothing is marked.
 * Not by `navigator.clipboard`: it reads the mail under the page's policy, which forbids the styles that mails need.
 * @param {Element} shown
 * @param {string} html
 * @param {string} text
 */
export function copyMail(shown, html, text) {
  let done = false;
  /** @param {ClipboardEvent} event */
  const put = (event) => {
    event.preventDefault();
    event.clipboardData?.setData("text/html", html);
    event.clipboardData?.setData("text/plain", text);
    done = event.clipboardData !== null;
  };
  const marked = getSelection();
  document.addEventListener("copy", put);
  marked?.selectAllChildren(shown);
  const allowed = document.execCommand("copy");
  document.removeEventListener("copy", put);
  if (!allowed || !done) return false;
  marked?.removeAllRanges();
  return true;
}

/**
 * What a mail says as HTML and as plain text: an element with whole addresses.
 * @param {Element} shown
 * @returns {[string, string]}
 */
export function mailOf(shown) {
  const copy = /** @type {Element} */ (shown.cloneNode(true));
  const links = [...copy.querySelectorAll("a")];
  for (const link of links) link.href = new URL(link.getAttribute("href") ?? "", document.baseURI).href;
  const html = copy.innerHTML.trim();
  for (const link of links) if (link.textContent !== link.href) link.append(` (${link.href})`);
  return [html, plainText(copy)];
}
