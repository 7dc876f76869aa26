import type { ModelConfig, OptimizerSettings } from '../../electron/engine/model/index.ts';

/** A training step to measure; the peers know it by its name. */
export interface TrainingSubject {
  readonly name: string;
  readonly title: string;
  readonly config: ModelConfig;
  readonly optimizer: OptimizerSettings;
  readonly time: number;
  readonly lanes: number;
  /** symbols drawn for its softmax beside the targets; none: it goes over all */
  readonly drawn?: number;
  /** steps in one go */
  readonly steps: number;
}

const ARTICLE: ModelConfig = {
  vocabularySize: 112,
  input: 'ordinal',
  embeddingSize: 1,
  layers: 1,
  units: 512,
  dropout: 0,
  tieWeights: false,
  gates: 'sigmoid',
  outputInitializer: 'normal',
  context: 'window',
  windowLength: 3,
};
const LARGE: ModelConfig = {
  ...ARTICLE,
  input: 'embedding',
  embeddingSize: 512,
  layers: 2,
  outputInitializer: 'glorot',
  context: 'sequence',
};
const RMSPROP: OptimizerSettings = { kind: 'rmsprop', momentum: 0, weightDecay: 0, clipNorm: 0 };

export const TRAINING: readonly TrainingSubject[] = [
  { name: 'article-1x512', title: 'article 1x512', config: ARTICLE, optimizer: RMSPROP, time: 3, lanes: 1, steps: 40 },
  {
    name: 'article-2x512',
    title: 'article 2x512',
    config: { ...ARTICLE, layers: 2 },
    optimizer: RMSPROP,
    time: 3,
    lanes: 1,
    steps: 20,
  },
  {
    name: 'fable',
    title: 'fable: 128 → 256, window 3, batch 32, Adam',
    config: { ...ARTICLE, input: 'embedding', embeddingSize: 128, units: 256, outputInitializer: 'glorot' },
    optimizer: { ...RMSPROP, kind: 'adam', clipNorm: 5 },
    time: 3,
    lanes: 32,
    steps: 20,
  },
  {
    name: 'ptb-medium',
    title: 'PTB-medium: 10k, 2x650, T 35, batch 20, SGD + clipping',
    config: {
      ...ARTICLE,
      vocabularySize: 10_000,
      input: 'embedding',
      embeddingSize: 650,
      layers: 2,
      units: 650,
      outputInitializer: 'glorot',
      context: 'sequence',
    },
    optimizer: { ...RMSPROP, kind: 'sgd', clipNorm: 5 },
    time: 35,
    lanes: 20,
    steps: 2,
  },
  {
    name: 'characters',
    title: 'characters: 80, 2x512, T 100, batch 50, Adam + clipping',
    config: {
      ...ARTICLE,
      vocabularySize: 80,
      input: 'embedding',
      embeddingSize: 64,
      layers: 2,
      outputInitializer: 'glorot',
      context: 'sequence',
    },
    optimizer: { ...RMSPROP, kind: 'adam', clipNorm: 5 },
    time: 100,
    lanes: 50,
    steps: 1,
  },
  {
    name: 'words-10k',
    title: '10,000 words, 2x512, T 35, batch 20, SGD + clipping, softmax over all',
    config: { ...LARGE, vocabularySize: 10_000 },
    optimizer: { ...RMSPROP, kind: 'sgd', clipNorm: 5 },
    time: 35,
    lanes: 20,
    steps: 2,
  },
  {
    name: 'words-170k',
    title: '170,000 words, the same network, softmax over 4,096 drawn',
    config: { ...LARGE, vocabularySize: 170_000, outputByRows: true },
    optimizer: { ...RMSPROP, kind: 'sgd', clipNorm: 5 },
    time: 35,
    lanes: 20,
    drawn: 4096,
    steps: 2,
  },
];

/** Something that is done with a network as it is: told with, or measured. */
export interface ReadingSubject {
  readonly name: string;
  readonly title: string;
  readonly config: ModelConfig;
  /** repetitions in one go */
  readonly steps: number;
  /** symbols of one repetition */
  readonly symbols: number;
}

const SEQUENCE: ModelConfig = { ...ARTICLE, input: 'embedding', layers: 2, context: 'sequence' };

/** Greedy telling: each symbol goes back in, the state stays. */
export const TELLING: readonly ReadingSubject[] = [
  {
    name: 'tell-2x512',
    title: 'telling, 2x512, one symbol',
    config: { ...SEQUENCE, embeddingSize: 512 },
    steps: 50,
    symbols: 1,
  },
  {
    name: 'tell-2x650',
    title: 'telling, 10k, 2x650, one symbol',
    config: { ...SEQUENCE, vocabularySize: 10_000, embeddingSize: 650, units: 650 },
    steps: 20,
    symbols: 1,
  },
];

/** Cross-entropy over a text; the peers read it as their examples do, in 10 lanes, 35 symbols at once. */
export const EVALUATION: ReadingSubject = {
  name: 'evaluation',
  title: 'measuring 21,000 words, 13,776 different, 2x200',
  config: { ...SEQUENCE, vocabularySize: 13_776, embeddingSize: 200, units: 200 },
  steps: 1,
  symbols: 21_000,
};
