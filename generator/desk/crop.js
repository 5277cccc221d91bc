// Cropping a picture: a frame over it, whose edges are dragged or written. The program cuts; the browser says where.

import { address, answered, boxes, boxOf, name, onTheWay } from "./files.js";

/** Per cent that may be cut off between two edges. */
const MOST = 95;
const EDGES = /** @type {const} */ (["left", "top", "right", "bottom"]);

/**
 * Per cent that are cut off at each edge.
 * @typedef {Record<"left" | "top" | "right" | "bottom", number>} Cut
 */

/** What a picture and the frames over it were before it was cropped, by the name of what is left. */
const before = /** @type {Map<string, {file: string, frames: Map<string, string>}>} */ (new Map());

/**
 * @param {HTMLFormElement} form
 * @param {DOMStringMap} texts
 */
export function startCropping(form, texts) {
  const dialog = /** @type {HTMLDialogElement} */ (document.querySelector("[data-cropping]"));
  const cut = startFrame(dialog);
  /** @type {HTMLElement | null} */
  let box = null;
  form.addEventListener("click", (event) => {
    const pressed = /** @type {Element} */ (event.target).closest("[data-crop], [data-whole]");
    const here = boxOf(pressed);
    if (!pressed || !here) return;
    if (pressed.matches("[data-whole]")) takeBack(form, here, texts);
    else open(dialog, here);
    box = here;
  });
  dialog.addEventListener("close", () => {
    const now = cut();
    if (dialog.returnValue === "crop" && box?.isConnected && EDGES.some((edge) => now[edge])) {
      onTheWay(crop(form, box, now, texts));
    }
  });
  form.addEventListener("input", () => showCropped(form));
}

/**
 * Offers to take back what was cropped, where that is possible.
 * @param {HTMLFormElement} form
 */
export function showCropped(form) {
  for (const box of boxes(form)) {
    const whole = /** @type {HTMLElement | null} */ (box.querySelector("[data-whole]"));
    if (whole) whole.hidden = !before.has(fileOf(box).value);
  }
}

/** @param {HTMLElement} box */
function fileOf(box) {
  return /** @type {HTMLInputElement} */ (box.querySelector("[name]"));
}

/**
 * @param {HTMLDialogElement} dialog
 * @param {HTMLElement} box
 */
function open(dialog, box) {
  const [own, shown] = [dialog.querySelector("img"), box.querySelector("img")];
  if (!own || !shown) return;
  own.src = shown.src;
  dialog.querySelector("form")?.reset();
  dialog.returnValue = "";
  dialog.showModal();
  dialog.dispatchEvent(new Event("input"));
}

/**
 * @param {HTMLFormElement} form
 * @param {HTMLElement} box
 * @param {Cut} cut
 * @param {DOMStringMap} texts
 */
async function crop(form, box, cut, texts) {
  const { folder, id } = address(form);
  const [file, field] = [fileOf(box).value, box.dataset.file ?? ""];
  const edges = EDGES.map((edge) => [edge, `${cut[edge]}`]);
  const body = new URLSearchParams([["field", field], ["file", file], ...edges]);
  const now = await answered(box, `${folder.replace("/file/", "/crop/")}${id}`, body, texts);
  if (!now) return;
  const frames = new Map(framesOf(form, field).map((one) => [one.name, one.value]));
  before.set(now, { file, frames });
  moveFrames(form, field, cut);
  const words = form.querySelector(`[name="${field.replace(/[^.]+$/, "alt")}"]`);
  const isSaid = !(words instanceof HTMLTextAreaElement || words instanceof HTMLInputElement) || words.value.trim();
  name(form, box, now, frames.size ? texts.framed : isSaid ? texts.cropped : texts.taken);
}

/**
 * @param {HTMLFormElement} form
 * @param {HTMLElement} box
 * @param {DOMStringMap} texts
 */
function takeBack(form, box, texts) {
  const was = before.get(fileOf(box).value);
  if (!was) return;
  for (const one of framesOf(form, box.dataset.file ?? "")) one.value = was.frames.get(one.name) ?? one.value;
  name(form, box, was.file, texts.whole);
  /** @type {HTMLElement | null} */ (box.querySelector("[data-crop]"))?.focus();
}

// Frames that a guide lays over its picture, in shares of it

/**
 * The fields of the frames over the picture of a field.
 * @param {HTMLFormElement} form
 * @param {string} field
 * @returns {HTMLInputElement[]}
 */
function framesOf(form, field) {
  const start = field.replace(/[^.]+$/, "highlight.");
  /** @type {NodeListOf<HTMLInputElement>} */
  const found = form.querySelectorAll(`[name^="${start}"]`);
  return [...found].filter((one) => /\.(x|y|width|height)$/.test(one.name));
}

/**
 * @param {HTMLFormElement} form
 * @param {string} field
 * @param {Cut} cut
 */
