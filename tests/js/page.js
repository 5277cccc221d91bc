// As much of a page as the scripts ask for when no browser is there; to be imported before them.

/** An element with what scripts read of it; its children are elements and texts. */
class FakeElement {
  nodeType = 1;

  constructor(name, properties, children) {
    this.localName = name;
    this.nodeName = name.toUpperCase();
    this.properties = properties;
    this.dataset = {};
    Object.assign(this, properties);
    this.childNodes = children.map((child) => (typeof child === "string" ? new FakeText(child) : child));
    for (const child of this.childNodes) child.parentElement = this;
  }

  get children() {
    return this.childNodes.filter((node) => node instanceof FakeElement);
  }

  get textContent() {
    return this.childNodes.map((node) => node.textContent).join("");
  }

  getAttribute(name) {
    return this.properties[name] ?? null;
  }

  cloneNode() {
    return new FakeElement(
      this.localName,
      this.properties,
      this.childNodes.map((node) => node.cloneNode()),
    );
  }

  querySelectorAll(name) {
    return this.children.flatMap((child) => [
      ...(child.localName === name ? [child] : []),
      ...child.querySelectorAll(name),
    ]);
  }

  replaceWith(text) {
    const nodes = this.parentElement.childNodes;
    nodes[nodes.indexOf(this)] = new FakeText(text);
  }

  get caption() {
    return this.querySelectorAll("caption")[0] ?? null;
  }

  get rows() {
    return this.querySelectorAll("tr");
  }

  get cells() {
    return this.children.filter(({ localName }) => localName === "td" || localName === "th");
  }
}

class FakeText {
  nodeType = 3;
  nodeName = "#text";
  childNodes = [];

  constructor(textContent) {
    this.textContent = textContent;
  }

  cloneNode() {
    return new FakeText(this.textContent);
  }
}

/** An element: `element("a", { href: "https://example.org" }, "text")`. */
export function element(name, properties = {}, ...children) {
  return new FakeElement(name, properties, children);
}

/** What a browser remembers; it refuses everything while `isFull`. */
export const storage = {
  items: new Map(),
  isFull: false,
  getItem(key) {
    return this.items.get(key) ?? null;
  },
  setItem(key, value) {
    if (this.isFull) throw new Error("full");
    this.items.set(key, value);
  },
};

globalThis.document = { documentElement: { lang: "da" }, getElementById: () => null };
globalThis.localStorage = storage;
