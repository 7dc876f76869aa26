import type { TokenizerName } from '../contract/corpus.ts';
import type { StorySymbol } from '../contract/story.ts';

/** How a model took its own story. */
export interface StoryFigures {
  /** over the told symbols, by the model itself */
  readonly perplexity: number;
  /** the same in a measure that holds across cuts into words or letters */
  readonly bitsPerCharacter: number;
}

/** A symbol that a person chose in place of a told one may have no chance at all: it costs no more than this. */
const LEAST = 1e-12;

/** Figures of a told story, its characters counted as the studio counts a text's; nothing where nothing was told. */
export function storyFigures(symbols: readonly StorySymbol[], tokenizer: TokenizerName): StoryFigures | undefined {
  const implied = tokenizer === 'whitespace' ? 1 : 0;
  const characters = symbols.reduce((sum, { text }) => sum + implied + Array.from(text).length, 0);
  if (characters === 0) return undefined;
  const surprise = symbols.reduce((sum, { probability }) => sum - Math.log(Math.max(probability, LEAST)), 0);
  return {
    perplexity: Math.exp(surprise / symbols.length),
    bitsPerCharacter: surprise / Math.LN2 / characters,
  };
}
