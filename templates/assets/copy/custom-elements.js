// The ways in to "Use this course" and "My copies"; what they need is fetched when somebody asks for it.
import { given, one } from "../strings.js";

class UseCourse extends HTMLElement {
  opener = one("button", HTMLButtonElement, this);
  failure = one("[role=alert]", HTMLElement, this);

  connectedCallback() {
    this.opener.addEventListener("click", () => this.open());
    addEventListener("hashchange", () => this.follow());
    this.hidden = false;
    this.follow();
  }

  /** A link from the list of copies names the copy: `#copy=<key>`. */
  follow() {
    const key = /^#copy=([\w-]+)$/.exec(location.hash)?.[1];
    if (key) this.open(key);
  }

  /** @param {string} [key] */
  async open(key) {
    this.opener.setAttribute("aria-busy", "true");
    this.failure.textContent = "";
    try {
      const { openPanel } = await import("./panel.js");
      this.opener.hidden = true;
      await openPanel(this, key, () => this.shut());
    } catch (error) {
      console.warn(error);
      this.opener.hidden = false;
      this.failure.textContent = given(this, "failure");
    }
    this.opener.removeAttribute("aria-busy");
  }

  shut() {
    this.opener.hidden = false;
    this.opener.focus();
  }
}

class MyCopies extends HTMLElement {
  async connectedCallback() {
    try {
      const { showCopies } = await import("./copies.js");
      await showCopies(this);
    } catch (error) {
      console.warn(error);
      this.textContent = given(this, "failure");
    }
  }
}

customElements.define("hub-copy", UseCourse);
customElements.define("hub-copies", MyCopies);
