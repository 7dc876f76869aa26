import { errors } from './errors/index.ts';

/** The README beside an exported model. */
const readme = {
  about:
    'A language model that Aesop {version} trained on “{corpus}”: it knows {symbols} {symbols:symbol|symbols} and has {parameters} {parameters:weight|weights}.',
  aboutForeign:
    'A language model out of {file} ({format}), which Aesop {version} took in: it knows {symbols} {symbols:symbol|symbols} and has {parameters} {parameters:weight|weights}.',
  reading: 'From a text to symbols and back',
  whitespace: 'A symbol is what stands between white space. Symbols are written with one space between them.',
  words:
    'A symbol is a word, a number, a punctuation mark or a line end. The space between two of them is implied where both sides that meet ask for one: a word on both sides, a comma or a full stop behind it, an opening bracket before it. A sign that starts with a space, as in `" \\""`, asks for spaces the other way; the empty symbol says that no space stands where one is implied; blanks that are not implied are symbols of their own.',
  wordsSpaced:
    'A symbol is a word, a number, a punctuation mark or a line end, with the space before it. Symbols are written one behind the other.',
  subwords:
    'A symbol is a piece of a word, with the space before it. A word is cut from the left, each time by the longest symbol that fits. Symbols are written one behind the other.',
  characters: 'A symbol is one Unicode code point. Symbols are written one behind the other.',
  lowercase: 'The text is made small letters first.',
  unknown: 'What is not in the vocabulary is read as `<unk>`, symbol number {id}.',
  noUnknown: 'The vocabulary holds every symbol of its text; there is none for what it lacks.',
  network: 'What goes in and comes out',
  'input-embedding': 'Each symbol goes in as its number: its place in the vocabulary, the first is 0.',
  'input-one-hot':
    'Each symbol goes in as {count} {count:number|numbers}: 1 at its place in the vocabulary, 0 elsewhere.',
  'input-ordinal': 'Each symbol goes in as one number, its place in the vocabulary as it is; the first is 0.',
  window:
    'A window model: it sees {length} {length:symbol|symbols} and gives {count} {count:number|numbers}, the probability of each symbol of the vocabulary to come next. It remembers nothing between two calls.',
  sequence:
    'A sequence model: it sees any number of symbols and gives, behind each of them, {count} {count:number|numbers}, the probability of each symbol of the vocabulary to come next.',
  example: 'An example',
  exampleText:
    'After `{packages}`, save this in this folder as `{file}`; `{command}` runs it as it stands and tells on with the likeliest symbols:',
  'file-card': 'where the model comes from, its settings and how good it is',
  'file-config': 'what model.py builds the network by',
  'file-signatures':
    'the graph with its weights; `window` takes a whole window or, of a sequence model, any number of symbols and gives the state behind them, `step` takes one symbol and the state of each layer',
  'file-keras': 'the layers and their weights in one file',
  'file-graph':
    'the network and its weights: `ids` in, `probabilities` and `logits` out, and of a sequence model the state of each layer in and out',
  'file-program': 'builds the network, loads its weights and tells; `python model.py "a beginning" 30`',
  'file-weights-torch':
    'the weights by PyTorch’s names and in its layout: `lstm.weight_ih_l0` …, gates in the order i, f, g, o',
  'file-topology': 'the layers of the network',
  'file-weights': 'the weights, float32, little-endian',
  'file-vocabulary': 'the symbols by their number, how often each stood in the text, and how the text was cut',
} as const;

export const readmeTables = { texts: { readme }, errors };

export type ReadmeTables = typeof readmeTables;
