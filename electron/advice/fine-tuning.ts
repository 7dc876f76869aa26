import type { Hyperparameters } from '../contract/hyperparameters.ts';
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
const WHOLLY_LEARNT = 1000;

/**
 * Settings by which a model learns on from another text: its own, and what follows from the text.
 * @param base settings of the model
 * @param facts the text as the model's tokenizer sees it
 */
export function proposeFineTuning(base: Hyperparameters, facts: CorpusFacts): Hyperparameters {
  const { symbols } = facts.statistics;
  const validationFraction = symbols >= LONG_TEXT ? 0.05 : symbols > WHOLLY_LEARNT ? 0.1 : 0;
  const learnt = symbols * (1 - validationFraction);
  const perLane = base.context === 'sequence' ? base.sequenceLength : base.stride;
  const batchSize = Math.max(1, Math.min(base.batchSize, Math.floor(learnt / (perLane * STEPS_OF_A_PASS))));
  const passes = Math.max(PASSES.fewest, Math.min(PASSES.most, LEARNT / symbols));
  const steps = roundSteps((passes * learnt) / (batchSize * perLane));
  const rare = symbols > SHORT_TEXT ? limitedVocabulary(facts, base.vocabularyLimit || 10_000) : { minimumCount: 1 };
  return {
    ...base,
    ...rare,
    batchSize,
    validationFraction,
    validationFile: 0,
    learningRate: Number((base.learningRate * RATE).toPrecision(1)),
    ...paced(steps, 10),
    warmupSteps: Math.min(base.warmupSteps, Math.ceil(steps / 10)),
  };
}
