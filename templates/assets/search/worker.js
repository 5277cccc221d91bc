// A thread of its own for searching, so that the page answers each key at once: messages in, answers out.
import { ask, counts, pages } from "./worker-handlers.js";

/** @type {Record<string, (...given: any[]) => Promise<unknown>>} */
const answers = { ask, counts, pages };

addEventListener("message", async ({ data: { number, name, given } }) => {
  try {
    postMessage({ number, said: await answers[name](...given) });
  } catch (error) {
    postMessage({ number, fault: error instanceof Error ? error.message : String(error) });
  }
});
postMessage({ isReady: true });
