/** Names of the presets. */
export const presetLabel = {
  fable: 'Fable',
  novel: 'Novel',
  characters: 'Characters',
  'article-1x512': 'The article, 1 layer',
  'article-2x512': 'The article, 2 layers',
} as const;

/** What each preset is for. */
export const presetHelp = {
  fable: 'A short text, learnt by heart in seconds.',
  novel: 'A book by words, with the memory carried through it.',
  characters: 'Letter by letter: learns spelling itself, suits any language.',
  'article-1x512': '“LSTM by Example using TensorFlow” to the letter: one layer of 512 units, 50,000 steps.',
  'article-2x512': '“LSTM by Example using TensorFlow” to the letter: two layers of 512 units, 50,000 steps.',
} as const;
