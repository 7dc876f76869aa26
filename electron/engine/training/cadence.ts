import { validates, type Hyperparameters } from '../../contract/hyperparameters.ts';

/** Sums are read from the device at least this often, so that a diverging run is noticed soon. */
const READ_EVERY = 10;
/** A run shows predictions and tells stories about this often at most, however short its intervals are. */
const MOST_PREDICTIONS = 200;
const MOST_STORIES = 50;

/** What is due after a step. It depends on the step alone, so that a resumed run does the same at the same steps. */
export interface Due {
  readonly read: boolean;
  readonly evaluate: boolean;
  readonly report: boolean;
  readonly predictions: boolean;
  readonly story: boolean;
  readonly checkpoint: boolean;
}

const coarsened = (every: number, steps: number, most: number): number => every * Math.ceil(steps / every / most);

/**
 * Which steps end with what. Reports come every `reportEvery` steps, at each validation and after the last step; also
 * after the first one, which shows where the run starts (but for the article's order, whose log is fixed).
 */
export function dueAfter(h: Hyperparameters): (step: number) => Due {
  const { steps, reportEvery, evaluateEvery, checkpointEvery } = h;
  const predictionsEvery = coarsened(reportEvery, steps, MOST_PREDICTIONS);
  const storyEvery = coarsened(checkpointEvery, steps, MOST_STORIES);
  return (step) => {
    const ends = step === steps;
    const starts = step === 1 && h.order !== 'article';
    const evaluate = step % evaluateEvery === 0 || ends;
    const report = step % reportEvery === 0 || ends || starts || (evaluate && validates(h));
    const checkpoint = step % checkpointEvery === 0 || ends;
    return {
      read: step % READ_EVERY === 0 || report || evaluate,
      evaluate,
      report,
      predictions: step % predictionsEvery === 0 || ends || starts,
      story: step % storyEvery === 0 || ends,
      checkpoint,
    };
  };
}

/** Periods of what takes time beside the steps, over which a pace is even. */
const PERIODS = 4;

/** Steps over which the time that a step takes on average is that of all the rest: with its share of what is due seldom. */
export const stretchOf = ({ steps, evaluateEvery, checkpointEvery }: Hyperparameters): number =>
  Math.min(steps, PERIODS * Math.max(evaluateEvery, checkpointEvery));
