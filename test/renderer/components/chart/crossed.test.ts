import { expect, test } from 'vitest';
import { crosses } from '../../../../renderer/components/chart/crossed.ts';

const box = { left: 90, right: 100, top: 80, bottom: 100 };

test.each([
  ['ends in it', [0, 0, 95, 90], true],
  ['goes through it between two points', [0, 0, 120, 110], true],
  ['goes over it', [0, 0, 120, 40], false],
  ['ends before it', [0, 0, 80, 90], false],
  ['begins behind it', [110, 90, 120, 90], false],
  ['is a point in it', [95, 90], true],
  ['is broken there', [0, 0, 95, NaN, 120, 110], false],
  ['is nothing', [], false],
])('a line that %s', (_, numbers, crossed) => {
  const points = Array.from({ length: numbers.length / 2 }, (_, at) => ({
    x: numbers[2 * at],
    y: numbers[2 * at + 1],
  }));
  expect(crosses(points, box)).toBe(crossed);
});
