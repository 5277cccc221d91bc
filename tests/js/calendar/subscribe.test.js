import "../page.js";
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { subscription } from "../../../templates/assets/subscription-links.js";

test("the addresses are those that the build makes when it knows where the hub stands", () => {
  deepEqual(subscription("https://x.org/feeds/a.ics", "A & B"), {
    outlook:
      "https://outlook.office.com/calendar/0/addfromweb?url=https%3A%2F%2Fx.org%2Ffeeds%2Fa.ics&name=A%20%26%20B",
    apple: "webcal://x.org/feeds/a.ics",
    google: "https://calendar.google.com/calendar/r?cid=webcal%3A%2F%2Fx.org%2Ffeeds%2Fa.ics",
  });
});
