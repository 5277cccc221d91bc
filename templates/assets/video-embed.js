// A film on another service: nothing is asked of the service before the visitor says so.
import { all, given, one } from "./strings.js";

class Film extends HTMLElement {
  connectedCallback() {
    if (!this.dataset.player) return;
    const button = one("button", HTMLButtonElement, this);
    button.hidden = false;
    button.addEventListener("click", () => this.play());
    for (const link of all("[data-hub-moment]", HTMLElement)) {
      link.addEventListener("click", () => this.querySelector("iframe") && this.play(Number(given(link, "hubMoment"))));
    }
  }

  play(seconds = momentOf(location.hash)) {
    const address = new URL(given(this, "player"));
    if (address.hostname === "player.vimeo.com") address.hash = `t=${Math.floor(seconds)}s`;
    else if (seconds) address.searchParams.set("start", String(Math.floor(seconds)));
    const frame = Object.assign(document.createElement("iframe"), {
      src: address.href,
      title: given(this, "title"),
      allow: "fullscreen; picture-in-picture",
      referrerPolicy: "strict-origin-when-cross-origin",
    });
    this.replaceChildren(frame);
    frame.focus();
  }
}

/** @param {string} hash */
function momentOf(hash) {
  return Number(/^#t=(\d+)$/.exec(hash)?.[1] ?? 0);
}

customElements.define("hub-film", Film);
