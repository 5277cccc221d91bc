// The page's side of searching: asks the thread that searches, or does without one where a browser knows no such thread.

let answers;
let turns = 0;

/**
 * The first pages that answer a query, best first: `{count, results, missing, meant, more(from, to), counts()}`; null when
 * another question was asked meanwhile. Without a query, every page that has the values chosen.
 */
export async function ask(query, filters, first) {
  const turn = ++turns;
  const { ask: asked, pages, counts } = await (answers ??= opened());
  const found = await asked(turn, query, filters, first);
  return found && { ...found, more: (from, to) => pages(turn, from, to), counts: () => counts(turn) };
}

async function opened() {
  try {
    return await thread();
  } catch (error) {
    console.info(error);
    return import("./answers.js");
  }
}

/** The functions of `answers.js`, called in a thread. */
function thread() {
  return new Promise((ready, failed) => {
    const worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
    const waiting = new Map();
    let sent = 0;
    const call = (name) => (...given) => new Promise((said, fault) => {
      waiting.set(++sent, { said, fault });
      worker.postMessage({ number: sent, name, given });
    });
    worker.addEventListener("message", ({ data: { isReady, number, said, fault } }) => {
      if (isReady) return ready({ ask: call("ask"), pages: call("pages"), counts: call("counts") });
      if (fault === undefined) waiting.get(number).said(said);
      else waiting.get(number).fault(new Error(fault));
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
