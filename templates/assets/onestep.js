// A guide one step at a time, in large type: for the projector, and for hands that are busy with a tablet.
const PARAMETER = "view";
const VALUE = "step";
/** CSS pixels that a finger moves before it is more than a tap. */
const SWIPE = 60;

class OneStep {
  constructor(bar, opener) {
    this.bar = bar;
    this.opener = opener;
    this.steps = [...document.querySelectorAll(".hub-step")];
    this.place = bar.querySelector("[role=status]");
    [this.back, this.on, this.leave] = bar.querySelectorAll("button");
    this.back.addEventListener("click", () => this.go(this.current - 1));
    this.on.addEventListener("click", () => this.go(this.current + 1));
    this.leave.addEventListener("click", () => this.go(0));
    opener.addEventListener("click", () => this.go(numberIn(location.hash) || 1));
    opener.hidden = false;
    addEventListener("popstate", () => this.follow());
    addEventListener("hashchange", () => this.follow());
    document.addEventListener("keydown", (event) => this.key(event));
    this.swipes(document.querySelector("main"));
    this.follow();
  }

  /** Shows what the address says. */
  follow() {
    const isOn = new URLSearchParams(location.search).get(PARAMETER) === VALUE;
    this.show(isOn ? Math.min(numberIn(location.hash) || 1, this.steps.length) : 0);
  }

  /** To a step, or with 0 back to the whole guide; the address follows, so that the back button does. */
  go(number) {
    if (number > this.steps.length || (number < 1 && this.current === 0)) return;
    const address = new URL(location);
    if (number > 0) address.searchParams.set(PARAMETER, VALUE);
    else address.searchParams.delete(PARAMETER);
    address.hash = `step-${number || this.current}`;
    const last = this.current;
    history.pushState(null, "", address);
    this.show(number);
    if (number > 0) this.focus(number);
    else {
      this.steps[last - 1]?.scrollIntoView();
      this.opener.focus({ preventScroll: true });
    }
  }

  show(number) {
    this.current = number;
    document.body.classList.toggle("hub-one", number > 0);
    this.bar.hidden = number === 0;
    this.steps.forEach((step, index) => {
      step.classList.toggle("is-current", index + 1 === number);
      // Steps that are not shown are not counted by the style sheet.
      step.style.counterSet = number > 0 ? `step ${index + 1}` : "";
    });
    this.place.textContent = this.bar.dataset.place
      .replace("{number}", String(number))
      .replace("{total}", String(this.steps.length));
    this.back.setAttribute("aria-disabled", String(number <= 1));
    this.on.setAttribute("aria-disabled", String(number === this.steps.length));
    if (number > 0) scrollTo(0, 0);
  }

  focus(number) {
    const heading = this.steps[number - 1].querySelector("h3");
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }

  /** Arrows belong to fields and players that have the focus, and to nobody when a modifier is held. */
  key(event) {
    if (!this.current || event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey)
      return;
    if (event.target.closest("video, dialog")) return;
    if (event.key === "Escape") this.go(0);
    else if (!event.target.closest("input, select, textarea")) {
      const number = { ArrowLeft: this.current - 1, ArrowRight: this.current + 1 }[event.key];
      if (number >= 1) this.go(number);
    }
  }

  swipes(area) {
    let start = null;
    area.addEventListener("touchstart", ({ touches }) => (start = touches.length === 1 ? touches[0] : null), {
      passive: true,
    });
    area.addEventListener("touchend", ({ changedTouches: [end] }) => {
      if (!start || !this.current) return;
      const [across, down] = [end.clientX - start.clientX, end.clientY - start.clientY];
      start = null;
      const number = this.current - Math.sign(across);
      if (Math.abs(across) >= SWIPE && Math.abs(across) > 2 * Math.abs(down) && number >= 1) this.go(number);
    });
  }
}

function numberIn(hash) {
  return Number(/^#step-(\d+)$/.exec(hash)?.[1] ?? 0);
}

const bar = document.querySelector(".hub-one-bar");
new OneStep(bar, document.querySelector("[data-hub-one]"));
