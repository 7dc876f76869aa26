/** Texts to learn from. */
export const texts = {
  'corpus-unknown': [
    'Nobody knows which text “{name}” learnt: it was taken in from another program.',
    'What is copied can be told of models that say their text.',
  ],
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
  'text-table-unread': [
    '“{name}” is written in {table}, in a table that is not read here.',
    'Make UTF-8 of it first, for example with iconv, or open it in the program that made it and save its text as UTF-8.',
  ],
  'encoding-unknown': [
    'There is no encoding “{encoding}”.',
    'Known are {unicode}, {eastAsian}, {windows}, {iso}, {soviet}, {dos}, {others}; of a text in UTF-8 and another, both: utf-8+gb18030.',
  ],
  'document-unread': ['“{name}” is {kind}: its text cannot be taken out.', '{advice}'],
  'document-damaged': [
    '“{name}” is {kind}, but cannot be read: {problem}.',
    'Open it in the program that made it and save it anew, or save its text as .txt.',
  ],
  'document-large': [
    '“{name}” is {kind} of more than {limit} MB, the most that is taken into memory.',
    'Save it in parts, or its text as .txt, which may be of any size.',
  ],
  'document-locked': [
    '“{name}” is {kind} that a password or a copy protection locks.',
    'Save a copy without it, or its text as .txt.',
  ],
  'document-slow': [
    '“{name}” was given up after {seconds} s: it takes far longer to read than others of its size.',
    'Open it in the program that made it and save its text as .txt.',
  ],
  'document-wordless': ['“{name}” is {kind} without any text.', 'Choose one with at least a few sentences.'],
  'document-pictures': [
    'The pages of “{name}” are pictures: this PDF holds no text ({pages} {pages:page|pages}).',
    'Have a program for text recognition (OCR) make text of it, then choose that.',
  ],
  'table-wordless': [
    'The table “{name}” holds numbers, dates or addresses only: none of its columns is a text ({known}).',
    'Choose another file, or name the column to learn from all the same (--column).',
  ],
  'column-unknown': ['The table “{name}” has no column “{column}”.', 'Its columns are {known}.'],
  'column-of-no-table': ['“{name}” is no table: it has no column “{column}”.', 'Choose a column for tables only.'],
  'column-file': [
    'No file “{file}” is among those that are read: no column can be chosen for it (“{value}”).',
    'They are {known}. Before “=” stands one of them or its number; a column whose name has “=” in it is given by its number.',
  ],
  'text-too-short': [
    'The text has {symbols} symbols; these settings need at least {needed}.',
    'Use a longer text, a shorter window or sequence, or a smaller batch.',
  ],
  'source-unknown': [
    'There is no file “{source}” to keep aside: the text is made of {known} {known:file|files}.',
    'Give the name of one of them, or its number; see them with: aesop inspect.',
  ],
  'text-learnt': ['A training of “{name}” has begun.', 'Prepare it again: that makes another text beside it.'],
  'text-nothing-left': ['Of “{name}”, all would be left out.', 'Choose fewer things to leave out.'],
  'text-one-symbol': [
    'The text holds a single distinct symbol, “{symbol}”.',
    'There is nothing to predict. Choose a text with more words.',
  ],
} as const;
