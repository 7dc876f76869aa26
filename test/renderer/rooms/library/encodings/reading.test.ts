import { describe, expect, test } from 'vitest';
import {
  aroundPlace,
  firstWords,
  hexPairs,
  stretches,
} from '../../../../../renderer/rooms/library/encodings/reading.ts';

describe('what could not be read', () => {
  test('is told apart, and found by its number', () => {
    const sample = '我在年青\ufffd时候也曾经做过许\ufffd\ufffd多梦';
    expect(stretches(sample).map(({ unreadable }) => unreadable)).toEqual([false, true, false, true, false]);
    expect(aroundPlace(sample, 0)).toContain('年青\ufffd时候');
    expect(aroundPlace(sample, 9)).toBe('');
  });

  test('is written as bytes and one line of words', () => {
    expect(hexPairs('a3ff81')).toBe('a3 ff 81');
    expect(firstWords('  a\n\nb  c ')).toBe('a b c');
  });
});
