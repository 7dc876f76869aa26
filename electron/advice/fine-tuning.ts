import { HYPERPARAMETERS } from '../contract/hyperparameter-table.ts';
import type { Hyperparameters } from '../contract/hyperparameters.ts';
import type { ModelCard } from '../contract/model.ts';
import { limitedVocabulary, LONG_TEXT, paced, roundSteps, SHORT_TEXT } from './propose.ts';
import type { CorpusFacts } from './wording.ts';

/** Of the learning rate that a network began with: as large a one forgets what it knew before it knows the new text. */
const RATE = 1 / 3;
/** Steps that a pass over the text has at least, where a batch is made smaller for it. */
const STEPS_OF_A_PASS = 8;
/** Symbols to be learnt in all: as many passes as that takes, within bounds (docs/decisions.md: the best was at two to four). */
const LEARNT = 3_000_000;
const PASSES = { fewest: 2, most: 5 } as const;
/** Up to here nothing is kept aside: a tenth would say nothing. */
const WHOLLY_LEARNT = 2000;
/** Batches to a text where sequences are made shorter for it. Pieces of words that suit another text count it about so wrong, too. */
const ROOM = 4;
/** Below, steps are rounded to tens: to fifties, a short text would be passed over more often than it should. */
const FEW_STEPS = 500;

/** A model as the base of settings. */
type Base = Pick<ModelCard, 'hyperparameters' | 'base'>;

/** Its settings. Where it learnt on itself, a short text may have made some small: those are at their defaults at least. */
function ownSettings({ hyperparameters: h, base }: Base): Hyperparameters {
  if (!base || h.order === 'article') return h;
  const atLeast = (name: 'batchSize' | 'sequenceLength' | 'windowLength') =>
    Math.max(h[name], HYPERPARAMETERS[name].default);
  return {
    ...h,
    batchSize: atLeast('batchSize'),
    sequenceLength: atLeast('sequenceLength'),
    windowLength: atLeast('windowLength'),
  };
}

/** Symbols of the longest file of a text, about. */
function longestFile({ statistics: { symbols }, sources = [] }: CorpusFacts): number {
  const all = sources.reduce((sum, { characters }) => sum + characters, 0);
  return all > 0 ? (symbols * Math.max(...sources.map(({ characters }) => characters))) / all : symbols;
}

/** Windows and sequences that fit into what is learnt, at most as long as the model's. */
function lengths(h: Hyperparameters, facts: CorpusFacts, share: number) {
  const files = facts.sources?.length ?? 1;
  const counted = files === 1 && h.tokenizer !== 'subwords';
  const learnt = Math.floor((share * longestFile(facts)) / (counted ? 1 : ROOM));
  const windowLength = Math.max(
    1,
    Math.min(h.windowLength, Math.floor(h.order === 'article' ? learnt / 2 : learnt) - 1),
  );
  const predictions = share * facts.statistics.symbols - files;
  const sequenceLength = Math.max(1, Math.min(h.sequenceLength, Math.floor(predictions / ROOM)));
  // as the article walks on, where it did
  const stride = h.stride === h.windowLength + 1 ? windowLength + 1 : h.stride;
  return { windowLength, sequenceLength, stride };
}

/** The share to keep aside: none of what is short, and none of files too short for the windows of a model. */
function aside(h: Hyperparameters, facts: CorpusFacts): number {
  const { symbols } = facts.statistics;
  const share = symbols >= LONG_TEXT ? 0.05 : symbols > WHOLLY_LEARNT ? 0.1 : 0;
  const needed = ROOM * ((h.context === 'window' ? h.windowLength : 1) + 1);
  return share * longestFile(facts) < needed ? 0 : share;
}

/** Steps for a number of passes, rounded. */
function stepsFor(exact: number): number {
  const steps = exact < FEW_STEPS ? Math.max(10, Math.ceil(exact / 10) * 10) : roundSteps(exact);
  return Math.min(steps, HYPERPARAMETERS.steps.maximum);
}

/**
 * Settings by which a model learns on from another text: its own, and what follows from the text.
 * @param base the model
 * @param facts the text as the model's tokenizer sees it
 */
export function proposeFineTuning(base: Base, facts: CorpusFacts): Hyperparameters {
  const own = ownSettings(base);
  const { symbols } = facts.statistics;
  const validationFraction = aside(own, facts);
  const learnt = symbols * (1 - validationFraction);
  const fitting = lengths(own, facts, 1 - validationFraction);
  const perLane = own.context === 'sequence' ? fitting.sequenceLength : fitting.stride;
  const batchSize = Math.max(1, Math.min(own.batchSize, Math.floor(learnt / (perLane * STEPS_OF_A_PASS))));
  const passes = Math.max(PASSES.fewest, Math.min(PASSES.most, LEARNT / symbols));
  const steps = stepsFor((passes * learnt) / (batchSize * perLane));
  const rare = symbols > SHORT_TEXT ? limitedVocabulary(facts, own.vocabularyLimit || 10_000) : { minimumCount: 1 };
  // one that learnt on did so at a smaller rate already
  const rate = Number((own.learningRate * (base.base ? 1 : RATE)).toPrecision(1));
  return {
    ...own,
    ...rare,
    ...fitting,
    batchSize,
    validationFraction,
    validationFile: 0,
    learningRate: Math.max(HYPERPARAMETERS.learningRate.minimum, rate),
    ...paced(steps, 10),
    warmupSteps: Math.min(own.warmupSteps, Math.ceil(steps / 10)),
  };
}
