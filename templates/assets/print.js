// Folded parts are unfolded on paper, and folded again afterwards; a part with a button of its own can be printed alone; a
// page that is made for paper has a button for itself. A hub that does not know its address says where it was read.
import { all } from "./strings.js";

const ALONE = "hub-prints-part";
const CHOSEN = "is-printed";
/** @type {HTMLDetailsElement[]} */
let opened = [];

addEventListener("beforeprint", () => {
  opened = all("main details:not([open])", HTMLDetailsElement);
  for (const part of opened) part.open = true;
  for (const place of all("[data-hub-address]:empty", HTMLElement))
    place.textContent = location.origin + location.pathname;
});
addEventListener("afterprint", () => {
  for (const part of opened) part.open = false;
  opened = [];
  document.body.classList.remove(ALONE);
  document.querySelector(`.${CHOSEN}`)?.classList.remove(CHOSEN);
});

for (const button of all("[data-hub-print]", HTMLElement)) {
  button.hidden = false;
  button.addEventListener("click", () => {
    button.closest("section")?.classList.add(CHOSEN);
    document.body.classList.add(ALONE);
    window.print();
  });
}

for (const button of all("[data-hub-print-page]", HTMLElement)) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
