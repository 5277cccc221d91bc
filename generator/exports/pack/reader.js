// Makes a packed site work from a disk: runs its joined modules, hands over the files that they fetch, and leads links that
// name a folder to its page.

/**
 * What a module is given: other modules, and the address that it would have.
 * @typedef {{ use: (path: string) => Promise<object>, url: string }} Hub
 * @typedef {(hub: Hub, exports: object) => Promise<void>} Module
 */

// biome-ignore lint/correctness/noUnusedVariables: the scripts of the pack call it.
const hubPack = (() => {
  const own = /** @type {HTMLScriptElement} */ (document.currentScript).src;
  const root = new URL("../", own);
  /** @type {Map<string, (file: Promise<ArrayBuffer>) => void>} */
  const waiting = new Map();

  /**
   * A file of the pack, by its path.
   * @param {string} path
   * @returns {Promise<ArrayBuffer>}
   */
  function file(path) {
    return new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = new URL(`assets/held/${path.split("/").map(encodeURIComponent).join("/")}.js`, root).href;
      script.addEventListener("load", () => script.remove());
      script.addEventListener("error", () => failed(new TypeError(`${path} is not in the pack`)));
      waiting.set(path, done);
      document.head.append(script);
    });
  }

  /**
   * Called by a held file, with its content in Base64.
   * @param {string} path
   * @param {boolean} isPacked
   * @param {string} content
   */
  function hold(path, isPacked, content) {
    const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
    const stream = new Blob([bytes]).stream();
    waiting.get(path)?.(
      new Response(isPacked ? stream.pipeThrough(new DecompressionStream("gzip")) : stream).arrayBuffer(),
    );
    waiting.delete(path);
  }

  /** @param {string} path */
  function completed(path) {
    return path === "" || path.endsWith("/") ? `${path}index.html` : path;
  }

  const asked = globalThis.fetch;
  /**
   * @param {RequestInfo | URL} given
   * @param {RequestInit} [options]
   */
  globalThis.fetch = async (given, options) => {
    const url = new URL(given instanceof Request ? given.url : given, document.baseURI);
    url.hash = "";
    if (!url.href.startsWith(root.href)) return asked(given, options);
    const path = completed(decodeURIComponent(url.pathname.slice(root.pathname.length)));
    const answer = new Response(await file(path));
    return Object.defineProperty(answer, "url", { value: url.href });
  };

  /** @param {Event} event */
  function lead({ target }) {
    const link = target instanceof Element ? target.closest("a[href]") : null;
    if (!(link instanceof HTMLAnchorElement) || !link.href.startsWith(root.href)) return;
    const path = completed(link.pathname);
    if (path !== link.pathname) link.pathname = path;
  }
  for (const name of ["pointerdown", "focusin", "click", "auxclick"]) addEventListener(name, lead, true);

  /**
   * @param {Record<string, Module>} modules
   * @param {string} first
   */
  function start(modules, first) {
    /** @type {Map<string, Promise<object>>} */
    const known = new Map();
    const use = (/** @type {string} */ path) => {
      const there = known.get(path);
      if (there) return there;
      const exports = {};
      const run = modules[path]({ use, url: new URL(path, own).href }, exports).then(() => exports);
      known.set(path, run);
      return run;
    };
    use(first);
  }

  return { start, hold };
})();
