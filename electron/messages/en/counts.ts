/** How many of something, as parts of a sentence. */
export const counts = {
  words: '{count} {count:word|words}',
  characters: '{count} {count:character|characters}',
  precedingWords: '{count} preceding {count:word|words}',
  precedingCharacters: '{count} preceding {count:character|characters}',
} as const;
