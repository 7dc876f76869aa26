// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { writeNumber } from '../../../electron/messages/write-number.ts';
import { nudge, readNumber } from '../../../renderer/lib/number-field.ts';
import { placeHref, readPlace } from '../../../renderer/lib/place.ts';
import { rank } from '../../../renderer/lib/rank.ts';

describe('place', () => {
  test('an address leads back to itself', () => {
    const href = placeHref('workshop', 'tiny-2', { corpus: 'a b' });
    expect(readPlace(href)).toEqual({ room: 'workshop', id: 'tiny-2', values: { corpus: 'a b' } });
  });

  test('in every script', () => {
    const place = { room: 'shelf', id: '逍遥游-ab2de', values: { words: 'न मस्ते' } } as const;
    expect(readPlace(placeHref('shelf', place.id, place.values))).toEqual(place);
    expect(readPlace('#/shelf/逍遥游-ab2de').id).toBe('逍遥游-ab2de');
  });

  test('what is not understood is the Library', () => {
    expect(readPlace('#/shelf/%E9')).toEqual({ room: 'shelf', id: undefined, values: {} });
    expect(readPlace('#/%E9').room).toBe('library');
    expect(readPlace('#/attic/x').room).toBe('library');
    expect(readPlace('').room).toBe('library');
  });
});

describe('rank', () => {
  test('prefers beginnings, then words, then insides, then letters in order', () => {
    const order = ['Belling the Cat', 'The bell', 'Rebellion', 'Baby elephant, long legs'];
    const worth = order.map((text) => rank(text, 'bell'));
    expect(worth).toEqual([4, 3, 2, 1]);
    expect(rank('Walden', 'bell')).toBe(0);
  });

  test('finds Chinese inside a name and takes full-width letters', () => {
    expect(rank('中国寓言', '寓言')).toBeGreaterThan(0);
    expect(rank('Walden', 'ｗａｌ')).toBe(4);
  });
});

describe('numbers typed', () => {
  test.each([
    ['1,000', 1000],
    ['１０', 10],
    ['−5', -5],
    ['1e-3', 0.001],
    ['20 000', 20_000],
  ])('%s', (text, value) => expect(readNumber(text)).toBe(value));

  test.each(['', 'ten', '1..2', '--1'])('“%s” is none', (text) => expect(readNumber(text)).toBeNaN());

  test('are written without noise', () => expect(writeNumber(0.1 + 0.2)).toBe('0.3'));

  test('arrow keys follow the size where there is no step', () => {
    expect(nudge(0.001, 1, undefined, 0, 100)).toBe(0.002);
    expect(nudge(0.001, -1, undefined, 0, 100)).toBe(0.0009);
    expect(nudge(400, 1, undefined, 1, 4096)).toBe(500);
    expect(nudge(4, 1, 1, 1, 4)).toBe(4);
  });
});
