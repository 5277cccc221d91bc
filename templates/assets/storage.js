// Remembers things in this browser only, and goes on when the browser refuses.

/**
 * What was stored under a key, or the fallback. It may have been written by hand or by an older edition of the page:
 * whoever asks looks whether it is what it should be.
 * @template T
 * @param {string} key
 * @param {T} fallback
 * @returns {T}
 */
export function recall(key, fallback) {
  try {
    const text = localStorage.getItem(`hub:${key}`);
    return text === null ? fallback : JSON.parse(text);
  } catch {
    return fallback;
  }
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
