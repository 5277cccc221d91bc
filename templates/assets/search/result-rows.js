// How the dialog shows what was found: a few at a time, so that whoever types on is not kept waiting while they are laid out.
import { make } from "../strings.js";

/** @import { Excerpt, Part, Shown } from "./excerpts.js" */

const AT_ONCE = 2;
/** Milliseconds after which nobody is waited for who might see it. */
const UNSEEN = 100;

/**
 * Puts results where a row is, the first of them at once. They stop coming when `isOld`; whether all came.
 * @param {HTMLElement} row
 * @param {Shown[]} results
 * @param {() => boolean} isOld
 */
export async function insert(row, results, isOld) {
  const end = document.createComment("");
  row.replaceWith(end);
  for (let at = 0; at < results.length; at += AT_ONCE) {
    if (at) await drawn();
    if (isOld()) return false;
    end.before(...results.slice(at, at + AT_ONCE).map(hit));
  }
  end.remove();
  return true;
}

/**
 * What was changed stands on the screen: to lay it out is no part of the next task. A page that nobody sees is not drawn.
 * @returns {Promise<void>}
 */
function drawn() {
  return new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, UNSEEN);
  });
}

/** @param {Shown} page */
function hit({ url, title, kind, facts, language, excerpt, parts }) {
  const item = make("li", { className: "hub-hit" });
  const lang = language || document.documentElement.lang;
  if (kind) item.append(make("span", { className: "hub-kind", textContent: kind }));
  item.append(make("a", { href: url, textContent: title, lang }));
  if (facts) item.append(make("span", { className: "hub-hit-facts", textContent: facts }));
  item.append(make("p", { className: "hub-hit-text", lang }, ...marked(excerpt)));
  if (parts.length) {
    const links = parts.map((part) =>
      make("li", { lang }, make("a", { href: part.url, textContent: part.title }), ...line(part)),
    );
    item.append(make("ul", { className: "hub-parts" }, ...links));
  }
  return item;
}

/**
 * What is said at a moment of a film stands beside its time.
 * @param {Part} part
 */
function line(part) {
  return /#t=\d+$/.test(part.url) ? [" ", make("span", {}, ...marked(part.excerpt))] : [];
}

/** @param {Excerpt} texts */
function marked(texts) {
  return texts.map((text, index) => (index % 2 ? make("mark", { textContent: text }) : text));
}
