// What a school writes about itself in the browser, and what the site says of it.

/** A value of one field. What a visitor has typed may be no number yet. */
export type Value = string | number | boolean | string[] | null;

/** The fields of a school by path: `plans/<plan>/changes/<activity>/state`, `observations/<row>/as_of`, `focus/1`. */
export type Flat = Map<string, Value>;

export type Row = { [field: string]: Value | undefined };

/** As content files have it. */
export interface OwnPlan {
  of: string;
  base?: string;
  changes?: Row[];
  adds?: Row[];
}

/** The fields that a school writes itself, as content files have them. */
export interface Editable {
  plans?: OwnPlan[];
  superusers?: Row;
  levels?: Row[];
  observations?: Row[];
  focus?: string[];
  agreements?: Row[];
}

/** What somebody changed: the value, and when, in milliseconds. Null is a field that was emptied. */
export type Change = [value: Value, at: number];

export interface Draft {
  school: string;
  /** What the site said when it began. */
  was: Editable;
  /** Fingerprints of the plans that have been looked through. */
  bases: { [plan: string]: string };
  /** When it began: a draft that began later takes the place of this one. */
  begun: number;
  /** When `was` and `bases` were taken from the site. */
  based: number;
  changes: Map<string, Change>;
  /** When it was last saved as a file; 0 for never. */
  saved: number;
}

export interface Named {
  id: string;
  name: string;
}

export interface Activity {
  id: string;
  title: string;
  role: string;
  due: string;
  milestone: boolean;
}

export interface Phase {
  id: string;
  title: string;
  start: string;
  end: string;
  activities: Activity[];
}

export interface Criterion {
  id: string;
  title: string;
  measure: "share" | "count" | "words";
  target: string;
  term: string;
}

export interface CommonPlan {
  of: string;
  title: string;
  base: string;
  phases: Phase[];
  criteria: Criterion[];
}

export type Words = { [list in "levels" | "roles" | "subjects" | "states" | "verdicts"]: Named[] };

/** `api/v1/schools/<id>.json` */
export interface SchoolFile {
  version: number;
  id: string;
  title: string;
  address: string;
  mailbox: string | null;
  contact: string | null;
  was: Editable;
  /** Of fewer people no numbers are shown. */
  smallest: number;
  withheld: { criterion: string; as_of: string }[];
  plans: CommonPlan[];
  words: Words;
}

/** Something that is amiss: where, which sentence says so, and its values. */
export interface Fault {
  path: string;
  code: string;
  values?: Record<string, string | number>;
}
