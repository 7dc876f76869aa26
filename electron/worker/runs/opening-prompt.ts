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

/** The first stretch of the text in which every symbol will do. */
function firstStretch(ids: Ids, length: number, good: (id: number) => boolean): Ids | undefined {
  let run = 0;
  for (let at = 0; at < Math.min(ids.length, LOOKED_AT); at++) {
    run = good(ids[at]) ? run + 1 : 0;
    if (run === length) return ids.subarray(at - length + 1, at + 1);
  }
  return undefined;
}

/** A beginning that stands in the text and that the model knows: words alone where there is such a stretch. */
export function openingPrompt(ids: Ids, vocabulary: Vocabulary, h: Hyperparameters): string {
  const known = (id: number) => id !== vocabulary.unknownId;
  const word = (id: number) => known(id) && /^\s*[\p{L}\p{N}\p{M}'’-]+$/u.test(vocabulary.symbol(id));
  const length = symbolsWanted(h);
  // letters that happen to stand between two spaces are no beginning: there, the text's own is taken
  const suits = h.tokenizer in LEAST ? known : word;
  const stretch = firstStretch(ids, length, suits) ?? firstStretch(ids, length, known) ?? ids.subarray(0, 0);
  const tokenizer = createTokenizer(vocabulary.tokenizer, vocabulary);
  const symbols = Array.from(stretch, (id) => vocabulary.symbol(id));
  // what stands between two spaces may be as long as a text: such a beginning is no line to try
  while (symbols.length > 0 && tokenizer.join(symbols).length > LONGEST.prompt) symbols.pop();
  return tokenizer.join(symbols).trim();
}
