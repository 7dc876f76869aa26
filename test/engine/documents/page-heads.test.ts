import { expect, test } from 'vitest';
import { pageOf } from '../../../electron/engine/text/documents/pdf/rows.ts';
import { pdfOf, prose, type Placed } from './pages.ts';
import { read, refusal } from './read.ts';

/** Lines of a page that is full. */
const FULL = 50;
const full = (number: number) => prose(FULL, 72, 13 * number);
const pages = (count: number, page: (number: number) => Placed[]) =>
  pdfOf(Array.from({ length: count }, (_, at) => page(at + 1)));
const head = (text: string, x = 250, height = 11): Placed => [x, 40, height, text];
const foot = (text: string, x = 290): Placed => [x, 810, 11, text];

/** Lines that are left of a PDF, how many were left out, and those of them that are asked for. */
async function left(pdf: Buffer, asked: RegExp) {
  const { text, found } = await read({ holds: pdf });
  const lines = text.split('\n').filter(Boolean);
  return {
    heads: found.kind === 'pdf' ? found.heads : -1,
    lines: lines.length,
    kept: lines.filter((line) => asked.test(line)),
  };
}

const TAKEN: [what: string, pdf: Buffer, heads: number, asked: RegExp][] = [
  ['a number below each of two pages', pages(2, (n) => [...full(n), foot(`${n}`)]), 2, /\d/],
  [
    'numbers with dashes, from the second page on',
    pages(3, (n) => [...full(n), ...(n > 1 ? [foot(`- ${n} -`)] : [])]),
    2,
    /\d/,
  ],
  ['small Roman numbers', pages(4, (n) => [...full(n), foot(['iii', 'iv', 'v', 'vi'][n - 1])]), 4, /^[ivx]+$/],
  ['“Page 1 of 3” on short pages', pages(3, (n) => [...prose(12, 72, n), foot(`Page ${n} of 3`)]), 3, /Page/],
  ['a name and a number at the right', pages(2, (n) => [head(`Rowe ${n}`, 470), ...full(n)]), 2, /Rowe/],
  ['the same title above each page', pages(3, (n) => [head('The Keeper of the Light'), ...full(n)]), 3, /Light/],
  [
    'a small one on short pages',
    pages(3, (n) => [head('The Keeper of the Light', 250, 8), ...prose(9, 72, n)]),
    3,
    /Light/,
  ],
  [
    'author and title by turns, with the number at the outer edge',
    pages(3, (n) => [...(n === 1 ? [] : [n % 2 ? head('The Keeper 3') : head('2 Ada Rowe')]), ...full(n)]),
    2,
    /Rowe|Keeper|\d/,
  ],
  [
    'author and title by turns, written behind the text',
    pages(5, (n) => [...full(n), head(n % 2 ? 'The Keeper' : 'Ada Rowe'), foot(`${n + 11}`)]),
    10,
    /Rowe|Keeper|\d/,
  ],
  [
    'two rows above, the second of which changes with the chapter',
    pages(5, (n) => [[72, 36, 11, 'Ada Rowe'], [72, 50, 11, n < 3 ? 'The Sea' : 'The Hill'], ...prose(FULL, 90, n)]),
    10,
    /Rowe|Sea|Hill/,
  ],
  [
    'a chapter that is one page long among others',
    pages(4, (n) => [head(n === 3 ? 'The Hill' : 'The Sea'), ...full(n)]),
    4,
    /Sea|Hill/,
  ],
];

test.each(TAKEN)('%s: left out', async (_, pdf, heads, asked) => {
  const found = await left(pdf, asked);
  expect(found).toMatchObject({ heads, kept: [] });
});

const stanza = (number: number, first: string, lines = 4): Placed[] => [
  [72, 72, 11, first],
  ...prose(lines, 100, number),
];

