import type { DocumentKind } from '../../contract/document.ts';
import type { ChosenStep, Finding, StepFigures } from '../../contract/preparation.ts';
import type { Breath } from '../training/breath.ts';
import { createPreparation, examine } from './preparation/index.ts';
import { longestRepeats, type Repeat } from './statistics/repeats.ts';
import type { Ids } from './vocabulary/id-list.ts';

/** Of a text that is looked at: language (ISO 639-1 or `und`) and kind of document. */
export interface TextTraits {
  readonly language: string;
  readonly kind: DocumentKind;
}

/** What takes long of a text that comes in, and needs nothing of what else is done to it: another thread may do it. */
export interface TextWork {
  examine(pieces: AsyncIterable<string>, traits: TextTraits): Promise<Finding[]>;
  /** The text as the chosen steps make it; `figures` takes what they did. */
  prepare(
    pieces: AsyncIterable<string>,
    chosen: readonly ChosenStep[],
    traits: TextTraits,
    figures: (done: StepFigures[]) => void,
  ): AsyncIterable<string>;
  repeats(ids: Ids, breath: Breath): Promise<Repeat[]>;
}

/** Does it in this thread. */
export const workHere: TextWork = {
  examine,
  async *prepare(pieces, chosen, traits, figures) {
    const preparation = createPreparation(chosen, traits);
    for await (const piece of pieces) {
      const text = preparation.push(piece);
      if (text) yield text;
    }
    const rest = preparation.end();
    if (rest) yield rest;
    figures(preparation.figures());
  },
  repeats: (ids, breath) => longestRepeats(ids, { breath }),
};
