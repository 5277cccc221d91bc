// Ticks off the steps of a guide and remembers them in this browser.
import { recall, remember } from "./storage.js";
import { make, say } from "./strings.js";

class Progress extends HTMLElement {
  connectedCallback() {
    this.key = `done/${this.dataset.id}`;
    this.steps = [...document.querySelectorAll(".hub-step")];
    this.done = new Set(recall(this.key, []));
    this.boxes = this.steps.map((step, index) => this.box(step, index + 1));
    this.text = make("span", {});
    this.text.setAttribute("role", "status");
    this.bar = make("progress", { max: this.steps.length, ariaLabel: say("progress", "Progress") });
    this.on = make("a", {});
    this.over = make("button", { type: "button", textContent: say("startOver", "Start over") });
    this.over.addEventListener("click", () => this.change(() => this.done.clear()));
    this.append(this.bar, " ", this.text, " ", this.on, " ", this.over);
    this.show();
    this.hidden = false;
  }

  box(step, number) {
    const place = step.querySelector(".hub-done");
    const input = make("input", { type: "checkbox" });
    const label = make("label", {}, input, place.textContent);
    place.replaceChildren(label);
    place.classList.add("is-live");
    input.setAttribute("aria-label", say("stepDone", "Step {number} is done", { number }));
    input.addEventListener("change", () =>
      this.change(() => (input.checked ? this.done.add(number) : this.done.delete(number))),
    );
    return input;
  }

  /** Minutes of the steps that are left; a step without its own has an even share of what the others leave. */
  left(count) {
    if (!count || count === this.boxes.length) return "";
    const own = this.steps.map((step) => Number(step.dataset.minutes ?? 0));
    const known = own.reduce((sum, minutes) => sum + minutes, 0);
    const share =
      Math.max(0, Number(this.dataset.minutes) - known) / Math.max(1, own.filter((minutes) => !minutes).length);
    const minutes = own.reduce((sum, one, index) => sum + (this.boxes[index].checked ? 0 : one || share), 0);
    return ` ${say("timeLeft", "About {minutes} min left.", { minutes: Math.max(1, Math.round(minutes)) })}`;
  }

  change(act) {
    act();
    this.kept = remember(this.key, [...this.done]);
    this.show();
  }

  show() {
    const count = this.boxes.filter((box, index) => (box.checked = this.done.has(index + 1))).length;
    this.steps.forEach((step, index) => {
      const links = document.querySelectorAll(`.hub-toc-steps a[href="#${step.id}"]`);
      for (const part of [step, ...links]) part.classList.toggle("is-done", this.done.has(index + 1));
    });
    this.bar.value = count;
    const warning = this.kept === false ? ` ${say("notKept", "This browser does not remember it.")}` : "";
    this.text.textContent =
      say("stepsDone", "{count} of {total} steps are done.", { count, total: this.steps.length }) +
      this.left(count) +
      warning;
    const next = this.boxes.findIndex((box) => !box.checked) + 1;
    this.on.hidden = !count || !next;
    this.over.hidden = !count;
    if (next) {
      this.on.href = `#step-${next}`;
      this.on.textContent = say("goOn", "Go on at step {number}", { number: next });
    }
  }
}

customElements.define("hub-progress", Progress);