const KEPT: [what: string, pdf: Buffer, asked: RegExp, kept: number][] = [
  ['a refrain that begins each page', pages(4, (n) => stanza(n, 'O bring the harvest home')), /harvest/, 4],
  [
    'the same refrain where it ends with a sign',
    pages(4, (n) => stanza(n, 'O bring the harvest home!', 48)),
    /harvest/,
    4,
  ],
  [
    'a refrain that stands above two full pages by chance, and amid them',
    pages(3, (n) => [
      ...stanza(n, 'O bring the harvest home', 20),
      [72, 400, 11, 'O bring the harvest home'],
      ...prose(28, 428, n),
    ]),
    /harvest/,
    6,
  ],
  [
    'a ballad whose pages begin with the refrain or with another line',
    pages(4, (n) => (n % 2 ? stanza(n, 'O bring the harvest home', 46) : full(n))),
    /harvest/,
    2,
  ],
  ['chapters of one page', pages(4, (n) => stanza(n, `Chapter ${n}`, 48)), /Chapter/, 4],
  ['letters of a page', pages(3, (n) => stanza(n, `Day ${n}`, 48)), /Day/, 3],
  ['titles of short chapters that count', pages(4, (n) => stanza(n, `The dream ${n}`, 20)), /dream/, 4],
  ['sonnets of a page with their numbers', pages(3, (n) => [...stanza(n, `${n}`, 14)]), /\d/, 3],
  [
    'numbers above full pages that are numbered below',
    pages(3, (n) => [...stanza(n, `${n}`, 48), foot(`${n + 6}`)]),
    /\d/,
    3,
  ],
  ['a large title above each page', pages(2, (n) => [head('The Keeper', 250, 20), ...full(n)]), /Keeper/, 2],
  ['one line on one page', pages(3, (n) => (n === 2 ? [head('The Keeper'), ...full(n)] : full(n))), /Keeper/, 1],
  ['the last line of each page', pages(3, (n) => [...full(n), [72, 772, 11, 'she said nothing']]), /nothing/, 3],
  [
    'numbers at the end that do not count',
    pages(3, (n) => [...prose(20, 72, n), foot(['7', '31', '12'][n - 1])]),
    /\d/,
    3,
  ],
  ['a word on each page and nothing else', pages(3, () => [[250, 400, 11, 'Wait']]), /Wait/, 3],
];

test.each(KEPT)('%s: kept', async (_, pdf, asked, kept) => {
  const found = await left(pdf, asked);
  expect(found.kept).toHaveLength(kept);
});

test('a page with nothing but its number counts as one of which that is left out, not as one without text', async () => {
  const pdf = pages(5, (n) => (n === 4 ? [] : [...(n === 3 ? [] : full(n)), foot(`${n}`)]));
  const { found, text } = await read({ holds: pdf });
  expect(found).toEqual({ kind: 'pdf', pages: 5, without: 1, heads: 4 });
  expect(text).not.toMatch(/\d/);
});

test('where nothing stands on any page but what looks like heads, that is the text', async () => {
  const { found, text } = await read({ holds: pages(4, (n) => (n === 3 ? [] : [foot(`Tale ${n}`)])) });
  expect(text).toBe('Tale 1\n\nTale 2\n\nTale 4\n');
  expect(found).toEqual({ kind: 'pdf', pages: 4, without: 1, heads: 0 });
});

test('pages without a line are no text', async () => {
  expect(await refusal({ holds: pages(3, () => []) })).toBe('document-wordless');
});

test('heads that change with the chapter are left out of a long PDF, as far as pages near them show it', async () => {
  const long = pages(60, (n) => [head(`Chapter ${1 + Math.floor(n / 20)}`), ...full(n), foot(`${n}`)]);
  expect(await left(long, /Chapter|\d/)).toMatchObject({ heads: 120, kept: [], lines: 60 * FULL });
});

test('a page of more pieces side by side than a call takes arguments is looked at like another', () => {
  const lines = Array.from({ length: 200_000 }, (_, x) => ({ text: 'a', parts: [{ text: 'a', x, end: x + 1 }], y: 40, height: x === 9 ? 12 : 11 })); // prettier-ignore
  expect(pageOf(1, lines, [0, 0, 595, 842]).top.rows).toMatchObject([{ height: 12, apart: true }]);
});
