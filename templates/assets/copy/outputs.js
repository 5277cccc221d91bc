// What the fitted course can be taken as: Word, calendar, YAML, clipboard and paper.
import { make } from "../strings.js";
import { fileName, saveFile } from "../word/save.js";
import { today } from "./dates.js";
import { button, speak, voice } from "./fields.js";
import { addressOf, whole } from "./fitted.js";
import { calendar } from "./ics.js";
import { printElement } from "./paper.js";
import { copyRich, selectContent } from "./rich.js";
import { word } from "./words.js";
import { yamlFile } from "./yaml.js";

export class Outputs {
  /** `current()` gives `{copy, data, plan, parts()}`; `start()` takes the visitor to the start date. */
  constructor({ current, start }) {
    Object.assign(this, { current, start });
    this.said = voice();
    this.byHand = make("div", { className: "hub-by-hand", tabIndex: 0, hidden: true });
    this.byHand.setAttribute("role", "region");
    this.byHand.setAttribute("aria-label", word("byHandLabel"));
    this.sections = make("ul", { className: "hub-pieces" });
    this.pieces = make("details", {}, make("summary", { textContent: word("pieces") }), this.sections);
    this.pieces.addEventListener("toggle", () => this.pieces.open && this.list());
    const ways = ["word", "calendar", "yaml", "copyAll", "print"].map((name) =>
      button(word(name), () => this.act(name), name === "word" ? "hub-action" : "hub-action hub-quiet"),
    );
    this.element = make(
      "div",
      {},
      make("h3", { textContent: word("take") }),
      make("div", { className: "hub-copy-row" }, ...ways),
      this.said,
      this.byHand,
      this.pieces,
    );
    if (document.getElementById("share")) {
      this.element.append(
        make(
          "p",
          { className: "hub-small" },
          `${word("shareHint")} `,
          make("a", { href: "#share", textContent: word("share") }),
        ),
      );
    }
  }

  async act(name) {
    this.tell("");
    this.byHand.hidden = true;
    try {
      await this[name](this.current());
    } catch (error) {
      console.warn(error);
      this.tell(word("failed"), true);
    }
  }

  tell(text, isFault = false) {
    speak(this.said, text);
    this.said.classList.toggle("is-fault", isFault);
  }

  save({ copy, data }, ending, content, type) {
    const name = fileName(data.id, copy.klass, ending);
    saveFile(name, content, type);
    this.tell(word("saved", { name }));
  }

  async word(now) {
    const { wordFile } = await import("./docx.js");
    this.save(now, "docx", await wordFile(now.parts(), now.data, now.copy));
  }

  calendar(now) {
    if (!now.plan.dated) {
      this.tell(word("calendarUndated"), true);
      this.start();
      return;
    }
    this.save(now, "ics", calendar({ ...now, address: addressOf(now.data) }), "text/calendar;charset=utf-8");
  }

  yaml(now) {
    if (!now.plan.rows.length) {
      this.tell(word("noLessons"), true);
      return;
    }
    this.save(now, "yml", yamlFile(now.copy, now.data, today()), "application/yaml;charset=utf-8");
  }

  copyAll(now) {
    return this.clip(whole(now.parts()), word("copied"));
  }

  print(now) {
    printElement(whole(now.parts()));
  }

  /** Where the browser refuses, the text is laid out and marked for the visitor. */
  async clip(element, success) {
    if (await copyRich(element)) {
      this.tell(success);
      return;
    }
    this.byHand.hidden = false;
    this.byHand.replaceChildren(...element.childNodes);
    this.tell(word("byHand"));
    selectContent(this.byHand);
  }

  /** The choices were changed: what is listed by section is made anew. */
  stale() {
    if (this.pieces.open) this.list();
  }

  list() {
    const rows = this.current()
      .parts()
      .map((part) => {
        const copy = button(word("copy"), () => this.piece(part.name));
        copy.setAttribute("aria-label", word("copyPiece", { title: part.title }));
        return make("li", {}, make("span", { textContent: part.title }), copy);
      });
    this.sections.replaceChildren(...rows);
  }

  piece(name) {
    const part = this.current()
      .parts()
      .find((one) => one.name === name);
    return part && this.clip(part.element, word("copiedPiece", { title: part.title }));
  }
}
