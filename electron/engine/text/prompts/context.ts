import { MOST_PINNED_SYMBOLS, type Pin } from '../../../contract/lesson.ts';
import type { Tokenizer } from '../tokenizers/tokenizer.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { idsBehind, resolvePrompt } from './prompt.ts';

/** A context as a network reads it. */
interface ReadContext {
  /** its last symbols, as many as the network looks at; none where it holds nothing that can be read */
  readonly ids: Int32Array;
  /** its symbols that the vocabulary lacks, as they are written */
  readonly unknown: readonly string[];
}

/** Symbols of a context that a network looks at. */
export function symbolsRead({
  context,
  windowLength,
}: {
  context: 'window' | 'sequence';
  windowLength: number;
}): number {
  return context === 'window' ? Math.min(windowLength, MOST_PINNED_SYMBOLS) : MOST_PINNED_SYMBOLS;
}

/** @param most as `symbolsRead` */
export function readContext(text: string, most: number, vocabulary: Vocabulary, tokenizer: Tokenizer): ReadContext {
  const { symbols, unknown } = resolvePrompt(text, tokenizer, vocabulary);
  const ids = symbols.flatMap(({ id = vocabulary.unknownId }) => (id === undefined ? [] : [id]));
  return { ids: Int32Array.from(ids.slice(-most)), unknown: unknown.map((symbol) => symbol.text.trim()) };
}

function mostFrequentBehind(context: Int32Array, text: ArrayLike<number>): number | undefined {
  const counts = new Map<number, number>();
  const last = context.length - 1;
  for (let end = last; end < text.length - 1; end++) {
    let k = 0;
    while (k <= last && text[end - k] === context[last - k]) k++;
    if (k > last) counts.set(text[end + 1], (counts.get(text[end + 1]) ?? 0) + 1);
  }
  let best: number | undefined;
  for (const [id, count] of counts) if (best === undefined || count > (counts.get(best) ?? 0)) best = id;
  return best;
}

/**
 * The right symbol behind a context: the one that was pinned with it, else what most often stands behind it in the text.
 * @returns undefined where it never stands there
 */
export function rightBehind(
  context: Int32Array,
  next: Pin['next'],
  vocabulary: Vocabulary,
  tokenizer: Tokenizer,
  text: ArrayLike<number>,
): number | undefined {
  if (context.length === 0) return undefined;
  if (next === undefined) return mostFrequentBehind(context, text);
  return idsBehind(vocabulary.symbol(context[context.length - 1]), [next], tokenizer, vocabulary)[0];
}
