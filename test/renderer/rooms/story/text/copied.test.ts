import { describe, expect, test } from 'vitest';
import { copiedOf, spanAt } from '../../../../../renderer/rooms/story/text/copied.ts';

describe('copied spans', () => {
  const spans = [
    { start: 1, length: 7, corpus: 'mice', position: 40, offset: 0, characters: 1 },
    { start: 6, length: 8, corpus: 'mice', position: 90, offset: 0, characters: 1 },
    { start: 60, length: 20, corpus: 'mice', position: 5, offset: 0, characters: 1 },
  ];

  test('count of what was told only, overlaps once', () => {
    const { share, longest, marks } = copiedOf(spans, 4, 100);
    expect(share).toBeCloseTo((10 + 20) / 100);
    expect(longest).toBe(20);
    expect([...marks.slice(0, 11)]).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0]);
  });

  test('of two that begin close together the longer has the note', () => {
    expect([...copiedOf(spans, 4, 100).notes.values()]).toEqual([spans[1], spans[2]]);
  });

  test('belong to the words in them', () => {
    expect(spanAt(spans, 4, 56)).toBe(spans[2]);
    expect(spanAt(spans, 4, 50)).toBeUndefined();
    expect(copiedOf([], 4, 0).share).toBe(0);
  });
});
