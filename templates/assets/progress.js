// Ticks off the steps of a guide and remembers them in this browser.
import { recall, remember } from "./storage.js";
import { all, given, make, one, say } from "./strings.js";

class Progress extends HTMLElement {
  key = `done/${given(this, "id")}`;
  steps = all(".hub-step", HTMLElement);
  /** Numbers of the steps that are done, from 1. */
  done = this.kept();
  /** Whether the browser took what was last to be remembered. */
  isKept = true;
  text = make("span", {});
  bar = make("progress", { max: this.steps.length, ariaLabel: say("progress", "Progress") });
  on = make("a", {});
  over = make("button", { type: "button", textContent: say("startOver", "Start over") });
  /** @type {HTMLInputElement[]} */
  boxes = [];

  connectedCallback() {
    this.boxes = this.steps.map((step, index) => this.box(step, index + 1));
    this.text.setAttribute("role", "status");
    this.over.addEventListener("click", () => this.change(() => this.done.clear()));
    this.append(this.bar, " ", this.text, " ", this.on, " ", this.over);
    document.addEventListener("hub-way", () => this.show());
    addEventListener("storage", () => {
      this.done = this.kept();
      this.show();
    });
    this.show();
    this.hidden = false;
  }

  /** What is remembered: numbers of steps that the guide has. */
  kept() {
    const whole = (/** @type {any} */ found) =>
      found.filter((/** @type {any} */ one) => Number.isInteger(one) && this.steps[one - 1]);
    return new Set(recall(this.key, whole, /** @type {number[]} */ ([])));
  }

  /** The numbers of the steps of the reader's way, from 1. */
  get way() {
    return this.steps.flatMap((step, index) => (step.classList.contains("is-away") ? [] : [index + 1]));
  }

  /**
   * @param {HTMLElement} step
   * @param {number} number
   */
  box(step, number) {
    const place = one(".hub-done", HTMLElement, step);
    const input = make("input", { type: "checkbox" });
    const done = (place.textContent ?? "").trim();
    const label = make("label", {}, input, place.textContent);
    place.replaceChildren(label);
    place.classList.add("is-live");
    input.setAttribute("aria-label", say("stepDone", "{done}: step {number}", { done, number }));
    input.addEventListener("change", () =>
      this.change(() => (input.checked ? this.done.add(number) : this.done.delete(number))),
    );
    return input;
  }

  /**
   * What is left in minutes, as a sentence; a step without its own has an even share of what the others leave.
   * @param {number} count Steps that are done.
   */
  left(count) {
    const { way } = this;
    if (!count || count === way.length) return "";
    const own = way.map((number) => Number(this.steps[number - 1].dataset.minutes ?? 0));
    const known = own.reduce((sum, minutes) => sum + minutes, 0);
    const shares = Math.max(1, own.filter((minutes) => !minutes).length);
    const share = Math.max(0, Number(given(this, "minutes")) - known) / shares;
    const minutes = own.reduce((sum, one, index) => sum + (this.done.has(way[index]) ? 0 : one || share), 0);
    return ` ${say("timeLeft", "About {minutes} min left.", { minutes: Math.max(1, Math.round(minutes)) })}`;
  }

  /** @param {() => void} act */
  change(act) {
    if (this.isKept) this.done = this.kept(); // another tab may have ticked off others
    act();
    this.isKept = remember(this.key, [...this.done]);
    this.show();
  }

  show() {
    this.boxes.forEach((box, index) => {
      box.checked = this.done.has(index + 1);
    });
    this.steps.forEach((step, index) => {
      const links = document.querySelectorAll(`.hub-toc-steps a[href="#${step.id}"]`);
      for (const part of [step, ...links]) part.classList.toggle("is-done", this.done.has(index + 1));
    });
    const { way } = this;
    const count = way.filter((number) => this.done.has(number)).length;
    this.bar.max = way.length;
    this.bar.value = count;
    const warning = this.isKept ? "" : ` ${say("notKept", "This browser does not remember it.")}`;
    const text = say("stepsDone", "{count} of {total} steps are done.", { count, total: way.length });
    this.text.textContent = text + this.left(count) + warning;
    const next = way.findIndex((number) => !this.done.has(number)) + 1;
    this.on.hidden = !count || !next;
    this.over.hidden = !count;
    if (next) {
      this.on.href = `#step-${way[next - 1]}`;
      this.on.textContent = say("goOn", "Go on at step {number}", { number: next });
    }
  }
}

customElements.define("hub-progress", Progress);
