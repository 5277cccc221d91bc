// A film on another service: nothing is asked of the service before the visitor says so.
class Film extends HTMLElement {
  connectedCallback() {
    const { player, title } = this.dataset;
    const button = this.querySelector("button");
    if (!player) return;
    button.hidden = false;
    button.addEventListener("click", () => this.play(player, title));
    for (const link of document.querySelectorAll("[data-hub-moment]")) {
      link.addEventListener("click", () => this.frame && this.play(player, title, Number(link.dataset.hubMoment)));
    }
  }

  play(player, title, seconds = momentOf(location.hash)) {
    const address = new URL(player);
    if (address.hostname === "player.vimeo.com") address.hash = `t=${Math.floor(seconds)}s`;
    else if (seconds) address.searchParams.set("start", String(Math.floor(seconds)));
    this.frame = Object.assign(document.createElement("iframe"), {
      src: address.href,
      title,
      allow: "fullscreen; picture-in-picture",
      referrerPolicy: "strict-origin-when-cross-origin",
    });
    this.replaceChildren(this.frame);
    this.frame.focus();
  }
}

function momentOf(hash) {
  return Number(/^#t=(\d+)$/.exec(hash)?.[1] ?? 0);
}

customElements.define("hub-film", Film);
