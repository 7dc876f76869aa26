import type { Tokenizer } from '../tokenizers/tokenizer.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';

/** A symbol as it stands behind another in the text. */
export function writtenBehind(
  vocabulary: Vocabulary,
  tokenizer: Tokenizer,
  id: number,
  before: number | undefined,
): string {
  return tokenizer.written(vocabulary.symbol(id), before === undefined ? undefined : vocabulary.symbol(before));
}
