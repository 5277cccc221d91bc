/** What a Word document is made of on its way from elements to XML. */

export interface TextRun {
  kind: "text";
  text: string;
  /** Bold, italic and the like, by their names in `html-to-ooxml.js`. */
  format: string[];
  /** The address that the text leads to. */
  link?: string;
  /** Whether spaces stand as they are. */
  exact?: boolean;
}

export type Run = TextRun | { kind: "break" } | { kind: "picture"; number: number };

/** What surrounds a block. */
export interface Context {
  style?: string;
  /** What every text in it has. */
  format?: string[];
  /** The number of the list that it stands in, its depth from 0, and whether the item has its sign already. */
  list?: { number: number; level: number; mark: { used: boolean } };
  /** Stays on the page of the paragraph after it. */
  next?: boolean;
  inCell?: boolean;
  newPage?: boolean;
}
