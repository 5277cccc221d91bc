import assert from "node:assert/strict";
import { test } from "node:test";
import { arranged, match, ORDER_NAMES } from "../../../templates/assets/courses/match.js";

/** Four courses: Danish for 4, Danish for 5, mathematics for 5, and both subjects for 4 and 5. */
const TABLE = {
  count: 4,
  chunk: 10,
  facets: [
    facet("subject", ["dansk", "matematik"], [[0], [0], [1], [0, 1]]),
    facet("grade", ["4", "5"], [[0], [1], [1], [0, 1]]),
    facet("level", ["a"], [[], [], [], []]),
  ],
  title: [3, 1, 0, 2],
  updated: [10, 10, 30, 20],
  minutes: [45, 90, 45, 180],
  copies: [0, 2, 0, 1],
  source: [-1, -1, -1, -1],
};

function facet(name, ids, of) {
  return { name, title: name, values: ids.map((id) => ({ id, name: id })), of };
}

function found(chosen) {
  const { places, counts } = match(TABLE, chosen);
  return { places, counts: counts.slice(0, 2).map((words) => [...words]) };
}

test("without choices all courses fit", () => {
  assert.deepEqual(found({}), {
    places: [0, 1, 2, 3],
    counts: [
      [3, 2],
      [2, 3],
    ],
  });
});

test("a choice narrows other facets, and not its own", () => {
  assert.deepEqual(found({ subject: ["matematik"] }), {
    places: [2, 3],
    counts: [
      [3, 2],
      [1, 2],
    ],
  });
});

test("words of one facet widen, facets together narrow", () => {
  assert.deepEqual(found({ subject: ["dansk", "matematik"], grade: ["4"] }), {
    places: [0, 3],
    counts: [
      [2, 1],
      [2, 3],
    ],
  });
});

test("a course that misses in two facets is counted nowhere", () => {
  assert.deepEqual(found({ subject: ["matematik"], grade: ["4"] }), {
    places: [3],
    counts: [
      [2, 1],
      [1, 2],
    ],
  });
});

test("words and facets that there are not change nothing", () => {
  assert.deepEqual(found({ subject: ["latin"], farve: ["blå"] }), found({}));
});

test("a facet without words of its own counts none", () => {
  assert.deepEqual(found({ level: ["a"] }).places, []);
});

test("every order has its rule, and ends are by title", () => {
  const orders = Object.fromEntries(
    ORDER_NAMES.map((order) => [order, arranged(TABLE, [0, 1, 2, 3], order).map(([place]) => place)]),
  );

  assert.deepEqual(orders, { newest: [2, 3, 1, 0], copied: [1, 3, 2, 0], title: [2, 1, 3, 0], length: [2, 0, 1, 3] });
});

test("copies lie under the furthest source that is there", () => {
  const table = { ...TABLE, source: [-1, 0, 1, -1] };

  assert.deepEqual(arranged(table, [0, 1, 2, 3], "title"), [
    [3, []],
    [0, [2, 1]],
  ]);
  assert.deepEqual(arranged(table, [1, 2], "title"), [[1, [2]]]);
});

test("courses that are each other's source are shown all the same", () => {
  const table = { ...TABLE, source: [1, 0, -1, -1] };

  assert.deepEqual(arranged(table, [0], "title"), [[0, []]]);
  assert.doesNotThrow(() => arranged(table, [0, 1, 2, 3], "title"));
});
