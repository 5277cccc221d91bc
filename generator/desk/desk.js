// On the desk: checks a form in every pause, changes rows in place, and lets nothing be lost. Everything works without.

import { showCropped, startCropping } from "./crop.js";
import { settled, showFiles, startFiles } from "./files.js";
import { showGoals, startGoals } from "./goals.js";
import { askFor, hideInstead } from "./needed.js";
import { startPasting } from "./pasted.js";
import { busy } from "./publishing.js";
import { sayUnderstood } from "./understood.js";
import { isFilled, offerBack } from "./undo-removal.js";
import { controlsOf, fieldsOf, forget, keep, kept, writtenSince } from "./unsaved-form.js";

/** Milliseconds without a key after which a form is checked. */
const PAUSE = 700;
/** Milliseconds until a program that does not answer is asked again. */
const AGAIN = 3000;

const form = /** @type {HTMLFormElement | null} */ (document.querySelector("form[data-desk]"));
const texts = document.getElementById("texts")?.dataset ?? {};
let isChanged = false;
/** While it is saved nothing else is asked: a newer question would end it. */
let isSaving = false;
let timer = 0;
/** The question that waits for an answer; a newer one ends it. */
let asking = new AbortController();

const first = /** @type {HTMLElement | null} */ (document.querySelector("[autofocus]"));
// Whoever was quicker than this script has chosen a place already.
if (document.activeElement === document.body) first?.focus();
if (form) {
  start(form);
  startFiles(form, texts);
  startCropping(form, texts);
  startPasting(form);
  startGoals(form);
  bringBack(form);
  awaitPage(document);
}

/** @param {HTMLFormElement} form */
function start(form) {
  form.addEventListener("input", ({ target }) => {
    if (target instanceof Element && target.closest(".hub-form-narrow")) return; // it narrows a list, and says nothing
    touched(form);
    clearTimeout(timer);
    timer = setTimeout(() => check(form), PAUSE);
  });
  hideInstead(form);
  for (const name of ["input", "change"])
    form.addEventListener(name, (event) => askFor(form, /** @type {HTMLElement} */ (event.target)));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (isSaving) return;
    const act = /** @type {HTMLButtonElement | null} */ (event.submitter)?.value ?? "check:";
    // A part of the form that comes back anew must not come without the file that is on its way.
    settled(() => state(texts.sending)).then(() => (/^(save|publish|draft):/.test(act) ? save : press)(form, act));
  });
  document.querySelector("[data-drop]")?.addEventListener("click", () => {
    isChanged = false;
    forget(form);
    location.reload();
  });
  addEventListener("beforeunload", (event) => {
    if (isChanged) event.preventDefault();
  });
  document.addEventListener("click", (event) => {
    const link = /** @type {Element} */ (event.target).closest("[data-summary] a[href^='#']");
    const field = link && document.getElementById((link.getAttribute("href") ?? "").slice(1));
    if (!field) return;
    event.preventDefault();
    goTo(field);
  });
}

/**
 * Something is written that is not saved.
 * @param {HTMLFormElement} form
 */
function touched(form) {
  isChanged = true;
  state(texts.unsaved);
  keep(form, fieldsOf(form));
}

/**
 * What was written before the program or the browser ended, and is not saved.
 * @param {HTMLFormElement} form
 */
async function bringBack(form) {
  const fields = kept(form);
  if (!fields || `${new URLSearchParams(fields)}` === `${new URLSearchParams(fieldsOf(form))}`) return forget(form);
  const base = fieldsOf(form).filter(([name]) => name === "base");
  const rest = fields.filter(([name]) => name !== "base");
  // When the file is another one by now, it is the one that the form is over.
  if (!((await anew(form, "check:", fields)) || (await anew(form, "check:", [...base, ...rest])))) return;
  touched(form);
  const said = document.querySelector("[data-kept]");
  if (said instanceof HTMLElement) said.hidden = false;
}

/** @param {string | undefined} text */
function state(text) {
  const said = document.querySelector("[data-state]");
  if (said && text) said.textContent = text;
}

/**
 * What the desk answers to the form as it is now; null when it does not, or has nothing to say to it.
 * @param {HTMLFormElement} form
 * @param {string} act
 * @param {[string, string][]} [fields]
 * @returns {Promise<{page: Document, address: string} | null>} With an address when all is written.
 */
