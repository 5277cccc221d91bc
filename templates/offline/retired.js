// Stands where the worker of an offline hub stood, or may have stood: takes away what it left in the reader's browser.

/** @typedef {Event & { waitUntil: (work: Promise<unknown>) => void }} LastingWork */
const retiree = /** @type {{ skipWaiting: () => void, registration: ServiceWorkerRegistration }} */ (
  /** @type {unknown} */ (globalThis)
);

addEventListener("install", () => retiree.skipWaiting());
addEventListener("activate", (event) => /** @type {LastingWork} */ (event).waitUntil(retired()));

async function retired() {
  const mine = `hub-offline:${new URL(retiree.registration.scope).pathname}:`;
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(mine)).map((name) => caches.delete(name)));
  await retiree.registration.unregister();
}
