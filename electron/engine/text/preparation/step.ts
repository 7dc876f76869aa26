import type { DocumentKind } from '../../../contract/document.ts';
import type { Finding, Plan, StepName, StepOptions } from '../../../contract/preparation.ts';
import type { Line } from './line.ts';
import type { Tally } from './tally.ts';

export type Sink = (line: Line) => void;

/** A step at work on one text: lines in, lines out, in memory for a bounded stretch only. */
export interface Stage {
  line(line: Line): void;
  /** it takes lines without its step's marks, too */
  readonly seesAll?: boolean;
  /** some of the text is passed over: what comes now does not follow what came */
  gap?(): void;
  /** the next lines must not be passed over */
  busy?(): boolean;
  /** gives on what it held */
  end?(): void;
  /** what it found, beyond what its tally counts; undefined where there is nothing of its kind */
  found(): Found | undefined;
}

export interface Found extends Pick<Finding, 'sure' | 'facts' | 'plan'> {
  /** where it is not that of the characters */
  share?: number;
  /** facts that grow with the text: where only a part of it was looked at, they are what all of it would hold */
  counts?: Record<string, number>;
}

export interface Opening {
  /** takes what the text becomes */
  emit: Sink;
  /** nobody takes it: what the step would do need only be counted */
  counts: boolean;
  tally: Tally;
  /** ISO 639-1 or `und` */
  language: string;
  /** what the document was */
  kind: DocumentKind;
  options: StepOptions;
  /** of a first pass over the same text; without one, the step may only look on where it needs to know all of it */
  plan?: Plan;
  /** what it planned by the beginning of this text, which it is given once more; nothing where there was nothing of its kind */
  seen?: Plan;
}

export interface Step {
  readonly name: StepName;
  /** false: no such thing is looked for in this kind of document */
  fits?(kind: DocumentKind): boolean;
  /**
   * Of MARKS: a line without any of them holds nothing for it, and goes past it. A step that holds lines has none, for such a line
   * would overtake those that it holds; it asks the line for its marks itself, where nothing is held. What an example shows is
   * of its tally alone.
   */
  readonly marks?: number;
  /** what is looked for wherever it occurs in a long text of which else only a part is looked at */
  readonly isRare?: true;
  /** what it leaves is what the later steps are examined on: always, or where the beginning of the text is sure of it */
  readonly leads?: 'always' | 'where sure';
  open(opening: Opening): Stage;
}
