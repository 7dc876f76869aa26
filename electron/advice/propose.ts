import { HYPERPARAMETERS } from '../contract/hyperparameter-table.ts';
import type { Hyperparameters } from '../contract/hyperparameters.ts';
import { message, percent } from '../contract/message.ts';
import { PRESETS, presetHyperparameters, type PresetName } from './presets.ts';
import { allReasons, type Reason } from './reasons.ts';
import { precedingSymbols, symbolCount, type CorpusFacts } from './wording.ts';

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
/** Letters are few and each says little: a smaller network learns a text by them in more steps (the fable: 97 % in 400). */
const LETTERS = { embeddingSize: 32, units: 128, learningRate: 0.01 } as const;
const MOST_LETTERS = 200;
/** Signs to a sentence up to which letters are those of a text, not of a list, which to know by heart is no use. */
const LONGEST_SENTENCE = 400;
/** Window of a list. */
const LIST_WINDOW = 4;
/** Share that a window must decide before its text can be known by heart. */
const DECIDED = 0.95;
/** A longer window is worth its time only while it decides this much more of the text. */
const WORTH = 0.01;

/** 250, 450, 1,300: two significant digits, to the next multiple of 50. */
export function roundSteps(steps: number): number {
  const unit = steps < 2000 ? 50 : steps < 20_000 ? 500 : 5000;
  return Math.max(unit, Math.ceil(steps / unit) * unit);
}

/** Intervals that give some 25 points, and a checkpoint at each half or tenth. */
export function paced(
  steps: number,
  checkpoints: number,
): Pick<Hyperparameters, 'steps' | 'reportEvery' | 'evaluateEvery' | 'checkpointEvery'> {
  const every = Math.min(Math.ceil(steps / checkpoints), HYPERPARAMETERS.evaluateEvery.maximum);
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

/** How many preceding symbols tell most of what they can, and the best accuracy from them: three words, or enough letters. */
export function tellingWindow({ tokenizer, ceilings }: CorpusFacts['statistics']): { length: number; ceiling: number } {
  return tokenizer === 'characters' ? enoughWindow(ceilings) : { length: 3, ceiling: ceilings[2] ?? 1 };
}

function short({ statistics }: CorpusFacts): Proposal {
  const { symbols, tokenizer, lowercase, distinct, sentenceLength } = statistics;
  const letters = tokenizer === 'characters' && distinct < MOST_LETTERS;
  const ceilings = sentenceLength > LONGEST_SENTENCE ? statistics.ceilings.slice(0, LIST_WINDOW) : statistics.ceilings;
  const { length, ceiling } = enoughWindow(ceilings);
  const windowLength = Math.max(1, Math.min(length, symbols - 1));
  // seen on fables of 200 to 6,000 symbols: the steps needed grow with the root of the length
  const steps = roundSteps(letters ? 400 * Math.sqrt(symbols / 978) : 250 * Math.sqrt(Math.max(1, symbols / 206)));
  const size = symbolCount(symbols, tokenizer);
  const share = percent(ceiling);
  const hyperparameters = {
    ...presetHyperparameters('fable'),
    ...(letters ? LETTERS : {}),
    tokenizer,
    lowercase,
    windowLength,
    ...paced(steps, 2),
  };
  const passes = Math.round((steps * hyperparameters.batchSize) / Math.max(1, symbols - windowLength));
  const preceding = precedingSymbols(windowLength, tokenizer);
  const more =
    (ceilings[windowLength] ?? 1) - ceiling > WORTH || (windowLength >= ceilings.length && ceiling < DECIDED);
  return {
    hyperparameters,
    preset: 'fable',
    reasons: [
      { name: 'context', text: message('reasons.windows', { size }) },
      {
        name: 'windowLength',
        text: message(more ? 'settingAdvice.window' : 'reasons.windowLength', { preceding, share }),
      },
      { name: 'layers', text: message('settingAdvice.oneLayer', { size }) },
      { name: 'steps', text: message(ceiling < DECIDED ? 'reasons.passes' : 'reasons.byHeart', { steps, passes }) },
      { name: 'learningRate', text: message('reasons.quick') },
      { name: 'validationFraction', text: message('reasons.nothingHeld') },
    ],
  };
}

/** Vocabulary that leaves out what occurs once, and of the rest keeps what covers most of the text. */
export function limitedVocabulary({ statistics }: CorpusFacts, most: number): Partial<Hyperparameters> {
  const { tokenizer, distinct, singletons } = statistics;
  if (tokenizer === 'subwords') return { minimumCount: 1, vocabularyLimit: 0 };
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
  const hyperparameters: Hyperparameters = {
    ...base,
    tokenizer,
    lowercase,
    ...limitedVocabulary(facts, base.vocabularyLimit || 10_000),
    validationFraction,
    ...paced(steps, 10),
    warmupSteps: Math.min(base.warmupSteps, Math.ceil(steps / 10)),
  };
  return {
    hyperparameters,
    preset,
    reasons: [
      { name: 'context', text: message('reasons.carried', { size }) },
      ...(hyperparameters.minimumCount > 1 && singletons > 0
        ? [{ name: 'minimumCount' as const, text: message('reasons.rare', { count: singletons }) }]
        : []),
      { name: 'validationFraction', text: message('reasons.held', { share, size: held }) },
      { name: 'dropout', text: message('reasons.dropout', { share: percent(dropout) }) },
      {
        name: 'steps',
        text: message('reasons.passes', { steps, passes: Math.round(Math.max(1, steps / perPass)) }),
      },
    ],
  };
}

/** Settings that suit a text, with a reason for each that follows from it. Its tokenizer is taken as it is. */
export function proposeHyperparameters(facts: CorpusFacts): Proposal {
  const proposal = facts.statistics.symbols <= SHORT_TEXT ? short(facts) : long(facts);
  return { ...proposal, reasons: allReasons(proposal.hyperparameters, facts, proposal.reasons) };
}

/** Symbols of a text as a preset cuts it, about: what is counted is of the tokenizer proposed for it. */
export function symbolsBy(preset: PresetName, { characters, statistics }: CorpusFacts): number {
  return PRESETS[preset].tokenizer === 'characters' ? characters : Math.min(characters, statistics.symbols);
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
