import { afterEach, expect, test, vi } from 'vitest';
import { dropUnsent, holdUnsent, unsentAt } from '../../../renderer/lib/unsent.ts';

afterEach(() => vi.restoreAllMocks());

/** What a page finds that was loaded anew: the code begins again, the window's storage stays. */
async function reloaded() {
  vi.resetModules();
  return import('../../../renderer/lib/unsent.ts');
}

test('what was written outlives a reload until it is kept', async () => {
  holdUnsent('note.a', 'For Friday');
  expect((await reloaded()).unsentAt('note.a')).toBe('For Friday');
  dropUnsent('note.a');
  expect((await reloaded()).unsentAt('note.a')).toBeUndefined();
});

test('what was written while an earlier text was being kept stays', () => {
  holdUnsent('note.a', 'For Friday');
  holdUnsent('note.a', 'For Friday, 9b');
  dropUnsent('note.a', 'For Friday');
  expect(unsentAt('note.a')).toBe('For Friday, 9b');
});

test('where the storage is full or refused, it stays as long as the page', () => {
  holdUnsent('pasted', 'short');
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  holdUnsent('pasted', 'a long one');
  expect(unsentAt('pasted')).toBe('a long one');
  vi.spyOn(window, 'sessionStorage', 'get').mockImplementation(() => {
    throw new DOMException('refused', 'SecurityError');
  });
  expect(unsentAt('pasted')).toBe('a long one');
  dropUnsent('pasted');
  expect(unsentAt('pasted')).toBeUndefined();
});
