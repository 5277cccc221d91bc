// Answers from what a reader keeps of the hub when there is no network. It fetches nothing by itself and keeps nothing: the
// page “Read offline” does that when it is asked to.

/**
 * @typedef {Event & { waitUntil: (work: Promise<unknown>) => void }} Lasting
 * @typedef {Event & { request: Request, respondWith: (answer: Promise<Response>) => void }} Asked
 */
const own = /** @type {{ skipWaiting: () => void, clients: { claim: () => Promise<void> } }} */ (
  /** @type {unknown} */ (globalThis)
);
/** Milliseconds after which a network that says nothing counts as none. */
const PATIENCE = 3000;

addEventListener("install", () => own.skipWaiting());
addEventListener("activate", (event) => /** @type {Lasting} */ (event).waitUntil(own.clients.claim()));
addEventListener("fetch", (event) => {
  const { request, respondWith } = /** @type {Asked} */ (event);
  if (request.method === "GET" && new URL(request.url).origin === location.origin) {
    respondWith.call(event, answered(request));
  }
});

/**
 * The network first, so that nobody online reads what is old.
 * @param {Request} request
 */
async function answered(request) {
  const kept = await caches.match(request, { ignoreSearch: true });
  if (!kept) return fetch(request);
  // A film is large and the same by its name: what is kept is as good.
  const range = request.headers.get("range");
  if (range) return part(kept, range);
  try {
    return await Promise.race([fetch(request), silence()]);
  } catch {
    return kept;
  }
}

/** @returns {Promise<Response>} */
function silence() {
  return new Promise((_, failed) => setTimeout(() => failed(new Error("no answer")), PATIENCE));
}

/**
 * The bytes that a player asks for.
 * @param {Response} kept
 * @param {string} range `bytes=0-1023`
 */
async function part(kept, range) {
  const whole = await kept.blob();
  const [, from = "0", to] = /^bytes=(\d+)-(\d*)$/.exec(range) ?? [];
  const end = to ? Math.min(Number(to) + 1, whole.size) : whole.size;
  const headers = {
    "Content-Type": kept.headers.get("Content-Type") ?? "",
    "Content-Range": `bytes ${from}-${end - 1}/${whole.size}`,
    "Content-Length": String(end - Number(from)),
  };
  return new Response(whole.slice(Number(from), end), { status: 206, headers });
}
