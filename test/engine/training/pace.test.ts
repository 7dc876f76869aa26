import { expect, test } from 'vitest';
import { Pace } from '../../../electron/engine/training/meters.ts';

test('a slow first step does not spoil the pace', () => {
  const pace = new Pace(0, 0);
  pace.mark(1, 0.4, 32);
  expect(pace.secondsFor(10)).toBeCloseTo(4);
  pace.mark(11, 0.5, 320);
  expect(pace.secondsFor(100)).toBeCloseTo(1);
  expect(pace.symbolsPerSecond()).toBeCloseTo(3200);
});

test('a pause of the machine is forgotten within seconds', () => {
  const pace = new Pace(100, 10);
  for (let second = 1; second <= 30; second++) {
    const step = 100 + 100 * second;
    pace.mark(step, 10 + second + (second >= 10 ? 5 : 0), 3200);
  }
  expect(pace.symbolsPerSecond()).toBeGreaterThan(3100);
  expect(pace.symbolsPerSecond()).toBeLessThanOrEqual(3200);
});
