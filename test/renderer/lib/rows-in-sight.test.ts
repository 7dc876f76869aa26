import { expect, test } from 'vitest';
import { rowsInSight } from '../../../renderer/lib/rows-in-sight.ts';

const ends = (rows: readonly number[]) => [rows[0], rows.at(-1), rows.length];

test('a screenful is drawn, and some rows beyond either end', () => {
  expect(ends(rowsInSight(0, 800, 80, 2000, 0))).toEqual([0, 17, 18]);
  expect(ends(rowsInSight(80_000, 800, 80, 2000, 1000))).toEqual([992, 1017, 26]);
  expect(ends(rowsInSight(159_200, 800, 80, 2000, 1999))).toEqual([1982, 1999, 18]);
});

test('the row that the keys are at is always among them, in order', () => {
  expect(ends(rowsInSight(80_000, 800, 80, 2000, 3))).toEqual([3, 1017, 27]);
  expect(ends(rowsInSight(0, 800, 80, 2000, 1500))).toEqual([0, 1500, 19]);
});

test('a short, an empty and a shrunken list have no rows that are not there', () => {
  expect(rowsInSight(0, 800, 80, 3, 0)).toEqual([0, 1, 2]);
  expect(rowsInSight(0, 800, 80, 0, 0)).toEqual([]);
  expect(rowsInSight(80_000, 800, 80, 3, 0)).toEqual([0, 1, 2]);
});
