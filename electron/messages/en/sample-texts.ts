/** What the texts that come along are called. */
export const sampleTexts = {
  'belling-the-cat': 'Belling the Cat',
  'chinese-fables': 'Chinese Fables',
  'tiny-shakespeare': 'Tiny Shakespeare',
} as const;
