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

test('no time is told before a few steps were measured', () => {
  const pace = new Pace(0, 0);
  pace.mark(1, 30, 32);
  expect(pace.known).toBe(false);
  pace.mark(3, 31, 64);
  expect(pace.known).toBe(false);
  pace.mark(11, 35, 256);
  expect(pace.known).toBe(true);
});

test.each([
  ['seldom validated', 130, 2.6],
  ['often validated', 20, 0.4],
  ['not validated', 1300, 0],
])('from a tenth of a run on, the time left is right within a quarter: %s', (_, evaluateEvery, cost) => {
  const [steps, warmUp, step] = [1300, 30, 0.1];
  const seconds = (made: number) => warmUp + step * made + cost * Math.floor(made / evaluateEvery);
  const pace = new Pace(0, 0, 4 * evaluateEvery);
  for (let made = 1; made < steps; made += made === 1 ? 9 : 10) {
    pace.mark(made, seconds(made), 320);
    // At the very end the last validation, which no other steps follow, is most of what is left.
    if (made < 0.1 * steps || made > 0.95 * steps) continue;
    const left = seconds(steps) - seconds(made);
    expect(Math.abs(pace.secondsFor(steps - made) / left - 1)).toBeLessThan(0.25);
  }
});

test('a machine that slows down for good is noticed', () => {
  const pace = new Pace(0, 0, 200);
  for (let made = 10; made <= 1000; made += 10)
    pace.mark(made, made <= 500 ? made * 0.1 : 50 + (made - 500) * 0.3, 320);
  expect(pace.secondsFor(100)).toBeCloseTo(30);
});
