import { describe, expect, test } from 'vitest';
import { linesOf } from '../../../../../renderer/rooms/library/reader/text-pages.ts';
import { symbolsByLine, visibleSymbol } from '../../../../../renderer/rooms/library/symbols/symbol-lines.ts';
import { symbolsOf } from '../../../fixtures/corpora.ts';

describe('symbols', () => {
  const text = 'One old\n\nmouse met\na cat.';
  const symbols = symbolsOf(text, 100);

  test('stand in the line that they begin in, those of blank lines at the end of the one before', () => {
    const placed = symbolsByLine(symbols, 100, linesOf({ text, line: 1 }).flat(), [[4, 14]]);
    const read = [...placed].map(([start, line]) => [start, line.map(({ kind }) => kind.symbol).join('|')]);
    expect(read).toEqual([
      [0, 'One| old|\n|\n'],
      [9, 'mouse| met|\n'],
      [19, 'a| cat|.'],
    ]);
    const hit = [...placed.values()].flat().filter((symbol) => symbol.hit);
    expect(hit.map(({ kind }) => kind.symbol)).toEqual([' old', '\n', '\n', 'mouse']);
  });

  test('can be seen whole', () => {
    expect(visibleSymbol(' cat')).toEqual({ blank: '·', rest: 'cat' });
    expect(visibleSymbol('\n')).toEqual({ blank: '↵', rest: '' });
    expect(visibleSymbol('a b')).toEqual({ blank: '', rest: 'a b' });
  });
});
