// What has happened on the site since the draft began, said above the form with what can be done about it.

import { plainDay } from "../date-arithmetic.js";
import { button } from "../form-controls.js";
import { all, make } from "../strings.js";
import { moved, movedPlans } from "./draft.js";
import { word } from "./words.js";

/** @import { Draft, SchoolFile } from "../../types/school.js" */

/**
 * The notes; none while nothing has happened.
 * @param {SchoolFile} data
 * @param {Draft} draft
 * @param {{takeIn: () => void, seen: () => void}} ways
 */
export function notes(data, draft, { takeIn, seen }) {
  const found = [];
  if (moved(draft, data) === "moved") found.push(note(word("moved"), word("takeIn"), takeIn));
  for (const { of } of draft.was.plans ?? []) {
    if (!data.plans.some((plan) => plan.of === of))
      found.push(make("p", { className: "hub-note", textContent: word("planGone", { of }) }));
  }
  for (const { title } of movedPlans(draft, data))
    found.push(note(word("planMoved", { title }), word("planSeen"), seen));
  return found;
}

/**
 * @param {string} textContent
 * @param {string} label
 * @param {() => void} act
 */
function note(textContent, label, act) {
  const said = make("p", { textContent });
  return make("div", { className: "hub-note" }, said, make("p", {}, button(label, act)));
}

/**
 * Says at a criterion that the site has a report of it whose numbers it does not show.
 * @param {HTMLElement} host
 * @param {SchoolFile} data
 */
export function tellWithheld(host, { withheld, smallest }) {
  for (const rows of all("[data-field-criterion]", HTMLElement, host)) {
    const own = withheld.filter(({ criterion }) => criterion === rows.dataset.fieldCriterion);
    rows.prepend(
      ...own.map(({ as_of }) =>
        make("p", { className: "hub-small", textContent: word("withheld", { day: plainDay(as_of), smallest }) }),
      ),
    );
  }
}
