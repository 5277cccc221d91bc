// Folded parts are unfolded on paper, and folded again afterwards; a part with a button of its own can be printed alone.
const ALONE = "hub-prints-part";
const CHOSEN = "is-printed";
let opened = [];

addEventListener("beforeprint", () => {
  opened = [...document.querySelectorAll("main details:not([open])")];
  for (const part of opened) part.open = true;
});
addEventListener("afterprint", () => {
  for (const part of opened) part.open = false;
  opened = [];
  document.body.classList.remove(ALONE);
  document.querySelector(`.${CHOSEN}`)?.classList.remove(CHOSEN);
});

for (const button of document.querySelectorAll("[data-hub-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    button.closest("section").classList.add(CHOSEN);
    document.body.classList.add(ALONE);
    window.print();
  });
}
