// A thread of its own for searching, so that the page answers each key at once: messages in, answers out.
import * as answers from "./answers.js";

addEventListener("message", async ({ data: { number, name, given } }) => {
  try {
    postMessage({ number, said: await answers[name](...given) });
  } catch (error) {
    postMessage({ number, fault: String(error?.message ?? error) });
  }
});
postMessage({ isReady: true });
