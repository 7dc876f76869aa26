import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { bookFormats, paragraphsOfPiece, type Book, type BookFormat } from '../../../electron/contract/booklet.ts';
import { writeBook } from '../../../electron/storage/booklets/write-book.ts';
import { read } from '../../engine/documents/read.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { ownSeconds } from '../../tools/own-time.ts';

const BOOK: Book = {
  title: 'Mice & <men>',
  author: 'A “quoted” author',
  line: 'Told by a small model',
  language: 'en',
  contents: 'Contents',
  date: '2026-11-28T05:00:00.000Z',
  ownPages: false,
  pieces: [
    {
      heading: 'The <bell>',
      text: 'Who is to bell\nthe Cat & who not?\n\n]]> asked the old one.',
      language: 'en',
      note: '',
    },
    { heading: '', text: '田中有株，兔走触株，\n折颈而死。', language: 'zh', note: 'Told by: 守株 · Seed: 7' },
    { heading: 'Odd', text: 'a\u0000b \ud800c \u000b\ufffe— naïve 😀\u2028next', language: 'fr', note: '' },
  ],
};

async function written(format: BookFormat, book = BOOK): Promise<string> {
  const path = join(temporaryFolder(), `book.${format}`);
  await writeBook(path, format, book);
  return path;
}
const lines = (text: string): string[] => text.split('\n').filter((line) => line.trim());
/** What XML has no place for. */
const NO_TEXT = ['\u0000', '\u000b', '\ufffe', '\ud800'];
const expected = (book: Book) => [
  book.title,
  ...[book.author, book.line].filter(Boolean),
  ...book.pieces.flatMap(({ heading, text, note }) => [
    ...(heading ? [heading] : []),
    ...paragraphsOfPiece(NO_TEXT.reduce((left, sign) => left.replaceAll(sign, ''), text)).map(
      (paragraph) => paragraph.text,
    ),
    ...(note ? [note] : []),
  ]),
];

describe.each(bookFormats)('a book as .%s', (format) => {
  test.each([true, false])('is read back by the Library word for word, pages of their own: %s', async (ownPages) => {
    const book = { ...BOOK, ownPages };
    const { kind, text } = await read(await written(format, book));
    expect(kind).toBe(format);
    expect(lines(text)).toEqual(expected(book));
  });

  test('is the same file for the same book, and another for another date', async () => {
    const [once, again] = [readFileSync(await written(format)), readFileSync(await written(format))];
    expect(once.equals(again)).toBe(true);
    const later = await written(format, { ...BOOK, date: '2027-01-01T00:00:00.000Z' });
    expect(once.equals(readFileSync(later))).toBe(false);
  });

  test('without pieces has its title page', async () => {
    const { text } = await read(await written(format, { ...BOOK, pieces: [], author: '', line: '' }));
    expect(lines(text)).toEqual([BOOK.title]);
  });
});

test('an EPUB begins with its kind, stored at its place, and says language and identifier', async () => {
  const bytes = readFileSync(await written('epub'));
  expect(bytes.toString('latin1', 30, 58)).toBe('mimetypeapplication/epub+zip');
  const opf = Buffer.from(unzipSync(bytes)['EPUB/package.opf']).toString();
  expect(opf).toContain('<dc:language>en</dc:language>');
  expect(opf).toMatch(
    /<dc:identifier id="id">urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}</,
  );
  expect(opf).toContain('<meta property="dcterms:modified">2026-11-28T05:00:00Z</meta>');
});

test('text in Chinese is said to be so, in both formats, and gets a font of its own in Word', async () => {
  const epub = unzipSync(readFileSync(await written('epub')));
  expect(Buffer.from(epub['EPUB/text.xhtml']).toString()).toContain('<section id="piece-2" lang="zh" xml:lang="zh">');
  const docx = unzipSync(readFileSync(await written('docx')));
  expect(Buffer.from(docx['word/document.xml']).toString()).toContain(
    '<w:rFonts w:eastAsia="SimSun"/><w:lang w:eastAsia="zh-CN"/></w:rPr><w:t xml:space="preserve">田中有株，兔走触株，</w:t>',
  );
});

test('a book of two million characters is written within seconds', async () => {
  const text = 'It is easy to propose impossible remedies.\n'.repeat(23_000);
  const piece = { heading: '', text, language: 'en', note: '' };
  expect(await ownSeconds(() => written('docx', { ...BOOK, pieces: [piece, piece] }))).toBeLessThan(10);
});
