import { message, rounded, type SharedKey } from '../../contract/message.ts';
import { passOver } from '../corpus-measures.ts';
import { paced, roundSteps } from '../propose.ts';
import type { Grounds, Mean, Meaning } from './answer.ts';

/** How much shorter and longer than proposed. */
const SHORTER = 1 / 4;
const LONGER = 3;

/** So many steps, measured and kept as often as in the proposal. */
function lasting({ proposal: { hyperparameters: h }, corpus }: Grounds, steps: number, reason: SharedKey): Meaning {
  const passes = Math.max(0.1, steps / passOver(h, corpus).steps);
  const count = passes >= 10 ? Math.round(passes) : rounded(Math.round(10 * passes) / 10);
  return {
    settings: {
      ...paced(steps, Math.max(1, Math.round(h.steps / h.checkpointEvery))),
      warmupSteps: Math.min(h.warmupSteps, Math.ceil(steps / 10)),
    },
    reason: { message: reason, values: { steps, passes: count } },
  };
}

/** A quarter of the steps, but once through the text where that is less than half of them. */
const quick: Mean = (grounds) => {
  const { hyperparameters: h } = grounds.proposal;
  const once = Math.min(passOver(h, grounds.corpus).steps, h.steps / 2);
  const least = Math.max(1, Math.ceil(Math.max(h.steps * SHORTER, once)));
  const steps = roundSteps(least);
  return lasting(grounds, steps < h.steps ? steps : least, 'shortForm.quickReason');
};

const good: Mean = ({ proposal }) => {
  const reason = proposal.reasons.find(({ name }) => name === 'steps')?.text;
  return { settings: {}, reason: reason ?? message('shortForm.asProposed') };
};

const long: Mean = (grounds) => {
  const { hyperparameters: h } = grounds.proposal;
  const reason = h.validationFraction > 0 ? 'shortForm.longKeptReason' : 'shortForm.longReason';
  return lasting(grounds, roundSteps(h.steps * LONGER), reason);
};

/** How long to learn. */
export const time = { quick, good, long } as const;
