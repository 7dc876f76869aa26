import type { Breath } from '../../training/breath.ts';
import type { Ids } from '../vocabulary/id-list.ts';

const SENTENCE_END = /[.!?…。！？｡।]["'”’»」』)\]]*$/u;
/** What a symbol is to a sentence: one of its symbols, its end, both, or nothing. */
const [PART, END] = [1, 2];
/** Symbols between two looks at whether to leave off. */
const PIECE = 1 << 20;

/**
 * What each symbol is to a sentence.
 * @param borders ids above those of the symbols, which stand between two sources
 */
export function sentenceKinds(symbols: readonly string[], borders: number): Uint8Array {
  const kinds = new Uint8Array(symbols.length + borders).fill(END, symbols.length);
  for (const [id, symbol] of symbols.entries())
    kinds[id] = SENTENCE_END.test(symbol) ? PART | END : symbol.trim() ? PART : 0;
  return kinds;
}

/**
 * Mean symbols of a sentence, line ends and blanks not counted; none goes on in the next source.
 * @param kinds as `sentenceKinds` tells them
 * @throws the reason of `breath`'s signal
 */
export async function sentenceLength(ids: Ids, kinds: Uint8Array, breath: Breath): Promise<number> {
  let [counted, sentences, open] = [0, 0, 0];
  for (let from = 0; from < ids.length; from += PIECE) {
    const to = Math.min(from + PIECE, ids.length);
    // sums instead of branches, which no processor foresees here
    for (let at = from; at < to; at++) {
      const kind = kinds[ids[at]];
      const ends = kind >> 1;
      counted += kind & PART;
      sentences += open & ends;
      open = (open | kind) & PART & ~ends;
    }
    await breath.take();
  }
  return counted / Math.max(1, sentences + open);
}
