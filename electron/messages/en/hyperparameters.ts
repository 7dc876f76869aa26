/** Short names of the hyperparameters, as labels. */
export const hyperparameterLabel = {
  tokenizer: 'Tokenizer',
  lowercase: 'Lower case',
  vocabularyLimit: 'Vocabulary limit',
  minimumCount: 'Minimum count',
  input: 'Input',
  embeddingSize: 'Embedding size',
  layers: 'Layers',
  units: 'Units',
  dropout: 'Dropout',
  tieWeights: 'Tied weights',
  gates: 'Gates',
  context: 'Context',
  windowLength: 'Window length',
  order: 'Window order',
  stride: 'Stride',
  sequenceLength: 'Sequence length',
  stateReset: 'State reset',
  batchSize: 'Batch size',
  outputInitializer: 'First weights',
  optimizer: 'Optimizer',
  learningRate: 'Learning rate',
  momentum: 'Momentum',
  clipNorm: 'Clip norm',
  weightDecay: 'Weight decay',
  sampledSoftmax: 'Sampled softmax',
  schedule: 'Schedule',
  warmupSteps: 'Warm-up',
  steps: 'Steps',
  validationFraction: 'Validation share',
  validationFile: 'Validation file',
  reportEvery: 'Report every',
  evaluateEvery: 'Validate every',
  checkpointEvery: 'Checkpoint every',
  seed: 'Seed',
  precision: 'Precision',
  engine: 'Engine',
} as const;

/** What each one is, in a sentence that a writer understands. */
export const hyperparameterHelp = {
  tokenizer:
    'How the text is cut into symbols: at spaces as in the article, into words and punctuation without loss, into subwords that spell any word (byte-pair encoding), or into characters.',
  lowercase: 'Reads capitals as small letters, so that “The” and “the” are one symbol.',
  vocabularyLimit:
    'Keeps only this many of the most frequent symbols; 0 keeps all. Of subwords, as many are learnt: 0 for what suits the text.',
  minimumCount: 'A symbol must occur this often to enter the vocabulary.',
  input:
    'How a symbol enters the network: as a learnt vector, as a single 1 among zeros, or as its bare number as in the article.',
  embeddingSize: 'How many numbers describe a symbol; more tell finer shades apart.',
  layers: 'LSTM layers, one over the other; two suit a book.',
  units: 'Memory cells in each layer; more remember more and learn more slowly.',
  dropout:
    'The share of signals silenced at random while learning, which keeps the network from memorising; 0 silences none.',
  tieWeights: 'Uses the embedding also for the output, which saves memory and often helps; both sizes must agree.',
  gates:
    'What opens and shuts the memory: the sigmoid; or the hard sigmoid, straight lines in its place, which models of TensorFlow.js and of Keras before version 3 may have learnt with.',
  context:
    'Window: a few symbols predict the next, as in the article. Sequence: the memory is carried through the whole text.',
  windowLength: 'How many symbols predict the next one.',
  order: 'Shuffled takes every window once per pass in random order; article walks on from a random start.',
  stride: 'How far one window starts after the one before.',
  sequenceLength: 'How many symbols an error is traced back through.',
  stateReset:
    'How often, at a sequence, the memory is emptied as it is before a story, so that the network also learns to begin; 0: never.',
  batchSize: 'How many windows or lanes of the text are learnt from at once.',
  outputInitializer:
    'How the weights start: Glorot and orthogonal, which learns soonest; or normal as in the article, its output from N(0, 1).',
  optimizer: 'The rule that turns errors into changes of the weights; Adam suits most texts.',
  learningRate: 'How large each change is; too large diverges, too small crawls.',
  momentum: 'How much of the last change is carried into the next (SGD and RMSProp).',
  clipNorm: 'The longest a change may be before it is shortened; 0 never shortens.',
  weightDecay: 'Pulls weights towards zero a little at every step (AdamW, and SGD as L2).',
  sampledSoftmax:
    'How many symbols, drawn anew at every step, the right one is told from while learning, which is much quicker with a large vocabulary; 0: all. Its training loss is an estimate; validation and stories go by all symbols.',
  schedule: 'Whether the learning rate stays, falls along a cosine, or falls when validation stops improving.',
  warmupSteps: 'Steps over which the learning rate rises from zero.',
  steps: 'How many updates of the weights the training makes.',
  validationFraction:
    'The share at the end of the text (of each of its files) kept aside to check what was learnt; 0: none.',
  validationFile: 'Of a text of several files, the one that is kept aside whole in place of that share; 0 keeps none.',
  reportEvery: 'Steps between two points of the curves.',
  evaluateEvery: 'Steps between two measurements on the validation text.',
  checkpointEvery: 'Steps between two checkpoints; one is also written every minute.',
  seed: 'The start of all chance: the same seed on the same machine gives the same run.',
  precision: 'Fast rounds products to bfloat16 on processors with AMX: quicker on large networks, a little coarser.',
  engine:
    'What computes: by itself whichever makes steps of this network quicker here, found by trying both. A run stays with the engine it began on.',
} as const;
