// Evaluated in the page that is recorded: what lies at a place, how it is called, and how it is found again.

/**
 * The control at a place or of a number; without either, what the controls in the window are called, by number.
 * @param {{ x?: number, y?: number, number?: number }} place
 */
// biome-ignore lint/correctness/noUnusedVariables: recording.py evaluates it.
function targetOf(place) {
  const CONTROLS =
    "a[href], button, input, select, textarea, summary, label, [role=button], [role=link], [role=tab], [role=menuitem]";
  const AROUND = "dialog, [role=dialog], form, nav, header, footer, section, article, aside, fieldset, [role=region]";
  /** Pixels that show enough of what is around a control. */
  const [WIDE, HIGH] = [240, 100];

  /** @param {Element} element */
  const seen = (element) => {
    const { width, height, bottom, top } = element.getBoundingClientRect();
    return width > 0 && height > 0 && bottom > 0 && top < innerHeight;
  };
  const controls = [...document.querySelectorAll(CONTROLS)].filter(seen);
  if (place.x === undefined && place.number === undefined) return { names: controls.map((one) => nameOf(one)) };
  const there =
    place.number === undefined ? document.elementFromPoint(place.x ?? 0, place.y ?? 0) : controls[place.number];
  const element = there?.closest(CONTROLS) ?? there;
  if (!element) return null;
  const { x, y, width, height } = element.getBoundingClientRect();
  const around = [...ancestors(element)].find((one) => {
    const box = one.getBoundingClientRect();
    return one.matches(AROUND) && box.width >= WIDE && box.height >= HIGH && box.height <= innerHeight;
  });
  return {
    role: roleOf(element),
    name: nameOf(element),
    path: pathOf(element),
    around: around ? pathOf(around) : "",
    box: { x, y, width, height },
    title: document.title,
    scrolled: scrollY > 0,
  };

  /** @param {Element} element */
  function* ancestors(element) {
    for (let one = element.parentElement; one; one = one.parentElement) yield one;
  }

  /** @param {Element} element */
  function roleOf(element) {
    const type = element.getAttribute("type") ?? "";
    if (element.getAttribute("role")) return element.getAttribute("role");
    if (element.matches("input[type=checkbox], input[type=radio]")) return type;
    if (element.matches("input[type=submit], input[type=button], input[type=image], button, summary")) return "button";
    if (element.matches("a[href]")) return "link";
    if (element.matches("select")) return "combobox";
    return element.matches("input, textarea") ? (type === "password" ? "password" : "textbox") : "";
  }

  /** @param {Element} element */
  function nameOf(element) {
    const named = (element.getAttribute("aria-labelledby") ?? "").split(" ").map((id) => document.getElementById(id));
    const labels = element instanceof HTMLInputElement || element instanceof HTMLSelectElement ? element.labels : null;
    const isButton = element.matches("input[type=submit], input[type=button]");
    const texts = [
      named.map((one) => one?.textContent ?? "").join(" "),
      element.getAttribute("aria-label"),
      [...(labels ?? [])].map((one) => one.textContent).join(" "),
      isButton && element instanceof HTMLInputElement ? element.value : "",
      element.matches("select, textarea") ? "" : element.textContent,
      element.querySelector("img[alt]")?.getAttribute("alt"),
      element.getAttribute("title"),
      element.getAttribute("placeholder"),
    ];
    const clean = texts.map((text) => (text ?? "").replace(/\s+/g, " ").trim());
    return (clean.find(Boolean) ?? "").slice(0, 80);
  }

  /** @param {Element} element */
  function pathOf(element) {
    /** @type {string[]} */
    const steps = [];
    for (let one = /** @type {Element | null} */ (element); one && one !== document.body; one = one.parentElement) {
      if (one.id) {
        steps.unshift(`#${CSS.escape(one.id)}`);
        break;
      }
      const { localName, parentElement } = one;
      const same = [...(parentElement?.children ?? [])].filter((other) => other.localName === localName);
      steps.unshift(same.length > 1 ? `${localName}:nth-of-type(${same.indexOf(one) + 1})` : localName);
    }
    return steps.join(" > ");
  }
}
