import type { DocumentKind } from '../../contract/document.ts';
import type { ChosenStep, Finding, StepFigures } from '../../contract/preparation.ts';
import type { Breath } from '../training/breath.ts';
import { createPreparation, examine } from './preparation/index.ts';
import { countWholeText, type WholeText } from './statistics/whole-text.ts';
import type { CutText } from './vocabulary/cut-text.ts';
import type { Ids } from './vocabulary/id-list.ts';
import type { TokenizerSettings } from './vocabulary/vocabulary.ts';

/** Of a text that is looked at: language (ISO 639-1 or `und`) and kind of document. */
export interface TextTraits {
  readonly language: string;
  readonly kind: DocumentKind;
}

/** A text as chosen steps make it. */
export interface PreparedText {
  readonly pieces: AsyncIterable<string | CutText>;
  /** what the steps did, once the pieces have ended */
  figures(): StepFigures[];
  /** From now on, pieces of whole lines may come cut. @param settings of a tokenizer that cuts by lines */
  cutBy?(settings: TokenizerSettings): void;
}

/** What takes long of a text that comes in, and needs nothing of what else is done to it: another thread may do it. */
export interface TextWork {
  /** another thread does it, which reads ids where they are if they lie in memory for both */
  readonly shared?: true;
  examine(pieces: AsyncIterable<string>, traits: TextTraits): Promise<Finding[]>;
  prepare(pieces: AsyncIterable<string>, chosen: readonly ChosenStep[], traits: TextTraits): PreparedText;
  /** @param kinds of symbols, as `sentenceKinds` tells them */
  count(ids: Ids, kinds: Uint8Array, breath: Breath): Promise<WholeText>;
}

/** Does it in this thread. */
export const workHere: TextWork = {
  examine,
  prepare(pieces, chosen, traits) {
    if (chosen.length === 0) return { pieces, figures: () => [] };
    const preparation = createPreparation(chosen, traits);
    async function* prepared(): AsyncGenerator<string> {
      for await (const piece of pieces) {
        const text = preparation.push(piece);
        if (text) yield text;
      }
      const rest = preparation.end();
      if (rest) yield rest;
    }
    return { pieces: prepared(), figures: () => preparation.figures() };
  },
  count: countWholeText,
};
