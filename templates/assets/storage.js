// Remembers things in this browser only, and goes on when the browser refuses.

/** What was stored under a key, or the fallback. */
export function recall(key, fallback) {
  try {
    const text = localStorage.getItem(`hub:${key}`);
    return text === null ? fallback : JSON.parse(text);
  } catch {
    return fallback;
  }
}

/** Stores a value; false when the browser refuses (private mode, storage full). */
export function remember(key, value) {
  try {
    localStorage.setItem(`hub:${key}`, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}
