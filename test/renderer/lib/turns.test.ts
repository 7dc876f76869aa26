import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { turns } from '../../../renderer/lib/turns.ts';

let frames: (() => void)[] = [];

/** Paints a frame and lets what waited for it happen. */
function paint(): void {
  for (const frame of frames.splice(0)) frame();
  vi.runAllTimers();
}

beforeEach(() => {
  frames = [];
  vi.useFakeTimers();
  vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test('one piece a frame, in the order they were asked for', () => {
  const done: string[] = [];
  for (const name of ['a', 'b', 'c']) turns.take(() => done.push(name));
  expect(done).toEqual([]);
  paint();
  expect(done).toEqual(['a']);
  paint();
  paint();
  expect(done).toEqual(['a', 'b', 'c']);
  expect(turns.waiting).toBe(false);
});

test('what is taken back is not done, and holds nothing up', () => {
  const done: string[] = [];
  const takeBack = ['a', 'b', 'c'].map((name) => turns.take(() => done.push(name)));
  takeBack[0]();
  takeBack[1]();
  paint();
  paint();
  expect(done).toEqual(['c']);
  takeBack[2]();
  expect(turns.waiting).toBe(false);
});

test('a piece that throws leaves the next its turn', () => {
  const done: string[] = [];
  turns.take(() => {
    throw new Error('torn');
  });
  turns.take(() => done.push('b'));
  expect(paint).toThrow('torn');
  paint();
  expect(done).toEqual(['b']);
});

test('a page that nobody sees is built without frames', () => {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  const done: string[] = [];
  turns.take(() => done.push('a'));
  vi.runAllTimers();
  expect(done).toEqual(['a']);
});
