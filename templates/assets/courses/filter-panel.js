// What courses are narrowed down by: beside the list where there is room, else a sheet over it that says how many are left.
import { make, say } from "../strings.js";

const ROOM = matchMedia("(min-width: 60rem)");

export class Narrow {
  column = make("div", { className: "hub-narrow" });
  sheet = make("dialog", { className: "hub-narrow-sheet" });
  opener = make("button", {
    type: "button",
    className: "hub-action hub-second",
    textContent: say("browser.choices", "Narrow down"),
  });
  show = make("button", { type: "button", className: "hub-action" });
  choices = make("div", { className: "hub-choices" });
  title = make("p", { className: "hub-label", textContent: say("browser.choices", "Narrow down") });

  constructor() {
    const close = make("button", {
      type: "button",
      className: "hub-small-button",
      textContent: say("browser.close", "Close"),
    });
    this.opener.addEventListener("click", () => this.sheet.showModal());
    for (const button of [this.show, close]) button.addEventListener("click", () => this.sheet.close());
    this.sheet.setAttribute("aria-label", say("browser.choices", "Narrow down"));
    this.sheet.append(make("div", { className: "hub-narrow-head" }, this.title.cloneNode(true), close));
    this.sheet.append(make("div", { className: "hub-narrow-foot" }, this.show));
    this.column.append(this.title, this.opener, this.sheet);
  }

  /**
   * The parts of the page, with these choices.
   * @param {HTMLElement[]} boxes
   */
  elements(boxes) {
    this.choices.replaceChildren(...boxes);
    this.lay();
    ROOM.addEventListener("change", () => this.lay());
    return [this.column];
  }

  /** Puts the choices where there is room for them. */
  lay() {
    this.sheet.close();
    if (ROOM.matches) this.column.append(this.choices);
    else this.sheet.lastElementChild?.before(this.choices);
    this.title.hidden = !ROOM.matches;
    this.opener.hidden = ROOM.matches;
  }

  /**
   * @param {number} number
   * @param {string} count The same as people write it.
   */
  tell(number, count) {
    this.show.textContent =
      number === 1
        ? say("browser.showOne", "Show 1 course")
        : say("browser.showMany", "Show {count} courses", { count });
  }
}
