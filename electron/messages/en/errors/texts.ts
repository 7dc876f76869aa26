/** Texts to learn from. */
export const texts = {
  'corpus-missing': ['There is no text “{id}” in this workspace.', 'Import it again, or undo its deletion.'],
  'text-empty': ['“{name}” is empty.', 'Choose a text with at least a few sentences.'],
  'text-blank': ['“{name}” holds nothing but blanks and line ends.', 'Choose a text with at least a few sentences.'],
  'text-binary': [
    '“{name}” is not a text: {percent} % of its bytes are control characters.',
    'Save it as plain text (.txt) first.',
  ],
  'text-undecodable': [
    '{count} of {total} bytes could not be read as {encoding}.',
    'Choose another encoding, or save the text as UTF-8.',
  ],
  'encoding-unknown': [
    'There is no encoding “{encoding}”.',
    'Known are {unicode}, {eastAsian}, {windows}, {iso}, {others}.',
  ],
  'text-too-short': [
    'The text has {symbols} symbols; these settings need at least {needed}.',
    'Use a longer text, a shorter window or sequence, or a smaller batch.',
  ],
  'text-one-symbol': [
    'The text holds a single distinct symbol, “{symbol}”.',
    'There is nothing to predict. Choose a text with more words.',
  ],
} as const;
