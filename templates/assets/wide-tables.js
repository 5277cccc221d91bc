// A table of a text that is wider than the screen is scrolled by keys too: it can have the focus as long as it is.
import { all } from "./strings.js";

const watcher = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target.scrollWidth > target.clientWidth) target.setAttribute("tabindex", "0");
    else target.removeAttribute("tabindex");
  }
});
for (const table of all("article table:not([class])", HTMLTableElement)) watcher.observe(table);
