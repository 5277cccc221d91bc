/** What the hub's files for machines hold (`api/v1/`); fields of a course that have their usual value are left out. */

export interface Goal {
  id: string;
  kind: "subject" | "all-round";
  text: string;
  framework?: { id: string; version: string; goal: string };
  own_wording?: boolean;
  signs: string[];
}

export interface Activity {
  title: string;
  minutes?: number;
  grouping?: "whole" | "group" | "pair" | "alone";
  text: string;
  materials?: string[];
  function?: string;
}

export interface Lesson {
  title: string;
  minutes: number;
  /** Ids of the goals that it serves. */
  goals: string[];
  preparation?: string;
  activities: Activity[];
}

export interface BasedOn {
  course?: string;
  url?: string;
  title: string;
  version: string;
  hash?: string;
  creator: string;
  licence: string;
  changes?: string;
}

/** The fields that scripts read, and whatever else a course file has: all of it is carried over to a copy. */
export interface Course {
  [field: string]: unknown;
  title: string;
  summary: string;
  /** A day such as `2026-11-24`. */
  updated: string;
  version: string;
  licence: string;
  /** A draft does not say yet at which school it is made. */
  author: { school?: string; role: string; made_by?: { name: string; url?: string } };
  weeks?: number;
  goals: Goal[];
  lessons: Lesson[];
  based_on?: BasedOn;
  experiences?: unknown[];
  redirect_from?: string[];
}

/** `api/v1/courses/<id>.json` */
export interface CourseFile {
  id: string;
  /** The page, from the root of the site. */
  url: string;
  /** The fingerprint of what the course teaches. */
  hash: string;
  course: Course;
  names: { subjects: string[]; grades: string; grades_in_words: string; licence: string; licence_url: string; school: string; creator: string };
  /** `address` is "" when the hub does not say where it stands. */
  source: { site: string; organisation: string; address: string };
}

/** An entry of `api/v1/holidays.json`; both days are part of it. */
export interface Holiday {
  name: string;
  first: string;
  last: string;
}
