// Prints the fitted course alone.
import { make } from "../strings.js";

const CLASS = "hub-prints-copy";

export function printElement(element) {
  const sheet = make("div", { className: "hub-paper" }, element);
  document.querySelector("main").append(sheet);
  document.body.classList.add(CLASS);
  const clear = () => {
    document.body.classList.remove(CLASS);
    sheet.remove();
  };
  addEventListener("afterprint", clear, { once: true });
  window.print();
}