async function asked(form, act, fields = fieldsOf(form)) {
  clearTimeout(timer);
  asking.abort();
  asking = new AbortController();
  const body = new URLSearchParams([...fields, ["act", act]]);
  try {
    const answer = await fetch(form.action, { method: "POST", body, signal: asking.signal });
    if (answer.status === 403) {
      state(texts.anew);
      return null;
    }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!page.querySelector("form[data-desk]")) state(page.querySelector("main")?.textContent?.trim());
    else return { page, address: answer.redirected ? answer.url : "" };
  } catch (error) {
    if (error instanceof DOMException) return null;
    state(texts.lost);
    timer = setTimeout(() => check(form), AGAIN);
  }
  return null;
}

/**
 * Shows what is wrong, without touching what is being written.
 * @param {HTMLFormElement} form
 */
async function check(form) {
  if (isSaving) return;
  const now = (await asked(form, "check:"))?.page;
  if (!now) return;
  take(now, "[data-summary]");
  sayUnderstood(form, now, texts.understood);
  for (const told of form.querySelectorAll("[data-told]")) {
    const other = now.getElementById(told.id);
    if (other) mend(told, other);
  }
  for (const own of form.querySelectorAll("[data-own]")) {
    const other = now.getElementById(own.id);
    if (other && !own.contains(document.activeElement)) own.replaceWith(other);
  }
  for (const id of /** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll("input[data-id]"))) {
    const other = /** @type {HTMLInputElement | null} */ (now.getElementById(id.id));
    const made = /** @type {HTMLInputElement | null} */ (document.getElementById(`${id.id}-made`));
    const theirs = /** @type {HTMLInputElement | null} */ (now.getElementById(`${id.id}-made`));
    // What somebody has written is an id that stays; any other follows what its entry says.
    if (id === document.activeElement || (id.value && id.value !== made?.value)) continue;
    id.value = other?.value ?? "";
    if (made) made.value = theirs?.value ?? "";
  }
  const missing = now.querySelector("[data-state]")?.textContent ?? "";
  state(`${isChanged ? texts.unsaved : ""} ${missing}`.trim());
  show(now);
}

/**
 * @param {Element} told
 * @param {Element} other
 */
function mend(told, other) {
  const [field, model] = [told.parentElement, other.parentElement];
  if (told.innerHTML !== other.innerHTML) told.replaceChildren(...other.childNodes);
  if (!field || !model) return;
  field.classList.toggle("is-wrong", model.classList.contains("is-wrong"));
  const id = told.id.replace(/-told$/, "");
  const [own, theirs] = [document.getElementById(id), model.ownerDocument.getElementById(id)];
  for (const name of ["aria-invalid", "aria-describedby"]) {
    const value = theirs?.getAttribute(name);
    if (value) own?.setAttribute(name, value);
    else own?.removeAttribute(name);
  }
}

/**
 * @param {Document} now
 * @param {string} selector
 */
function take(now, selector) {
  const [own, other] = [document.querySelector(selector), now.querySelector(selector)];
  if (own && other && own.innerHTML !== other.innerHTML && !own.contains(document.activeElement)) {
    own.replaceChildren(...other.childNodes);
  }
}

/**
 * A button of a row: the form comes back with the row elsewhere, and the focus where it belongs.
 * @param {HTMLFormElement} form
 * @param {string} act
 */
async function press(form, act) {
  const [, what, name] = /** @type {string[]} */ (/^([a-z]+):(.*)$/.exec(act));
  const row = what === "remove" && document.getElementById(`row-f-${name.replaceAll(".", "-")}`);
  if (!(await anew(form, act))) return;
  if (what !== "check") touched(form);
  focusAfter(what, name);
  state(isChanged ? texts.unsaved : undefined);
  if (row && isFilled(row)) {
    offerBack(form, row, name, texts, () => {
      touched(form);
      return press(form, "check:");
    });
  }
}

/**
 * The form as it comes back, scrolled and unfolded as it was.
 * @param {HTMLFormElement} form
 * @param {string} act
 * @param {[string, string][]} [fields]
 */
async function anew(form, act, fields) {
  const open = new Set([...form.querySelectorAll("details[open]")].map(place));
  const before = controlsOf(form);
  const now = (await asked(form, act, fields))?.page;
  if (!now) return false;
  const carryOn = writtenSince(form, before);
  fill(form, now, open);
  carryOn();
  return true;
}

