import { cutStretch } from '../../engine/text/tokenizers/cut.ts';
import { createTokenizer } from '../../engine/text/tokenizers/tokenizers.ts';
import { readTextSlice } from '../../storage/files/text-slice.ts';
import type { Job } from '../job.ts';
import { textVocabulary } from './text-vocabulary.ts';

/** What stands before and behind a stretch may decide how its ends are cut. */
const BEFORE = 1000;
const BEHIND = 2500;

/** A stretch of a text as the symbols it is cut into, each source by itself; each kind of symbol is told once. */
export const symbols: Job<'symbols'> = async ({ offset, length, ...cut }, { signal, progress }) => {
  const vocabulary = await textVocabulary(cut, { signal, progress });
  const asked = Math.max(0, offset - BEFORE);
  const wanted = offset - asked + length + BEHIND;
  // in the middle of a character, it begins behind it
  const { text, start: begin } = await readTextSlice(cut.path, asked, wanted);
  const kinds: { symbol: string; id: number; times: number }[] = [];
  const known = new Map<string, number>();
  const order: number[] = [];
  const starts: number[] = [];
  const take = (symbol: string, at: number) => {
    const id = vocabulary.id(symbol);
    if (id === undefined) return;
    let kind = known.get(symbol);
    if (kind === undefined) {
      known.set(symbol, (kind = kinds.length));
      kinds.push({ symbol, id, times: vocabulary.counts[id] });
    }
    order.push(kind);
    starts.push(at);
  };
  const tokenizer = createTokenizer(cut.tokenizer, vocabulary);
  const [from, to, end] = [offset, offset + length, begin + text.length];
  const inside = cut.borders.filter((border) => border > begin && border < end);
  for (const [index, start] of [begin, ...inside].entries()) {
    const next = inside[index] ?? end;
    const final = index < inside.length || cut.borders.includes(end) || end < asked + wanted - 1;
    const stretch = { from: from - start, to: to - start, final };
    cutStretch(text.slice(start - begin, next - begin), stretch, tokenizer, (symbol, at) => take(symbol, start + at));
  }
  return { kinds, order, starts };
};
