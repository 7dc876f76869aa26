import { expect, test } from 'vitest';
import { presetHyperparameters } from '../../../electron/advice/presets.ts';
import type { Hyperparameters } from '../../../electron/contract/hyperparameters.ts';
import { runName } from '../../../electron/studio/runs/run-name.ts';

const text = (name: string) => ({ id: 'text', name, sha256: 'a'.repeat(64) });
const settings = (changes: Partial<Hyperparameters>) => ({ ...presetHyperparameters('fable'), ...changes });

/** Runs begun one after the other, each named as the studio would. */
function begun(changes: readonly Partial<Hyperparameters>[], name = 'The Fable', language: 'en' | 'zh' = 'en') {
  const runs: Parameters<typeof runName>[1][number][] = [];
  for (const [index, change] of changes.entries()) {
    const run = { corpus: text(name), hyperparameters: settings(change) };
    const createdAt = new Date(index * 1000).toISOString();
    runs.push({ ...run, id: `run-${index}`, name: runName(run, runs, language), createdAt });
  }
  return runs.map((run) => run.name);
}

test('a run is named by what differs from the first over its text', () => {
  expect(begun([{}, { windowLength: 8 }, { layers: 2, windowLength: 8 }, { layers: 2 }])).toEqual([
    'The Fable',
    'The Fable · window 8',
    'The Fable · 2 layers, window 8',
    'The Fable · 2 layers',
  ]);
});

test('where nothing differs it is numbered', () => {
  expect(begun([{}, {}, { windowLength: 8 }, { windowLength: 8 }, {}])).toEqual([
    'The Fable',
    'The Fable 2',
    'The Fable · window 8',
    'The Fable · window 8 (2)',
    'The Fable 3',
  ]);
});

test('how many steps are planned is in no name: a run may go on to more, or end before', () => {
  expect(begun([{}, { steps: 7 }, { steps: 9, windowLength: 8 }, { steps: 7, reportEvery: 1 }])).toEqual([
    'The Fable',
    'The Fable 2',
    'The Fable · window 8',
    'The Fable 3',
  ]);
});

test('in the language of whoever begins it', () => {
  expect(begun([{}, { windowLength: 8, units: 64 }], '铃铛与猫', 'zh')[1]).toBe('铃铛与猫 · 64 单元、窗口 8');
});

test('a run over another text does not count', () => {
  const other = { ...text('Another'), sha256: 'b'.repeat(64) };
  const known = { id: 'other', name: 'Another', corpus: other, hyperparameters: settings({ units: 9 }), createdAt: '' };
  expect(runName({ corpus: text('The Fable'), hyperparameters: settings({}) }, [known], 'en')).toBe('The Fable');
});

test('a run that learns on is named by the model that it learns on from, and by what differs from the first from there', () => {
  const base = (name: string) => ({ id: name.toLowerCase(), name, texts: [] });
  const run = (changes: Partial<Hyperparameters>, name?: string) => ({
    ...{ corpus: text('The Fable'), hyperparameters: settings(changes) },
    ...(name !== undefined && { base: base(name) }),
  });
  const known = [{ ...run({ units: 9 }), id: 'one', name: 'The Fable', createdAt: '1' }];
  expect(runName(run({}, 'Walden'), known, 'en')).toBe('The Fable · from “Walden”');
  known.push({ ...run({}, 'Walden'), id: 'two', name: 'The Fable · from “Walden”', createdAt: '2' });
  expect(runName(run({ units: 7 }, 'Walden'), known, 'en')).toBe('The Fable · from “Walden”, 7 units');
  expect(runName(run({}, '瓦尔登湖'), known, 'zh')).toBe('The Fable · 微调自“瓦尔登湖”');
  expect(runName(run({}, 'x'.repeat(120)), known, 'en').length).toBeLessThan(70);
});

test('a long name of a text leaves room for what differs', () => {
  const [, second, third] = begun([{}, { windowLength: 8 }, { windowLength: 8 }], 'x'.repeat(120));
  expect(second).toMatch(/^x+… · window 8$/);
  expect(third).toMatch(/ · window 8 \(2\)$/);
  expect(third.length).toBeLessThanOrEqual(120);
});
