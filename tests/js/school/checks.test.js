import "../page.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { faults } from "../../../templates/assets/school/checks.js";
import { fieldsOf } from "../../../templates/assets/school/draft.js";
import { draft, schoolFile, TODAY } from "./examples.js";

const CAFE = "plans/plan-2026/changes/cafe";
const SEEN = "observations/kopieret@2026-11-18";

function said(changes, data = schoolFile()) {
  return faults(fieldsOf(draft(changes)), data, TODAY).map(({ path, code }) => `${path}: ${code}`);
}

/** A whole row, to be spoilt. */
function row(criterion, changes) {
  const values = { criterion, as_of: "2026-11-20", how: "Optælling", by: "leder", ...changes };
  return Object.fromEntries(Object.entries(values).map(([field, value]) => [`observations/ny/${field}`, value]));
}

test("what the site says has no faults", () => {
  assert.deepEqual(said({}), []);
});

test("each fault is said at its field", () => {
  const cases = [
    [{ [`${CAFE}/state`]: "dropped" }, `${CAFE}/reason: reason`],
    [{ [`${CAFE}/note`]: "x".repeat(401) }, `${CAFE}/note: long`],
    [{ "plans/plan-2026/adds/naboer/title": "" }, "plans/plan-2026/adds/naboer/title: title"],
    [{ "superusers/count": "fem" }, "superusers/count: number"],
    [{ "superusers/as_of": null }, "superusers/as_of: dayMissing"],
    [{ [`${CAFE}/due`]: "0027-01-29" }, `${CAFE}/due: dayWrong`],
    [{ "superusers/as_of": "2026-02-30" }, "superusers/as_of: dayWrong"],
    [{ "superusers/as_of": "2026-11-29" }, "superusers/as_of: future"],
    [{ "levels/dansk@2026-09-28/level": null }, "levels/dansk@2026-09-28/level: level"],
    [{ "levels/dansk@2026-09-28/level": "niveau-5" }, "levels/dansk@2026-09-28/level: level"],
    [{ [`${SEEN}/by`]: "rektor" }, `${SEEN}/by: role`],
    [{ [`${SEEN}/of`]: 0 }, `${SEEN}/of: ofNone`],
    [{ [`${SEEN}/reached`]: 42 }, `${SEEN}/reached: above`],
    [{ [`${SEEN}/reached`]: "-1" }, `${SEEN}/reached: number`],
    [{ [`${SEEN}/how`]: " " }, `${SEEN}/how: how`],
    [{ [`${SEEN}/how`]: "x".repeat(201) }, `${SEEN}/how: long`],
    [{ [`${SEEN}/as_of`]: "2027-01-01" }, `${SEEN}/as_of: future`],
    [row("cafeer", {}), "observations/ny/reached: reached"],
    [row("lagt", { reached: 3 }), "observations/ny/verdict: verdict"],
    [row("kopieret", { reached: 3, of: 9, as_of: "2026-11-18" }), "observations/ny/as_of: twice"],
    [{ "agreements/ny/text": "Ny" }, "agreements/ny/role: role"],
  ];
  for (const [changes, fault] of cases)
    assert.ok(said(changes).includes(fault), `${fault} is not among ${said(changes)}`);
});

test("a whole row of each sort has none", () => {
  assert.deepEqual(said(row("kopieret", { reached: 3, of: 9 })), []);
  assert.deepEqual(said(row("cafeer", { reached: 2 })), []);
  assert.deepEqual(said(row("lagt", { verdict: "met" })), []);
});

test("an agreement is due after it was made", () => {
  const changes = { text: "Ny", role: "leder", made: "2026-11-28", due: "2026-11-01" };
  const fields = Object.fromEntries(Object.entries(changes).map(([field, value]) => [`agreements/ny/${field}`, value]));

  assert.deepEqual(said(fields), ["agreements/ny/due: reversed"]);
});

test("a report of too few to be shown is corrected by one of the same day", () => {
  const data = schoolFile({ withheld: [{ criterion: "cafeer", as_of: "2026-11-20" }] });

  assert.deepEqual(said(row("cafeer", { reached: 2 }), data), []);
});

test("how to reach a person is no part of a text", () => {
  const how = (/** @type {string} */ text) => said({ ...row("cafeer", { reached: 2 }), "observations/ny/how": text });

  for (const text of ["Ring 22 33 44 55", "tlf.: +45 2233 4455", "22334455", "Skriv til en.leder@skolen.dk"]) {
    assert.deepEqual(how(text), ["observations/ny/how: contact"], text);
  }
  for (const text of ["I 2026 2027 og 20261128", "22 af 41, 15. marts 2026", "Sag 2026-11-28"]) {
    assert.deepEqual(how(text), [], text);
  }
});

test("rows that were taken away have no faults", () => {
  assert.deepEqual(said({ [`${SEEN}/how`]: "", [`${SEEN}/gone`]: true }), []);
});
