import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { SCRIPTS } from './fixtures/scripts.mjs';
import { fixture, read, refusal } from './read.ts';

const STORY = `The Fox and the Crow

The fox met the crow at eight. It was late, she said — and “it was”.

Second part

He walked on;
a line broken. See the page or ref.

Quoted words.
first
second

code   kept
  here

a\tb
1\ttwo
Naïve café, “quotes”, 北京大学, Привет мир.
`;
const MANUSCRIPT = `My Novel

Chapter One

Tom & Mia walked on. She said “no”.
It was always late.

Line one
line two\tafter a tab

first thing
second thing
cell 00\tcell 01\tcell 02
cell 10\tcell 11\tcell 12

Kapitel zwei

Ende. 北京大学, Привет, café.
`;

test.each(['pandoc.docx', 'pandoc.odt', 'pandoc.epub', 'pandoc-2.epub', 'pandoc.html'])(
  '%s has the words of its story and no mark of a note',
  async (name) => {
    const { text, kind } = await read(fixture(name));
    // each line of code is a paragraph of its own there
    const story = name === 'pandoc.odt' ? STORY.replace(/\n(\ncode.*\n.*\n)\n/, '$1') : STORY;
    expect(text).toBe(`The Fox\n\nNobody\n\n${story}`);
    expect(name).toContain(kind);
  },
);

test('calibre.rtf has paragraphs and headings of their own, without the blanks and tabs that Calibre writes before them', async () => {
  const { text } = await read(fixture('calibre.rtf'));
  expect(text).toMatch(/^The Fox\n\nNobody\n\nThe Fox and the Crow\n\nThe fox met the crow at eight\./);
  expect(text).toContain(
    '\n\nSecond part\n\nHe walked on;\na line broken. See the page or ref.\n\nQuoted words.\nfirst\nsecond\n',
  );
  expect(text).not.toMatch(/^[ \t]|\t/m);
});

test('a tab that another program writes stays, and so do blanks before a verse', async () => {
  const holds = String.raw`{\rtf1\ansi{\info{\title A}}\pard \tab Once.\par   Far away\par}`;
  expect((await read({ holds })).text).toBe('\tOnce.\n  Far away\n');
});

test.each(['pandoc.jats.xml', 'pandoc.docbook.xml'])(
  '%s has the words of its story and no mark of a note',
  async (name) => {
    const { text, kind } = await read(fixture(name));
    const plain = (told: string) => told.replaceAll('\n\n', '\n').replace(/on;\s/, 'on; ');
    expect(plain(text.replace(/^The Fox\n\n/, ''))).toBe(plain(STORY));
    expect(name).toContain(kind);
  },
);

test('an RTF document of pandoc keeps its items without their bullets', async () => {
  const { text } = await read(fixture('pandoc.rtf'));
  expect(text.replace(/^The Fox\n *Nobody\n\n/, '').replace('two\n\n', 'two\n')).toBe(STORY);
});

test('a Markdown text loses marks and front matter, not its code', async () => {
  const { text, kind } = await read(fixture('story.md'));
  expect(kind).toBe('markdown');
  expect(text.replace('— and “it was”', '--- and "it was"')).toBe(STORY.replace('— and “it was”', '--- and "it was"'));
});

test.each(['libreoffice.docx', 'libreoffice.odt', 'libreoffice.rtf'])(
  '%s lacks what was deleted, what is hidden, and the heads of its pages',
  async (name) => {
    expect((await read(fixture(name))).text).toBe(MANUSCRIPT);
  },
);

test('a page of LibreOffice has cells in rows, and no head of a page', async () => {
  const { text } = await read(fixture('libreoffice.html'));
  expect(text).toContain('cell 00\tcell 01\tcell 02\ncell 10');
  expect(text).not.toMatch(/HEADER|FOOTER|Hidden|[<>]/);
});

