import type { Hyperparameters } from '../contract/hyperparameters.ts';
import type { HyperparameterName } from '../contract/hyperparameters.ts';
import { two, type Bilingual } from '../contract/bilingual.ts';
import { presetHyperparameters, type PresetName } from './presets.ts';
import { grouped, percent, symbolCount, symbolNoun, type CorpusFacts } from './wording.ts';

/** Why a proposed value is what it is. */
export interface Reason {
  readonly name: HyperparameterName;
  readonly text: Bilingual;
}

export interface Proposal {
  readonly hyperparameters: Hyperparameters;
  /** the preset that the proposal starts from */
  readonly preset: PresetName;
  readonly reasons: readonly Reason[];
}

/** Up to here a text is learnt by heart, window by window. */
export const SHORT_TEXT = 10_000;
/** From here on a text is a book: two passes already teach much, and memorising takes long. */
export const LONG_TEXT = 100_000;
/** Between the two: a small network that learns in a minute (seen: 24,000 words, validation perplexity 60 after 16 passes). */
const SHORT_BOOK = {
  layers: 1,
  embeddingSize: 128,
  units: 256,
  tieWeights: false,
  dropout: 0.3,
  sequenceLength: 32,
  batchSize: 16,
  learningRate: 0.003,
  warmupSteps: 50,
} as const;
/** A longer window is worth its time only while it decides this much more of the text. */
const WORTH = 0.01;

/** 250, 450, 1,300: two significant digits, to the next multiple of 50. */
function roundSteps(steps: number): number {
  const unit = steps < 2000 ? 50 : steps < 20_000 ? 500 : 5000;
  return Math.max(unit, Math.ceil(steps / unit) * unit);
}

/** Intervals that give some 25 points, and a checkpoint at each half or tenth. */
function paced(steps: number, checkpoints: number): Partial<Hyperparameters> {
  const every = Math.ceil(steps / checkpoints);
  return {
    steps,
    reportEvery: Math.max(5, Math.min(50, Math.round(steps / 25))),
    evaluateEvery: every,
    checkpointEvery: every,
  };
}

/** The shortest window beyond which another symbol decides hardly more, and what it decides. */
function enoughWindow(ceilings: readonly number[]): { length: number; ceiling: number } {
  let length = 3;
  while (length < ceilings.length && ceilings[length] - ceilings[length - 1] > WORTH) length++;
  return { length, ceiling: ceilings[length - 1] ?? 1 };
}

function short({ statistics }: CorpusFacts): Proposal {
  const { symbols, tokenizer, lowercase, ceilings } = statistics;
  const { length, ceiling } = enoughWindow(ceilings);
  const windowLength = Math.max(1, Math.min(length, symbols - 1));
  // seen on fables of 200 to 6,000 symbols: the steps needed grow with the root of the length
  const steps = roundSteps(250 * Math.sqrt(Math.max(1, symbols / 206)));
  const size = symbolCount(symbols, tokenizer);
  const noun = symbolNoun(tokenizer);
  const share = percent(ceiling);
  const hyperparameters = {
    ...presetHyperparameters('fable'),
    tokenizer,
    lowercase,
    windowLength,
    ...paced(steps, 2),
  };
  const passes = grouped((steps * hyperparameters.batchSize) / Math.max(1, symbols - windowLength));
  return {
    hyperparameters,
    preset: 'fable',
    reasons: [
      {
        name: 'context',
        text: two(
          `A text of ${size.en} is learnt by heart best window by window.`,
          `只有 ${size.zh}的文本，逐个窗口熟记最快。`,
        ),
      },
      {
        name: 'windowLength',
        text: two(
          `${windowLength} preceding ${noun.en} decide ${share.en} of your text; more would hardly help.`,
          `前 ${windowLength} ${noun.zh}就能确定全文的 ${share.zh}，再多也无益。`,
        ),
      },
      {
        name: 'layers',
        text: two(`Your text has ${size.en}: 1 layer is enough.`, `文本只有 ${size.zh}，1 层就够了。`),
      },
      {
        name: 'steps',
        text: two(
          `${grouped(steps)} steps go through your text some ${passes} times: enough to know it by heart.`,
          `${grouped(steps)} 步约读 ${passes} 遍文本，足以熟记。`,
        ),
      },
      {
        name: 'learningRate',
        text: two(
          'A short text bears quick learning; the cosine schedule calms it at the end.',
          '短文经得起快学；余弦计划让它在结尾平稳下来。',
        ),
      },
      {
        name: 'validationFraction',
        text: two(
          'Nothing is held out of so short a text: every word counts.',
          '文本太短，不留验证部分：每个词都有用。',
        ),
      },
    ],
  };
}

