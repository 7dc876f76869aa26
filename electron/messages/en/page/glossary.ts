import { told } from '../told.ts';

/** Words of the field that the rooms use, as they stand at a figure. */
export const term = {
  loss: 'Loss',
  validation: 'Validation',
  accuracy: 'Accuracy',
  perplexity: 'Perplexity',
  bitsPerCharacter: 'Bits per character',
  chance: 'By chance',
  ceiling: 'At best',
  smoothed: 'Smoothed',
  speed: 'Speed',
  memory: 'Memory',
  weights: 'Weights',
  symbol: 'Symbol',
  distinct: 'Distinct',
  once: 'Seen once',
  vocabulary: 'Vocabulary',
  zipf: 'Frequency by rank',
  window: 'Window',
  prediction: 'Prediction',
  checkpoint: 'Checkpoint',
  temperature: told.temperature,
  surprise: 'Surprise',
  copied: 'Copied',
} as const;

/** What each means, for somebody who meets it here for the first time. */
export const termHelp = {
  loss: 'How far the predictions are off, as the mean surprise at each symbol (in nats); a model that guesses has the most, and it falls as the model learns.',
  validation:
    'The same figures on text that was kept aside and never learnt from. Where they rise while training goes on falling, the model memorises.',
  accuracy: 'The share of symbols that the model would have said itself, always taking the likeliest.',
  perplexity:
    'Among how many symbols the model hesitates on average, as if all were equally likely. It compares only models that cut the same text alike.',
  bitsPerCharacter:
    'How many bits each character of a text costs the model on average. Lower is better, whatever the symbols are.',
  chance: 'What guessing among all symbols would cost. A model that has learnt anything stays below.',
  ceiling:
    'Nobody who sees only so many symbols can be more accurate than this: after the same ones, the text itself goes on in different ways.',
  smoothed:
    'Single steps jump about. Each point of this curve is a mean with those before it, so that the way can be seen.',
  speed: 'How many symbols of the text the training goes through in a second.',
  memory:
    'What the training takes at most: the network several times over, what each step needs, and the engine itself.',
  weights: 'The numbers that the network consists of. Learning is changing them a little at every step.',
  symbol:
    'What a text is cut into and what the model predicts, one after the other: words, parts of words, characters, or what stands between spaces.',
  distinct:
    'How many different ones there are, each counted once. Among so many the model has to choose at every step.',
  once: 'Of these the text shows a single example, from which little can be learnt. In most texts that is about half of the words.',
  vocabulary:
    'The symbols that a model knows, the most frequent ones first. What is not among them it reads as unknown, and never tells.',
  zipf: 'In nearly every text the second most frequent word is seen about half as often as the first, the third a third as often: on these axes, a straight line.',
  window:
    'A few symbols in a row, from which the network is to say the next one. It moves through the text one by one.',
  prediction: 'Each place of the text at which the network has to say what comes next.',
  checkpoint: 'The whole state of a training on the disk. From the last one it goes on, also after a crash.',
  temperature: 'Below 1 it keeps to what is likely, above 1 it dares more; at 0 it always takes the likeliest.',
  surprise: 'How little the model expected a word: bare paper where it did, darker the smaller the chance it gave it.',
  copied:
    'Six symbols or more in a row that stand so in the text it learnt from. The rest the model put together itself.',
} as const satisfies Record<keyof typeof term, string>;
