// On the desk: checks a form in every pause, changes rows in place, and lets nothing be lost. Everything works without.

import { showFiles, startFiles } from "./files.js";

/** Milliseconds without a key after which a form is checked. */
const PAUSE = 700;

const form = /** @type {HTMLFormElement | null} */ (document.querySelector("form[data-desk]"));
const texts = document.getElementById("texts")?.dataset ?? {};
let isChanged = false;
let timer = 0;
/** The question that waits for an answer; a newer one ends it. */
let asking = new AbortController();

const first = /** @type {HTMLElement | null} */ (document.querySelector("[autofocus]"));
first?.focus();
if (form) {
  start(form);
  startFiles(form, texts);
}

/** @param {HTMLFormElement} form */
function start(form) {
  form.addEventListener("input", () => {
    isChanged = true;
    state(texts.unsaved);
    clearTimeout(timer);
    timer = setTimeout(() => check(form), PAUSE);
  });
  form.addEventListener("submit", (event) => {
    const act = /** @type {HTMLButtonElement | null} */ (event.submitter)?.value ?? "check:";
    if (/^(save|publish|draft):/.test(act)) {
      isChanged = false;
      return;
    }
    event.preventDefault();
    press(form, act);
  });
  addEventListener("beforeunload", (event) => {
    if (isChanged) event.preventDefault();
  });
  document.addEventListener("click", (event) => {
    const link = /** @type {Element} */ (event.target).closest("[data-summary] a[href^='#']");
    if (link) unfold(document.querySelector(/** @type {string} */ (link.getAttribute("href"))));
  });
}

/** @param {string | undefined} text */
function state(text) {
  const said = document.querySelector("[data-state]");
  if (said && text) said.textContent = text;
}

/**
 * What the desk answers to the form as it is now.
 * @param {HTMLFormElement} form
 * @param {string} act
 * @returns {Promise<Document | null>}
 */
async function asked(form, act) {
  clearTimeout(timer);
  asking.abort();
  asking = new AbortController();
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") body.append(name, value);
  body.append("act", act);
  try {
    const answer = await fetch(form.action, { method: "POST", body, signal: asking.signal });
    if (answer.status === 403) throw new Error("refused");
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  } catch (error) {
    if (!(error instanceof DOMException)) state(texts.lost);
    return null;
  }
}

/**
 * Shows what is wrong, without touching what is being written.
 * @param {HTMLFormElement} form
 */
async function check(form) {
  const now = await asked(form, "check:");
  if (!now) return;
  take(now, "[data-summary]");
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
    if (!id.value && id !== document.activeElement) id.value = other?.value ?? "";
  }
  const missing = now.querySelector("[data-state]")?.textContent ?? "";
  state(`${texts.unsaved} ${missing}`.trim());
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
  const open = new Set([...form.querySelectorAll("details[open]")].map(place));
  const now = await asked(form, act);
  const other = now?.querySelector("form[data-desk]");
  if (!now || !other) return;
  const [, what, name] = /** @type {string[]} */ (/^([a-z]+):(.*)$/.exec(act));
  const top = scrollY;
  form.replaceChildren(...other.childNodes);
  for (const part of form.querySelectorAll("details")) if (open.has(place(part))) part.open = true;
  if (what !== "check") isChanged = true;
  scrollTo({ top });
  focusAfter(what, name);
  state(isChanged ? texts.unsaved : undefined);
  show(now);
  showFiles(form);
}

/**
 * Where a fold is, so that it can be found again.
 * @param {Element} part
 */
function place(part) {
  return part.id || `${part.parentElement?.id}/${part.querySelector("summary")?.firstChild?.textContent}`;
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
 * Opens what a field is folded into.
 * @param {Element | null} field
 */
function unfold(field) {
  for (let part = field?.closest("details"); part; part = part.parentElement?.closest("details")) part.open = true;
}

/**
 * The page beside the form, where it was scrolled to.
 * @param {Document} now
 */
function show(now) {
  take(now, "[data-live-said]");
  const frame = /** @type {HTMLIFrameElement | null} */ (document.querySelector("[data-frame]"));
  const src = now.querySelector("[data-frame]")?.getAttribute("src");
  if (!frame || !src) return;
  const top = frame.contentWindow?.scrollY ?? 0;
  frame.addEventListener("load", () => frame.contentWindow?.scrollTo({ top }), { once: true });
  if (frame.getAttribute("src") === src) frame.contentWindow?.location.reload();
  else frame.src = src;
}
