import type { Corpus, Reading, Source } from '../../../../electron/contract/corpus.ts';
import type { Preparation, StepName, StepOptions } from '../../../../electron/contract/preparation.ts';

/** Which of the things found in a text are to be done, and in which way. */
export interface Wishes {
  readonly steps: Readonly<Partial<Record<StepName, boolean>>>;
  readonly options: Readonly<Partial<Record<StepName, StepOptions>>>;
  /** number of the column of a table, from 1 on */
  readonly column?: string;
}

const done = ({ preparation = [] }: Pick<Corpus, 'preparation'>, column: number | undefined): Wishes => ({
  steps: Object.fromEntries(preparation.map(({ step, done }) => [step, done])),
  options: Object.fromEntries(preparation.flatMap(({ step, options }) => (options ? [[step, options]] : []))),
  column: column === undefined ? undefined : `${column}`,
});

/** What was done to one of the files of a text. */
export const doneToFile = (source: Source): Wishes => done(source, source.column);

/** What was done to a text. */
export const doneTo = (corpus: Corpus): Wishes =>
  done(corpus, corpus.document.kind === 'table' ? corpus.document.column + 1 : undefined);

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

export const withColumn = (wishes: Wishes, column: string): Wishes => ({ ...wishes, column });

/** Whether a text would be another one. */
export function differs(one: Wishes, other: Wishes): boolean {
  const names = Object.keys(one.steps) as StepName[];
  const another = (step: StepName) =>
    one.steps[step] !== other.steps[step] || optionsOf(one, step) !== optionsOf(other, step);
  return one.column !== other.column || names.some(another);
}

/** Nothing but what is wished. */
export const preparationOf = ({ steps, options }: Wishes): Preparation => ({ proposed: false, steps, options });

/** How a file is to be read anew. Of another column nothing is known yet: what is sure of it is done. */
export function readingOf(before: Wishes, wishes: Wishes): Reading {
  const { column } = wishes;
  return column === before.column ? { prepare: preparationOf(wishes), column } : { column };
}
