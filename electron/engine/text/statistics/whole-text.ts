import type { Breath } from '../../training/breath.ts';
import type { Ids } from '../vocabulary/id-list.ts';
import { longestRepeats, type Repeat } from './repeats.ts';
import { sentenceLength } from './sentences.ts';

/** What every symbol of a text must be looked at for. */
export interface WholeText {
  readonly repeats: Repeat[];
  /** mean symbols of a sentence */
  readonly sentenceLength: number;
}

/**
 * @param kinds of symbols, as `sentenceKinds` tells them
 * @throws the reason of `breath`'s signal
 */
export async function countWholeText(ids: Ids, kinds: Uint8Array, breath: Breath): Promise<WholeText> {
  return { repeats: await longestRepeats(ids, { breath }), sentenceLength: await sentenceLength(ids, kinds, breath) };
}
