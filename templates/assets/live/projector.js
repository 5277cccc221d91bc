// A session on the projector: what is on, what is left and whether it ends on time. “We are here” times the rest anew.
import { all, given, learn, make, one, say } from "../strings.js";
import { rows } from "./module-rows.js";
import { result } from "./result.js";
import { clock, outlook } from "./sentences.js";
import { isOver, keep, kept, midnight, thisMinute } from "./session-log.js";
import { retimed } from "./timetable.js";

/** @import { Module, Rest, Run, Session } from "../../types/live.js" */

const PARAMETER = "live";
/** Milliseconds between two looks at the clock. */
const TICK = 5_000;

class Projector {
  status = make("p", { className: "hub-hidden" });
  time = make("p", { className: "hub-live-clock" });
  says = make("p", { className: "hub-live-says" });
  list = make("ol", { className: "hub-live-list" });
  next = make("button", { type: "button", className: "hub-action" });
  undo = make("button", { type: "button", className: "hub-action hub-second", textContent: say("live.undo", "Undo") });
  stop = make("button", {
    type: "button",
    className: "hub-action hub-second",
    textContent: say("live.stop", "End now"),
  });
  leave = make("button", {
    type: "button",
    className: "hub-live-leave",
    textContent: say("live.leave", "Show the whole programme"),
  });
  result = make("section", { className: "hub-live-result", hidden: true });
  /** What was last shown, so that nothing changes between two minutes. */
  shown = 0;
  isKept = true;

  /** @param {HTMLElement} opener */
  constructor(opener) {
    this.opener = opener;
    this.id = given(opener, "session");
    this.key = given(opener, "key");
    this.file = given(opener, "file");
    this.session = /** @type {Session} */ (JSON.parse(given(opener, "live")));
    this.run = kept(this.key, this.session.modules);
    this.dialog = this.built();
    opener.after(this.dialog);
    opener.hidden = false;
    opener.addEventListener("click", () => this.open(true));
    this.dialog.addEventListener("close", () => this.closed());
    this.next.addEventListener("click", () => this.press());
    this.undo.addEventListener("click", () =>
      this.change({ marks: this.run.ended === null ? this.run.marks.slice(0, -1) : this.run.marks, ended: null }),
    );
    this.stop.addEventListener("click", () => this.change({ ...this.run, ended: thisMinute() }));
    this.leave.addEventListener("click", () => this.dialog.close());
    setInterval(() => this.dialog.open && thisMinute() !== this.shown && this.show(), TICK);
  }

  built() {
    const title = make("h2", { id: `live-${this.id}`, textContent: this.session.title });
    this.status.setAttribute("role", "status");
    const head = make("header", {}, title, this.time);
    const bar = make("div", { className: "hub-live-bar" }, this.next, " ", this.undo, " ", this.stop, " ", this.leave);
    const dialog = make("dialog", { className: "hub-live" }, head, this.says, this.status, this.list, this.result, bar);
    dialog.setAttribute("aria-labelledby", title.id);
    return dialog;
  }

  /** @param {boolean} isNew Whether the address is to say so. */
  open(isNew) {
    if (this.dialog.open) return;
    if (isNew) history.pushState(null, "", addressed(this.id));
    this.dialog.showModal();
    this.show();
    this.scroll();
    (this.next.hidden ? this.leave : this.next).focus();
  }

  closed() {
    if (this.dialog.open) return; // opened again before this was told
    if (new URLSearchParams(location.search).get(PARAMETER) === this.id) history.pushState(null, "", addressed(null));
    this.opener.focus();
  }

  /** The module that is on; -1 before the first. */
  get here() {
    const last = this.run.marks.at(-1);
    return last ? this.session.modules.findIndex(({ id }) => id === last.module) : -1;
  }

  /** The next module begins, or, after the last, the session ends. */
  press() {
    const module = this.session.modules[this.here + 1];
    if (module) this.begin(module);
    else this.change({ ...this.run, ended: thisMinute() });
  }

