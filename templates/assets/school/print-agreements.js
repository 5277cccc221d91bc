// What was agreed at the table, as lines for paper: fields do not print well.
import { plainDay } from "../date-arithmetic.js";
import { make } from "../strings.js";
import { fieldsOf } from "./draft.js";
import { rowsOf } from "./flat.js";
import { nameIn, word } from "./words.js";

/** @import { Draft, SchoolFile } from "../../types/school.js" */

/**
 * A line for each new agreement that has a text.
 * @param {SchoolFile} data
 * @param {Draft} draft
 * @param {(path: string) => boolean} isShown
 */
export function agreed(data, draft, isShown) {
  const fields = fieldsOf(draft);
  return rowsOf(fields, "agreements")
    .filter((id) => isShown(`agreements/${id}`) && fields.get(`agreements/${id}/text`))
    .map((id) => {
      const [text, role, due] = ["text", "role", "due"].map((field) =>
        String(fields.get(`agreements/${id}/${field}`) ?? ""),
      );
      const rest = [role && nameIn(data.words.roles, role), due && word("by", { day: plainDay(due) })].filter(Boolean);
      return make("li", {}, text, rest.length ? ` (${rest.join(", ")})` : "");
    });
}
