// A session on the projector. Times are minutes: since midnight where they are of the day, else how many.

/** A module as the clock knows it. */
export interface Part {
  minutes: number;
  /** When it begins, whatever stands before it. */
  at?: number;
  /** How short it can be. */
  shrinkTo?: number;
}

export interface Slot {
  start: number;
  end: number;
  /** Between the end of the module before and this one. */
  slack: number;
  /** How far the modules before reach into this one, which is pinned. */
  overrun: number;
}

/** A module as the page gives it. */
export interface Module extends Part {
  id: string;
  title: string;
}

export interface Session {
  title: string;
  modules: Module[];
  begins: number;
  /** When it is planned to end. */
  ends: number;
}

/** Where a session is. */
export interface Where {
  parts: Part[];
  /** When it is planned to end. */
  end: number;
  /** The place of the module that is on, in `parts`. */
  here: number;
  /** When that module began. */
  from: number;
  now: number;
}

/** What is left of a session, from the module that is on. */
export interface Rest {
  slots: Slot[];
  /** How long after the planned end it ends; negative when it ends before. */
  late: number;
}

/** "We are here", once pressed. */
export interface Mark {
  module: string;
  /** Minutes since 1970. */
  at: number;
}

/** A session as it is held. */
export interface Run {
  marks: Mark[];
  /** Minutes since 1970; null while it lasts. */
  ended: number | null;
}
