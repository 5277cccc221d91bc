// Prints the fitted course alone.
import { make, one } from "./strings.js";

const CLASS = "hub-prints-copy";

/** @param {HTMLElement} element */
export function printElement(element) {
  const sheet = make("div", { className: "hub-paper" }, element);
  one("main", HTMLElement).append(sheet);
  document.body.classList.add(CLASS);
  const clear = () => {
    document.body.classList.remove(CLASS);
    sheet.remove();
  };
  addEventListener("afterprint", clear, { once: true });
  window.print();
}
