import { describe, expect, test } from 'vitest';
import { presetHyperparameters } from '../../../../../electron/advice/presets.ts';
import type { Columns } from '../../../../../renderer/lib/decimate.ts';
import { telling, verdictOfRun } from '../../../../../renderer/rooms/workshop/run/verdict-of.ts';
import { runs } from '../../../fixtures/runs.ts';

describe('the verdict of a long run', () => {
  const curve = (length: number, of: (i: number) => number): Columns => ({
    x: Float64Array.from({ length }, (_, i) => (i + 1) * 10),
    y: Float64Array.from({ length }, (_, i) => of(i)),
    length,
  });
  const falling = (i: number) => 3 + 5 * Math.exp(-i / 300_000);
  const nothing = { x: [], y: [], length: 0 };

  test('reads a few hundred of a million reports, the newest without a gap', () => {
    const loss = curve(1_000_000, falling);
    const read = telling({ loss, accuracy: curve(1_000_000, () => 0.3), validationLoss: nothing });
    expect(read.length).toBeLessThan(500);
    expect(read.slice(-60).map(({ step }) => step)).toEqual(Array.from({ length: 60 }, (_, i) => 9_999_410 + 10 * i));
  });

  test('is of the contract: a rising validation is memorising', () => {
    const loss = curve(4000, (i) => 8 - i / 1000);
    const steps = [10_000, 20_000, 30_000, 40_000];
    const validationLoss = { x: steps, y: [5, 5.2, 5.5, 6], length: 4 };
    const run = { ...runs[0], hyperparameters: { ...presetHyperparameters('novel'), steps: 80_000 } };
    const curves = { loss, accuracy: curve(4000, () => 0.2), validationLoss };
    expect(verdictOfRun(run, curves, {}).kind).toBe('memorising');
  });
});
