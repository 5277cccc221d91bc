// Courses as the browser shows them: cards and lines, fetched a few at a time.
import { make, say } from "../strings.js";

/** @import { Card, View } from "../../types/courses.js" */

const ROOT = new URL("../../", import.meta.url);
/** The facts that say whom a course is for, subject and grade, come first and stand over its title. */
const ABOUT = 2;
/** Letters of a fact that is not broken over two lines. */
const SHORT = 16;
/** Between two facts; it stays with the one before it. */
const BETWEEN = "\u00a0· ";

/**
 * A JSON file of this site. Throws when it cannot be had.
 * @param {URL} address
 */
export async function fetched(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

export class Cards {
  /**
   * Files that were asked for, by number.
   * @type {Map<number, Promise<Card[]>>}
   */
  files = new Map();

  /**
   * @param {URL} folder Where the files are.
   * @param {number} chunk Courses in each.
   */
  constructor(folder, chunk) {
    this.folder = folder;
    this.chunk = chunk;
  }

  /**
   * A course as an item of the list, with its adapted copies folded under it.
   * @param {number} place
   * @param {number[]} copies Their places.
   * @param {View} view
   */
  async item(place, copies, view) {
    const card = await this.fetch(place);
    const facts = card.facts.map(whole).join(BETWEEN);
    const adapted = copies.length ? [this.adaptations(copies)] : [];
    if (view === "list") {
      const said = make("span", { className: "hub-small", textContent: facts });
      return make("li", {}, link(card), " ", said, ...adapted);
    }
    return make(
      "li",
      { className: "hub-card hub-card-course" },
      ...picture(card),
      make("p", { className: "hub-kind", textContent: card.facts.slice(0, ABOUT).map(whole).join(BETWEEN) }),
      make("h2", {}, link(card)),
      make("p", { ...spoken(card.language), textContent: card.summary }),
      make("p", { className: "hub-card-facts", textContent: card.facts.slice(ABOUT).map(whole).join(BETWEEN) }),
      ...adapted,
    );
  }

  /**
   * Adapted copies folded under their source: their titles are fetched when somebody looks.
   * @param {number[]} copies
   */
  adaptations(copies) {
    const count = copies.length;
    const textContent =
      count === 1
        ? say("browser.adaptation", "1 adaptation")
        : say("browser.adaptations", "{count} adaptations", { count });
    const list = make("ul", {});
    const box = make("details", { className: "hub-copies-of" }, make("summary", { textContent }), list);
    box.addEventListener("toggle", async () => {
      if (!box.open || list.children.length) return;
      const cards = await Promise.all(copies.map((place) => this.fetch(place)));
      list.replaceChildren(...cards.map((card) => make("li", {}, link(card))));
    });
    return box;
  }

  /** @param {number} place */
  async fetch(place) {
    const number = Math.floor(place / this.chunk);
    const file = this.files.get(number) ?? fetched(new URL(`cards-${number}.json`, this.folder));
    this.files.set(number, file);
    return (await file)[place % this.chunk];
  }
}

/**
 * In what language it is read aloud; an empty one would be none.
 * @param {string} [language]
 */
function spoken(language) {
  return language ? { lang: language } : {};
}

/** @param {Card} card */
function link({ url, title, language }) {
  return make("a", {
    href: new URL(url, ROOT).href,
    ...spoken(language),
    textContent: title.replaceAll(" – ", "\u00a0– "),
  });
}

/**
 * What it is about, at a glance: the title says it in words.
 * @param {Card} card
 */
function picture({ picture, width, height }) {
  if (!picture) return [];
  const src = new URL(picture, ROOT).href;
  return [make("img", { className: "hub-card-picture", src, width, height, alt: "", loading: "lazy" })];
}

/** @param {string} fact */
function whole(fact) {
  return fact.length < SHORT ? fact.replaceAll(" ", "\u00a0") : fact;
}
