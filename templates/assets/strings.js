// The page's own words in its own language, with English to fall back on.
const block = document.getElementById("hub-strings");
const strings = block ? JSON.parse(block.textContent) : {};

/** The text for a key, with {name} filled from values; the key's English fallback when the page has none. */
export function say(key, fallback, values = {}) {
  const text = strings[key] ?? fallback;
  return text.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
}

/** An element with properties and children; text children are never read as HTML. */
export function make(name, properties = {}, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

/** Adds texts that the page itself does not carry. */
export function learn(words) {
  Object.assign(strings, words);
}
