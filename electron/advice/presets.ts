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

export type PresetName = keyof typeof PRESETS;
export const presetNames = Object.keys(PRESETS) as PresetName[];

/** All knobs of a preset. */
export function presetHyperparameters(name: PresetName): Hyperparameters {
  return { ...defaultHyperparameters(), ...PRESETS[name] };
}
