// How the dialog shows what was found: a few at a time, so that whoever types on is not kept waiting while they are laid out.
import { make } from "../strings.js";

const AT_ONCE = 2;

/** Puts results in a list, instead of what stands there. They stop coming when `isOld`; whether all came. */
export async function fill(list, results, isOld) {
  // What stands below does not jump up and down again.
  list.style.minHeight = `${list.offsetHeight}px`;
  const end = document.createComment("");
  list.replaceChildren(end);
  const isWhole = await insert(end, results, isOld);
  if (isWhole) list.style.minHeight = "";
  return isWhole;
}

/** Puts results where a row of the list is; the first of them stand there when this returns. */
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

/** What was changed stands on the screen: to lay it out is no part of the next task. */
function drawn() {
  return new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
}

function hit({ url, title, kind, excerpt, parts }) {
  const item = make("li", { className: "hub-hit" });
  if (kind) item.append(make("span", { className: "hub-kind", textContent: kind }));
  item.append(make("a", { href: url, textContent: title }), make("p", { className: "hub-hit-text" }, ...marked(excerpt)));
  if (parts.length) {
    const links = parts.map((part) => make("li", {}, make("a", { href: part.url, textContent: part.title }), ...line(part)));
    item.append(make("ul", { className: "hub-parts" }, ...links));
  }
  return item;
}

/** What is said at a moment of a film stands beside its time. */
function line(part) {
  return /#t=\d+$/.test(part.url) ? [" ", make("span", {}, ...marked(part.excerpt))] : [];
}

function marked(texts) {
  return texts.map((text, index) => (index % 2 ? make("mark", { textContent: text }) : text));
}
