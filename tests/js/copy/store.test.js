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

  assert.equal(store.keep(copy()), null);
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
    copy({ slots: [{ day: 1, time: "25:00" }] }),
    copy({ slots: Array(101).fill({ day: 1, time: "08:15" }) }),
    copy({ kept: [1, 1] }),
    copy({ kept: [0] }),
    copy({ kept: Array.from({ length: 1001 }, (_, index) => index + 1) }),
    copy({ made: "27 Nov 2026" }),
    copy({ made: "+275760-09-13T00:00:00.000Z" }),
    copy({ start: "i morgen" }),
    copy({ revision: "x" }),
    copy({ revision: -1 }),
    copy({ revision: 1e300 }),
    copy({ key: "a\r\nATTENDEE:mailto:x@example.org" }),
    copy({ klass: "5.B\nORGANIZER:x" }),
    copy({ holidays: "no" }),
    copy({ times: { key: 1 } }),
    copy({ times: { notes: "1" } }),
    copy({ times: [1] }),
    copy({ notes: "x".repeat(200_001) }),
  ];
  storage.setItem("hub:copies", JSON.stringify([...bad, good]));

  assert.deepEqual(store.allCopies(), [good]);
});

test("what two pages write in a copy is both there", () => {
  store.keep(copy({ notes: "før", goals: "mål", times: { notes: 1, goals: 1 } }));
  store.keep(copy({ notes: "ny", goals: "mål", times: { notes: 5, goals: 1 } }));
  const whole = store.keep(copy({ notes: "før", goals: "andre", times: { notes: 1, goals: 4 } }));

  assert.deepEqual(store.allCopies(), [whole]);
  assert.deepEqual([whole.notes, whole.goals, whole.times], ["ny", "andre", { notes: 5, goals: 4 }]);
});

test("a clock that was wrong wins for no longer than that", () => {
  store.keep(copy({ notes: "før", times: { notes: Date.now() + 1e12 } }));

  assert.equal(store.keep(copy({ notes: "nu", times: { notes: Date.now() } })).notes, "nu");
});

test("a copy that was deleted in one page stays deleted when another writes in it", () => {
  const [one, other] = [copy({ key: "a" }), copy({ key: "b" })];
  store.keep(one);
  const file = store.exported();
  store.drop("a");

  assert.equal(store.keep({ ...one, notes: "senere" }), null);
  store.keep(other);
  store.dropAll();
  assert.equal(store.keep(other), null);
  assert.deepEqual(store.allCopies(), []);

  assert.deepEqual(store.takeIn(file), { count: 1, isStored: true }); // who brings one back wants it
  assert.equal(store.allCopies().length, 1);
});

test("a course that was renamed has its copies from before", () => {
  store.keep(copy({ key: "a", course: "old" }));

  assert.deepEqual([store.copiesOf("new").length, store.copiesOf("new", ["old"]).length], [0, 1]);
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
