/** What is learnt from, and what is about to be done. */
export const plan = {
  text: '{name} ({size}, {encoding}, {language})',
  symbols: '{symbols}, {distinct} of them distinct ({tokenizer})',
  ceiling: '{share} from {preceding}',
  unreadable: '{count} {count:place|places}; another --encoding may fit better',
  settings: '{layers} × {units} units, {seen}, {optimizer} {rate}, {steps} {steps:step|steps} ({origin})',
  windows: 'windows of {length}',
  sequences: 'sequences of {length}',
  proposed: 'proposed for this text',
  preset: 'preset {preset}',
  reason: '--{flag} {value}: {reason}',
  network: '{parameters} {parameters:parameter|parameters} over {symbols} {symbols:symbol|symbols}',
  estimate: 'about {time}, calculated for two cores; {memory} of memory',
  estimateTimed: 'about {time}, by steps timed on this machine; {memory} of memory',
  onCard: '{card} on the graphics card, {memory} of memory',
  goingOn: '{run}, going on after step {step}',
} as const;

/** How a training goes, in lines of the same columns. */
export const report = {
  step: 'step {step}/{steps}',
  loss: 'loss {loss}',
  accuracy: 'accuracy {share}',
  perplexity: 'perplexity {perplexity}',
  validation: 'validation {loss} ({perplexity})',
  bits: '{bits} bits per character',
  speed: '{count} symbols/s',
  prediction: '{context} → {predicted}, {share}, {verdict}',
  right: 'right',
  expected: 'expected “{symbol}”',
} as const;

/** How a training ended. */
export const ending = {
  stopping: 'Stopping after this step; a checkpoint is being written. Ctrl-C again ends at once.',
  beforeFirst: 'Stopped before the first step.',
  after: 'Stopped after step {step} of {steps}; a checkpoint is written. {rest}',
  noModel: 'It left no model yet.',
  someModel: 'It left a model as far as it came.',
  goOn: 'Go on with: {command}',
  done: '{steps} {steps:step|steps} in {time}; over the text: {measured}',
  withPerplexity: '{value}, perplexity {perplexity}',
  withBits: '{value}, perplexity {perplexity}, {bits} bits per character',
  ownStory: 'Its own story: perplexity {perplexity}, {bits} bits per character',
  teller: '{name} ({id})',
  tell: 'Tell a story with: {command}',
  story: 'The story, told on from “{prompt}”:',
  model: 'The model lies at {path}',
} as const;
