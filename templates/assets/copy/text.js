// A clean element as plain text: what is pasted where no formatting is taken.

/** Lines with blank lines between blocks. */
export function plainText(element) {
  const copy = element.cloneNode(true);
  for (const end of copy.querySelectorAll("br")) end.replaceWith(" ");
  return blocks(copy).join("\n\n").trim();
}

function flat(node) {
  return node.textContent.replace(/\s+/g, " ").trim();
}

function blocks(element) {
  const found = [];
  let run = "";
  const flush = () => {
    if (run.trim()) found.push(run.replace(/\s+/g, " ").trim());
    run = "";
  };
  for (const node of element.childNodes) {
    const write = node.nodeType === Node.ELEMENT_NODE && WRITERS[node.localName];
    if (!write) {
      run += node.textContent;
      continue;
    }
    flush();
    found.push(...write(node));
  }
  flush();
  return found;
}

function list(node, sign) {
  const lines = [...node.children].map(
    (item, index) => `${sign(index)} ${blocks(item).join("\n").replaceAll("\n", "\n  ")}`,
  );
  return [lines.join("\n")];
}

function table(node) {
  const title = node.caption ? [flat(node.caption)] : [];
  const rows = [...node.rows].map((row) =>
    [...row.cells].map((cell) => blocks(cell).join(" ").replace(/\s+/g, " ")).join("\t"),
  );
  return [[...title, ...rows].join("\n")];
}

const line = (node) => [flat(node)].filter(Boolean);
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
