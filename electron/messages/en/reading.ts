/** How the network reads what the model does not know of a first line: words, or the characters of a model of those. */
export const reading = {
  word: '“{word}”',
  comma: ', ',
  as: '“{word}” is read as “{as}”',
  unknown: '{words}: new to this model, read as unknown',
  nothing: '{words}: new to this model, passed over',
} as const;
