import { describe, expect, test } from 'vitest';
import { asSet } from '../../../../renderer/rooms/library/texts/as-set.ts';
import { nameFor } from '../../../../renderer/rooms/library/texts/pasted.ts';
import { symbolsByLine, visibleSymbol } from '../../../../renderer/rooms/library/symbols/symbol-lines.ts';
import { symbolsOf } from '../../fixtures/corpora.ts';
import { aroundPlace, firstWords, hexPairs, stretches } from '../../../../renderer/rooms/library/encodings/reading.ts';
import { hitsIn, piecesOf } from '../../../../renderer/rooms/library/reader/marks.ts';
import { linesOf, PAGE, pageCount, pageOf, pageRange } from '../../../../renderer/rooms/library/reader/text-pages.ts';

/** All pages of a text, fetched as the room fetches them. */
function allPages(text: string): string[] {
  const pages = pageCount(text.length);
  return Array.from({ length: pages }, (_, page) => {
    const { offset, length } = pageRange(page);
    return pageOf(text.slice(offset, offset + length), page, pages).text;
  });
}

describe('pages', () => {
  const line = 'The mice held a council to consider what measures they could take.\n';
  test.each([
    ['short', line],
    ['lines', line.repeat(2000)],
    ['one line', line.replace('\n', ' ').repeat(1500)],
    ['no spaces', '守株待兔刻舟求剑'.repeat(6000)],
    ['exactly one page', 'a'.repeat(PAGE)],
  ])('follow one another without a gap or an overlap: %s', (_name, text) => {
    expect(allPages(text).join('')).toBe(text);
  });

  test('begin with a line where there are lines', () => {
    for (const page of allPages(line.repeat(2000))) expect(page.startsWith('The mice')).toBe(true);
  });

  test('never show more than a page and the rest of its line', () => {
    for (const page of allPages(line.repeat(5000))) expect(page.length).toBeLessThanOrEqual(PAGE + line.length);
  });
});

describe('lines', () => {
  test('keep their numbers and places over pages', () => {
    const text = 'One of us\n\n\nmust bell\nthe cat.\n \nWho?\n'.repeat(700);
    const pages = pageCount(text.length);
    for (let page = 0; page < pages; page++) {
      const { offset, length } = pageRange(page);
      const before = text.slice(0, offset).split('\n').length;
      const shown = pageOf(text.slice(offset, offset + length), page, pages, before);
      expect(text.slice(shown.start, shown.start + shown.text.length)).toBe(shown.text);
      const lines = text.split('\n');
      for (const { start, end, number } of linesOf(shown).flat())
        expect(shown.text.slice(start, end)).toBe(lines[number - 1]);
    }
  });

  test('stand in paragraphs', () => {
    const paragraphs = linesOf({ text: 'One\n\n \ntwo\nthree\n', line: 7 });
    expect(paragraphs.map((lines) => lines.map(({ number }) => number))).toEqual([[7], [10, 11]]);
  });
});

describe('hits on a page', () => {
  const page = 'The mouse.\nThe old\nMouse spoke.';

  test('are cut out of its lines, also where they go over one', () => {
    const hits = hitsIn(page, 'old mouse');
    const pieces = linesOf({ text: page, line: 1 })[0].map((line) => piecesOf(page, line, hits));
    expect(pieces.map((line) => line.map(({ text, hit }) => (hit ? `[${text}]` : text)).join(''))).toEqual([
      'The mouse.',
      'The [old]',
      '[Mouse] spoke.',
    ]);
  });

  test('hold the current one though it goes on over the end', () => {
    expect(hitsIn(page, 'spoke. Then', [25, 40])).toEqual([[25, 40]]);
    expect(hitsIn(page, 'the', [11, 14])).toEqual([
      [0, 3],
      [11, 14],
    ]);
    expect(hitsIn(page, ' ')).toEqual([]);
  });
});

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

describe('a pasted text is called after its first line', () => {
  test.each([
    ['\n\n  Walden \n\nEconomy', 'Walden'],
    ['', ''],
    [
      'When I wrote the following pages, or rather the bulk of them, I lived alone',
      'When I wrote the following pages, or rather the…',
    ],
    ['我在年青时候也曾经做过许多梦，后来大半忘却了', '我在年青时候也曾经做过许多梦，后来大半忘却了'],
  ])('%j', (text, name) => expect(nameFor(text)).toBe(name));
});

test('bare symbols are set as in a book', () => {
  expect(asSet('long ago , the mice met . some said this')).toBe('Long ago, the mice met. Some said this');
});

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
