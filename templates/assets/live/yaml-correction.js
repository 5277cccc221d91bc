// The real minutes of a session as YAML: what to correct in the programme's file.
import { say } from "../strings.js";
import { realMinutes } from "./session-log.js";

/** @import { Module, Run } from "../../types/live.js" */

/**
 * Only modules that were held; a module that took no minute is said in words, since no file can hold it.
 * @param {{id: string, modules: Module[], file: string, day: string}} session
 * @param {Run} run
 */
export function patchOf({ id, modules, file, day }, run) {
  const real = new Map(realMinutes(run).map(({ module, minutes }) => [module, minutes]));
  const lines = modules.flatMap((module) => {
    const minutes = real.get(module.id);
    if (!minutes) return [`      # ${module.id}: ${say("live.skipped", "not held, or not timed")}`];
    const planned =
      minutes === module.minutes ? "" : ` # ${say("live.instead", "planned: {minutes}", { minutes: module.minutes })}`;
    return [`      - id: "${module.id}"`, `        minutes: ${minutes}${planned}`];
  });
  const head = say("live.patchHead", "The real minutes of {day}. Correct {file} with them.", { day, file });
  return [`# ${head}`, "sessions:", `  - id: "${id}"`, "    modules:", ...lines, ""].join("\n");
}
