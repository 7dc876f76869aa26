import { expect, onTestFinished, test, vi } from 'vitest';
import { Pointing } from '../../../../../renderer/rooms/story/book/pointing.svelte.ts';

test('a word that comes to lie under a pointer at rest shows nothing until the pointer moves', () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const word = Object.assign(document.createElement('span'), { textContent: 'mice' });
  word.dataset.i = '3';
  const pointing = new Pointing();
  const hover = () => {
    pointing.over({ target: word, pointerType: 'mouse' } as unknown as PointerEvent);
    vi.advanceTimersByTime(1000);
    return pointing.open;
  };
  expect(hover()).toBe(3);
  // as when what floated over it was pressed, and is gone
  pointing.closeUntilMoved();
  expect(hover()).toBeUndefined();
  pointing.moved();
  expect(hover()).toBe(3);
});
