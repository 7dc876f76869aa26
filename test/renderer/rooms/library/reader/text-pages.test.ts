import { describe, expect, test } from 'vitest';
import {
  linesOf,
  PAGE,
  pageCount,
  pageOf,
  pageRange,
} from '../../../../../renderer/rooms/library/reader/text-pages.ts';

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
