/** Around what every verb says. */
export const common = {
  note: 'note: {what}',
  details: 'Technical details: the same command with --verbose.',
  interrupted: 'Interrupted.',
  sentences: '{first} {second}',
  didYouMean: 'Did you mean {name}?',
  fileNotFlag: 'The file of that name is {path}.',
  nearest: 'Nearest: {name}',
} as const;

/** Numbers with a meaning of their own. */
export const measures = {
  seconds: '{seconds} s',
  minutes: '{minutes} min {seconds} s',
  hours: '{hours} h {minutes} min',
  left: '{time} left',
  date: '{year}-{month}-{day} {hour}:{minute}',
} as const;

/** What a live line says is being done. */
export const progress = {
  bringing: 'Bringing TensorFlow',
  checking: 'checking',
  counting: 'counting',
  measuring: 'measuring',
  reading: 'reading',
  writing: 'writing',
} as const;

/** Names of facts, before their values. */
export const facts = {
  base: 'base model',
  earlier: 'earlier text {index}',
  earlierTexts: 'earlier texts',
  accuracy: 'accuracy',
  ceiling: 'ceiling',
  distinct: 'distinct',
  document: 'file',
  encoding: 'encoding',
  notSure: 'not sure',
  engine: 'engine',
  estimate: 'estimate',
  folder: 'folder',
  found: 'found',
  gpu: 'gpu {index}',
  language: 'language',
  loss: 'loss',
  made: 'made',
  measured: 'measured',
  model: 'model',
  network: 'network',
  bitsPerCharacter: 'bits per character',
  origin: 'imported from',
  passedOver: 'passed over',
  perplexity: 'perplexity',
  prepared: 'prepared',
  processor: 'processor',
  prompt: 'prompt',
  run: 'run',
  sentence: 'sentence',
  settings: 'settings',
  size: 'size',
  source: 'file {index}',
  symbols: 'symbols',
  text: 'text',
  tokenizer: 'tokenizer',
  training: 'training',
  unknown: 'unknown',
  unreadable: 'unreadable',
  validation: 'validation',
  versions: 'versions',
  vocabulary: 'vocabulary',
} as const;

/** Questions about words of a first line that a model does not know. */
export const asking = {
  near: '“{word}” is new to this model. Enter leaves it unknown; or read it as {offered}, or as another word:',
  none: '“{word}” is new to this model. Enter leaves it unknown; or read it as another word:',
  again: 'The model does not know “{word}” either. Enter leaves the word unknown; or another word:',
} as const;
