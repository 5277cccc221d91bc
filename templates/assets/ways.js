// The ways through a guide: whoever chooses one sees its steps alone, also the next time.
import { recall, remember } from "./storage.js";
import { all, given } from "./strings.js";

class Ways extends HTMLElement {
  key = `way/${given(this, "id")}`;
  choices = all("input", HTMLInputElement, this);

  connectedCallback() {
    const kept = recall(this.key, String, "");
    for (const choice of this.choices) {
      choice.checked = choice.value === kept;
      choice.addEventListener("change", () => {
        remember(this.key, choice.value);
        this.show(choice.value);
      });
    }
    const known = this.choices.find(({ value }) => value === kept) ?? this.choices[this.choices.length - 1];
    known.checked = true;
    this.show(known.value);
    this.hidden = false;
  }

  /** @param {string} way "" for all of them. */
  show(way) {
    document.body.classList.toggle("is-chosen", way !== "");
    for (const step of all(".hub-step[data-ways]", HTMLElement))
      step.classList.toggle("is-away", way !== "" && !given(step, "ways").split("|").includes(way));
    document.dispatchEvent(new Event("hub-way"));
  }
}

customElements.define("hub-ways", Ways);
