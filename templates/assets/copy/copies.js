// "My copies": everything that this browser keeps of the visitor's copies, to open, export, bring back and delete.

import { isDay, plainDay, today } from "../date-arithmetic.js";
import { button, speak, voice } from "../form-controls.js";
import { make } from "../strings.js";
import { saveFile } from "../word/download-file.js";
import { ask } from "./ask.js";
import { loadStyle } from "./load-styles.js";
import { allCopies, drop, dropAll, exported, takeIn } from "./store.js";
import { counted, loadWords, word } from "./words.js";

/** @import { Copy } from "../../types/copy.js" */

const ROOT = new URL("../../", import.meta.url);

/** @param {HTMLElement} host */
export async function showCopies(host) {
  await Promise.all([loadWords(), loadStyle()]);
  const copies = new Copies();
  host.replaceChildren(copies.list, copies.said, copies.bringBack());
  addEventListener("storage", () => copies.show());
  copies.show();
}

class Copies {
  list = make("div", {});
  said = voice();

  /**
   * @param {string} text
   * @param {boolean} [isFault]
   */
  tell(text, isFault = false) {
    speak(this.said, text);
    this.said.classList.toggle("is-fault", isFault);
  }

  show() {
    const copies = allCopies().reverse();
    if (!copies.length) {
      this.list.replaceChildren(make("p", { textContent: word("noCopies") }));
      return;
    }
    const rows = copies.map((copy) => this.row(copy));
    const save = button(word("exportAll"), () => this.save());
    const all = button(word("deleteAll"), () =>
      this.remove(all, counted("deleteAllAsk", copies.length), dropAll, word("deletedAll")),
    );
    this.list.replaceChildren(
      make("ul", { className: "hub-dense hub-my-copies" }, ...rows),
      make("p", { className: "hub-copy-row" }, save, all),
    );
  }

  /** @param {Copy} copy */
  row(copy) {
    const title = nameOf(copy);
    const address = new URL(copy.url, ROOT);
    address.hash = `copy=${copy.key}`;
    const facts = [
      isDay(copy.start) ? word("startsOn", { day: plainDay(copy.start) }) : word("noStart"),
      counted("lessonCount", copy.kept.length),
      word("madeOn", { day: plainDay(today(new Date(copy.made))) }),
    ];
    const remove = button(word("delete"), () =>
      this.remove(remove, word("deleteOne", { title }), () => drop(copy.key), word("deleted", { title })),
    );
    remove.setAttribute("aria-label", word("deleteNamed", { title }));
    const said = make("span", { className: "hub-small", textContent: facts.join(" · ") });
    const open = make("a", { href: address.href, className: "hub-action", textContent: word("open") });
    open.setAttribute("aria-label", word("openNamed", { title }));
    const name = make("strong", { textContent: title });
    return make("li", {}, make("div", {}, name, said), make("div", { className: "hub-copy-row" }, open, remove));
  }

  /**
   * Asks, and removes when the visitor says yes; otherwise the button has the focus again.
   * @param {HTMLButtonElement} opener
   * @param {string} question
   * @param {() => boolean} act Whether the browser did it.
   * @param {string} success
   */
  async remove(opener, question, act, success) {
    if (!(await ask(question, word("deleteYes"), word("keepIt")))) {
      opener.focus();
      return;
    }
    const isRemoved = act();
    this.show();
    this.tell(isRemoved ? success : word("notKept"), !isRemoved);
  }

  save() {
    const name = `${word("exportName")}-${today()}.json`;
    saveFile(name, exported(), "application/json");
    this.tell(word("saved", { name }));
  }

  /** A file that was exported in another browser, or before everything was deleted. */
  bringBack() {
    const input = make("input", { type: "file", accept: ".json,application/json" });
    input.addEventListener("change", async () => {
      const file = input.files?.[0];
      if (!file) return;
      const { count, isStored } = takeIn(await file.text());
      input.value = "";
      this.show();
      if (!isStored) this.tell(word("notKept"), true);
      else this.tell(count ? counted("takenIn", count) : word("nothingIn"), !count);
    });
    const hint = make("span", { className: "hub-label", textContent: word("bringBackHint") });
    return make("details", {}, make("summary", { textContent: word("bringBack") }), make("label", {}, hint, input));
  }
}

/** @param {Copy} copy */
function nameOf(copy) {
  return [copy.title, copy.klass.trim()].filter(Boolean).join(" – ");
}