test('Markdown of Google Docs, Jekyll and Hugo has no pictures, tasks and templates in its words', async () => {
  const picture = `data:image/png;base64,${'iVBORw0KGgo/+a9'.repeat(4_000)}==`;
  const holds = `+++\ntitle = "Mill"\n+++\n\n{{< figure src="a.jpg" >}}\n\nThe fox ![][image1] came home.\n\n![x](${picture})\n\n{% include x.html %}\n\n- [ ] It ate.\n- [x] It {slept}.\n\n[image1]: <${picture}>\n`;
  expect(await read({ holds }, { name: 'a.md' })).toMatchObject({
    kind: 'markdown',
    text: 'The fox  came home.\nIt ate.\nIt {slept}.\n',
  });
});

test('a poem in Markdown keeps its lines, a narrow paragraph does not', async () => {
  const verse = (mark: string) =>
    `The moon is on the *water*,${mark}\nThe wind is on the hill,${mark}\nMy love sings.\n`;
  const poem = verse('').replaceAll('*', '');
  const narrow =
    'Short prose here that is\nwrapped at a very small\nwidth for *some* reason, so\nit is put together.\n';
  for (const mark of ['', '  ', '\\'])
    expect((await read({ holds: `# Night\n\n${verse(mark)}\n${verse(mark)}\n${narrow}` })).text).toBe(
      `Night\n\n${poem}\n${poem}\n${narrow.trim().replaceAll('\n', ' ').replaceAll('*', '')}\n`,
    );
});

test('an OpenDocument text with a note in it reads on past its number', async () => {
  expect((await read(fixture('footnote.odt'))).text).toContain('at eight. It was late');
});

test.each(['pandoc.docx', 'libreoffice.odt', 'pandoc.epub', 'columns.pdf'])(
  '%s reads alike from pieces',
  async (name) => {
    const whole = await read(fixture(name));
    expect(await read({ holds: readFileSync(fixture(name)) }, { size: 777 })).toEqual(whole);
  },
);

test('a PDF of two columns is read one after the other, line by line', async () => {
  const { text, found } = await read(fixture('columns.pdf'));
  expect(found).toEqual({ kind: 'pdf', pages: 2, without: 0, heads: 2 });
  // the blank says that the line goes on
  expect(text).toContain('The Title\n\nParagraph 0. The quick brown fox jumps over the \nlazy dog');
  const numbers = [...text.matchAll(/Paragraph (\d+)\./g)].map(([, number]) => Number(number));
  expect(numbers).toEqual([...numbers.keys()]);
  expect(numbers).toHaveLength(20);
});

test('a PDF of a few pages lacks what a program set above and below them', async () => {
  const book = await read(fixture('heads.pdf'));
  expect(book.found).toEqual({ kind: 'pdf', pages: 4, without: 0, heads: 3 });
  expect(book.text).not.toMatch(/Rowe|Light|^\d/m);
  expect(book.text.match(/It was year \d+\./g)).toHaveLength(14);
  const page = await read(fixture('printed.pdf'));
  expect(page.found).toEqual({ kind: 'pdf', pages: 3, without: 0, heads: 6 });
  expect(page.text).not.toMatch(/saved by|\d \/ \d/);
  expect(page.text).toMatch(/^The Keeper\n\nIt was year 0\./);
  expect(page.text.match(/It was year \d+\./g)).toHaveLength(7);
});

test('a PDF whose fonts are named and not held is read by tables of characters', async () => {
  expect((await read(fixture('chinese.pdf'))).text).toBe('北京大学的学生走在路上。\n第二行文字。\n');
});

test.each(Object.entries(SCRIPTS))(
  'a page in %s that a browser printed is in letters, and in the order of reading',
  async (name, said) => {
    const { text } = await read(fixture(`${name}.pdf`));
    expect(text.trim().replace(/\s*\n/g, name === 'simplified' ? '' : ' ')).toBe(said);
  },
);

test('what holds no text says why', async () => {
  expect(await refusal(fixture('scan.pdf'))).toBe('document-pictures');
  expect(await refusal(fixture('locked.pdf'))).toBe('document-locked');
  expect(await refusal(fixture('libreoffice.doc'))).toBe('document-unread documents.word-old');
  expect(await refusal(fixture('picture.png'))).toBe('document-unread documents.picture');
});
