import { describe, expect, test } from 'vitest';
import type { Report } from '../../../electron/contract/run.ts';
import { decimate } from '../../../electron/studio/runs/decimate.ts';
import { reportAt } from '../../storage/things.ts';
import { ownSeconds } from '../../tools/own-time.ts';

async function* curve(length: number, change: (step: number) => Partial<Report> = () => ({})): AsyncGenerator<Report> {
  for (let step = 1; step <= length; step++) yield { ...reportAt(step, Math.sin(step / 500) + 2), ...change(step) };
}

describe('decimation', () => {
  test.each([0, 1, 2, 10, 99, 100])('gives back %i reports as they are', async (length) => {
    const { reports, total } = await decimate(curve(length), 100);
    expect(total).toBe(length);
    expect(reports.map(({ step }) => step)).toEqual(Array.from({ length }, (_, index) => index + 1));
  });

  test.each([101, 250, 12_345, 100_000])('keeps %i reports to the points asked for, in order', async (length) => {
    for (const points of [10, 333]) {
      const { reports, total } = await decimate(curve(length), points);
      const steps = reports.map(({ step }) => step);
      expect(total).toBe(length);
      expect(steps.length).toBeLessThanOrEqual(Math.max(points, Math.min(length, points)));
      expect(steps).toEqual([...new Set(steps)].sort((a, b) => a - b));
      expect([steps[0], steps.at(-1)]).toEqual([1, length]);
    }
  });

  test('keeps the peak, the dip and the loss that is no number', async () => {
    const odd: Record<number, Partial<Report>> = { 7001: { loss: 99 }, 7002: { loss: -5 }, 52_000: { loss: null } };
    const { reports } = await decimate(
      curve(100_000, (step) => odd[step] ?? {}),
      200,
    );
    const kept = new Set(reports.map(({ step }) => step));
    for (const step of Object.keys(odd)) expect(kept).toContain(Number(step));
  });

  test('keeps validation losses, evenly', async () => {
    const { reports } = await decimate(
      curve(60_000, (step) => (step % 1000 === 0 ? { validationLoss: step } : {})),
      400,
    );
    const validated = reports.filter(({ validationLoss }) => validationLoss !== undefined);
    expect(validated.length).toBeGreaterThanOrEqual(40);
    expect(validated.at(-1)!.step).toBe(60_000);
  });

  test('of a million reports takes moments', async () => {
    const many = async () => expect((await decimate(curve(1_000_000), 2000)).reports.length).toBeGreaterThan(500);
    expect(await ownSeconds(many)).toBeLessThan(20);
  });
});
