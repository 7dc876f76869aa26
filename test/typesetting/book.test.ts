import { fromMarkdown } from 'mdast-util-from-markdown';
import { beforeAll, describe, expect, test } from 'vitest';
import { bookSchema } from '../../electron/contract/booklet.ts';
import { loadTerminal, type TerminalTranslator } from '../../electron/messages/terminal.ts';
import { bookOf } from '../../electron/typesetting/book-of.ts';
import { markdownOfBook } from '../../electron/typesetting/markdown.ts';
import { booklets } from '../renderer/fixtures/booklets.ts';

const [booklet] = booklets;
let says: TerminalTranslator;
beforeAll(async () => {
  says = await loadTerminal('en');
});

describe('a booklet as a book', () => {
  test('is what the studio takes, with how each piece was told, or without', () => {
    const book = bookOf(booklet, says);
    expect(bookSchema.safeParse(book).error).toBeUndefined();
    expect(book).toMatchObject({ title: 'Of Mice and Bells', language: 'en', contents: 'Contents' });
    expect(book.pieces[2]).toMatchObject({ heading: '守株', language: 'zh' });
    expect(book.pieces[0].note).toBe('Told by: Belling the Cat 1 · Steps: 20,000 · Temperature: 0.8 · Seed: 7');
    expect(bookOf({ ...booklet, notes: false }, says).pieces.map(({ note }) => note)).toEqual(['', '', '']);
    const bare = bookOf({ ...booklet, title: ' ', pieces: [] }, says);
    expect(bookSchema.safeParse(bare).error).toBeUndefined();
    expect(bare.title).toBe('Untitled booklet');
  });

  test('speaks the language that is spoken, and is of the day on which the booklet was changed', async () => {
    const { contents, pieces, date } = bookOf(booklet, await loadTerminal('zh'));
    expect([contents, date]).toEqual(['目录', booklet.changedAt]);
    expect(pieces[0].note).toBe('讲述者：Belling the Cat 1 · 步数：20,000 · 温度：0.8 · 随机种子：7');
  });

  test('as Markdown has its title, headings and paragraphs, and no markup of the text', () => {
    const pieces = [
      { ...booklet.pieces[0], heading: 'A *bell*', text: '# not a heading\n<b>nor</b> bold\n1. nor a list' },
    ];
    const { children } = fromMarkdown(markdownOfBook(bookOf({ ...booklet, notes: false, pieces }, says)));
    expect(children.map((node) => `${node.type}${'depth' in node ? node.depth : ''}`)).toEqual([
      'heading1',
      'paragraph',
      'paragraph',
      'heading2',
      'paragraph',
      'paragraph',
      'paragraph',
    ]);
    expect(children[4]).toMatchObject({ children: [{ type: 'text', value: '# not a heading' }] });
    expect(children[5]).toMatchObject({ children: [{ type: 'text', value: '<b>nor</b> bold' }] });
  });
});
