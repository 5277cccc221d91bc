// Data as YAML in the hub's strict dialect: every text quoted or a block, nothing left to guess.

/** Invisible characters that the strict dialect refuses. */
const SIGNS =
  /[\0-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * A text without them.
 * @param {string} text
 */
export function visible(text) {
  return text.replace(SIGNS, "");
}

/**
 * The lines of a mapping.
 * @param {object} value
 * @param {number} depth
 * @returns {string[]}
 */
export function mapping(value, depth) {
  return Object.entries(value).flatMap(([key, part]) => entry(`${key}:`, part, depth));
}

/**
 * The lines of a value behind its key.
 * @param {string} key
 * @param {unknown} value
 * @param {number} depth
 */
function entry(key, value, depth) {
  const space = "  ".repeat(depth);
  if (!isNested(value)) return scalar(`${space}${key} `, value, depth);
  if (!Object.keys(value).length) return [`${space}${key} ${Array.isArray(value) ? "[]" : "{}"}`];
  return [`${space}${key}`, ...(Array.isArray(value) ? sequence(value, depth + 1) : mapping(value, depth + 1))];
}

/**
 * The first field of a mapping in a list stands on the line of the dash.
 * @param {unknown[]} values
 * @param {number} depth
 * @returns {string[]}
 */
function sequence(values, depth) {
  const space = "  ".repeat(depth);
  return values.flatMap((value) => {
    if (!isNested(value) || Array.isArray(value)) return entry("-", value, depth);
    const [first, ...rest] = mapping(value, depth + 1);
    return [`${space}- ${first.trimStart()}`, ...rest];
  });
}

/**
 * @param {unknown} value
 * @returns {value is object}
 */
function isNested(value) {
  return value !== null && typeof value === "object";
}

/**
 * @param {string} before
 * @param {unknown} value
 * @param {number} depth
 */
function scalar(before, value, depth) {
  if (typeof value !== "string" || !isBlock(value)) return [`${before}${JSON.stringify(value)}`];
  const space = "  ".repeat(depth + 1);
  return [`${before}|-`, ...value.split("\n").map((line) => (line ? space + line : ""))];
}

/**
 * Whether a text of several lines means the same as a block.
 * @param {string} text
 */
function isBlock(text) {
  return text.includes("\n") && !/^[ \t\n]|\n$|^[ \t]+$|\r/.test(text) && !/^[ \t]+$/m.test(text);
}
