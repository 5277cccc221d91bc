import assert from "node:assert/strict";
import { test } from "node:test";
import { read, UnreadableError } from "../../../templates/assets/yaml/reader.js";
import { mapping } from "../../../templates/assets/yaml/writer.js";

/** Numbers below a bound, the same each time. */
function numbers(seed) {
  let state = seed;
  return (below) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state % below;
  };
}

test("whatever is written is read again as it was, with any line endings", () => {
  const signs = ["a", "æ", "🎈", " ", "\n", "#", ": ", "- ", '"', "'", "\\", "|", "{", "]", ",", "&", "!", "%", "~"];
  const random = numbers(3);
  const text = () => Array.from({ length: random(9) }, () => signs[random(signs.length)]).join("");
  for (let time = 0; time < 500; time += 1) {
    const value = { text: text(), list: [text(), { deep: text(), more: [text()] }], last: text() };
    const lines = mapping(value, 0).join("\n");

    assert.deepEqual(JSON.parse(JSON.stringify(read(lines))), value, lines);
    assert.deepEqual(JSON.parse(JSON.stringify(read(`\ufeff${lines.replaceAll("\n", "\r\n")}\r\n`))), value, lines);
  }
});

test("numbers, truths and days are texts: whoever asks knows what they are", () => {
  const found = read("count: 5\nleader: true # ja\nday: 2026-10-01\nnothing:\nempty: []\nnone: {}\n");

  assert.deepEqual(JSON.parse(JSON.stringify(found)), {
    count: "5",
    leader: "true",
    day: "2026-10-01",
    nothing: null,
    empty: [],
    none: {},
  });
});

test("what is no dialect of ours is refused at its line, and quickly", () => {
  const cases = [
    ["a: 1\nb: *x", 2],
    ["a: 1\n  b: 2", 2],
    ["a: >\n  x", 1],
    ["a: 'x", 1],
    ['a: "\\x"', 1],
    ["? a", 1],
    ["a: [1, 2", 1],
    [`${"- ".repeat(2000)}x`, 1],
    [`a: ${"{b: ".repeat(2000)}`, 1],
    ["x\n".repeat(6000), 5000],
  ];
  for (const [text, line] of cases) {
    assert.throws(
      () => read(text),
      (error) => error instanceof UnreadableError && error.line === line,
      text.slice(0, 40),
    );
  }
});
