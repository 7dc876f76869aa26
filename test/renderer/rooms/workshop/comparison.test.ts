import { expect, test } from 'vitest';
import type { Run } from '../../../../electron/contract/run.ts';
import { compare, comparisonOf, isComparable } from '../../../../renderer/rooms/workshop/lesson/comparison.ts';
import { view } from '../../../../renderer/rooms/workshop/curves/view.svelte.ts';
import { runs as fixtures } from '../../fixtures/runs.ts';
import { openStudio } from '../../studio-page.ts';

const [base] = fixtures;
const pins = [{ text: 'the mice had' }];
const run: Run = {
  ...base,
  id: 'window-3',
  lesson: { pace: 'full', pins },
  hyperparameters: { ...base.hyperparameters, context: 'window', windowLength: 3, layers: 1 },
};
const other = (id: string, change: Partial<Run['hyperparameters']>, more: Partial<Run> = {}): Run => ({
  ...run,
  id,
  status: 'done',
  hyperparameters: { ...run.hyperparameters, ...change },
  ...more,
});

test('a comparison takes what was trained alike and lacks the rest', () => {
  const known = [
    run,
    other('window-8', { windowLength: 8 }),
    other('failed', { windowLength: 1 }, { status: 'failed' }),
    other('seed', { windowLength: 1, seed: 9 }),
    other('text', { windowLength: 1 }, { corpus: { ...run.corpus, sha256: 'f'.repeat(64) } }),
  ];
  const { found, missing } = comparisonOf('window', run, known);
  expect([found.map(({ id }) => id), missing]).toEqual([['window-8'], [1]]);
  expect(comparisonOf('layers', run, known).missing).toEqual([2]);
  const sequence = other('sequence', { context: 'sequence' });
  expect([isComparable('window', sequence), isComparable('layers', sequence)]).toEqual([false, true]);
});

test('what is lacking is trained with all other settings and pins the same, and laid over', async () => {
  let started = 0;
  const bridge = await openStudio('full', {
    'runs.start': ({ hyperparameters }) =>
      other(`new-${++started}`, hyperparameters as Run['hyperparameters'], { status: 'queued' }),
  });
  await compare('window', run);
  const asked = bridge.asked.filter(({ name }) => name === 'runs.start').map(({ input }) => input);
  expect(asked).toMatchObject([
    { corpus: run.corpus.id, pins, hyperparameters: { ...run.hyperparameters, windowLength: 1 } },
    { corpus: run.corpus.id, pins, hyperparameters: { ...run.hyperparameters, windowLength: 8 } },
  ]);
  expect([...view.overlays.keys()]).toEqual(['new-1', 'new-2']);
});
