// What this browser keeps of the hub.

/**
 * @typedef {{ edition: string, size: number, what: string }} Kept
 * @typedef {{ edition: string, pages: number, films: number }} Edition Its name, and what its parts weigh in bytes.
 */
export const ROOT = new URL("../../", import.meta.url);
/** How the caches of this hub are called: another may stand on the same host. */
export const OWN = `hub-offline:${ROOT.pathname}:`;
/** Where it stands what is kept, once it is whole. */
export const KEPT = new URL("offline/kept.json", ROOT).href;

/** @returns {Promise<Kept | null>} */
export async function kept() {
  const found = await caches.match(KEPT);
  return found ? found.json() : null;
}

/**
 * The edition that the site has now. Throws without a network.
 * @returns {Promise<Edition>}
 */
export async function edition() {
  const answer = await fetch(new URL("offline/edition.json", ROOT), { cache: "no-cache" });
  if (!answer.ok) throw new Error(`${answer.status} ${answer.url}`);
  return answer.json();
}
