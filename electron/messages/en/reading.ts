/** How the network reads words of a first line that the model does not know. */
export const reading = {
  word: '“{word}”',
  comma: ', ',
  as: '“{word}” is read as “{as}”',
  unknown: '{words}: new to this model, read as {count:an unknown word|unknown words}',
  nothing: '{words}: new to this model, which passes over {count:it|them}',
} as const;
