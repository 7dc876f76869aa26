import { defaultHyperparameters, type Hyperparameters } from '../contract/hyperparameters.ts';

const ARTICLE: Partial<Hyperparameters> = {
  tokenizer: 'whitespace',
  input: 'ordinal',
  units: 512,
  context: 'window',
  windowLength: 3,
  order: 'article',
  stride: 4,
  batchSize: 1,
  outputInitializer: 'normal',
  optimizer: 'rmsprop',
  learningRate: 0.001,
  clipNorm: 0,
  steps: 50_000,
  reportEvery: 1000,
  evaluateEvery: 50_000,
  checkpointEvery: 5000,
};

/** Named sets of hyperparameters; what a preset leaves out stays at its default. */
export const PRESETS = {
  fable: {
    tokenizer: 'words',
    embeddingSize: 128,
    units: 256,
    windowLength: 3,
    batchSize: 32,
    learningRate: 0.005,
    schedule: 'cosine',
    steps: 250,
    reportEvery: 10,
    evaluateEvery: 125,
    checkpointEvery: 125,
  },
  novel: {
    tokenizer: 'words',
    vocabularyLimit: 10_000,
    minimumCount: 2,
    embeddingSize: 256,
    units: 256,
    dropout: 0.3,
    tieWeights: true,
    context: 'sequence',
    sequenceLength: 32,
    stateReset: 0.5,
    batchSize: 32,
    learningRate: 0.003,
    clipNorm: 1,
    schedule: 'cosine',
    warmupSteps: 50,
    steps: 3000,
    evaluateEvery: 300,
    checkpointEvery: 300,
    validationFraction: 0.05,
  },
  characters: {
    tokenizer: 'characters',
    embeddingSize: 64,
    units: 256,
    layers: 2,
    dropout: 0.1,
    context: 'sequence',
    sequenceLength: 64,
    stateReset: 0.25,
    batchSize: 32,
    learningRate: 0.003,
    clipNorm: 1,
    schedule: 'cosine',
    warmupSteps: 50,
    steps: 4000,
    evaluateEvery: 400,
    checkpointEvery: 400,
    validationFraction: 0.05,
  },
  'article-1x512': { ...ARTICLE, layers: 1 },
  'article-2x512': { ...ARTICLE, layers: 2 },
} as const satisfies Record<string, Partial<Hyperparameters>>;

/** Symbols that tell something when they are held out. */
const LEAST_HELD = 100;
/** Sequences in a batch before they are made shorter. */
const LEAST_BATCH = 4;

export type PresetName = keyof typeof PRESETS;
export const presetNames = Object.keys(PRESETS) as PresetName[];

/** All knobs of a preset. */
export function presetHyperparameters(name: PresetName): Hyperparameters {
  return { ...defaultHyperparameters(), ...PRESETS[name] };
}

/**
 * All knobs of a preset, for a text that may be too short for its batches: these get fewer sequences, then shorter ones,
 * and what is too short to hold some of it out is learnt whole.
 * @param symbols of the text, about
 */
export function presetFor(name: PresetName, symbols: number): Hyperparameters {
  const h = presetHyperparameters(name);
  if (h.context === 'window') return h;
  const validationFraction = symbols * h.validationFraction < LEAST_HELD ? 0 : h.validationFraction;
  let { batchSize, sequenceLength } = h;
  // twice as many as a batch needs, since the count is no exact one
  const fits = () => symbols * (1 - validationFraction) > 2 * batchSize * (sequenceLength + 1);
  while (batchSize > LEAST_BATCH && !fits()) batchSize /= 2;
  while (sequenceLength > 1 && !fits()) sequenceLength /= 2;
  while (batchSize > 1 && !fits()) batchSize /= 2;
  return { ...h, validationFraction, batchSize, sequenceLength };
}
