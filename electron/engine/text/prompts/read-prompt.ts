import { AesopError } from '../../../contract/errors.ts';
import type { Reading, Sampling } from '../../../contract/story.ts';
import type { Tokenizer } from '../tokenizers/tokenizer.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { nearestWords } from './nearest.ts';
import { idOf, resolvePrompt, type ResolvedSymbol } from './prompt.ts';

type How = Pick<Sampling, 'unknown' | 'standIns'>;

/** A prompt as the network reads it. */
export interface ReadPrompt {
  /** at least one */
  ids: number[];
  /** the last symbol as it was cut, known or not: what is told stands behind it */
  last: string | undefined;
}

const SENTENCE_END = /^[\s"'”’]{0,9}[.!?。！？\n]{1,99}$/u;

/** What a line of which nothing can be read is read as: the end of a sentence, behind which a text begins anew. */
const beginning = ({ symbols }: Vocabulary): number =>
  Math.max(
    0,
    symbols.findIndex((symbol) => SENTENCE_END.test(symbol)),
  );

/** The stand-ins, by the words they stand in for as a prompt's symbols have them. */
function standInsOf({ standIns }: How, tokenizer: Tokenizer, vocabulary: Vocabulary): ReadonlyMap<string, string> {
  const cased = (word: string) => (tokenizer.lower?.(word) ?? word).normalize('NFC').trim();
  const pairs = Object.entries(standIns).map(([word, as]) => [cased(word), cased(as)] as const);
  const unfit = pairs.find(([, as]) => idOf(as, tokenizer, vocabulary) === undefined);
  if (unfit) {
    const [word, as] = unfit;
    throw new AesopError('stand-in-unknown', { word, as, nearest: nearestWords(as, vocabulary).join(', ') || '—' });
  }
  return new Map(pairs);
}

function readingOf(symbol: ResolvedSymbol, how: How, standIns: ReadonlyMap<string, string>): Reading | undefined {
  const standIn = standIns.get(symbol.text.trim());
  if (standIn !== undefined) return { how: 'word', as: standIn };
  if (how.unknown === 'refuse') return undefined;
  const [near] = symbol.nearest;
  return how.unknown === 'nearest' && near ? { how: 'word', as: near } : symbol.reading;
}

function refusal(unknown: readonly ResolvedSymbol[]): AesopError {
  const words = [...new Set(unknown.map(({ text }) => `“${text.trim()}”`))].join(', ');
  const nearest = [...new Set(unknown.flatMap((symbol) => symbol.nearest))].join(', ');
  return new AesopError('unknown-word', { words, nearest: nearest || '—' });
}

/**
 * What the network reads of a prompt, to tell it on.
 * @throws AesopError `prompt-empty`, `unknown-word` where such are refused, `stand-in-unknown`
 */
export function readPrompt(text: string, how: How, tokenizer: Tokenizer, vocabulary: Vocabulary): ReadPrompt {
  const { symbols, unknown, last } = resolvePrompt(text, tokenizer, vocabulary);
  if (!symbols.length) throw new AesopError('prompt-empty');
  const standIns = standInsOf(how, tokenizer, vocabulary);
  const ids = symbols.flatMap((symbol) => {
    if (symbol.id !== undefined) return [symbol.id];
    const reading = readingOf(symbol, how, standIns);
    if (!reading) throw refusal(unknown.filter((other) => !standIns.has(other.text.trim())));
    if (reading.how === 'nothing') return [];
    if (reading.how === 'unknown') return [vocabulary.unknownId!];
    const as = symbol.text.startsWith(' ') ? ` ${reading.as}` : reading.as;
    return [idOf(as, tokenizer, vocabulary)!];
  });
  return { ids: ids.length ? ids : [beginning(vocabulary)], last };
}
