import type { ModelCard } from '../../../electron/contract/model.ts';

/** Texts that count words where a model's symbols are words, symbols where they are characters or parts of words. */
const TEXTS = {
  words: {
    knows: 'story.knowsWords',
    unknown: 'story.unknownWord',
    /** a symbol is a word that another can stand in for */
    carries: true,
    copied: 'story.copiedWords',
    note: 'story.noteWords',
    told: 'story.toldWords',
  },
  symbols: {
    knows: 'story.knowsSymbols',
    unknown: 'story.unknownSymbol',
    carries: false,
    copied: 'story.copiedSymbols',
    note: 'story.noteSymbols',
    told: 'story.toldSymbols',
  },
} as const;

const COUNTED = { words: 'words', whitespace: 'words', subwords: 'symbols', characters: 'symbols' } as const;

export const countedAs = (model: ModelCard | undefined) => TEXTS[COUNTED[model?.hyperparameters.tokenizer ?? 'words']];
