// Puts text on the clipboard, or a mail with and without formatting.

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
 * Puts a mail on the clipboard as HTML and as plain text; mail programs take the one that they can show.
 * The texts are promised, not awaited: some browsers let a page copy only at once after the click.
 * @param {string} html
 * @param {string} text
 */
export async function copyMail(html, text) {
  try {
    const item = new ClipboardItem({
      "text/html": fetched(html, "text/html"),
      "text/plain": fetched(text, "text/plain"),
    });
    await navigator.clipboard.write([item]);
    return true;
  } catch (error) {
    console.warn(error);
    return false;
  }
}

/**
 * @param {string} address
 * @param {string} type
 */
async function fetched(address, type) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return new Blob([await answer.text()], { type });
}
