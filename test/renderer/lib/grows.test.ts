import { afterEach, expect, test, vi } from 'vitest';
import { grows } from '../../../renderer/lib/grows.ts';

afterEach(() => vi.unstubAllGlobals());

/** A field with edges of a pixel and lines of 30 that hold `width` / 10 signs, and what tells that its size was seen. */
function field(text: string, width: number) {
  let see = () => {};
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(seen: () => void) {
        see = seen;
      }
      observe() {}
      disconnect() {}
    },
  );
  const area = document.createElement('textarea');
  const size = { width, lines: () => Math.ceil(area.value.length / (size.width / 10)) };
  const told = (name: string, get: () => number) => Object.defineProperty(area, name, { get });
  told('offsetWidth', () => size.width);
  told('scrollHeight', () => 30 * size.lines());
  told('clientHeight', () => 30);
  told('offsetHeight', () => 32);
  const leave = grows(area);
  area.value = text;
  return { area, size, see: () => see(), leave };
}

test('a field is as high as its text and its edges, whatever it held before and however wide it becomes', () => {
  const { area, size, see, leave } = field('x'.repeat(40), 200);
  see();
  expect(area.style.height).toBe('62px');
  size.width = 100;
  see();
  expect(area.style.height).toBe('122px');
  area.value = 'x'.repeat(10);
  area.dispatchEvent(new Event('input'));
  expect(area.style.height).toBe('32px');
  leave?.();
});