function moveFrames(form, field, cut) {
  const fields = new Map(framesOf(form, field).map((one) => [one.name, one]));
  for (const [at, first] of fields) {
    if (!at.endsWith(".x")) continue;
    const of = (/** @type {string} */ part) => fields.get(at.replace(/x$/, part)) ?? first;
    moveAlong(first, of("width"), cut.left, cut.right);
    moveAlong(of("y"), of("height"), cut.top, cut.bottom);
  }
}

/**
 * @param {HTMLInputElement} start
 * @param {HTMLInputElement} length
 * @param {number} near
 * @param {number} far
 */
function moveAlong(start, length, near, far) {
  const [from, along] = [share(start.value), share(length.value)];
  const left = 1 - (near + far) / 100;
  const within = (/** @type {number} */ at) => Math.min(1, Math.max(0, (at - near / 100) / left));
  if (Number.isNaN(from + along)) return;
  const begins = rounded(within(from), 4);
  start.value = `${begins}`;
  length.value = `${rounded(within(from + along) - begins, 4)}`;
}

/** @param {string} text */
function share(text) {
  return Number.parseFloat(text.replace(",", "."));
}

/**
 * @param {number} value
 * @param {number} digits
 */
function rounded(value, digits) {
  return Number(value.toFixed(digits));
}

// The frame of what is left

/**
 * Has the frame follow the pointer and the fields, and the fields the frame.
 * @param {HTMLDialogElement} dialog
 * @returns {() => Cut} What is cut off now.
 */
function startFrame(dialog) {
  const picture = /** @type {HTMLElement} */ (dialog.querySelector("[data-picture]"));
  const fieldOf = (/** @type {string} */ edge) =>
    /** @type {HTMLInputElement} */ (dialog.querySelector(`[name=${edge}]`));
  const cut = () => {
    const found = EDGES.map((edge) => [edge, within(Number(fieldOf(edge).value), 0, MOST)]);
    return pulled(/** @type {Cut} */ (Object.fromEntries(found)), "left top", 0, 0);
  };
  dialog.addEventListener("input", () => draw(dialog, cut()));
  dialog.querySelector("img")?.addEventListener("load", () => draw(dialog, cut()));
  picture.addEventListener("pointerdown", (event) => {
    const edges = /** @type {HTMLElement} */ (event.target).closest("[data-edges]")?.getAttribute("data-edges");
    if (!edges) return;
    event.preventDefault();
    picture.setPointerCapture(event.pointerId);
    const [{ width, height }, at, from] = [picture.getBoundingClientRect(), event, cut()];
    const follow = (/** @type {PointerEvent} */ now) => {
      const [x, y] = [(now.clientX - at.clientX) / width, (now.clientY - at.clientY) / height];
      const next = pulled(from, edges, x * 100, y * 100);
      for (const edge of EDGES) fieldOf(edge).value = `${next[edge]}`;
      draw(dialog, next);
    };
    picture.addEventListener("pointermove", follow);
    const done = () => picture.removeEventListener("pointermove", follow);
    picture.addEventListener("lostpointercapture", done, { once: true });
  });
  return cut;
}

/**
 * Edges after some of them were moved by per cent of the picture. All four move the frame as it is.
 * @param {Cut} cut
 * @param {string} edges
 * @param {number} x
 * @param {number} y
 * @returns {Cut}
 */
function pulled(cut, edges, x, y) {
  const now = { ...cut };
  const axes = /** @type {const} */ ([
    ["left", "right", x],
    ["top", "bottom", y],
  ]);
  for (const [near, far, by] of axes) {
    const [isNear, isFar] = [edges.includes(near), edges.includes(far)];
    const step = isNear && isFar ? within(by, -cut[near], cut[far]) : by;
    if (isNear) now[near] = rounded(within(cut[near] + step, 0, MOST - (isFar ? 0 : cut[far])), 0);
    if (isFar) now[far] = rounded(within(cut[far] - step, 0, MOST - (isNear ? 0 : cut[near])), 0);
  }
  return now;
}

/**
 * @param {number} value
 * @param {number} least
 * @param {number} most
 */
function within(value, least, most) {
  return Math.min(most, Math.max(least, value));
}

/**
 * @param {HTMLDialogElement} dialog
 * @param {Cut} cut
 */
function draw(dialog, cut) {
  const frame = /** @type {HTMLElement} */ (dialog.querySelector(".desk-crop-frame"));
  for (const edge of EDGES) frame.style[edge] = `${cut[edge]}%`;
  const said = /** @type {HTMLElement} */ (dialog.querySelector("[data-left]"));
  const { naturalWidth, naturalHeight } = /** @type {HTMLImageElement} */ (dialog.querySelector("img"));
  const size = (/** @type {number} */ whole, /** @type {number} */ off) => `${Math.round(whole * (1 - off / 100))}`;
  said.textContent = (said.dataset.left ?? "")
    .replace("{width}", size(naturalWidth, cut.left + cut.right))
    .replace("{height}", size(naturalHeight, cut.top + cut.bottom));
}
