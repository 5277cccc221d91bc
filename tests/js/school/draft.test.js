import "../page.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import * as drafts from "../../../templates/assets/school/draft.js";
import { flat, isSame, nested } from "../../../templates/assets/school/flat.js";
import { draft, NOW, schoolFile, was } from "./examples.js";

const CAFE = "plans/plan-2026/changes/cafe";
const SEEN = "observations/kopieret@2026-11-18";

test("what was written over a plan that is gone stays, also when something else is changed", () => {
  const gone = {
    of: "forrige",
    base: "abcdefghijkl",
    changes: [{ activity: "cafe", state: "done", note: "Holdt" }],
    adds: [{ id: "egen", phase: "a", title: "Egen", role: "leder", due: "2020-01-01" }],
  };
  const data = schoolFile({ was: { plans: [gone], focus: ["Et"] } });
  const other = drafts.changed(drafts.begun(data, NOW), "focus/1", "To", NOW + 1);

  assert.deepEqual(drafts.wanted(other).plans, [gone]);
  assert.deepEqual(drafts.wanted(drafts.rebased(other, data, NOW + 2)).plans, [gone]);
});

test("fields by path and back again are the same", () => {
  assert.deepEqual(nested(flat(was())), was());
});

test("a draft with nothing in it wants what the site says", () => {
  assert.deepEqual(drafts.wanted(draft()), was());
  assert.equal(drafts.unsaved(draft()), 0);
});

test("what changes nothing is no change", () => {
  const same = { "focus/1": "Selvevaluering", "focus/2": "", [`${CAFE}/state`]: null };

  assert.equal(draft(same).changes.size, 0);
});

test("what is changed, emptied, added and taken away is in what the school wants", () => {
  const wish = drafts.wanted(
    draft({
      [`${CAFE}/state`]: "started",
      [`${CAFE}/note`]: null,
      [`${SEEN}/reached`]: 25,
      "observations/ny/criterion": "cafeer",
      "observations/ny/reached": 2,
      "plans/plan-2026/adds/naboer/gone": true,
      "focus/2": "  Læsning ",
    }),
  );

  assert.deepEqual(wish.plans[0].changes[1], { activity: "cafe", due: "2027-01-29", state: "started" });
  assert.equal(wish.plans[0].adds, undefined);
  assert.deepEqual(
    wish.observations.map(({ criterion, reached }) => [criterion, reached]),
    [
      ["kopieret", 25],
      ["cafeer", 2],
    ],
  );
  assert.deepEqual(wish.focus, ["Selvevaluering", "Læsning"]);
});

test("a school without a plan takes one up by its first change, in the edition that is shown", () => {
  const wish = drafts.wanted(draft({ [`${CAFE}/state`]: "done" }, NOW, schoolFile({ was: {} })));

  assert.deepEqual(wish, {
    plans: [{ of: "plan-2026", base: "abcdefabcdef", changes: [{ activity: "cafe", state: "done" }] }],
  });
});

test("of two tabs, each field has what was written last", () => {
  const one = draft({ "focus/1": "A", "focus/2": "B" }, NOW);
  const other = draft({ "focus/1": "C", "focus/3": "D" }, NOW + 500);
  const fields = drafts.fieldsOf(drafts.merged(one, other));

  assert.deepEqual(
    [1, 2, 3].map((place) => fields.get(`focus/${place}`)),
    ["C", "B", "D"],
  );
});

test("what one tab took away stays away, whatever another wrote in it", () => {
  const one = draft({ [`${SEEN}/gone`]: true }, NOW);
  const other = draft({ [`${SEEN}/how`]: "Talt igen" }, NOW + 500);

  assert.equal(drafts.wanted(drafts.merged(one, other)).observations, undefined);
  assert.equal(drafts.wanted(drafts.merged(other, one)).observations, undefined);
});

test("merging comes to the same in any order, and twice is once", () => {
  const paths = ["focus/1", "focus/2", `${SEEN}/gone`, `${SEEN}/how`, "superusers/count"];
  let seed = 7;
  const random = (below) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed % below;
  };
  const some = () => {
    const made = Array.from({ length: 4 }, () => [paths[random(5)], random(2) ? "x" : null]);
    return { ...draft(Object.fromEntries(made), NOW + random(3)), saved: random(3) ? NOW : 0 };
  };
  const packed = (one) => {
    const { changes, ...rest } = drafts.packed(one);
    return { ...rest, changes: changes.sort() };
  };
  for (let time = 0; time < 200; time += 1) {
    const [a, b, c] = [some(), some(), some()];
    const { merged } = drafts;

    assert.deepEqual(packed(merged(a, b)), packed(merged(b, a)));
    assert.deepEqual(packed(merged(merged(a, b), c)), packed(merged(a, merged(b, c))));
    assert.deepEqual(packed(merged(merged(a, b), b)), packed(merged(a, b)));
  }
});

test("who begins again is not given back what was there, by no other tab", () => {
  const old = draft({ "focus/1": "gammelt" });
  const fresh = drafts.begun(schoolFile(), NOW + 10);

  assert.deepEqual(drafts.merged(old, fresh), fresh);
  assert.deepEqual(drafts.merged(fresh, old), fresh);
});

