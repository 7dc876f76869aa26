/** How many of something, as parts of a sentence. */
export const counts = {
  words: '{count} {count:word|words}',
  subwords: '{count} {count:subword|subwords}',
  characters: '{count} {count:character|characters}',
  precedingWords: '{count} preceding {count:word|words}',
  precedingSubwords: '{count} preceding {count:subword|subwords}',
  precedingCharacters: '{count} preceding {count:character|characters}',
  labelWords: 'Words and marks',
  labelSubwords: 'Subwords',
  labelCharacters: 'Characters',
  sampled: 'at {count} {count:place|places}, evenly spread over the text',
} as const;
