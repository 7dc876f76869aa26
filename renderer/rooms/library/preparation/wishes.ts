import type { Corpus } from '../../../../electron/contract/corpus.ts';
import type { Preparation, StepName, StepOptions } from '../../../../electron/contract/preparation.ts';

/** Which of the things found in a text are to be done, and in which way. */
export interface Wishes {
  readonly steps: Readonly<Partial<Record<StepName, boolean>>>;
  readonly options: Readonly<Partial<Record<StepName, StepOptions>>>;
  /** number of the column of a table, from 1 on */
  readonly column?: string;
}

/** What was done to one of the files of a text. */
export const doneToFile = ({ preparation = [] }: Pick<Corpus, 'preparation'>): Wishes => ({
  steps: Object.fromEntries(preparation.map(({ step, done }) => [step, done])),
  options: Object.fromEntries(preparation.flatMap(({ step, options }) => (options ? [[step, options]] : []))),
});

/** What was done to a text. */
export function doneTo(corpus: Corpus): Wishes {
  const { document } = corpus;
  return {
    ...doneToFile(corpus),
    column: document.kind === 'table' ? `${document.column + 1}` : undefined,
  };
}

const optionsOf = ({ steps, options }: Wishes, step: StepName) =>
  steps[step] ? JSON.stringify(options[step] ?? {}) : '';

export const withStep = (wishes: Wishes, step: StepName, on: boolean): Wishes => ({
  ...wishes,
  steps: { ...wishes.steps, [step]: on },
});

export const withOptions = (wishes: Wishes, step: StepName, options: StepOptions): Wishes => ({
  ...wishes,
  options: { ...wishes.options, [step]: options },
});

/** Whether a text would be another one. */
export function differs(one: Wishes, other: Wishes): boolean {
  const names = Object.keys(one.steps) as StepName[];
  const another = (step: StepName) =>
    one.steps[step] !== other.steps[step] || optionsOf(one, step) !== optionsOf(other, step);
  return one.column !== other.column || names.some(another);
}

/** Nothing but what is wished; of another column nothing is known yet, so that what is sure is done. */
export const preparationOf = ({ steps, options }: Wishes): Preparation => ({ proposed: false, steps, options });
