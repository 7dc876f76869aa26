import type { DocumentKind } from '../../../contract/document.ts';
import type { Finding, Plan, StepName, StepOptions } from '../../../contract/preparation.ts';
import type { Tally } from './tally.ts';

/** A line on its way through the steps. Never changed: a step that only looks on shares it with the others. */
export interface Line {
  /** without its end */
  readonly text: string;
  /** false: the text goes on in the next line, which was cut off because nothing that long is held */
  readonly ended: boolean;
  /** columns it was typed in, where a step has made it longer or shorter since */
  readonly typed?: number;
  /** the line end before it stood inside a word: it is no end of anything */
  readonly runsOn?: true;
}

export type Sink = (line: Line) => void;

/** A step at work on one text: lines in, lines out, in memory for a bounded stretch only. */
export interface Stage {
  line(line: Line): void;
  /** gives on what it held */
  end?(): void;
  /** what it found, beyond what its tally counts; undefined where there is nothing of its kind */
  found(): Found | undefined;
}

export interface Found extends Pick<Finding, 'sure' | 'facts' | 'plan'> {
  /** where it is not that of the characters */
  share?: number;
}

export interface Opening {
  /** takes what the text becomes */
  emit: Sink;
  tally: Tally;
  /** ISO 639-1 or `und` */
  language: string;
  /** what the document was */
  kind: DocumentKind;
  options: StepOptions;
  /** of a first pass over the same text; without one, the step may only look on where it needs to know all of it */
  plan?: Plan;
}

export interface Step {
  readonly name: StepName;
  /** false: no such thing is looked for in this kind of document */
  fits?(kind: DocumentKind): boolean;
  /** what it leaves is what the later steps are examined on: always, or where the beginning of the text is sure of it */
  readonly leads?: 'always' | 'where sure';
  open(opening: Opening): Stage;
}
