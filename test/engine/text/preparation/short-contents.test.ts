import { describe, expect, it } from 'vitest';
import { asProposed } from './prepared.ts';

const TITLES = ['The Start', 'The River', 'The End', 'The Heron', 'The Lock'];
const NUMERALS = ['I', 'II', 'III', 'IV', 'V'];
const PAGES = [5, 19, 42, 61, 80];
const said = (at: number) =>
  `It rained for the ${at}th day, and the miller went down to the weir.\n\nNobody came by.\n\n`;
const rows = (count: number, row: (title: string, numeral: string, page: number) => string) =>
  TITLES.slice(0, count)
    .map((title, at) => `${row(title, NUMERALS[at], PAGES[at])}\n`)
    .join('');

describe('contents of three to five lines', () => {
  it('go where each leads to its page, or comes again in the text', async () => {
    for (const count of [3, 4, 5]) {
      const titled = rows(count, (title, numeral) => `${numeral}. ${title}\n\n${said(count)}`);
      const bare = rows(count, (_, numeral) => `${numeral}\n\n${said(count)}`);
      for (const list of [
        rows(count, (title, numeral, page) => `${numeral}. ${title} ... ${page}`),
        rows(count, (title, numeral, page) => `${numeral}. ${title} ${'.'.repeat(20)} ${page}`),
        rows(count, (title, numeral, page) => `${numeral}. ${title}      ${page}`),
      ])
        for (const book of [titled, bare])
          expect((await asProposed(`THE MILL\n\nCONTENTS\n\n${list}\n${book}`)).text).toBe(`THE MILL\n\n${book}`);
      const plain = rows(count, (title, numeral) => `${numeral}. ${title}`);
      expect((await asProposed(`THE MILL\n\nCONTENTS\n\n${plain}\n${titled}`)).text).toBe(`THE MILL\n\n${titled}`);
    }
  });

  it('stay where they are what a box or a song holds', async () => {
    const book = `${said(1)}${said(2)}`;
    for (const list of [
      rows(3, (title, _, page) => `${title}      ${page}`),
      rows(3, (title, numeral) => `${numeral}. ${title}`),
      rows(3, (title) => title),
      'I. Eggs   12\nII. Milk   3\nIII. Bread   7\n',
    ]) {
      const text = `THE MILL\n\nCONTENTS\n\n${list}\n\n${book}`;
      expect((await asProposed(text)).text).toBe(text);
    }
    // without a heading, nothing says what it is
    const own = `THE MILL\n\nI. The Start   5\nII. The River   19\nIII. The End   42\n\n${book}`;
    expect((await asProposed(own)).text).toBe(own);
  });
});
