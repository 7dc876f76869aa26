import type { Corpus } from '../../../../electron/contract/corpus.ts';
import type { Preparation, StepName, StepOptions } from '../../../../electron/contract/preparation.ts';

/** Which of the things found in a text are to be done, and in which way. */
export interface Wishes {
  readonly steps: Readonly<Partial<Record<StepName, boolean>>>;
  readonly options: Readonly<Partial<Record<StepName, StepOptions>>>;
  /** number of the column of a table, from 1 on */
  readonly column?: string;
}

/** What was done to a text. */
export function doneTo({ preparation = [], document }: Corpus): Wishes {
  return {
    steps: Object.fromEntries(preparation.map(({ step, done }) => [step, done])),
    options: Object.fromEntries(preparation.flatMap(({ step, options }) => (options ? [[step, options]] : []))),
    column: document.kind === 'table' ? `${document.column + 1}` : undefined,
  };
}

const optionsOf = ({ steps, options }: Wishes, step: StepName) =>
  steps[step] ? JSON.stringify(options[step] ?? {}) : '';

/** Whether a text would be another one. */
export function differs(one: Wishes, other: Wishes): boolean {
  const names = Object.keys(one.steps) as StepName[];
  const another = (step: StepName) =>
    one.steps[step] !== other.steps[step] || optionsOf(one, step) !== optionsOf(other, step);
  return one.column !== other.column || names.some(another);
}

/** Nothing but what is wished; of another column nothing is known yet, so that what is sure is done. */
export const preparationOf = ({ steps, options }: Wishes): Preparation => ({ proposed: false, steps, options });
