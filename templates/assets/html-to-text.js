// A clean element as plain text: what is pasted where no formatting is taken.

/**
 * Lines with blank lines between blocks.
 * @param {Element} element
 */
export function plainText(element) {
  const copy = /** @type {Element} */ (element.cloneNode(true));
  for (const end of copy.querySelectorAll("br")) end.replaceWith(" ");
  for (const picture of copy.querySelectorAll("img")) picture.replaceWith(picture.alt);
  return blocks(copy).join("\n\n").trim();
}

/** @param {string} text */
function squeezed(text) {
  return text.replace(/\s+/g, " ").trim();
}

/**
 * @param {Node} element
 * @returns {string[]}
 */
function blocks(element) {
  /** @type {string[]} */
  const found = [];
  let run = "";
  const flush = () => {
    if (run.trim()) found.push(squeezed(run));
    run = "";
  };
  for (const node of element.childNodes) {
    const write = WRITERS[node.nodeName.toLowerCase()];
    if (!write) {
      run += node.textContent;
      continue;
    }
    flush();
    found.push(...write(/** @type {HTMLElement} */ (node)));
  }
  flush();
  return found;
}

/**
 * @param {HTMLElement} node
 * @param {(index: number) => string} sign
 */
function list(node, sign) {
  const items = [...node.children].map((item) => blocks(item).join("\n").replaceAll("\n", "\n  "));
  return [items.map((item, index) => `${sign(index)} ${item}`).join("\n")];
}

/** @param {HTMLElement} node */
function table(node) {
  const { caption, rows } = /** @type {HTMLTableElement} */ (node);
  const title = caption ? [squeezed(caption.textContent)] : [];
  const lines = [...rows].map((row) =>
    [...row.cells].map((cell) => blocks(cell).join(" ").replace(/\s+/g, " ")).join("\t"),
  );
  return [[...title, ...lines].join("\n")];
}

/** @param {HTMLElement} node */
function line(node) {
  return [squeezed(node.textContent)].filter(Boolean);
}

/**
 * Elements that are blocks, and what each is as text; everything else is part of the text around it.
 * @type {Record<string, (node: HTMLElement) => string[]>}
 */
const WRITERS = {
  h1: line,
  h2: line,
  h3: line,
  h4: line,
  h5: line,
  h6: line,
  p: line,
  dt: line,
  dd: blocks,
  dl: blocks,
  blockquote: blocks,
  section: blocks,
  pre: (node) => [node.textContent.trimEnd()],
  ul: (node) => list(node, () => "-"),
  ol: (node) => list(node, (index) => `${index + Number(node.getAttribute("start") ?? 1)}.`),
  table,
  hr: () => [],
};