test("two tabs that were opened one after the other write in one draft, also after it was begun again", () => {
  for (const held of [null, drafts.begun(schoolFile(), NOW)]) {
    const one = drafts.changed(drafts.resumed(held, schoolFile(), NOW + 5), "focus/2", "B", NOW + 20);
    const other = drafts.changed(drafts.resumed(held, schoolFile(), NOW + 10), "focus/3", "C", NOW + 30);

    assert.deepEqual(drafts.wanted(drafts.merged(one, other)).focus, ["Selvevaluering", "B", "C"]);
  }
});

test("a change is unsaved until a file holds it", () => {
  const written = draft({ "focus/1": "A" }, NOW);
  const saved = { ...written, saved: NOW + 60_000 };

  assert.equal(drafts.unsaved(written), NOW);
  assert.equal(drafts.unsaved(saved), 0);
  assert.equal(drafts.unsaved(drafts.changed(saved, "focus/1", "B", NOW + 1)), NOW + 60_001);
});

test("when the site has taken all that was written, that is known; when it says something else, too", () => {
  const written = draft({ "focus/1": "A" });
  const taken = { ...was(), focus: ["A"] };
  const other = { ...was(), focus: ["Noget andet"] };

  assert.equal(drafts.moved(written, schoolFile()), "");
  assert.equal(drafts.moved(written, schoolFile({ was: taken })), "taken");
  assert.equal(drafts.moved(written, schoolFile({ was: other })), "moved");
  assert.equal(drafts.rebased(written, schoolFile({ was: taken }), NOW).changes.size, 0);
});

test("a newer site is taken in under what was written, with rows that it has dropped", () => {
  const written = draft({ [`${SEEN}/how`]: "Talt igen", "focus/1": "A" });
  const newer = schoolFile({ was: { superusers: { count: 4, leader: true, as_of: "2026-11-01" }, focus: ["B"] } });
  const wish = drafts.wanted(drafts.rebased(written, newer, NOW));

  assert.equal(wish.superusers.count, 4);
  assert.deepEqual(wish.focus, ["A"]);
  assert.deepEqual(wish.observations[0], { ...was().observations[0], how: "Talt igen" });
});

test("a plan that has moved on is named from the start, until it was looked through", () => {
  const data = schoolFile();
  data.plans[0].base = "pppppppppppp";
  const written = draft({ [`${CAFE}/state`]: "done" }, NOW, data);
  const seen = drafts.lookedThrough(drafts.begun(data, NOW), data, NOW);

  assert.deepEqual(
    drafts.movedPlans(written, data).map(({ of }) => of),
    ["plan-2026"],
  );
  assert.equal(drafts.wanted(written).plans[0].base, "abcdefabcdef");
  assert.deepEqual(drafts.movedPlans(seen, data), []);
  assert.equal(drafts.wanted(seen).plans[0].base, "pppppppppppp");
  assert.equal(drafts.unsaved(seen), NOW);
});

test("what is kept comes back, as far as it is what it should be", () => {
  const written = draft({ "focus/1": "A", [`${SEEN}/gone`]: true, "superusers/count": "mange" });

  assert.deepEqual(drafts.unpacked(JSON.parse(JSON.stringify(drafts.packed(written))), "skole-6"), written);
});

test("what is no draft is none, and what is no change is passed over", () => {
  const good = drafts.packed(draft({ "focus/1": "A" }));
  const bad = [
    ["__proto__/x", "y", NOW],
    ["focus/9", "y", NOW],
    ["levels/a/constructor", "y", NOW],
    ["plans/../changes/x/state", "y", NOW],
    ["superusers/as_of", "i går", NOW],
    ["superusers/leader", "måske", NOW],
    ["focus/2", { html: "<b>" }, NOW],
    ["focus/2", "B", Number.POSITIVE_INFINITY],
    ["focus/2", "B", Date.now() + 1e12],
    ["focus/2", "x".repeat(5000), NOW],
    null,
    "x",
  ];

  for (const none of [
    null,
    "x",
    [],
    {},
    { ...good, version: 2 },
    { ...good, school: "skole-7" },
    { ...good, begun: "x" },
  ]) {
    assert.equal(drafts.unpacked(none, "skole-6"), null);
  }
  assert.deepEqual(
    [...drafts.unpacked({ ...good, changes: [...bad, ...good.changes] }, "skole-6").changes.keys()],
    ["focus/1"],
  );
});

test("agreements are told from each other by day and text, however long and in whatever letters", () => {
  const agreements = ["å".repeat(400), `${"å".repeat(399)}æ`, "日本", "a/b@c"].map((text) => ({
    made: "2026-06-08",
    text,
  }));

  assert.deepEqual(nested(flat({ agreements })).agreements, agreements);
  assert.equal(new Set([...flat({ agreements }).keys()].map((path) => path.split("/")[1])).size, 4);
});

test("two rows of one day are two", () => {
  const one = was().observations[0];

  assert.deepEqual(nested(flat({ observations: [one, { ...one, reached: 3 }] })).observations, [
    one,
    { ...one, reached: 3 },
  ]);
  assert.ok(!isSame({ observations: [one] }, { observations: [one, one] }));
});
