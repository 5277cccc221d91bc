/** A course fitted to a class: the choices, and the plan that follows from them. Days are `2026-10-06`, times `08:15`. */
import type { CourseFile, Lesson } from "./course.js";

/** When the class has the subject. */
export interface Slot {
  /** 1 for Monday to 7 for Sunday. */
  day: number;
  time: string;
}

/** What the browser keeps of a copy: all that the visitor chose and wrote. */
export interface Copy {
  key: string;
  /** The id of the course. */
  course: string;
  title: string;
  url: string;
  /** The fingerprint and version of the course that the copy was made from. */
  hash: string;
  version: string;
  /** The name of the class. */
  klass: string;
  /** The first day; "" until one is chosen. */
  start: string;
  goals: string;
  notes: string;
  /** When the copy was made: an ISO date and time in UTC. */
  made: string;
  /** Numbers of the lessons, from 1, in the order of the class. */
  kept: number[];
  slots: Slot[];
  /** Whether holidays are skipped. Older copies do not say. */
  holidays?: boolean;
  /** How often it was changed. */
  revision?: number;
  /** When each field was written last, in milliseconds, by its name. */
  times?: Partial<Record<string, number>>;
}

/** A lesson with its number in the course. */
export interface NumberedLesson extends Lesson {
  number: number;
}

/** A lesson of the plan; `place` counts from 1. */
export interface Row extends NumberedLesson {
  place: number;
}

export interface DatedRow extends Row {
  day: string;
  from: string;
  to: string;
  /** Another day than `day` when a long lesson ends after midnight. */
  endDay: string;
}

interface PlanNotes {
  /** The holiday that moved the start, and the day it was moved to. */
  moved: { name: string; to: string } | null;
  /** Holidays that cost a lesson its day. */
  skipped: import("./course.js").Holiday[];
  /** Whether the plan runs past the last holiday that is known. */
  beyond: boolean;
}

export interface DatedPlan extends PlanNotes {
  dated: true;
  rows: DatedRow[];
}

export interface UndatedPlan extends PlanNotes {
  dated: false;
  rows: Row[];
}

export type Plan = DatedPlan | UndatedPlan;

/** A piece of the fitted course, as clean elements. */
export interface Part {
  name: string;
  title: string;
  element: HTMLElement;
}

/** A copy as it is now, ready to be handed out. */
export interface Current {
  copy: Copy;
  data: CourseFile;
  plan: Plan;
  parts(): Part[];
}
