// Files on a form: chosen or dropped, sent as they are, and answered with what their field is to say.

/** Files that are on their way. */
const sending = /** @type {Set<Promise<void>>} */ (new Set());

/**
 * Waits until no file is on its way.
 * @param {() => void} waits Told when there is one.
 */
export async function settled(waits) {
  if (sending.size) waits();
  while (sending.size) await Promise.all(sending);
}

/**
 * Has the form wait for a file before it is sent.
 * @param {Promise<void>} file
 */
export function onTheWay(file) {
  const one = file.finally(() => sending.delete(one));
  sending.add(one);
}

/**
 * @param {HTMLFormElement} form
 * @param {DOMStringMap} texts
 */
export function startFiles(form, texts) {
  form.addEventListener("click", (event) => {
    const pick = /** @type {Element} */ (event.target).closest("[data-pick]");
    /** @type {HTMLInputElement | null | undefined} */ (boxOf(pick)?.querySelector("[type=file]"))?.click();
  });
  form.addEventListener("change", (event) => {
    const input = /** @type {HTMLInputElement} */ (event.target);
    const box = boxOf(input);
    if (input.type === "file" && input.files?.[0] && box) onTheWay(sent(form, box, input.files[0], texts));
    else if (box) show(form, box);
  });
  // Whatever is dropped beside a field must not take the place of the page.
  for (const name of ["dragover", "drop"]) addEventListener(name, (event) => event.preventDefault());
  form.addEventListener("dragover", (event) => {
    for (const box of boxes(form)) box.classList.toggle("is-over", box === boxOf(event.target));
  });
  form.addEventListener("drop", (event) => {
    for (const box of boxes(form)) box.classList.remove("is-over");
    const [box, file] = [boxOf(event.target), event.dataTransfer?.files[0]];
    if (box && file) onTheWay(sent(form, box, file, texts));
  });
  showFiles(form);
}

/**
 * Makes what a browser can do visible, and shows the pictures that are there.
 * @param {HTMLFormElement} form
 */
export function showFiles(form) {
  for (const box of boxes(form)) {
    for (const pick of /** @type {NodeListOf<HTMLElement>} */ (box.querySelectorAll(".hub-form-pick")))
      pick.hidden = false;
    show(form, box);
  }
}

/**
 * @param {HTMLFormElement} form
 * @returns {NodeListOf<HTMLElement>}
 */
export function boxes(form) {
  return form.querySelectorAll("[data-file]");
}

/**
 * @param {EventTarget | null} target
 * @returns {HTMLElement | null}
 */
export function boxOf(target) {
  return target instanceof Element ? target.closest("[data-file]") : null;
}

/**
 * The address of files of this document's kind.
 * @param {HTMLFormElement} form
 */
export function address(form) {
  const [id, kind] = new URL(form.action).pathname.split("/").reverse();
  return { folder: `/hub-edit/file/${kind}/`, id };
}

/**
 * @param {HTMLFormElement} form
 * @param {HTMLElement} box
 */
function show(form, box) {
  const image = box.querySelector("img");
  const { value } = /** @type {HTMLInputElement} */ (box.querySelector("[name]"));
  const crop = /** @type {HTMLElement | null} */ (box.querySelector("[data-crop]"));
  if (!image) return;
  image.hidden = !/\.(png|jpe?g|webp)$/i.test(value);
  if (crop) crop.hidden = image.hidden;
  if (!image.hidden) image.src = address(form).folder + value.split("/").map(encodeURIComponent).join("/");
  image.onerror = () => {
    image.hidden = true;
    if (crop) crop.hidden = true;
  };
}

/**
 * @param {HTMLFormElement} form
 * @param {HTMLElement} box
 * @param {File} file
 * @param {DOMStringMap} texts
 */
async function sent(form, box, file, texts) {
  const { folder, id } = address(form);
  const asked = new URLSearchParams({ field: box.dataset.file ?? "", name: file.name });
  const now = await answered(box, `${folder}${id}?${asked}`, file, texts);
  if (now) name(form, box, now, asksForWords(form, box) ? texts.taken : texts.linked);
}

/**
 * Whether something beside a file asks what it shows; what nobody asks about becomes a link.
 * @param {HTMLFormElement} form
 * @param {HTMLElement} box
 */
function asksForWords(form, box) {
  const around = (box.dataset.file ?? "").replace(/[^.]*$/, "");
  return form.elements.namedItem(`${around}alt`) !== null;
}

/**
 * What a field is to say after a file was sent or cut; "" when it cannot be used, which is told.
 * @param {HTMLElement} box
 * @param {string} where
 * @param {BodyInit} body
 * @param {DOMStringMap} texts
 * @returns {Promise<string>}
 */
export async function answered(box, where, body, texts) {
  say(box, texts.sending);
  try {
    const answer = await fetch(where, { method: "POST", body });
    if (answer.status === 413) throw new Error("too large");
    const now = await answer.json();
    if (now.told) say(box, now.told, true);
    return now.file ?? "";
  } catch {
    say(box, texts.lost, true);
    return "";
  }
}

/**
 * Has a field name a file, shows it, and says so.
 * @param {HTMLFormElement} form
 * @param {HTMLElement} box
 * @param {string} file
 * @param {string | undefined} said
 */
export function name(form, box, file, said) {
  const input = /** @type {HTMLInputElement} */ (box.querySelector("[name]"));
  input.value = file;
  show(form, box);
  say(box, said);
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

/**
 * @param {HTMLElement} box
 * @param {string | undefined} text
 * @param {boolean} [isFault] It looks as all mistakes of a form do.
 */
function say(box, text, isFault = false) {
  const said = /** @type {HTMLElement} */ (box.querySelector("[data-said]"));
  said.textContent = text ?? "";
  said.className = isFault ? "is-fault" : "hub-small";
}
