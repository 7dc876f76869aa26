import { expect, test } from 'vitest';
import { fromHalf, toHalf } from '../../../../electron/engine/formats/storyteller/float16.ts';

test('every half is read and written as itself', () => {
  for (let half = 0; half < 0x10000; half++) {
    const value = fromHalf(half);
    if (Number.isNaN(value)) expect(toHalf(value) & 0x7e00).toBe(0x7e00);
    else if (toHalf(value) !== half) throw new Error(`${half.toString(16)} became ${toHalf(value).toString(16)}`);
  }
});

test('numbers between two halves become the nearer, ties the even one', () => {
  for (let half = 0; half < 0x7bff; half++) {
    const [low, high] = [fromHalf(half), fromHalf(half + 1)];
    const middle = (low + high) / 2;
    const even = half % 2 === 0 ? half : half + 1;
    const step = (high - low) / 8;
    const made = [middle - step, middle, middle + step].map(toHalf);
    if (made[0] !== half || made[1] !== even || made[2] !== half + 1) throw new Error(`near ${low}: ${made}`);
  }
  expect(fromHalf(toHalf(65519))).toBe(65504);
  expect(fromHalf(toHalf(-65520))).toBe(-Infinity);
});
