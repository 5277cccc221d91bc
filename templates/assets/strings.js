// The page's own words in its own language, with English to fall back on; and elements, made and found.
const block = document.getElementById("hub-strings");
/** @type {Record<string, string>} */
const strings = block ? JSON.parse(block.textContent) : {};

/**
 * The text for a key, with {name} filled from values; the key's English fallback when the page has none.
 * @param {string} key
 * @param {string} fallback
 * @param {Record<string, string | number>} [values]
 */
export function say(key, fallback, values = {}) {
  const text = strings[key] ?? fallback;
  return text.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
}

/**
 * Adds texts that the page itself does not carry.
 * @param {Record<string, string>} words
 */
export function learn(words) {
  Object.assign(strings, words);
}

/**
 * An element with properties and children; text children are never read as HTML.
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Partial<HTMLElementTagNameMap[Name]>} [properties]
 * @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function make(name, properties = {}, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

/**
 * The first element of a type; throws when the page has none.
 * @template {Element} T
 * @param {string} selector
 * @param {new () => T} type
 * @param {ParentNode} [within]
 * @returns {T}
 */
export function one(selector, type, within = document) {
  const found = within.querySelector(selector);
  if (found instanceof type) return found;
  throw new Error(`There is no ${type.name} that is ${selector}`);
}

/**
 * Every element of a type.
 * @template {Element} T
 * @param {string} selector
 * @param {new () => T} type
 * @param {ParentNode} [within]
 * @returns {T[]}
 */
export function all(selector, type, within = document) {
  return [...within.querySelectorAll(selector)].flatMap((element) => (element instanceof type ? [element] : []));
}

/**
 * What the page wrote into an attribute `data-…`; throws when it did not.
 * @param {HTMLElement} element
 * @param {string} name
 */
export function given(element, name) {
  const text = element.dataset[name];
  if (text === undefined) throw new Error(`The page gives no ${name} for ${element.localName}`);
  return text;
}
