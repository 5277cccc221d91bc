// The pack for whoever teaches a guide, as one Word document: what this page says, and the guide itself as a handout.
import { make } from "./strings.js";
import { cleaned } from "./word/clean.js";
import { documentFile } from "./word/document.js";
import { saveFile } from "./word/save.js";

for (const button of document.querySelectorAll("[data-hub-pack]")) {
  const said = button.nextElementSibling;
  button.hidden = false;
  button.addEventListener("click", async () => {
    said.textContent = "";
    try {
      saveFile(`${button.dataset.name}.docx`, await packed(button.dataset));
    } catch (error) {
      console.warn(error);
      said.textContent = button.dataset.failure;
    }
  });
}

async function packed({ handout, title, head, foot, made }) {
  const parts = [...document.querySelectorAll("article section")].flatMap((section) =>
    cleaned(boxed(section).childNodes),
  );
  const answer = await fetch(handout);
  if (!answer.ok) throw new Error(`${handout}: ${answer.status}`);
  const guide = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const [name, element] of ["href", "src"].flatMap((name) =>
    [...guide.querySelectorAll(`article [${name}]`)].map((found) => [name, found]),
  )) {
    element.setAttribute(name, new URL(element.getAttribute(name), answer.url).href);
  }
  const element = make(
    "article",
    {},
    make("h1", { textContent: title }),
    ...parts,
    ...handoutOf(guide.querySelector("article")),
  );
  return documentFile({ element, title, subject: "", head, foot, made });
}

/** A copy of a section whose checklist has boxes to tick with a pen. */
function boxed(section) {
  const copy = section.cloneNode(true);
  for (const item of copy.querySelectorAll(".hub-checks > li")) item.prepend("☐ ");
  return copy;
}

/** The guide as people take it along: what they need, and each step with its number, picture and box. */
function handoutOf(article) {
  for (const label of article.querySelectorAll(".hub-label, summary"))
    label.replaceChildren(make("strong", {}, ...label.childNodes));
  const title = make("h1", { textContent: article.querySelector("h1").textContent });
  title.dataset.page = "new";
  const kept = [title];
  kept.push(...cleaned(article.querySelectorAll(":scope > .hub-lead")));
  const before = article.querySelector("#before");
  if (before) kept.push(...cleaned([before, before.nextElementSibling]));
  for (const [index, step] of [...article.querySelectorAll(".hub-step")].entries()) {
    const [heading, ...rest] = cleaned(
      [...step.children].filter((child) => !child.matches(".hub-done, .hub-quiz")),
      { pictures: true },
    );
    heading.prepend(`${index + 1}. `);
    kept.push(heading, ...rest, make("p", { textContent: `☐ ${step.querySelector(".hub-done").textContent.trim()}` }));
  }
  return kept;
}
