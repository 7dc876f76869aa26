import { expect, test } from 'vitest';
import { Random } from '../../../electron/engine/random.ts';
import { principalAxes } from '../../../electron/engine/vectors/principal-axes.ts';

/** Points whose axes are known: `along` three times as long as `across`, about a place away from the origin. */
const along = [0.6, 0, 0.8];
const across = [-0.8, 0, 0.6];
const grid = [
  [-2, -1],
  [-2, 1],
  [0, -1],
  [0, 1],
  [1, -1],
  [1, 1],
  [1, -1],
  [1, 1],
];
const points = (a = along, b = across) => grid.flatMap(([u, v]) => a.map((value, k) => 5 + 3 * u * value + v * b[k]));

test('finds the axes of a known cloud, the largest first, the farthest point on the positive side', () => {
  const { coordinates, shares } = principalAxes(points(), 3, 2);
  grid.forEach(([u], point) => expect(coordinates[2 * point]).toBeCloseTo(-3 * u, 6));
  const side = coordinates[1] * grid[0][1];
  expect(Math.abs(side)).toBeCloseTo(1, 6);
  grid.forEach(([, v], point) => expect(coordinates[2 * point + 1]).toBeCloseTo(side * v, 6));
  const variance = { along: 9 * (4 + 4 + 4), across: 8 };
  expect(shares[0]).toBeCloseTo(variance.along / (variance.along + variance.across), 9);
  expect(shares[0] + shares[1]).toBeCloseTo(1, 9);
});

test('does not depend on how the cloud lies in space, nor on the run', () => {
  const turned = points([0, 1, 0], [0, 0, -1]);
  const first = principalAxes(points(), 3, 1).coordinates;
  principalAxes(turned, 3, 1).coordinates.forEach((value, at) => expect(value).toBeCloseTo(first[at], 6));
  expect(principalAxes(points(), 3, 2)).toEqual(principalAxes(points(), 3, 2));
});

test('agrees with the variance of every other direction: none is larger', () => {
  const random = new Random(3);
  const width = 12;
  const cloud = Float32Array.from({ length: 200 * width }, (_, at) => random.normal() * (1 + (at % width)));
  const { coordinates } = principalAxes(cloud, width, 1);
  const variance = (values: ArrayLike<number>) => {
    const list = Array.from(values);
    const mean = list.reduce((sum, value) => sum + value, 0) / list.length;
    return list.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  };
  const most = variance(coordinates);
  for (let direction = 0; direction < 200; direction++) {
    const axis = Array.from({ length: width }, () => random.normal());
    const length = Math.hypot(...axis);
    const projected = Array.from({ length: 200 }, (_, point) =>
      axis.reduce((sum, value, k) => sum + (value / length) * cloud[point * width + k], 0),
    );
    expect(variance(projected)).toBeLessThanOrEqual(most * (1 + 1e-6));
  }
});

test('points on a line, points that are one, and a single number each are no trouble', () => {
  const line = principalAxes([0, 0, 1, 1, 3, 3], 2, 2);
  expect(line.shares[0]).toBeCloseTo(1, 9);
  for (const at of [1, 3, 5]) expect(line.coordinates[at]).toBeCloseTo(0, 6);
  expect([...principalAxes([2, 2, 2, 2], 2, 2).coordinates]).toEqual([0, 0, 0, 0]);
  expect(principalAxes([1, 2, 6], 1, 2).shares[0]).toBeCloseTo(1, 9);
});