/** Vocabulary that leaves out what occurs once, and of the rest keeps what covers most of the text. */
function limitedVocabulary({ statistics }: CorpusFacts, most: number): Partial<Hyperparameters> {
  const { tokenizer, distinct, singletons } = statistics;
  if (tokenizer === 'characters') return { minimumCount: distinct > 2000 ? 2 : 1, vocabularyLimit: 0 };
  return { minimumCount: 2, vocabularyLimit: distinct - singletons > most ? most : 0 };
}

function long(facts: CorpusFacts): Proposal {
  const { symbols, tokenizer, lowercase, distinct, singletons } = facts.statistics;
  const book = symbols >= LONG_TEXT;
  const preset = tokenizer === 'characters' && distinct < 2000 ? 'characters' : 'novel';
  const base = book ? presetHyperparameters(preset) : { ...presetHyperparameters(preset), ...SHORT_BOOK };
  const { batchSize, dropout } = base;
  const validationFraction = book ? 0.05 : 0.1;
  const passes = book ? Math.max(2, Math.min(10, 3_000_000 / symbols)) : 16;
  const perPass = (symbols * (1 - validationFraction)) / (batchSize * base.sequenceLength);
  const steps = roundSteps(passes * perPass);
  const size = symbolCount(symbols, tokenizer);
  const share = percent(validationFraction);
  const held = symbolCount(symbols * validationFraction, tokenizer);
  const dropped = percent(dropout);
  const hyperparameters: Hyperparameters = {
    ...base,
    tokenizer,
    lowercase,
    ...limitedVocabulary(facts, base.vocabularyLimit || 10_000),
    validationFraction,
    ...paced(steps, 10),
    warmupSteps: Math.min(base.warmupSteps, Math.ceil(steps / 10)),
  };
  const rare = grouped(singletons);
  return {
    hyperparameters,
    preset,
    reasons: [
      {
        name: 'context',
        text: two(
          `Your text has ${size.en}: the memory is carried through all of it.`,
          `文本有 ${size.zh}：记忆贯穿全文。`,
        ),
      },
      ...(hyperparameters.minimumCount > 1
        ? [
            {
              name: 'minimumCount' as const,
              text: two(
                `${rare} symbols occur only once; nothing can be learnt of them.`,
                `${rare} 个符号只出现一次，学不到什么。`,
              ),
            },
          ]
        : []),
      {
        name: 'validationFraction',
        text: two(
          `The last ${share.en}, ${held.en}, are kept aside: they show when memorising begins.`,
          `留出末尾 ${share.zh}，即 ${held.zh}：用来看出何时开始死记。`,
        ),
      },
      {
        name: 'dropout',
        text: two(
          `Silencing ${dropped.en} of the signals puts memorising off.`,
          `随机关闭 ${dropped.zh} 的信号，推迟死记。`,
        ),
      },
      {
        name: 'steps',
        text: two(
          `${grouped(steps)} steps go through your text ${grouped(Math.max(1, steps / perPass))} times.`,
          `${grouped(steps)} 步约读 ${grouped(Math.max(1, steps / perPass))} 遍文本。`,
        ),
      },
    ],
  };
}

/** Settings that suit a text, with the reason for each that follows from it. Its tokenizer is taken as it is. */
export function proposeHyperparameters(facts: CorpusFacts): Proposal {
  return facts.statistics.symbols <= SHORT_TEXT ? short(facts) : long(facts);
}

/** Where the base ties weights, the one size follows the other. */
function tied(base: Hyperparameters, { units, embeddingSize }: Partial<Hyperparameters>): Partial<Hyperparameters> {
  if (!base.tieWeights) return {};
  if (units !== undefined && embeddingSize === undefined) return { embeddingSize: units };
  return embeddingSize !== undefined && units === undefined ? { units: embeddingSize } : {};
}

/**
 * Settings with changes: what depends on a changed value and was not given follows it. The article walks on by one
 * window and its target, so its stride is the window's length plus one; sizes of tied weights are equal.
 */
export function withChanges(base: Hyperparameters, changes: Partial<Hyperparameters>): Hyperparameters {
  const given: Partial<Hyperparameters> = Object.fromEntries(
    Object.entries(changes).filter(([, value]) => value !== undefined),
  );
  const changed: Hyperparameters = { ...base, ...(given.tieWeights === false ? {} : tied(base, given)), ...given };
  const walks = changed.order === 'article' && (given.windowLength !== undefined || given.order !== undefined);
  return walks && given.stride === undefined ? { ...changed, stride: changed.windowLength + 1 } : changed;
}
