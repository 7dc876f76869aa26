import { defaultHyperparameters, type Hyperparameters } from '../contract/hyperparameters.ts';
import type { Bilingual } from '../contract/bilingual.ts';

interface Preset {
  readonly label: Bilingual;
  readonly help: Bilingual;
  readonly values: Partial<Hyperparameters>;
}

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
    label: { en: 'Fable', zh: '寓言' },
    help: {
      en: 'A short text, learnt by heart in seconds.',
      zh: '短文，几秒钟便能背下来。',
    },
    values: {
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
  },
  novel: {
    label: { en: 'Novel', zh: '长篇' },
    help: {
      en: 'A book by words, with the memory carried through it.',
      zh: '整本书，按词学习，记忆贯穿全文。',
    },
    values: {
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
  },
  characters: {
    label: { en: 'Characters', zh: '逐字' },
    help: {
      en: 'Letter by letter: learns spelling itself, suits any language.',
      zh: '逐字符学习：连拼写也自己学会，适合任何语言。',
    },
    values: {
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
  },
  'article-1x512': {
    label: { en: 'The article, 1 layer', zh: '文章，1 层' },
    help: {
      en: '“LSTM by Example using TensorFlow” to the letter: one layer of 512 units, 50,000 steps.',
      zh: '《LSTM by Example using TensorFlow》原样：1 层 512 个单元，50,000 步。',
    },
    values: { ...ARTICLE, layers: 1 },
  },
  'article-2x512': {
    label: { en: 'The article, 2 layers', zh: '文章，2 层' },
    help: {
      en: '“LSTM by Example using TensorFlow” to the letter: two layers of 512 units, 50,000 steps.',
      zh: '《LSTM by Example using TensorFlow》原样：2 层 512 个单元，50,000 步。',
    },
    values: { ...ARTICLE, layers: 2 },
  },
} as const satisfies Record<string, Preset>;

export type PresetName = keyof typeof PRESETS;
export const presetNames = Object.keys(PRESETS) as PresetName[];

/** All knobs of a preset. */
export function presetHyperparameters(name: PresetName): Hyperparameters {
  return { ...defaultHyperparameters(), ...PRESETS[name].values };
}
