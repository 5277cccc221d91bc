// The lines of what a visitor typed.

/**
 * Those that say something.
 * @param {string} text
 */
export function linesOf(text) {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}
