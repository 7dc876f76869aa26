import { expect, test } from 'vitest';
import { Heap } from '../../../electron/engine/kernels/wasm/heap.ts';
import { Random } from '../../../electron/engine/random.ts';

test('blocks never overlap, keep what is written, and all of it is given out again', () => {
  const heap = new Heap();
  const random = new Random(1);
  const live: { at: number; words: number; mark: number }[] = [];
  for (let round = 0; round < 3000; round++) {
    if (live.length > 0 && random.uniform() < 0.5) {
      const [{ at, words, mark }] = live.splice(random.integer(live.length), 1);
      expect(heap.ints.subarray(at / 4, at / 4 + words).every((word) => word === mark)).toBe(true);
      heap.release(at);
    } else {
      const words = 1 + random.integer(3000);
      const at = heap.allocate(4 * words);
      heap.ints.fill(round, at / 4, at / 4 + words);
      live.push({ at, words, mark: round });
    }
    expect(heap.blocks).toBe(live.length);
  }
  live.forEach(({ at }) => heap.release(at));
  const grown = heap.bytes;
  // one block takes all that the many left
  heap.release(heap.allocate(grown - 65_536));
  expect(heap.bytes).toBe(grown);
  expect(() => heap.release(64)).toThrow('no block begins at 64');
});

test('more than there is ends with an error that says what was asked for, and what is there stays', () => {
  const heap = new Heap();
  const at = heap.allocate(4);
  heap.ints[at / 4] = 7;
  expect(() => heap.allocate(4.4e9)).toThrow(
    expect.objectContaining({
      code: 'engine-memory-full',
      values: { used: expect.anything(), needed: expect.anything() },
    }),
  );
  expect(heap.ints[at / 4]).toBe(7);
  expect(heap.blocks).toBe(1);
});
