import { describe, expect, test } from 'vitest';
import { Schedule } from '../../../electron/engine/training/schedule.ts';
import { tiny } from './fixture.ts';

const rates = (schedule: Schedule, steps: number[]) =>
  steps.map((step) => Number(schedule.learningRate(step).toFixed(6)));

describe('the schedule', () => {
  test('warm-up rises evenly, constant stays', () => {
    const schedule = new Schedule(tiny({ learningRate: 0.1, warmupSteps: 4 }));
    expect(rates(schedule, [1, 2, 4, 5, 30])).toEqual([0.02, 0.04, 0.08, 0.1, 0.1]);
  });

  test('cosine falls from the whole rate to zero after the last step', () => {
    const schedule = new Schedule(tiny({ learningRate: 0.1, schedule: 'cosine', steps: 100 }));
    expect(rates(schedule, [1, 51, 101])).toEqual([0.1, 0.05, 0]);
    const warmed = new Schedule(tiny({ learningRate: 0.1, schedule: 'cosine', steps: 110, warmupSteps: 10 }));
    expect(rates(warmed, [11, 61, 111])).toEqual([0.1, 0.05, 0]);
    for (let step = 12; step <= 110; step++)
      expect(warmed.learningRate(step)).toBeLessThan(warmed.learningRate(step - 1));
  });

  test('plateau halves after two losses without progress, and goes on from its state', () => {
    const h = tiny({ learningRate: 0.8, schedule: 'plateau' });
    const schedule = new Schedule(h);
    for (const loss of [3, 2, 1, 0.9999]) schedule.observe(10, loss);
    expect(schedule.learningRate(10)).toBe(0.8);
    const resumed = new Schedule(h);
    resumed.restore(JSON.parse(JSON.stringify(schedule.state())));
    for (const each of [schedule, resumed]) {
      each.observe(11, 1.5);
      expect(each.learningRate(11)).toBe(0.4);
      each.observe(12, 0.5);
      each.observe(13, 0.5);
      expect(each.learningRate(13)).toBe(0.4);
      each.observe(14, 0.5);
      expect(each.learningRate(14)).toBe(0.2);
    }
    for (let step = 20; step < 100; step++) schedule.observe(step, 9);
    expect(schedule.learningRate(100)).toBeCloseTo(0.8 / 64, 10);
  });
});
