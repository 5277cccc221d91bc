// The arithmetic of a session: a running sum in which pinned modules stay, and what is left of it when time is scarce.
// generator/kinds/training/timetable.py does the same when the site is built; tests/kinds/timetable.json holds both.

/** @import { Part, Rest, Slot, Where } from "../../types/live.js" */

/**
 * A slot for each module, in order.
 * @param {number} start
 * @param {Part[]} parts
 * @returns {Slot[]}
 */
export function timetable(start, parts) {
  let now = start;
  return parts.map(({ minutes, at }) => {
    const begins = at ?? now;
    const slot = {
      start: begins,
      end: begins + minutes,
      slack: Math.max(0, begins - now),
      overrun: Math.max(0, now - begins),
    };
    now = slot.end;
    return slot;
  });
}

/**
 * What is left, from the module that is on. Modules shrink no more than is needed to keep the next pin, or the end.
 * @param {Where} where
 * @returns {Rest}
 */
export function retimed({ parts, end, here, from, now }) {
  const [current, ...others] = parts.slice(here);
  const left = [begun(current, now - from), ...others.map((part) => stillPinned(part, now))];
  let first = 0;
  while (first < left.length) {
    const next = left.findIndex((part, place) => place > first && part.at !== undefined);
    const beyond = next < 0 ? left.length : next;
    const start = left[first].at ?? from;
    const until = left[beyond]?.at ?? end;
    left.splice(first, beyond - first, ...shrunk(left.slice(first, beyond), until - start));
    first = beyond;
  }
  const slots = timetable(from, left);
  return { slots, late: slots[slots.length - 1].end - end };
}

/**
 * The module that is on: it began when it was said to, and lasts at least as long as it has already.
 * @param {Part} part
 * @param {number} elapsed
 * @returns {Part}
 */
function begun({ minutes, shrinkTo }, elapsed) {
  const least = shrinkTo === undefined ? undefined : Math.max(shrinkTo, elapsed);
  return { minutes: Math.max(minutes, elapsed), shrinkTo: least };
}

/**
 * A time that has passed holds nothing any more.
 * @param {Part} part
 * @param {number} now
 * @returns {Part}
 */
function stillPinned(part, now) {
  return part.at === undefined || part.at >= now ? part : { ...part, at: undefined };
}

/**
 * Modules that share some minutes. The one that can give most gives first, so that few change; of equals the last.
 * @param {Part[]} parts
 * @param {number} minutes
 * @returns {Part[]}
 */
function shrunk(parts, minutes) {
  const fitted = parts.map((part) => ({ ...part }));
  let lacking = fitted.reduce((sum, part) => sum + part.minutes, 0) - minutes;
  const givers = fitted.map((part) => part).sort((a, b) => give(b) - give(a) || fitted.indexOf(b) - fitted.indexOf(a));
  for (const part of givers) {
    const given = Math.min(give(part), Math.max(0, lacking));
    part.minutes -= given;
    lacking -= given;
  }
  return fitted;
}

/** @param {Part} part */
function give({ minutes, shrinkTo }) {
  return minutes - (shrinkTo ?? minutes);
}
