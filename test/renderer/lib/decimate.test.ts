// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { decimate, lowerBound } from '../../../renderer/lib/decimate.ts';

const curve = (length: number, y: (i: number) => number) => ({
  x: Float64Array.from({ length }, (_, i) => i),
  y: Float64Array.from({ length }, (_, i) => y(i)),
  length,
});

describe('decimate', () => {
  test('leaves a short curve whole', () => {
    const points = decimate(curve(100, Math.sin), -Infinity, Infinity, 100);
    expect(points).toHaveLength(100);
    expect(points[7]).toEqual({ x: 7, y: Math.sin(7) });
  });

  test('keeps ends, order and every spike of a million points', () => {
    const spike = curve(1_000_000, (i) => (i === 654_321 ? 99 : i === 3 ? -99 : Math.sin(i / 1000)));
    const points = decimate(spike, -Infinity, Infinity, 800);
    expect(points.length).toBeLessThanOrEqual(3204);
    expect(points[0].x).toBe(0);
    expect(points.at(-1)?.x).toBe(999_999);
    expect(points).toContainEqual({ x: 654_321, y: 99 });
    expect(points).toContainEqual({ x: 3, y: -99 });
    expect(points.every(({ x }, i) => i === 0 || x > points[i - 1].x)).toBe(true);
  });

  test('shows what was there before the same way while the curve grows', () => {
    const shown = (length: number) => decimate(curve(length, Math.sin), -Infinity, Infinity, 100);
    const before = shown(10_000);
    expect(shown(10_010).slice(0, before.length - 4)).toEqual(before.slice(0, -4));
  });

  test('shows every point of a short enough stretch of a long curve', () => {
    const long = curve(1_000_000, (i) => Math.sin(i));
    expect(decimate(long, 500_000, 500_300, 100)).toHaveLength(302);
  });

  test('shows a stretch with one point on either side', () => {
    const points = decimate(
      curve(1000, (i) => i),
      200,
      210,
      500,
    );
    expect(points[0].x).toBe(199);
    expect(points.at(-1)?.x).toBe(210);
  });

  test('passes over what was not measured', () => {
    expect(
      decimate(
        curve(10, (i) => (i % 2 ? NaN : i)),
        -Infinity,
        Infinity,
        50,
      ),
    ).toHaveLength(5);
  });
});

test('lowerBound finds the first that is not below', () => {
  expect(lowerBound([1, 3, 3, 7], 4, 3)).toBe(1);
  expect(lowerBound([1, 3, 3, 7], 4, 8)).toBe(4);
});
