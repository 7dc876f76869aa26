import type { Hyperparameters } from '../../../../electron/contract/hyperparameters.ts';
import type { Run } from '../../../../electron/contract/run.ts';
import { runs } from '../../../state/runs.svelte.ts';
import { view } from '../curves/view.svelte.ts';

/** Ready-made comparisons: one setting in some values, all others as in the run in view. */
export const COMPARISONS = {
  layers: { setting: 'layers', values: [1, 2] },
  window: { setting: 'windowLength', values: [1, 3, 8] },
} as const;
export type ComparisonName = keyof typeof COMPARISONS;

type Compared = Pick<Run, 'id' | 'corpus' | 'base' | 'hyperparameters' | 'status'>;

/** Whether a comparison says anything about a run: sequences have no window, and a base model has settled its layers. */
export const isComparable = (name: ComparisonName, { base, hyperparameters }: Compared): boolean =>
  name === 'window' ? hyperparameters.context === 'window' : base === undefined;

function sameBut(one: Hyperparameters, other: Hyperparameters, setting: keyof Hyperparameters): boolean {
  return (Object.keys(one) as (keyof Hyperparameters)[]).every((key) => key === setting || one[key] === other[key]);
}

/** The runs of a comparison that there are already, and the values that are still to be trained. */
export function comparisonOf(name: ComparisonName, run: Compared, known: readonly Run[]) {
  const { setting, values } = COMPARISONS[name];
  const alike = known.filter(
    ({ corpus, base, status, hyperparameters }) =>
      corpus.sha256 === run.corpus.sha256 &&
      base?.id === run.base?.id &&
      status !== 'failed' &&
      status !== 'stopped' &&
      sameBut(hyperparameters, run.hyperparameters, setting),
  );
  const withValue = (value: number) => alike.find(({ hyperparameters }) => hyperparameters[setting] === value);
  const found = values.flatMap((value) => withValue(value) ?? []);
  const missing = values.filter((value) => value !== run.hyperparameters[setting] && !withValue(value));
  return { found: found.filter(({ id }) => id !== run.id), missing };
}

/** Trains what a comparison lacks, one after the other, and lays all of it over the run in view. */
export async function compare(name: ComparisonName, run: Run): Promise<void> {
  const { setting } = COMPARISONS[name];
  const { found, missing } = comparisonOf(name, run, runs.list);
  for (const { id } of found) view.lay(id, true);
  for (const value of missing) {
    const hyperparameters = { ...run.hyperparameters, [setting]: value };
    const pins = run.lesson?.pins;
    const { preset, corpus, base } = run;
    const { id } = await runs.start({ corpus: corpus.id, preset, base: base?.id, hyperparameters, pins });
    view.lay(id, true);
  }
}
