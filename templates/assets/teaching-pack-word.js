// The pack for whoever teaches, as one Word document: what this page says, and the guides that it uses as handouts.
import { all, given, make, one } from "./strings.js";
import { documentFile } from "./word/document.js";
import { saveFile } from "./word/download-file.js";
import { cleaned } from "./word/simplify-html.js";

/** What stands before the steps and is taken along. */
const ABOUT = ":scope > .hub-known, :scope > .hub-known-line, :scope > .hub-lead";

for (const button of all("[data-hub-pack]", HTMLButtonElement)) {
  const said = one("[data-hub-pack] + *", HTMLElement, button.parentElement ?? document);
  button.hidden = false;
  button.addEventListener("click", async () => {
    said.textContent = "";
    try {
      saveFile(`${given(button, "name")}.docx`, await packed(button));
    } catch (error) {
      console.warn(error);
      said.textContent = given(button, "failure");
    }
  });
}

/** @param {HTMLButtonElement} button */
async function packed(button) {
  const title = given(button, "title");
  const parts = all("article section", Element).flatMap((section) => cleaned(boxed(section).childNodes));
  const addresses = given(button, "handout").split(" ").filter(Boolean);
  const guides = await Promise.all(addresses.map(handout));
  const element = make("article", {}, make("h1", { textContent: title }), ...parts, ...guides.flat());
  const [head, foot, made] = ["head", "foot", "made"].map((name) => given(button, name));
  return documentFile({ element, title, subject: "", head, foot, made });
}

/**
 * A copy of a section whose checklist has boxes to tick with a pen.
 * @param {Element} section
 */
function boxed(section) {
  const copy = /** @type {Element} */ (section.cloneNode(true));
  for (const item of copy.querySelectorAll(".hub-checks > li")) item.prepend("☐ ");
  return copy;
}

/**
 * A guide as people take it along, fetched from its page.
 * @param {string} address
 */
async function handout(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const article = one("article", HTMLElement, page);
  for (const name of ["href", "src"]) {
    for (const element of article.querySelectorAll(`[${name}]`)) {
      element.setAttribute(name, new URL(element.getAttribute(name) ?? "", answer.url).href);
    }
  }
  return handoutOf(article);
}

/**
 * What people need, each step with its number, picture and box, under the headings of its section, and the result.
 * @param {HTMLElement} article
 */
function handoutOf(article) {
  for (const label of article.querySelectorAll(".hub-label, summary")) {
    label.replaceChildren(make("strong", {}, ...label.childNodes));
  }
  const title = make("h1", { textContent: one("h1", HTMLElement, article).textContent });
  title.dataset.page = "new";
  /** @type {Node[]} */
  const kept = [title, ...cleaned(article.querySelectorAll(ABOUT))];
  const hasSections = article.querySelector(".hub-section") !== null;
  let number = 0;
  for (const part of one(".hub-body", HTMLElement, article).children) {
    const isHeading = hasSections && part.matches("#steps, .hub-section");
    if (isHeading || part.matches(".hub-before")) kept.push(...cleaned([part]));
    for (const step of part.matches(".hub-steps") ? all(":scope > .hub-step", HTMLElement, part) : []) {
      number += 1;
      kept.push(...stepOf(step, number));
    }
    if (part.matches(".hub-after")) kept.push(...cleaned(resultOf(part)));
  }
  return kept;
}

/**
 * What one has at the end; what comes next is on other pages.
 * @param {Element} after
 */
function resultOf(after) {
  const children = [...after.children];
  const next = children.findIndex(({ id }) => id === "next");
  return next < 0 ? children : children.slice(0, next);
}

/**
 * @param {HTMLElement} step
 * @param {number} number
 */
function stepOf(step, number) {
  const parts = [...step.children].filter((child) => !child.matches(".hub-done, .hub-quiz"));
  const [heading, ...rest] = cleaned(parts, { pictures: true });
  if (heading instanceof Element) heading.prepend(`${number}. `);
  const done = one(".hub-done", HTMLElement, step).textContent.trim();
  return [heading, ...rest, make("p", { textContent: `☐ ${done}` })];
}
