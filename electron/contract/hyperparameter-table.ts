import { MOST_SOURCES } from './limits.ts';

interface Common {
  readonly group: 'text' | 'network' | 'context' | 'optimizer' | 'schedule';
  /** What the number counts; empty where it has no unit. */
  readonly unit?: 'symbols' | 'steps';
}
export type Hyperparameter = Common &
  (
    | {
        readonly kind: 'integer' | 'number';
        readonly default: number;
        readonly minimum: number;
        readonly maximum: number;
      }
    | { readonly kind: 'boolean'; readonly default: boolean }
    | { readonly kind: 'choice'; readonly default: string; readonly choices: readonly string[] }
  );

/**
 * Every knob of a run, once. The form, the flags, validation, the run folder, the model's card and the docs read this
 * table. 0 stands for "none" where the help says so.
 */
export const HYPERPARAMETERS = {
  tokenizer: {
    kind: 'choice',
    default: 'words',
    choices: ['whitespace', 'words', 'subwords', 'characters'],
    group: 'text',
  },
  lowercase: {
    kind: 'boolean',
    default: false,
    group: 'text',
  },
  vocabularyLimit: {
    kind: 'integer',
    default: 0,
    minimum: 0,
    maximum: 1_000_000,
    group: 'text',
    unit: 'symbols',
  },
  minimumCount: {
    kind: 'integer',
    default: 1,
    minimum: 1,
    maximum: 10_000,
    group: 'text',
  },
  input: {
    kind: 'choice',
    default: 'embedding',
    choices: ['embedding', 'one-hot', 'ordinal'],
    group: 'network',
  },
  embeddingSize: {
    kind: 'integer',
    default: 128,
    minimum: 1,
    maximum: 4096,
    group: 'network',
  },
  layers: {
    kind: 'integer',
    default: 1,
    minimum: 1,
    maximum: 4,
    group: 'network',
  },
  units: {
    kind: 'integer',
    default: 256,
    minimum: 1,
    maximum: 4096,
    group: 'network',
  },
  dropout: {
    kind: 'number',
    default: 0,
    minimum: 0,
    maximum: 0.9,
    group: 'network',
  },
  tieWeights: {
    kind: 'boolean',
    default: false,
    group: 'network',
  },
  /** what squashes gates, Keras' `recurrent_activation`; hard: clip(0.2 x + 0.5, 0, 1), as in Keras 1 and 2 and in tfjs */
  gates: {
    kind: 'choice',
    default: 'sigmoid',
    choices: ['sigmoid', 'hard-sigmoid'],
    group: 'network',
  },
  context: {
    kind: 'choice',
    default: 'window',
    choices: ['window', 'sequence'],
    group: 'context',
  },
  windowLength: {
    kind: 'integer',
    default: 3,
    minimum: 1,
    maximum: 256,
    group: 'context',
    unit: 'symbols',
  },
  order: {
    kind: 'choice',
    default: 'shuffled',
    choices: ['shuffled', 'article'],
    group: 'context',
  },
  stride: {
    kind: 'integer',
    default: 1,
    minimum: 1,
    maximum: 1024,
    group: 'context',
    unit: 'symbols',
  },
  sequenceLength: {
    kind: 'integer',
    default: 35,
    minimum: 1,
    maximum: 1024,
    group: 'context',
    unit: 'symbols',
  },
  /**
   * How often a lane reads on from the zero state that a story begins from, not from what it remembers; Melis et al.,
   * "On the State of the Art of Evaluation in Neural Language Models", 2018, take 0.01
   */
  stateReset: {
    kind: 'number',
    default: 0,
    minimum: 0,
    maximum: 1,
    group: 'context',
  },
  batchSize: {
    kind: 'integer',
    default: 32,
    minimum: 1,
    maximum: 4096,
    group: 'context',
  },
  outputInitializer: {
    kind: 'choice',
    default: 'glorot',
    choices: ['glorot', 'normal'],
    group: 'network',
  },
  optimizer: {
    kind: 'choice',
    default: 'adam',
    choices: ['rmsprop', 'adam', 'adamw', 'sgd'],
    group: 'optimizer',
  },
  learningRate: {
    kind: 'number',
    default: 0.001,
    minimum: 1e-7,
    maximum: 100,
    group: 'optimizer',
  },
  momentum: {
    kind: 'number',
    default: 0,
    minimum: 0,
    maximum: 0.999,
    group: 'optimizer',
  },
  clipNorm: {
    kind: 'number',
    default: 5,
    minimum: 0,
    maximum: 1000,
    group: 'optimizer',
  },
  weightDecay: {
    kind: 'number',
    default: 0,
    minimum: 0,
    maximum: 1,
    group: 'optimizer',
  },
  /** how many symbols each step's softmax is over beside its targets; 0: over all */
  sampledSoftmax: {
    kind: 'integer',
    default: 0,
    minimum: 0,
    maximum: 100_000,
    group: 'optimizer',
    unit: 'symbols',
  },
  schedule: {
    kind: 'choice',
    default: 'constant',
    choices: ['constant', 'cosine', 'plateau'],
    group: 'schedule',
  },
  warmupSteps: {
    kind: 'integer',
    default: 0,
    minimum: 0,
    maximum: 1_000_000,
    group: 'schedule',
    unit: 'steps',
  },
  steps: {
    kind: 'integer',
    default: 1000,
    minimum: 1,
    maximum: 100_000_000,
    group: 'schedule',
    unit: 'steps',
  },
  validationFraction: {
    kind: 'number',
    default: 0,
    minimum: 0,
    maximum: 0.5,
    group: 'schedule',
  },
  /** number of the source that is kept aside whole, counted from 1, in place of a share of each */
  validationFile: {
    kind: 'integer',
    default: 0,
    minimum: 0,
    maximum: MOST_SOURCES,
    group: 'schedule',
  },
  reportEvery: {
    kind: 'integer',
    default: 50,
    minimum: 1,
    maximum: 1_000_000,
    group: 'schedule',
    unit: 'steps',
  },
  evaluateEvery: {
    kind: 'integer',
    default: 500,
    minimum: 1,
    maximum: 1_000_000,
    group: 'schedule',
    unit: 'steps',
  },
  checkpointEvery: {
    kind: 'integer',
    default: 500,
    minimum: 1,
    maximum: 1_000_000,
    group: 'schedule',
    unit: 'steps',
  },
  seed: {
    kind: 'integer',
    default: 1,
    minimum: 0,
    maximum: 4_294_967_295,
    group: 'schedule',
  },
  precision: {
    kind: 'choice',
    default: 'float32',
    choices: ['float32', 'fast'],
    group: 'schedule',
  },
  engine: {
    kind: 'choice',
    default: 'auto',
    choices: ['auto', 'tensorflow', 'portable'],
    group: 'schedule',
  },
} as const satisfies Record<string, Hyperparameter>;
