// “Read offline”: fetches the files of the hub into a cache of this browser, and says what is kept. `sw.js` answers from it.
import { edition, KEPT, kept, OWN, ROOT } from "./offline/stored-edition.js";
import { all, given, one } from "./strings.js";

/** @typedef {Record<string, [size: number, hash: string]>} Files */
/** Files that are fetched at once. */
const AT_ONCE = 6;

class Offline extends HTMLElement {
  form = one("form", HTMLFormElement, this);
  bar = one("progress", HTMLProgressElement, this);
  status = one("[role=status]", HTMLElement, this);
  over = one("button[type=button]", HTMLButtonElement, this);

  async connectedCallback() {
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.working(() => this.keep(String(new FormData(this.form).get("what")) === "all"));
    });
    this.over.addEventListener("click", () => this.working(() => this.forget()));
    this.hidden = false;
    if (!("serviceWorker" in navigator) || !("caches" in globalThis) || !ROOT.protocol.startsWith("http")) {
      this.form.hidden = true;
      this.say("unable");
      return;
    }
    const there = await kept();
    this.over.hidden = !there;
    if (there) {
      for (const choice of all("input", HTMLInputElement, this)) choice.checked = choice.value === there.what;
      this.say("kept", { size: megabytes(there.size) });
    }
    const now = await edition().catch(() => null);
    if (!now) return;
    if (there && there.edition !== now.edition) this.say("old");
    one("[data-size=pages]", HTMLElement, this).textContent = `(${megabytes(now.pages)})`;
    one("[data-size=all]", HTMLElement, this).textContent = `(${megabytes(now.pages + now.films)})`;
  }

  /**
   * One piece of work at a time; what goes wrong is said.
   * @param {() => Promise<void>} work
   */
  async working(work) {
    const buttons = all("button", HTMLButtonElement, this);
    for (const button of buttons) button.disabled = true;
    try {
      await work();
    } catch (error) {
      console.info(error);
      this.say("failed");
    } finally {
      for (const button of buttons) button.disabled = false;
      this.bar.hidden = true;
      this.over.hidden = !(await kept());
    }
  }

  /** @param {boolean} films */
  async keep(films) {
    const now = await edition();
    const size = now.pages + (films ? now.films : 0);
    const { quota = Infinity, usage = 0 } = (await navigator.storage?.estimate?.()) ?? {};
    if (size > quota - usage) return this.say("short", { free: megabytes(quota - usage) });
    await navigator.serviceWorker.register(new URL("sw.js", ROOT), { scope: ROOT.href });
    await navigator.storage?.persist?.();
    /** @type {{ pages: Files, films: Files }} */
    const listed = await (await fetch(new URL("offline/files.json", ROOT), { cache: "no-cache" })).json();
    const files = Object.entries(films ? { ...listed.pages, ...listed.films } : listed.pages);
    await this.fetched(files, `${OWN}${now.edition}`, size);
    await keptOnly(now.edition, { edition: now.edition, size, what: films ? "all" : "pages" });
    this.say("done", { size: megabytes(size) });
  }

  /**
   * Fetches what is not kept already, a few files at a time.
   * @param {[string, [size: number, hash: string]][]} files
   * @param {string} name
   * @param {number} total
   */
  async fetched(files, name, total) {
    const cache = await caches.open(name);
    const waiting = [...files];
    let done = 0;
    const some = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const [path, [size, hash]] = next;
        await keepFile(cache, path, hash);
        done += size;
        this.bar.value = done / total;
        this.say("busy", { done: megabytes(done), total: megabytes(total) });
      }
    };
    this.bar.hidden = false;
    const ends = await Promise.allSettled(Array.from({ length: AT_ONCE }, some));
    for (const end of ends) if (end.status === "rejected") throw end.reason;
  }

  async forget() {
    for (const name of await caches.keys()) if (name.startsWith(OWN)) await caches.delete(name);
    await (await navigator.serviceWorker.getRegistration(ROOT))?.unregister();
    this.say("gone");
  }

  /**
   * @param {string} name
   * @param {Record<string, string>} [values]
   */
  say(name, values = {}) {
    this.status.textContent = given(this, name).replace(/\{(\w+)\}/g, (_, key) => values[key] ?? "");
  }
}

/**
 * Puts a file into a cache: the one that any edition keeps already, else the site's, if it is as it was published.
 * @param {Cache} cache
 * @param {string} path
 * @param {string} hash
 */
async function keepFile(cache, path, hash) {
  const address = new URL(
    path
      .split("/")
      .map(encodeURIComponent)
      .join("/")
      .replace(/(^|\/)index\.html$/, "$1"),
    ROOT,
  );
  const known = (await caches.match(address)) ?? null;
  if (known && (await hashOf(await known.clone().arrayBuffer())) === hash) {
    if (!(await cache.match(address))) await cache.put(address, known);
    return;
  }
  const answer = await fetch(address, { cache: "no-cache" });
  const content = await answer.arrayBuffer();
  // A network that wants a password first answers every question with its own page.
  if (!answer.ok || (await hashOf(content)) !== hash) throw new Error(`${path} is not as it was published`);
  await cache.put(
    address,
    new Response(content, { headers: { "Content-Type": answer.headers.get("Content-Type") ?? "" } }),
  );
}

/** @param {ArrayBuffer} content */
async function hashOf(content) {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
  return [...bytes.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * Takes an edition into use: says that it is whole, and lets the ones before go.
 * @param {string} edition
 * @param {import("./offline/stored-edition.js").Kept} about
 */
async function keptOnly(edition, about) {
  await (await caches.open(`${OWN}${edition}`)).put(KEPT, new Response(JSON.stringify(about)));
  for (const name of await caches.keys())
    if (name.startsWith(OWN) && name !== `${OWN}${edition}`) await caches.delete(name);
}

/** @param {number} size in bytes */
function megabytes(size) {
  const digits = { maximumFractionDigits: size < 10_000_000 ? 1 : 0 };
  return `${(size / 1_000_000).toLocaleString(document.documentElement.lang, digits)} MB`;
}

customElements.define("hub-offline", Offline);