/**
 * @param {HTMLFormElement} form
 * @param {Document} now
 * @param {Set<string>} open
 */
function fill(form, now, open) {
  const top = scrollY;
  form.replaceChildren(.../** @type {Element} */ (now.querySelector("form[data-desk]")).childNodes);
  for (const part of form.querySelectorAll("details")) if (open.has(place(part))) part.open = true;
  scrollTo({ top });
  show(now);
  hideInstead(form);
  showGoals(form);
  showFiles(form);
  showCropped(form);
}

/**
 * Saves or publishes. The page is another one only when that was done: what is written is never lost to a silence.
 * @param {HTMLFormElement} form
 * @param {string} act
 */
async function save(form, act) {
  const open = new Set([...form.querySelectorAll("details[open]")].map(place));
  const button = /** @type {HTMLElement | null} */ (document.activeElement);
  const free = busy(form, act, texts);
  isSaving = true;
  const answer = await asked(form, act);
  isSaving = false;
  free();
  if (!answer) {
    button?.focus();
    return;
  }
  const { page, address } = answer;
  isChanged = !address && !page.querySelector("[data-written]");
  if (!isChanged) forget(form);
  if (address) {
    location.assign(address);
    return;
  }
  fill(form, page, open);
  document.title = page.title;
  if (isChanged) touched(form);
  /** @type {HTMLElement | null} */ (form.querySelector("[role=alert]"))?.focus();
}

/**
 * Where a fold is, so that it can be found again.
 * @param {Element} part
 */
function place(part) {
  const around = part.parentElement?.closest("[id]")?.id;
  return part.id || `${around}/${part.querySelector("summary")?.firstChild?.textContent}`;
}

/**
 * @param {string} act
 * @param {string} name
 */
function focusAfter(act, name) {
  const id = `f-${name.replaceAll(".", "-")}`;
  if (act === "add") {
    const row = document.querySelector(`#${id} > ol > li:last-child`);
    unfold(row);
    /** @type {HTMLElement | null | undefined} */
    const field = row?.querySelector("input:not([type=hidden]), textarea, select");
    field?.focus();
  } else if (act === "remove") {
    const list = document.getElementById(id.replace(/-[^-]+$/, ""));
    list?.focus();
  } else {
    const row = document.getElementById(`row-${id}`);
    const buttons = row?.querySelector(":scope > .hub-form-row > .hub-form-buttons");
    // At either end the button that was pressed is there no more.
    const same = buttons?.querySelector(`button[value="${act}:${name}"]`) ?? buttons?.querySelector("button");
    /** @type {HTMLElement | null | undefined} */ (same)?.focus();
    row?.scrollIntoView({ block: "nearest" });
  }
}

/**
 * Leads to a field, through all that is folded around it, with its name and what is wrong with it in sight.
 * @param {HTMLElement} field
 */
function goTo(field) {
  unfold(field);
  field.focus({ preventScroll: true });
  (field.closest("[data-field]") ?? field).scrollIntoView({ block: "start" });
}

/**
 * Opens what a field is folded into.
 * @param {Element | null} field
 */
function unfold(field) {
  for (let part = field?.closest("details"); part; part = part.parentElement?.closest("details")) part.open = true;
}

/**
 * Asks again while the page cannot be made yet.
 * @param {Document} now
 */
function awaitPage(now) {
  if (form && now.querySelector("[data-waits]")) timer = setTimeout(() => check(form), AGAIN);
}

/**
 * The page beside the form, where it was scrolled to.
 * @param {Document} now
 */
function show(now) {
  take(now, "[data-live-said]");
  awaitPage(now);
  const frame = /** @type {HTMLIFrameElement | null} */ (document.querySelector("[data-frame]"));
  const src = now.querySelector("[data-frame]")?.getAttribute("src");
  if (!src) frame?.removeAttribute("src");
  if (!frame || !src) return;
  const top = frame.contentWindow?.scrollY ?? 0;
  frame.addEventListener("load", () => frame.contentWindow?.scrollTo({ top }), { once: true });
  if (frame.getAttribute("src") === src) frame.contentWindow?.location.reload();
  else frame.src = src;
}
