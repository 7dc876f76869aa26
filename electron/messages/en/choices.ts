/** Choices of a setting that are words; those that are missing (Adam, SGD) are proper names. */
export const choices = {
  whitespace: 'At spaces',
  words: 'Words',
  subwords: 'Subwords',
  characters: 'Characters',
  embedding: 'Embedding',
  'one-hot': 'One-hot',
  ordinal: 'Number',
  window: 'Window',
  sequence: 'Sequence',
  shuffled: 'Shuffled',
  article: 'Article',
  sigmoid: 'Sigmoid',
  'hard-sigmoid': 'Hard sigmoid',
  glorot: 'Glorot',
  normal: 'Normal',
  constant: 'Constant',
  cosine: 'Cosine',
  plateau: 'On plateau',
  float32: 'float32',
  fast: 'Fast',
  auto: 'Quickest',
  tensorflow: 'TensorFlow',
  portable: 'Portable',
} as const;

/** What the number of a setting counts. */
export const units = {
  symbols: 'symbols',
  steps: 'steps',
} as const;
