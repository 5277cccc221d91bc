// Remembers things in this browser only, and goes on when the browser refuses.

/**
 * What was stored under a key, or the fallback when `fitting` finds nothing in it: it may have been written by hand, or
 * by another edition of the page.
 * @template T, F
 * @param {string} key
 * @param {(found: any) => T | undefined | null} fitting
 * @param {F} fallback
 * @returns {T | F}
 */
export function recall(key, fitting, fallback) {
  try {
    const text = localStorage.getItem(`hub:${key}`);
    return (text === null ? null : fitting(JSON.parse(text))) ?? fallback;
  } catch {
    return fallback;
  }
}

/**
 * The texts of a list; nothing else is a text.
 * @param {any} found
 * @returns {string[] | undefined}
 */
export function texts(found) {
  return Array.isArray(found) ? found.filter((one) => typeof one === "string") : undefined;
}

/**
 * Stores a value; false when the browser refuses (private mode, storage full).
 * @param {string} key
 * @param {unknown} value
 */
export function remember(key, value) {
  try {
    localStorage.setItem(`hub:${key}`, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}
