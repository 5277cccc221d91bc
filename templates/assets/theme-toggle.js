// The button for light and dark colours.
import { make, say } from "./strings.js";

const button = document.querySelector("[data-hub-mode]");
const root = document.documentElement;

function isDark() {
  if (root.dataset.theme) return root.dataset.theme === "dark";
  return matchMedia("(prefers-color-scheme: dark)").matches;
}

/** @param {HTMLElement} button */
function label(button) {
  const textContent = isDark() ? say("light", "Light colours") : say("dark", "Dark colours");
  button.replaceChildren(make("span", { textContent }));
}

if (button instanceof HTMLElement) {
  label(button);
  button.hidden = false;
  button.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    try {
      localStorage.setItem("hub:theme", root.dataset.theme);
    } catch {
      // The choice lasts for this page then.
    }
    label(button);
  });
}
