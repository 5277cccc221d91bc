// The page's side of searching: asks the thread that searches, or does without one where a browser knows no such thread.

/** @typedef {import("./worker-handlers.js").First} First */
/** @typedef {import("./engine.js").Filters} Filters */
/** @typedef {import("./excerpts.js").Shown} Shown */
/** @typedef {Record<string, Record<string, number>>} Counts Pages by facet and value. */
/** @typedef {{ ask: typeof import("./worker-handlers.js").ask, pages: typeof import("./worker-handlers.js").pages, counts: typeof import("./worker-handlers.js").counts }} Answers */
/**
 * An answer: the first pages, and more of it when it is asked for.
 * @typedef {First & { more: (from: number, to: number) => Promise<Shown[]>, counts: () => Promise<Counts> }} Asked
 */

/** @type {Promise<Answers> | undefined} */
let answers;
let turns = 0;

/**
 * The first pages that answer a query, best first; null when another question was asked meanwhile. Without a query, every
 * page that has the values chosen.
 * @param {string} query
 * @param {Filters} filters
 * @param {number} first
 * @returns {Promise<Asked | null>}
 */
export async function ask(query, filters, first) {
  turns += 1;
  const turn = turns;
  answers ??= opened();
  const { ask: asked, pages, counts } = await answers;
  const found = await asked(turn, query, filters, first);
  return found && { ...found, more: (from, to) => pages(turn, from, to), counts: () => counts(turn) };
}

/** @returns {Promise<Answers>} */
async function opened() {
  try {
    return await thread();
  } catch (error) {
    console.info(error);
    return import("./worker-handlers.js");
  }
}

/**
 * The functions of `worker-handlers.js`, called in a thread.
 * @returns {Promise<Answers>}
 */
function thread() {
  return new Promise((ready, failed) => {
    const worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
    /** @type {Map<number, { said: (value: any) => void, fault: (error: Error) => void }>} */
    const waiting = new Map();
    let sent = 0;
    const call =
      (/** @type {string} */ name) =>
      (/** @type {any[]} */ ...given) =>
        new Promise((said, fault) => {
          sent += 1;
          waiting.set(sent, { said, fault });
          worker.postMessage({ number: sent, name, given });
        });
    worker.addEventListener("message", ({ data: { isReady, number, said, fault } }) => {
      if (isReady) return ready({ ask: call("ask"), pages: call("pages"), counts: call("counts") });
      if (fault === undefined) waiting.get(number)?.said(said);
      else waiting.get(number)?.fault(new Error(fault));
      waiting.delete(number);
    });
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      failed(new Error(event.message || "no thread for searching"));
      for (const { fault } of waiting.values()) fault(new Error(event.message));
      waiting.clear();
    });
  });
}
