import type { HyperparameterName, Hyperparameters } from '../contract/hyperparameters.ts';
import { message, type Message } from '../contract/message.ts';

/** Choices that are proper names, the same in every language. */
export const optimizerNames = { rmsprop: 'RMSProp', adam: 'Adam', adamw: 'AdamW', sgd: 'SGD' } as const;

/** Knobs that are shares of 1: they are set and shown in per cent. */
export const shares: readonly HyperparameterName[] = ['dropout', 'stateReset', 'validationFraction'];

/** What the groups of settings are called. */
export const groupLabels = {
  text: 'workshop.groupText',
  network: 'workshop.groupNetwork',
  context: 'workshop.groupContext',
  optimizer: 'workshop.groupOptimizer',
  schedule: 'workshop.groupSchedule',
} as const;

/** A share of 1 in hundredths, without noise digits. */
const hundredths = (share: number): number => Number((100 * share).toPrecision(6));

const heldOut = (share: number): Message =>
  share === 0 ? message('settingWords.noneHeldOut') : message('settingWords.heldOut', { value: hundredths(share) });

/** Each knob's value in a word or two. */
const WORDS: { readonly [N in HyperparameterName]: (value: Hyperparameters[N]) => Message } = {
  tokenizer: (choice) => message(`settingWords.${choice}`),
  lowercase: (on) => message(on ? 'settingWords.lowerCase' : 'settingWords.capitals'),
  vocabularyLimit: (value) =>
    value === 0 ? message('settingWords.allSymbols') : message('settingWords.vocabulary', { value }),
  minimumCount: (value) => message('settingWords.minimumCount', { value }),
  input: (choice) => message(`settingWords.${choice}`),
  embeddingSize: (value) => message('settingWords.embeddingSize', { value }),
  layers: (count) => message('settingWords.layers', { count }),
  units: (count) => message('settingWords.units', { count }),
  dropout: (share) =>
    share === 0 ? message('settingWords.noDropout') : message('settingWords.dropout', { value: hundredths(share) }),
  gates: (choice) => message(`settingWords.${choice}`),
  tieWeights: (tied) => message(tied ? 'settingWords.tied' : 'settingWords.untied'),
  context: (choice) => message(`settingWords.${choice}`),
  windowLength: (value) => message('settingWords.windowLength', { value }),
  order: (choice) => message(`settingWords.${choice}`),
  stride: (value) => message('settingWords.stride', { value }),
  sequenceLength: (value) => message('settingWords.sequenceLength', { value }),
  stateReset: (share) =>
    share === 0 ? message('settingWords.noReset') : message('settingWords.stateReset', { value: hundredths(share) }),
  batchSize: (value) => message('settingWords.batch', { value }),
  outputInitializer: (choice) => message(`settingWords.${choice}`),
  optimizer: (choice) => message('settingWords.named', { name: optimizerNames[choice] }),
  learningRate: (value) => message('settingWords.rate', { value }),
  momentum: (value) => (value === 0 ? message('settingWords.noMomentum') : message('settingWords.momentum', { value })),
  clipNorm: (value) => (value === 0 ? message('settingWords.noClipping') : message('settingWords.clip', { value })),
  weightDecay: (value) => (value === 0 ? message('settingWords.noDecay') : message('settingWords.decay', { value })),
  sampledSoftmax: (value) =>
    value === 0 ? message('settingWords.fullSoftmax') : message('settingWords.sampledSoftmax', { value }),
  schedule: (choice) => message(`settingWords.${choice}`),
  warmupSteps: (value) => (value === 0 ? message('settingWords.noWarmup') : message('settingWords.warmup', { value })),
  steps: (count) => message('settingWords.steps', { count }),
  validationFraction: heldOut,
  validationFile: (value) => message('settingWords.fileHeldOut', { value }),
  reportEvery: (value) => message('settingWords.reportEvery', { value }),
  evaluateEvery: (value) => message('settingWords.evaluateEvery', { value }),
  checkpointEvery: (value) => message('settingWords.checkpointEvery', { value }),
  seed: (value) => message('settingWords.seed', { value }),
  precision: (choice) => message(`settingWords.${choice}`),
  engine: (choice) => message(`settingWords.${choice}`),
};

/** What a knob is set to, in a word or two that need no label beside them: `window 8`, `2 layers`, `characters`. */
export function settingWord(name: HyperparameterName, h: Hyperparameters): Message {
  return (WORDS[name] as (value: unknown) => Message)(h[name]);
}
