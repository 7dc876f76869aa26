/** Models, their archives, stories. */
export const models = {
  'story-missing': ['There is no story “{id}” in this workspace.', 'Tell it again, or undo its deletion.'],
  'passage-missing': ['There is no passage “{id}” in this workspace.', 'Keep it again, or undo its deletion.'],
  'booklet-missing': ['There is no booklet “{id}” in this workspace.', 'Undo its deletion, or make another.'],
  'booklet-changed': [
    'The booklet “{title}” was changed elsewhere meanwhile.',
    'What you wrote here becomes a booklet of its own.',
  ],
  'booklet-large': [
    'The booklet would hold {pieces} pieces with {characters} characters; it may hold {mostPieces} with {mostCharacters}.',
    'Add fewer, or begin another booklet.',
  ],
  'booklet-nothing': [
    'Nothing is kept that could go into a booklet.',
    'Keep passages or stories in the Story room of the studio, or ask for those of another model.',
  ],
  'piece-missing': [
    'There is no passage and no story “{id}” in this workspace.',
    'What is kept is listed by: aesop booklet pieces.',
  ],
  'not-a-model': [
    '“{name}” is not a model: neither one of Aesop’s nor one of another program that Aesop reads.',
    'Choose a model’s folder or archive, or a file that ends in .keras, .h5 or .onnx.',
  ],
  'model-missing': ['There is no model “{id}”.', 'The models here are listed by: aesop models.'],
  'model-files-many': [
    'A model was given in {count} files; {limit} are the most.',
    'Give the files of one model alone.',
  ],
  'model-file-missing': [
    'The model “{id}” lacks its file {file}.',
    'Copy the whole folder again, or train the model anew.',
  ],
  'model-damaged': [
    'The model “{id}” is damaged: {file} is not as it was saved.',
    'Copy the whole folder again, or train the model anew.',
  ],
  'model-truncated': [
    'The model “{id}” is damaged: {file} has {bytes} bytes instead of {expected}.',
    'Copy the whole folder again, or train the model anew.',
  ],
  'model-not-finite': [
    'The weights of the model “{id}” hold values that are not numbers (in {weight}): its training diverged.',
    'Train it anew with a third of the learning rate, or with gradients clipped at 1.',
  ],
  'model-overflows': [
    'The weights of the model “{id}” are too large to compute with (in {weight}): its training diverged.',
    'Train it anew with a third of the learning rate, or with gradients clipped at 1.',
  ],
  'prediction-not-finite': [
    'What the model computes is no longer a probability: its training diverged.',
    'Train it anew with a third of the learning rate, or with gradients clipped at 1.',
  ],
  'page-damaged': [
    'This page is damaged: the model in it is not as it was written.',
    'Copy the file once more, or have Aesop write it anew.',
  ],
  'model-newer': [
    '“{file}” was written by a newer Aesop: it has format version {version}, and this one reads up to {known}.',
    'Install the newest Aesop to open it; nothing of it was changed.',
  ],
  'precision-unknown': ['The format {format} has no precision “{precision}”.', 'It offers: {known}.'],
  'format-unknown': ['There is no export format “{format}”.', 'Known are {known}.'],
  'foreign-damaged': [
    '“{name}” cannot be read: {problem}.',
    'Copy it here once more, or save it anew with the program that it comes from.',
  ],
  'foreign-unfit': [
    '“{name}” cannot become a model here: {problem}.',
    'Aesop takes in networks of an embedding or one-hot input, LSTM layers and one Dense softmax, with normalizations and linear layers between.',
  ],
  'foreign-large': [
    '“{name}” cannot become a model here: {problem}.',
    'Make its network smaller in the program that it comes from, or choose another model.',
  ],
  'foreign-incomplete': [
    '“{name}” cannot become a model here: {problem}.',
    'Choose one model with all of its files: their folder, or the files together.',
  ],
  'foreign-unread': [
    '“{name}” cannot become a model here: {problem}.',
    'Open it in the program that it comes from and save it anew: as .keras, .h5, or a LayersModel of TensorFlow.js.',
  ],
  'foreign-alien': [
    '“{name}” cannot become a model here: {problem}.',
    'Other programs’ models are read as .keras, .h5 and model.json of TensorFlow.js; safetensors and ONNX only as Aesop exports them.',
  ],
  'archive-damaged': [
    'The archive “{name}” cannot be taken in: {problem}.',
    'Copy it here once more, or export the model anew.',
  ],
  'model-file-large': [
    'The model “{id}” is not taken in: {file} has {bytes} bytes, and {limit} is the most for such a model.',
    'Check where it comes from; Aesop writes no such file.',
  ],
  'model-symbols-many': [
    'The model “{id}” is not taken in: it has {symbols} symbols, and {limit} is the most.',
    'Train it with a vocabulary limit.',
  ],
  'model-space-short': [
    'Taking in the model “{name}” needs {needed} MB of disk space, and {free} MB are free.',
    'Free some space, then try again.',
  ],
  'vocabulary-wanted': [
    'The model “{name}” came without its vocabulary: which {symbols} symbols its numbers stand for.',
    'Give that list too. At the terminal: aesop import model.keras --vocabulary words.txt.',
  ],
  'vocabulary-misfit': [
    'The vocabulary “{file}” holds {found} symbols, and the model “{name}” has {symbols}.',
    'Give the vocabulary that this model learnt with.',
  ],
  'vocabulary-text-misfit': [
    '“{file}” has {lines} lines and {characters} different characters, and the model “{name}” has {symbols} symbols.',
    'Give its vocabulary, a symbol a line; or, for a model of characters, the very text that it learnt.',
  ],
  'vocabulary-unfit': [
    '“{file}” is no vocabulary: {problem}.',
    'Give a vocabulary.json, a JSON list of the symbols or what numbers them, a table, or a text with a symbol a line.',
  ],
  'vocabulary-skipped': [
    'The model “{name}” passes over whatever has the number 0, and the vocabulary “{file}” has “{symbol}” there.',
    'Give the vocabulary that it learnt with, whose symbols are numbered from 1 on or begin with <pad>.',
  ],
  'id-scale-wanted': [
    'The model “{name}” reads one number for a symbol, and its file does not say whether that is the symbol’s number as it is.',
    'Look into the program that trained it, and say --id-scale divided (n / symbols, as most tutorials do), centred (n / symbols - 0.5), minmax (n / (symbols - 1)), symmetric (the same from -1 to 1) or plain; or give the text that it learnt, which settles it: --vocabulary text.txt.',
  ],
  'archive-too-large': [
    'The model is too large for one archive: 4 GB is the most a zip file holds.',
    'Export it into a folder instead.',
  ],
  'target-exists': ['“{path}” exists already.', 'Choose another place; nothing was overwritten.'],
  'export-exists': [
    '“{path}” exists already.',
    'Choose another place, or replace an earlier export with --force; nothing was overwritten.',
  ],
  'target-holds-more': [
    '“{path}” is not replaced: it holds “{name}”, which the export does not have.',
    'Choose another place, or empty the folder yourself; nothing was overwritten.',
  ],
  'export-run-missing': [
    'The model “{id}” cannot be exported as {format}: that is made of its training, which is no longer here.',
    'Export it in one of {others}.',
  ],
  'export-gates': [
    'The model “{id}” cannot be exported as {format}, which does not know the hard sigmoid of its gates.',
    'Export it in one of {others}.',
  ],
  'export-too-large': [
    'The model “{id}” is too large for {format}: its readers take less than 2 GiB.',
    'Export it in one of {others}.',
  ],
  'unknown-word': [
    'The model does not know {words}.',
    'Nearest known: {nearest}. Use one of them, or --unknown keep: they stay as written and are read as unknown words.',
  ],
  'stand-in-unknown': [
    '“{word}” cannot be read as “{as}”: the model does not know “{as}” either.',
    'Choose a word that it knows. Nearest known: {nearest}.',
  ],
  'prompt-empty': ['The prompt is empty.', 'Give the story at least one word to begin with.'],
  'prompt-long': [
    'The prompt has {length} characters; at most {limit} are read.',
    'Give its end alone: what a story goes on from is what stands last.',
  ],
} as const;
