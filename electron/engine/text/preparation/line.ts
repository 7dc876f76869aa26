import { MARKS, marksOf } from './marks.ts';

/** A line on its way through the steps. Never changed: a step that only looks on shares it with the others. */
export interface Line {
  /** without its end */
  readonly text: string;
  /** false: the text goes on in the next line, which was cut off because nothing that long is held */
  readonly ended: boolean;
  /** what its characters are, and perhaps more: see MARKS */
  readonly marks: number;
  /** columns it was typed in, where a step has made it longer or shorter since */
  readonly typed: number | undefined;
  /** the line end before it stood inside a word: it is no end of anything */
  readonly runsOn: boolean;
}

/** A new line, always of the same shape: the engine of JavaScript reads those in half the time. */
export const lineOf = (
  text: string,
  ended: boolean,
  marks = marksOf(text),
  typed: number | undefined = undefined,
  runsOn = false,
): Line => ({ text, ended, marks, typed, runsOn });

/** A line with another text. */
export const rewritten = (line: Line, text: string): Line =>
  lineOf(text, line.ended, marksOf(text), line.typed, line.runsOn);

/** A line that lost a part of its text: it was typed in as many columns as before. */
export const shortened = (line: Line, text: string): Line =>
  lineOf(text, line.ended, marksOf(text), line.typed ?? line.text.length, line.runsOn);

/** Whether a line holds nothing but blanks. */
export const isBlank = (line: Line): boolean => (line.marks & MARKS.ink) === 0;
