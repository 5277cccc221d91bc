// Saves a page as one file, with styles and pictures inside and no script: as `hub export page` makes it, without a program.
import { all, given, make, one } from "./strings.js";
import { saveFile } from "./word/download-file.js";

/** What does nothing without the site or a script. A film's transcript stays. */
const LEFT_OUT = `script, noscript, template, dialog, form, button, input, select, textarea, iframe, video, audio, object,
  embed, nav, source, track, link, meta, style, progress, hub-progress, hub-ways, hub-copy, hub-copies, .hub-one-file`;
const ATTRIBUTES = /^(on|data-)|^(style|srcset|sizes|loading)$/;
/** Readers have fonts, and these would be most of the file. */
const FONTS = /@font-face\s*\{[^}]*\}/g;

for (const button of all("[data-hub-one-file]", HTMLButtonElement)) {
  const said = one("[data-hub-one-file] + [role=status]", HTMLElement, button.parentElement ?? document);
  // A page from a disk can fetch neither its pictures nor its styles.
  button.hidden = location.protocol === "file:";
  button.addEventListener("click", async () => {
    said.textContent = "";
    button.disabled = true;
    try {
      saveFile(`${given(button, "hubOneFile")}.html`, await whole(), "text/html");
      said.textContent = given(button, "done");
    } catch (error) {
      console.warn(error);
      said.textContent = given(button, "failure");
    } finally {
      button.disabled = false;
    }
  });
}

async function whole() {
  const styles = await text(new URL("hub.css", import.meta.url));
  const style = make("style", { textContent: styles.replace(FONTS, "").replaceAll("</", "<\\/") });
  const main = /** @type {HTMLElement} */ (one("main", HTMLElement).cloneNode(true));
  for (const element of main.querySelectorAll(LEFT_OUT)) element.remove();
  for (const link of all("a[href]", HTMLAnchorElement, main)) {
    const href = link.getAttribute("href") ?? "";
    if (!href.startsWith("#")) link.href = new URL(href, location.href).href;
  }
  await Promise.all(all("img", HTMLImageElement, main).map(inside));
  for (const element of main.querySelectorAll("*"))
    for (const { name } of [...element.attributes]) if (ATTRIBUTES.test(name)) element.removeAttribute(name);
  const policy = `default-src 'none'; img-src data:; style-src ${await allowed(style.textContent)}`;
  const head = make("head", {}, make("meta"), make("meta"), make("meta", { name: "viewport" }), make("title"), style);
  const [signs, security, viewport] = all("meta", HTMLMetaElement, head);
  signs.setAttribute("charset", "utf-8");
  security.httpEquiv = "Content-Security-Policy";
  for (const [meta, content] of /** @type {const} */ ([
    [security, policy],
    [viewport, "width=device-width, initial-scale=1"],
  ]))
    meta.content = content;
  one("title", HTMLTitleElement, head).textContent = document.title;
  const page = make("html", { lang: document.documentElement.lang }, head, make("body", {}, main));
  return `<!doctype html>\n${page.outerHTML}\n`;
}

/**
 * Puts a picture itself in the place of its address.
 * @param {HTMLImageElement} image
 */
async function inside(image) {
  const answer = await fetch(new URL(image.getAttribute("src") ?? "", location.href));
  if (!answer.ok) throw new Error(`${answer.status} ${answer.url}`);
  const reader = new FileReader();
  const read = new Promise((done) => reader.addEventListener("load", done));
  reader.readAsDataURL(await answer.blob());
  await read;
  image.src = String(reader.result);
}

/** @param {URL} address */
async function text(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return answer.text();
}

/**
 * What a policy calls a style by. Where a browser counts no hashes, on sites without https, any: there is but one.
 * @param {string} content
 */
async function allowed(content) {
  if (!globalThis.crypto?.subtle) return "'unsafe-inline'";
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(content)));
  return `'sha256-${btoa(String.fromCharCode(...bytes))}'`;
}
