import assert from "node:assert/strict";
import { test } from "node:test";
import { apart, names, numbers, VERSION } from "../../../templates/assets/search/index-format.js";
import { rank } from "../../../templates/assets/search/ranking.js";

/**
 * @param {number} number
 * @param {number} score
 * @param {number} [titled]
 */
const found = (number, score, titled = 0) => ({ number, score, titled, forms: new Set([""]) });
/** How many words each title has. */
const TITLES = new Uint8Array(100).fill(4);
const LENGTHS = new Float64Array(100).fill(300);
/** @param {string[]} words */
const terms = (...words) =>
  words.map((word) => ({ word, meant: null, parts: null, ways: [{ search: word, sure: 1, how: "exact" }] }));

test("the page that answers all words is before one that answers a single one well", () => {
  const searches = new Map([
    ["a", [found(1, 9), found(2, 1)]],
    ["b", [found(2, 1), found(3, 1)]],
  ]);

  assert.equal(rank(terms("a", "b"), searches, TITLES, LENGTHS)[0]?.number, 2);
});

test("a title says more than text, a sure way more than a guess", () => {
  const searches = new Map([
    ["a", [found(1, 5), found(2, 5, 1)]],
    ["b", [found(3, 5)]],
  ]);
  const ways = [
    { search: "a", sure: 1, how: "exact" },
    { search: "b", sure: 0.45, how: "meant" },
  ];

  assert.deepEqual(
    rank([{ word: "a", meant: null, parts: null, ways }], searches, TITLES, LENGTHS).map(({ number }) => number),
    [2, 1, 3],
  );
});

test("a page whose title is what was asked for is before pages that say more", () => {
  const titles = Uint8Array.of(1, 3, 3);
  const searches = new Map([["a", [found(0, 2, 1), found(1, 5, 1), found(2, 5, 0.4)]]]);

  assert.deepEqual(
    rank(terms("a"), searches, titles, LENGTHS).map(({ number }) => number),
    [0, 1, 2],
  );
});

test("a rare word stays rare, however many pages have other words for it", () => {
  const other = Array.from({ length: 60 }, (_, place) => found(place + 10, 5));
  const searches = new Map([
    ["a", [found(1, 5)]],
    ["b", other],
    ["c", [found(2, 5), found(3, 5), ...other.slice(0, 30)]],
  ]);
  const ways = [
    { search: "a", sure: 1, how: "exact" },
    { search: "b", sure: 0.45, how: "around" },
  ];
  const [first] = rank([{ word: "a", meant: null, parts: null, ways }, ...terms("c")], searches, TITLES, LENGTHS);

  assert.equal(first?.number, 1);
});

test("a word that says little decides between equals alone", () => {
  const searches = new Map([
    ["a", [found(1, 5), found(2, 5)]],
    ["b", [found(2, 1), found(3, 9, 1)]],
  ]);
  const [said, little] = terms("a", "b");

  assert.ok(said && little);
  assert.deepEqual(
    rank([said, { ...little, isLight: true }], searches, TITLES, LENGTHS).map(({ number }) => number),
    [2, 1, 3],
  );
});

test("a page that is little but its title answers another word for it after one that says something", () => {
  const lengths = Float64Array.of(4, 300);
  const searches = new Map([["a", [found(0, 5, 1), found(1, 4, 1)]]]);
  const order = (/** @type {number} */ sure) =>
    rank(
      [{ word: "a", meant: null, parts: null, ways: [{ search: "a", sure, how: "" }] }],
      searches,
      TITLES,
      lengths,
    ).map(({ number }) => number);

  assert.deepEqual(order(1), [0, 1]);
  assert.deepEqual(order(0.6), [1, 0]);
});

test("equals stand in the order of the index, and words that are nowhere hide nothing", () => {
  const searches = new Map([
    ["a", [found(2, 1), found(1, 1)]],
    ["b", []],
  ]);

  assert.deepEqual(
    rank(terms("a", "b"), searches, TITLES, LENGTHS).map(({ number }) => number),
    [1, 2],
  );
});

test("a file is taken apart, and another version is refused", () => {
  assert.deepEqual(
    apart(Uint8Array.of(VERSION, 2, 0, 0, 0, 7, 8, 0, 0, 0, 0)).map((one) => [...one]),
    [[7, 8], []],
  );
  assert.throws(() => apart(Uint8Array.of(1)), /version 1/);
});

test("numbers and names are read as they are written", () => {
  assert.deepEqual(numbers(Uint8Array.of(5, 0x80 | 44, 2)), [5, 300]);
  assert.deepEqual(names(Uint8Array.of(0, 1, 2, 3, 255)), ["00010203ff"]);
});
