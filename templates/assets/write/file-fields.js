// The files of a form: chosen or dropped, made smaller, kept in this browser, and shown at their fields.
import { all, given, one } from "../strings.js";
import * as rules from "./file-rules.js";
import { HeldFiles } from "./held-files.js";
import { heldOf } from "./read-file.js";
import { word } from "./words.js";

/** @import { Said } from "./draft.js" */
/** @import { Held } from "./small-picture.js" */

/** What people try to choose, and are told what to do with. */
const OF_PHONES = [".heic", ".heif", ".mov"];

export class FileFields {
  /** @type {Set<Promise<void>>} */
  onTheWay = new Set();

  /**
   * @param {HTMLFormElement} root
   * @param {{write: (values: {[path: string]: Said}) => void, changed: () => void}} form
   */
  constructor(root, form) {
    this.root = root;
    this.form = form;
    this.held = new HeldFiles(given(root, "hubWrite"));
    root.addEventListener("click", ({ target }) => this.pressed(target));
    root.addEventListener("change", ({ target }) => {
      if (target instanceof HTMLInputElement && target.type === "file") this.chosen(target);
    });
    for (const kind of /** @type {const} */ (["dragover", "dragleave", "drop"]))
      addEventListener(kind, (event) => this.dragged(event));
  }

  boxes() {
    return all("[data-file]", HTMLElement, this.root);
  }

  /** @param {EventTarget | null} target */
  pressed(target) {
    const button = target instanceof Element ? target.closest("[data-pick], [data-let-go]") : null;
    const box = boxOf(button);
    if (!button || !box) return;
    if (button.matches("[data-let-go]")) return this.letGo(box);
    const input = one("[type=file]", HTMLInputElement, box);
    // A phone makes a JPEG of its own picture where nobody says that they take it as it is.
    const isPhone = matchMedia("(pointer: coarse)").matches;
    input.accept = [given(box, "suffixes"), ...(isPhone ? [] : OF_PHONES)].join(",");
    input.click();
  }

  /** @param {HTMLElement} box */
  letGo(box) {
    say(box, word("file.gone"));
    this.form.write({ [pathOf(box)]: "" });
    one("[data-pick]", HTMLElement, box).focus();
  }

  /** @param {HTMLInputElement} input */
  chosen(input) {
    const [file, box] = [input.files?.[0], boxOf(input)];
    if (!file || !box) return;
    this.begin(box, file);
    input.value = ""; // the same file may be chosen again
  }

  /** @param {DragEvent} event Whatever is dropped beside a field must not take the place of the page. */
  dragged(event) {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    const over = event.type === "dragleave" ? null : boxOf(event.target);
    for (const box of this.boxes()) box.classList.toggle("is-over", event.type === "dragover" && box === over);
    const file = event.dataTransfer.files[0];
    if (event.type === "drop" && over && file && !over.matches(":disabled *")) this.begin(over, file);
  }

  /**
   * @param {HTMLElement} box
   * @param {File} file
   */
  begin(box, file) {
    const work = this.take(box, file).catch((error) => {
      console.warn(error);
      say(box, word("file.noPicture", { name: file.name }), true);
    });
    this.onTheWay.add(work);
    work.finally(() => this.onTheWay.delete(work));
  }

  /** Waits until no file is on its way. */
  async settled() {
    while (this.onTheWay.size) await Promise.all(this.onTheWay);
  }

  /**
   * @param {HTMLElement} box
   * @param {File} file
   */
  async take(box, file) {
    say(box, word("file.reading", { name: file.name }));
    const suffixes = given(box, "suffixes").split(",");
    const found = await heldOf(file, suffixes);
    if ("why" in found) return say(box, found.why, true);
    const { isAsItWas, held } = found;
    const together = this.size() + held.bytes.length;
    if (together > rules.LARGEST_TOGETHER)
      return say(box, word("file.together", { most: rules.sized(rules.LARGEST_TOGETHER) }), true);
    const name = await this.held.add(rules.nameOf(file.name, held.type), held);
    const lines = [
      isAsItWas ? word("file.asItWas") : "",
      together > rules.MAIL ? word("file.mail", { size: rules.sized(together) }) : "",
    ];
    say(
      box,
      [word(rules.asksForPicture(suffixes) ? "file.described" : "file.taken"), ...lines].filter(Boolean).join(" "),
    );
    this.form.write({ [pathOf(box)]: name });
  }

  /** The names that the form says. */
  named() {
    return new Set(this.boxes().map(nameIn).filter(Boolean));
  }

  /** Those of the files that the form names and that are here. @returns {[string, Held][]} */
  files() {
    return [...this.named()].flatMap((name) => {
      const held = this.held.byName.get(name);
      return held ? [/** @type {[string, Held]} */ ([name, held])] : [];
    });
  }

  size() {
    return this.files().reduce((sum, [, { bytes }]) => sum + bytes.length, 0);
  }

  /** Whether a file would be lost if the page were closed. */
  isUnkept() {
    return this.held.isRefused && this.files().length > 0;
  }

  /** Shows at each field what it names. */
  show() {
    for (const box of this.boxes()) {
      const name = nameIn(box);
      const held = this.held.byName.get(name);
      if (name && !held && !this.held.missing.has(name)) this.held.find(name).then(() => this.form.changed());
      const image = one("img", HTMLImageElement, box);
      if (held?.shown && image.src !== held.shown) image.src = held.shown;
      image.hidden = !held?.shown;
      const facts = one("[data-facts]", HTMLElement, box);
      const text = name ? this.factsOf(name) : "";
      if (facts.textContent !== text) facts.textContent = text;
      facts.classList.toggle("is-fault", Boolean(name) && !held && this.held.missing.has(name));
      one("[data-let-go]", HTMLElement, box).hidden = !name;
    }
  }

  /** @param {string} name */
  factsOf(name) {
    const held = this.held.byName.get(name);
    const short = name.slice(name.lastIndexOf("/") + 1);
    if (!held) return this.held.missing.has(name) ? word("file.lost", { name: short }) : "";
    const pixels = held.width ? ` · ${held.width} × ${held.height}` : "";
    return `${short}${pixels} · ${rules.sized(held.bytes.length)}`;
  }

  /** Another tab may have kept what was not there. */
  again() {
    this.held.missing.clear();
  }

  /**
   * Files of an opened form, or none, in place of those before.
   * @param {Map<string, Held>} [files]
   */
  async replace(files) {
    for (const box of this.boxes()) say(box, "");
    await this.held.replace(files);
  }

  /** Forgets what was once chosen and is named no more. */
  sweep() {
    return this.held.store.sweep(this.named());
  }
}

/** @param {EventTarget | null} target */
function boxOf(target) {
  const box = target instanceof Element ? target.closest("[data-file]") : null;
  return box instanceof HTMLElement ? box : null;
}

/** @param {HTMLElement} box */
function pathOf(box) {
  return given(box, "file");
}

/** @param {HTMLElement} box */
function nameIn(box) {
  return one("[data-held]", HTMLInputElement, box).value;
}

/**
 * @param {HTMLElement} box
 * @param {string} text
 * @param {boolean} [isFault]
 */
function say(box, text, isFault = false) {
  const said = one("[data-said]", HTMLElement, box);
  said.textContent = text;
  said.className = isFault ? "is-fault" : "hub-small";
}
