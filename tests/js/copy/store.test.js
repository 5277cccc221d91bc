import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import * as store from "../../../templates/assets/copy/store.js";
import { storage } from "../page.js";
import { copy } from "./examples.js";

beforeEach(() => {
  storage.items.clear();
  storage.isFull = false;
});

test("copies are kept, changed and dropped", () => {
  store.keep(copy({ key: "a" }));
  store.keep(copy({ key: "b" }));
  store.keep(copy({ key: "a", klass: "6.A" }));
  store.drop("b");

  assert.deepEqual(store.allCopies(), [copy({ key: "a", klass: "6.A" })]);
});

test("a course has its own copies", () => {
  store.keep(copy({ key: "a" }));
  store.keep(copy({ key: "b", course: "broeker" }));

  assert.deepEqual(
    store.copiesOf("broeker").map(({ key }) => key),
    ["b"],
  );
});

test("a browser that refuses is told of", () => {
  storage.isFull = true;

  assert.equal(store.keep(copy()), false);
  assert.equal(store.dropAll(), false);
});

test("what is no copy is passed over", () => {
  const good = copy();
  const bad = [
    null,
    "x",
    {},
    copy({ kept: ["1"] }),
    copy({ made: "i går" }),
    copy({ url: "javascript:alert(1)" }),
    copy({ url: "../../x/" }),
    copy({ slots: [null] }),
    copy({ slots: [{ day: 0, time: "08:15" }] }),
    copy({ slots: [{ day: 8, time: "08:15" }] }),
    copy({ slots: [{ day: 1.5, time: "08:15" }] }),
  ];
  storage.setItem("hub:copies", JSON.stringify([...bad, good]));

  assert.deepEqual(store.allCopies(), [good]);
});

test("what is stored may be no list, or no JSON", () => {
  for (const text of ['{"a": 1}', "{", "null"]) {
    storage.setItem("hub:copies", text);

    assert.deepEqual(store.allCopies(), []);
  }
});

test("what was exported can be brought back", () => {
  store.keep(copy({ key: "a" }));
  store.keep(copy({ key: "b" }));
  const file = store.exported();
  store.dropAll();

  assert.deepEqual(store.takeIn(file), { count: 2, isStored: true });
  assert.deepEqual(
    store.allCopies().map(({ key }) => key),
    ["a", "b"],
  );
});

test("other files hold no copies", () => {
  for (const text of ["", "[]", "null", '{"format": "x", "copies": []}', '{"format": "training-hub copies 1"}']) {
    assert.deepEqual(store.takeIn(text), { count: 0, isStored: true });
  }
});

test("keys are random UUIDs, also without https", (context) => {
  const form = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;
  context.mock.method(crypto, "randomUUID", undefined);
  Object.defineProperty(crypto, "randomUUID", { value: undefined, configurable: true });
  const [one, other] = [store.newKey(), store.newKey()];
  delete crypto.randomUUID;

  assert.match(one, form);
  assert.match(store.newKey(), form);
  assert.notEqual(one, other);
});
