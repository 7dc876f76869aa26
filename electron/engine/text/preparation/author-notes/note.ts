import type { Line } from '../line.ts';
import type { Label } from './labels.ts';

/** A line that is shorter ends where its writer ended it, and one that is longer holds a paragraph. */
const LEAST_WRAPPED = 30;
const MOST_WRAPPED = 120;
const CLOSED = /[.!?…。！？:;"”)\]~～*_]\s*$/;

/** What ends a note: what parts it from the text behind it, a heading, or the end of all. */
export type End = 'text' | 'heading' | 'other';

/** A note that is open. */
export interface Note {
  readonly label: Label;
  /** it stands over a chapter */
  readonly isHead: boolean;
  /** what is of it in any case, and what is where its end comes soon */
  readonly sure: Line[];
  perhaps: Line[];
  /** lines behind which no end is waited for */
  readonly most: number;
  /** blank lines behind its label, and since its last line */
  readonly gap: number;
  readonly isIndented: boolean;
}

/** Whether a line may go on in the next one. */
export const runsOn = ({ text }: Line) =>
  text.length > LEAST_WRAPPED && text.length < MOST_WRAPPED && !CLOSED.test(text);
export const isIndented = ({ text }: Line) => /^[ \t]/.test(text);