  /** @param {Module} module */
  begin({ id }) {
    this.change({ marks: [...this.run.marks, { module: id, at: thisMinute() }], ended: null });
    this.next.focus();
  }

  /** @param {Run} run */
  change(run) {
    this.run = run;
    this.isKept = keep(this.key, run);
    this.show();
    this.status.textContent = this.says.textContent;
    this.scroll();
    if (this.next.hidden) one("h3", HTMLElement, this.result).focus();
  }

  show() {
    const { modules } = this.session;
    const now = thisMinute();
    this.shown = now;
    const day = midnight(this.run.marks[0]?.at ?? now);
    const isDone = isOver(this.run, now);
    const rest = isDone || this.here < 0 ? null : this.rest(now, day);
    this.time.textContent = clock(now - midnight(now));
    this.says.textContent = [
      this.sentence(rest, isDone),
      this.isKept ? "" : say("notKept", "This browser does not remember it."),
    ]
      .join(" ")
      .trim();
    const begin = isDone ? null : (/** @type {Module} */ module) => this.begin(module);
    const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.module : undefined;
    this.list.replaceChildren(...rows({ ...this.session, marks: this.run.marks, here: this.here, rest, day, begin }));
    // The rows are new each minute; whoever is on one of their buttons stays there.
    all("[data-module]", HTMLButtonElement, this.list)
      .find(({ dataset }) => focused && dataset.module === focused)
      ?.focus();
    const following = modules[this.here + 1];
    this.next.textContent = following
      ? say("live.hereAt", "We are here: {title}", { title: following.title })
      : say("live.end", "We are done");
    this.next.hidden = isDone;
    this.stop.hidden = isDone || this.here < 0 || !following;
    this.undo.hidden = !this.run.marks.length || (isDone && this.run.ended === null);
    this.list.hidden = isDone;
    this.result.hidden = !isDone;
    if (isDone) this.showResult(day);
  }

  /** To the module that is on, with what comes next below it. */
  scroll() {
    this.list.querySelector("[aria-current]")?.scrollIntoView({ block: "center" });
  }

  /** @param {number} day */
  showResult(day) {
    const session = { id: this.id, modules: this.session.modules, file: this.file, day: dated(day) };
    this.result.replaceChildren(
      ...result(session, this.run, () => {
        this.change({ marks: [], ended: null });
        this.next.focus();
      }),
    );
  }

  /**
   * @param {number} now
   * @param {number} day Its first minute.
   */
  rest(now, day) {
    const { modules: parts, ends: end } = this.session;
    const from = this.run.marks[this.run.marks.length - 1].at - day;
    return retimed({ parts, end, here: this.here, from, now: now - day });
  }

  /**
   * @param {Rest | null} rest
   * @param {boolean} isDone
   */
  sentence(rest, isDone) {
    if (isDone) return say("live.over", "The session is over. Thank you for today.");
    if (!rest) return say("live.begin", "Press “We are here” when you begin.");
    return outlook(rest, this.session.modules.slice(this.here));
  }
}

/**
 * This page's address with a session on the projector, or with none.
 * @param {string | null} session
 */
function addressed(session) {
  const address = new URL(location.href);
  if (session) address.searchParams.set(PARAMETER, session);
  else address.searchParams.delete(PARAMETER);
  return address;
}

/**
 * The day in words.
 * @param {number} day Its first minute since 1970.
 */
function dated(day) {
  return new Date(day * 60_000).toLocaleDateString(document.documentElement.lang, { dateStyle: "long" });
}

learn(JSON.parse(one("#hub-live-strings", HTMLElement).textContent));
const projectors = all("[data-live]", HTMLElement).map((opener) => new Projector(opener));
/** Shows what the address says. */
function follow() {
  const wanted = new URLSearchParams(location.search).get(PARAMETER);
  for (const projector of projectors) {
    if (projector.id === wanted) projector.open(false);
    else if (projector.dialog.open) projector.dialog.close();
  }
}
addEventListener("popstate", follow);
follow();
