// What the fitted course can be taken as: Word, calendar, YAML, clipboard and paper.

import { today } from "../date-arithmetic.js";
import { button, region, speak, voice } from "../form-controls.js";
import { printElement } from "../print-element.js";
import { make } from "../strings.js";
import { fileName, saveFile } from "../word/download-file.js";
import { addressOf, whole } from "./adapted-course.js";
import { copyRich, selectContent } from "./copy-rich-text.js";
import { calendar } from "./ics.js";
import { word } from "./words.js";
import { yamlFile } from "./yaml.js";

/** @import { Current } from "../../types/copy.js" */

export class Outputs {
  said = voice();
  byHand = region("hub-by-hand", word("byHandLabel"));
  sections = make("ul", { className: "hub-pieces" });
  pieces = make("details", {}, make("summary", { textContent: word("pieces") }), this.sections);

  /**
   * `undated` says what dates lack, and takes the visitor there.
   * @param {{current: () => Current, undated: () => string}} from
   */
  constructor({ current, undated }) {
    this.current = current;
    this.undated = undated;
    this.byHand.hidden = true;
    this.pieces.addEventListener("toggle", () => this.pieces.open && this.list());
    this.element = make(
      "div",
      {},
      make("h3", { textContent: word("take") }),
      make("div", { className: "hub-copy-row" }, ...this.ways()),
      this.said,
      this.byHand,
      this.pieces,
    );
    if (document.getElementById("share")) {
      const link = make("a", { href: "#share", textContent: word("share") });
      this.element.append(make("p", { className: "hub-small" }, `${word("shareHint")} `, link));
    }
  }

  /** A button for each way to take the course along. */
  ways() {
    return [
      button(word("word"), () => this.act((now) => this.word(now)), "hub-action"),
      button(word("calendar"), () => this.act((now) => this.calendar(now))),
      button(word("yaml"), () => this.act((now) => this.yaml(now))),
      button(word("copyAll"), () => this.act((now) => this.clip(whole(now.parts()), word("copied")))),
      button(word("print"), () => this.act((now) => printElement(whole(now.parts())))),
    ];
  }

  /** @param {(now: Current) => void | Promise<void>} take */
  async act(take) {
    this.tell("");
    this.byHand.hidden = true;
    try {
      await take(this.current());
    } catch (error) {
      console.warn(error);
      this.tell(word("failed"), true);
    }
  }

  /**
   * @param {string} text
   * @param {boolean} [isFault]
   */
  tell(text, isFault = false) {
    speak(this.said, text);
    this.said.classList.toggle("is-fault", isFault);
  }

  /**
   * @param {Current} now
   * @param {string} ending
   * @param {Blob | string} content
   * @param {string} [type] Of a text.
   */
  save({ copy, data }, ending, content, type) {
    const name = fileName(data.id, copy.klass, ending);
    saveFile(name, content, type);
    this.tell(word("saved", { name }));
  }

  /** @param {Current} now */
  async word(now) {
    const { wordFile } = await import("./docx.js");
    this.save(now, "docx", await wordFile(now.parts(), now.data, now.copy));
  }

  /** @param {Current} now */
  calendar(now) {
    const { copy, data, plan } = now;
    if (!plan.dated) {
      this.tell(this.undated(), true);
      return;
    }
    const text = calendar({ copy, data, plan, address: addressOf(data) });
    this.save(now, "ics", text, "text/calendar;charset=utf-8");
  }

  /** @param {Current} now */
  yaml(now) {
    if (!now.plan.rows.length) {
      this.tell(word("noLessons"), true);
      return;
    }
    this.save(now, "yml", yamlFile(now.copy, now.data, today()), "application/yaml;charset=utf-8");
  }

  /**
   * Where the browser refuses, the text is laid out and marked for the visitor.
   * @param {HTMLElement} element
   * @param {string} success
   */
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
      .map(({ name, title }) => {
        const copy = button(word("copy"), () => this.piece(name));
        copy.setAttribute("aria-label", word("copyPiece", { title }));
        return make("li", {}, make("span", { textContent: title }), copy);
      });
    this.sections.replaceChildren(...rows);
  }

  /** @param {string} name */
  piece(name) {
    const part = this.current()
      .parts()
      .find((one) => one.name === name);
    return part && this.clip(part.element, word("copiedPiece", { title: part.title }));
  }
}
