// What comes out of a session that was held: the real minutes, to copy or to keep as a file.
import { make, say } from "../strings.js";
import { saveFile } from "../word/download-file.js";
import { patchOf } from "./yaml-correction.js";

/** @import { Module, Run } from "../../types/live.js" */

/**
 * The elements of the result. `again` forgets the session.
 * @param {{id: string, modules: Module[], file: string, day: string}} session
 * @param {Run} run
 * @param {() => void} again
 * @returns {HTMLElement[]}
 */
export function result(session, run, again) {
  const patch = patchOf(session, run);
  const heading = make("h3", { textContent: say("live.real", "How long it really took"), tabIndex: -1 });
  const text = make("textarea", { value: patch, readOnly: true, rows: patch.split("\n").length });
  const label = make(
    "label",
    {},
    say("live.send", "Send the numbers to whoever keeps the programme, so that its times come true."),
    text,
  );
  const said = make("span", {});
  said.setAttribute("role", "status");
  const copy = button(say("live.copy", "Copy"), async () => {
    said.textContent = (await copied(text))
      ? say("live.copied", "Copied.")
      : say("live.byHand", "Press Ctrl+C to copy what is marked.");
  });
  const save = button(say("live.save", "Save as a file"), () =>
    saveFile(`${session.id}-minutes.yml`, patch, "text/yaml"),
  );
  const over = button(say("live.again", "Start over"), again);
  return [heading, label, make("p", { className: "hub-live-ways" }, copy, " ", save, " ", over, " ", said)];
}

/**
 * @param {string} textContent
 * @param {() => void} act
 */
function button(textContent, act) {
  const made = make("button", { type: "button", className: "hub-action hub-second", textContent });
  made.addEventListener("click", act);
  return made;
}

/**
 * Whether the browser took it; it is marked when not.
 * @param {HTMLTextAreaElement} text
 */
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text.value);
    return true;
  } catch {
    text.select();
    return false;
  }
}
