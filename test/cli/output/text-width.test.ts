import { describe, expect, test } from 'vitest';
import { cut, pad, textWidth } from '../../../electron/cli/output/text-width.ts';
import { tableLines } from '../../../electron/cli/output/table.ts';

describe('textWidth', () => {
  test.each([
    ['cat', 3],
    ['守株待兔', 8],
    ['ｆｕｌｌ', 8],
    ['ねこ', 4],
    ['고양이', 6],
    ['é', 1],
    ['e\u0301', 1],
    ['👩‍👩‍👧', 2],
    ['a\u200bb', 2],
    ['“…”', 3],
    ['', 0],
  ])('%s takes %i columns', (text, width) => expect(textWidth(text)).toBe(width));
});

test('pad fills up to columns, not to characters', () => {
  expect(pad('兔', 4)).toBe('兔  ');
  expect(pad('12', 4, 'left')).toBe('  12');
  expect(pad('longer', 3)).toBe('longer');
});

test('cut never goes over its columns nor through a character', () => {
  expect(cut('a council of mice', 9)).toBe('a counci…');
  expect(cut('守株待兔', 6)).toBe('守株…');
  expect(cut('守株', 4)).toBe('守株');
});

test('columns of a table align where some cells are Chinese', () => {
  const lines = tableLines(
    [{ title: 'id' }, { title: 'count', align: 'right' }],
    [
      ['守株', '7'],
      ['cat', '1,204'],
    ],
  );
  expect(lines.map(textWidth)).toEqual([11, 11, 11]);
  expect(lines[1]).toBe('守株      7');
});
