/** How many of something, as parts of a sentence. */
export const counts = {
  symbols: '{count} {count:symbol|symbols}',
  wordsAndMarks: '{count} {count:word or mark|words and marks}',
  subwords: '{count} {count:subword|subwords}',
  characters: '{count} {count:character|characters}',
  precedingSymbols: '{count} preceding {count:symbol|symbols}',
  precedingSubwords: '{count} preceding {count:subword|subwords}',
  precedingCharacters: '{count} preceding {count:character|characters}',
  labelWords: 'Words and marks',
  labelSubwords: 'Subwords',
  labelCharacters: 'Characters',
  sampled: 'at {count} {count:place|places}, evenly spread over the text',
} as const;
