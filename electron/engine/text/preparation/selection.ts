import type { DocumentKind } from '../../../contract/document.ts';
import { Blocks } from './blocks.ts';
import { Sample, type Reason } from './sample.ts';
import type { Step } from './step.ts';
import { steps } from './steps.ts';

/** A block of a text, and why it is looked at. */
export interface Block {
  readonly text: string;
  readonly reason: Reason;
  /** MARKS that are rare no longer, so that not all that bears them was looked at */
  readonly common: number;
}

/** The steps that such a document may need. */
export const fittingSteps = (kind: DocumentKind): readonly Step[] => steps.filter((step) => step.fits?.(kind) ?? true);

/** Cuts a text into blocks and says which are to be looked at; another may look meanwhile at those that came before. */
export class Selection {
  readonly #blocks = new Blocks();
  readonly #sample: Sample;

  constructor(kind: DocumentKind) {
    const marks = fittingSteps(kind).map(({ marks = 0, isRare }) => (isRare ? marks : 0));
    this.#sample = new Sample(marks.reduce((all, rare) => all | rare, 0));
  }

  push(piece: string): Block[] {
    return Array.from(this.#blocks.push(piece), this.#judged);
  }

  end(): Block[] {
    return Array.from(this.#blocks.end(), this.#judged);
  }

  readonly #judged = (text: string): Block => {
    const reason = this.#sample.reasonFor(text);
    return { text, reason, common: this.#sample.common };
  };
}
