/** The files of the course browser. A course is known by its place: its number in every column. */

export interface Facet {
  name: string;
  title: string;
  /** The words in use. */
  values: { id: string; name: string }[];
  /** For each course the places of its words in `values`. */
  of: number[][];
}

/** `facets.json` */
export interface Table {
  count: number;
  /** Courses in a file of cards. */
  chunk: number;
  facets: Facet[];
  /** Ranks by title. */
  title: number[];
  /** Days, later ones greater. */
  updated: number[];
  minutes: number[];
  /** How many adaptations there are. */
  copies: number[];
  /** The place of the course that this one adapts; -1 when there is none. */
  source: number[];
}

/** An entry of `cards-0.json` and the files that follow it. */
export interface Card {
  url: string;
  title: string;
  summary: string;
  facts: string[];
  /** Of title and summary, when that is not the page's. */
  language?: string;
  /** The address of its picture within the site, with its size; none for most. */
  picture?: string;
  width?: number;
  height?: number;
}

/** Ids of the chosen words by facet. */
export type Chosen = Record<string, string[]>;

export type Order = "newest" | "copied" | "title" | "length";
export type View = "cards" | "list";

export interface State {
  chosen: Chosen;
  sort: Order;
  view: View;
}
