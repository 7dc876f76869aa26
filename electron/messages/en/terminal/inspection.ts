/** Titles of columns. */
export const columns = {
  accuracy: 'accuracy',
  begun: 'begun',
  best: 'best possible accuracy',
  count: 'count',
  covers: 'covers',
  id: 'id',
  leftOut: 'symbols left out',
  loss: 'loss',
  made: 'made',
  name: 'name',
  of: 'of',
  parameters: 'parameters',
  perplexity: 'perplexity',
  preceding: 'preceding symbols',
  share: 'share',
  status: 'status',
  step: 'step',
  steps: 'steps',
  symbol: 'symbol',
  text: 'text',
  time: 'time',
  vocabulary: 'vocabulary',
} as const;

/** What is in a text. */
export const textFacts = {
  unnamed: 'Text',
  size: '{size}, {characters} {characters:character|characters}, {lines} {lines:line|lines}',
  ours: 'reads now: {ours}',
  otherwise: '{sample} (--encoding {encoding})',
  step: '{what}: {finding}',
  stepChoice: '{what}: {finding} ({flag})',
  unreadable: '{encoding}, {count} {count:byte|bytes} could not be read',
  lowerCase: '{tokenizer}, lower case',
  distinct: '{distinct}, {once} of them once',
  sentence: '{count} symbols on average',
  frequent: 'Most frequent symbols',
  coverage: 'How much of the text a vocabulary covers',
  ceilings: 'How well any model can do',
  repeats: 'Longest repeats',
  repeat: '{times} {times:time|times}, {length} {length:symbol|symbols}: {text}',
} as const;

/** What a model is, and how well it does. */
export const modelFacts = {
  model: '{id} ({name})',
  text: '{name}, {symbols} {symbols:symbol|symbols}, {language}',
  training: '{steps} {steps:step|steps} in {time} with {engine}',
  settings: 'Settings (* differs from the default)',
  loss: '{loss} nats per symbol',
  accuracy: '{share} of {count} {count:prediction|predictions}',
  unknown: "{unknown} of {count} {count:symbol|symbols} are not in the model's vocabulary",
} as const;
