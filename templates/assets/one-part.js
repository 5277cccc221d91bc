// One part of a page at a time, in large type: for the projector, and for hands that are busy with a tablet.
import { all, given, one } from "./strings.js";

const PARAMETER = "view";
/** CSS pixels that a finger moves before it is more than a tap. */
const SWIPE = 60;
/** @type {Record<string, number>} */
const KEYS = { ArrowLeft: -1, ArrowRight: 1 };

/** Shows the parts that the name tells of: `step` of a guide, `lesson` of a course. */
export class OnePart {
  /** The place of the part that is shown among those of the reader's way, from 1; 0 while all of them are. */
  current = 0;

  /**
   * @param {string} name What addresses call a part, as in `#step-2`.
   * @param {(part: HTMLElement | undefined) => void} [changed] Is told which part is shown; none while all of them are.
   */
  constructor(name, changed = () => {}) {
    this.name = name;
    this.changed = changed;
    const bar = one(".hub-one-bar", HTMLElement);
    const opener = one("[data-hub-one]", HTMLElement);
    this.bar = bar;
    this.opener = opener;
    this.status = one("[role=status]", HTMLElement, bar);
    const [back, on, leave] = all("button", HTMLButtonElement, bar);
    this.back = back;
    this.on = on;
    this.next = on.textContent;
    this.following = document.querySelector("#next ~ ul a");
    back.addEventListener("click", () => this.go(this.current - 1));
    on.addEventListener("click", () => this.goOn());
    leave.addEventListener("click", () => this.go(0));
    opener.addEventListener("click", () => this.go(this.place(location.hash) || 1));
    opener.hidden = false;
    addEventListener("popstate", () => this.follow());
    addEventListener("hashchange", () => this.follow());
    document.addEventListener("hub-way", () => this.follow());
    document.addEventListener("keydown", (event) => this.key(event));
    this.swipes(one("main", HTMLElement));
    this.follow();
  }

  get steps() {
    return all(`.hub-${this.name}:not(.is-away)`, HTMLElement);
  }

  /**
   * Which of the steps an address is about, from 1; the last when there are not so many, 0 when it is about none.
   * @param {string} hash
   */
  place(hash) {
    const number = Number(new RegExp(`^#${this.name}-(\\d+)$`).exec(hash)?.[1] ?? 0);
    const { steps } = this;
    return steps.findIndex((part) => idOf(part) === `${this.name}-${number}`) + 1 || Math.min(number, steps.length);
  }

  /** Shows what the address says. */
  follow() {
    const isOn = new URLSearchParams(location.search).get(PARAMETER) === this.name;
    this.show(isOn ? this.place(location.hash) || 1 : 0);
  }

  /**
   * To a step, or with 0 back to the whole guide; the address follows, so that the back button does.
   * @param {number} number
   */
  go(number) {
    const { steps, current: last } = this;
    if (number > steps.length || (number < 1 && last === 0)) return;
    const address = new URL(location.href);
    if (number > 0) address.searchParams.set(PARAMETER, this.name);
    else address.searchParams.delete(PARAMETER);
    address.hash = idOf(steps[(number || last) - 1]);
    history.pushState(null, "", address);
    this.show(number);
    if (number > 0) this.focus(number);
    else {
      steps[last - 1]?.scrollIntoView();
      this.opener.focus({ preventScroll: true });
    }
  }

  /** To the next part; after the last one to what follows, or back to the whole. */
  goOn() {
    if (this.current < this.steps.length) this.go(this.current + 1);
    else if (this.following instanceof HTMLAnchorElement) location.assign(addressOf(this.following, this.name));
    else this.go(0);
  }

  /** @param {number} number */
  show(number) {
    this.current = number;
    document.body.classList.toggle("hub-one", number > 0);
    this.bar.hidden = number === 0;
    const { steps } = this;
    for (const step of all(`.hub-${this.name}.is-away`, HTMLElement)) step.classList.remove("is-current");
    steps.forEach((step, index) => {
      step.classList.toggle("is-current", index + 1 === number);
      // Steps that are not shown are not counted by the style sheet.
      step.style.counterSet = number > 0 ? `step ${index + 1}` : "";
    });
    // What one needs stands with the first step, what one has and what comes next with the last.
    for (const [part, place] of /** @type {const} */ ([
      [".hub-before", 1],
      [".hub-after", steps.length],
    ]))
      document.querySelector(part)?.classList.toggle("is-current", number === place);
    this.status.textContent = given(this.bar, "place")
      .replace("{number}", String(number))
      .replace("{total}", String(steps.length));
    this.back.setAttribute("aria-disabled", String(number <= 1));
    this.sayWhereOnLeads(number === steps.length);
    if (number > 0) scrollTo(0, 0);
    delete document.documentElement.dataset.one;
    this.changed(steps[number - 1]);
  }

  /** @param {boolean} isLast */
  sayWhereOnLeads(isLast) {
    const { following } = this;
    const end = following ? given(this.bar, "following") : given(this.bar, "finish");
    this.on.textContent = isLast ? end : this.next;
    if (isLast && following) this.on.setAttribute("aria-label", `${end}: ${following.textContent}`);
    else this.on.removeAttribute("aria-label");
  }

  /** @param {number} number */
  focus(number) {
    const heading = one("h3", HTMLElement, this.steps[number - 1]);
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }

  /**
   * Arrows belong to fields and players that have the focus, and to nobody when a modifier is held.
   * @param {KeyboardEvent} event
   */
  key(event) {
    if (!this.current || event.defaultPrevented) return;
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const isIn = (/** @type {string} */ selector) => event.target instanceof Element && event.target.closest(selector);
    if (isIn("video, dialog")) return;
    if (event.key === "Escape") this.go(0);
    else if (KEYS[event.key] && !isIn("input, select, textarea")) {
      const number = this.current + KEYS[event.key];
      if (number >= 1) this.go(number);
    }
  }

  /** @param {HTMLElement} area */
  swipes(area) {
    /** @type {Touch | null} */
    let start = null;
    const begin = (/** @type {TouchEvent} */ { touches }) => {
      start = touches.length === 1 ? touches[0] : null;
    };
    area.addEventListener("touchstart", begin, { passive: true });
    area.addEventListener("touchend", ({ changedTouches: [end] }) => {
      if (!start || !this.current) return;
      const [across, down] = [end.clientX - start.clientX, end.clientY - start.clientY];
      start = null;
      const number = this.current - Math.sign(across);
      if (Math.abs(across) >= SWIPE && Math.abs(across) > 2 * Math.abs(down) && number >= 1) this.go(number);
    });
  }
}

/**
 * Where what follows is shown in the same way.
 * @param {HTMLAnchorElement} link
 * @param {string} name
 */
function addressOf({ href }, name) {
  const address = new URL(href);
  address.searchParams.set(PARAMETER, name);
  return address.href;
}

/**
 * The part's place in addresses: its own, or its heading's.
 * @param {HTMLElement} part
 */
function idOf(part) {
  return part.id || one("h3", HTMLElement, part).id;
}
