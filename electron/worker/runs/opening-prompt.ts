import type { TokenizerName } from '../../contract/corpus.ts';
import { LONGEST } from '../../contract/limits.ts';
import type { Hyperparameters } from '../../contract/hyperparameters.ts';
import type { Ids } from '../../engine/data/index.ts';
import { createTokenizer } from '../../engine/text/tokenizers/tokenizers.ts';
import type { Vocabulary } from '../../engine/text/vocabulary/vocabulary.ts';

const SEQUENCE_SYMBOLS = 4;
/** Where a symbol says less than a word. */
const LEAST: Partial<Record<TokenizerName, number>> = { characters: 16, subwords: 6 };
/** Symbols looked through for a good beginning. */
const LOOKED_AT = 2000;

function symbolsWanted(h: Hyperparameters): number {
  const least = LEAST[h.tokenizer] ?? 0;
  return h.context === 'window' ? Math.max(least, h.windowLength) : Math.max(least, SEQUENCE_SYMBOLS);
}

/** The first stretch in which every symbol will do. */
function firstStretch(ids: Ids, length: number, good: (id: number) => boolean): Ids | undefined {
  let run = 0;
  for (let at = 0; at < ids.length; at++) {
    run = good(ids[at]) ? run + 1 : 0;
    if (run === length) return ids.subarray(at - length + 1, at + 1);
  }
  return undefined;
}

const SENTENCE_END = /[.!?…。！？]["'”’»」』）)\]]*\s*$/u;
/** What a sentence begins with. */
const BEGINS = /^\s*["'“‘«「『（([]*[\p{L}\p{N}]/u;
/** A line of so many characters is no heading, whatever ends it. */
const LONG_LINE = 40;

/** Sentences in turn, each from its first letter; a line that ends like a heading, or holds no letter, is none. */
function* sentences(ids: Ids, vocabulary: Vocabulary): Generator<Ids> {
  let [start, length] = [0, 0];
  for (let at = 0; at < ids.length; at++) {
    const symbol = vocabulary.symbol(ids[at]);
    if (start === at && !BEGINS.test(symbol)) {
      start = at + 1;
      continue;
    }
    length += symbol.length;
    const ends = SENTENCE_END.test(symbol);
    if (!ends && !symbol.includes('\n')) continue;
    if (ends || length >= LONG_LINE) yield ids.subarray(start, at + 1);
    [start, length] = [at + 1, 0];
  }
}

/**
 * A beginning that stands in the text and that the model knows, from its first sentence that has one: words alone where
 * there is such a stretch, letters from the sentence's first.
 */
export function openingPrompt(ids: Ids, vocabulary: Vocabulary, h: Hyperparameters): string {
  const known = (id: number) => id !== vocabulary.unknownId;
  const word = (id: number) =>
    known(id) && /^\s*(?=[\p{N}\p{M}'’-]*\p{L})[\p{L}\p{N}\p{M}'’-]+$/u.test(vocabulary.symbol(id));
  const length = symbolsWanted(h);
  const head = ids.subarray(0, LOOKED_AT);
  // letters that happen to stand between two spaces are no beginning: there, a sentence's own is taken
  const letters = h.tokenizer in LEAST;
  const begun = (sentence: Ids) =>
    firstStretch(sentence.subarray(0, letters ? length : undefined), length, letters ? known : word);
  let stretch: Ids | undefined;
  for (const sentence of sentences(head, vocabulary)) if ((stretch = begun(sentence))) break;
  stretch ??=
    firstStretch(head, length, letters ? known : word) ?? firstStretch(head, length, known) ?? ids.subarray(0, 0);
  const tokenizer = createTokenizer(vocabulary.tokenizer, vocabulary);
  const symbols = Array.from(stretch, (id) => vocabulary.symbol(id));
  // what stands between two spaces may be as long as a text: such a beginning is no line to try
  while (symbols.length > 0 && tokenizer.join(symbols).length > LONGEST.prompt) symbols.pop();
  return tokenizer.join(symbols).trim();
}
