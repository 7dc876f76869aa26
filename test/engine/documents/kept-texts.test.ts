import { expect, test } from 'vitest';
import { clippedJson } from '../../../electron/engine/text/documents/json/clipped.ts';
import { Flow } from '../../../electron/engine/text/documents/markup/flow.ts';
import { HtmlBody } from '../../../electron/engine/text/documents/readers/html-body.ts';
import { isVerse } from '../../../electron/engine/text/documents/readers/markdown-verse.ts';
import { passageOf } from '../../../electron/engine/text/documents/tables/passage.ts';
import { read } from './read.ts';

const page = async (body: string) => (await read({ holds: `<!DOCTYPE html><html><body>${body}</body></html>` })).text;

test.each([
  [
    '<h1 class="pagebreak">One</h1><p>Text</p><div class="page-break"><h2>Two</h2><p>More</p></div>',
    'One\n\nText\n\nTwo\n\nMore\n',
  ],
  [
    '<div role="main"><header><h1>Title</h1></header><p>Text.</p><aside>Aside.</aside></div>',
    'Title\n\nText.\nAside.\n',
  ],
  ['<article><div role="banner"><h1>T</h1></div><p>x</p></article>', 'T\n\nx\n'],
  ['<div role="banner">The site</div><article><p>x</p></article>', 'x\n'],
  ['<div class="page sidebar"><p>All the text.</p></div>', 'All the text.\n'],
  ['<div class="sidebar left"><p>A menu.</p></div><p>Text.</p>', 'Text.\n'],
  ['<div class="initial-content"><h1>Ed</h1><p>Once upon a time.</p></div>', 'Ed\n\nOnce upon a time.\n'],
  ['<div class="initial"><p>No!</p><p>Yes!</p></div>', 'No!\nYes!\n'],
  ['<h2 class="initial">B</h2><p>bacon, 12</p>', 'B\n\nbacon, 12\n'],
  ['<div class="letter initial">M</div><ul><li>mango</li></ul>', 'M\nmango\n'],
  ['<p><span class="initial">J</span> van Dyke</p>', 'J van Dyke\n'],
  [
    '<p>He rose<a id="r1" href="#n1"><sup>1</sup></a>.</p><div><a id="n1" href="#r1">[1]</a> note.<p>After.</p></div>',
    'He rose.\nAfter.\n',
  ],
  [
    '<p>Head.</p><table><tr><td>a<br>b</td><td>c</td></tr><tr><td>d</td><td>e<br>f</td></tr><tr><td>g<br>h<td>i</tr></table><p>End.</p>',
    'Head.\na\nb\tc\nd\te\nf\ng\nh\ti\nEnd.\n',
  ],
  // speeches beside their translation
  [
    '<table><tr><td><p>Erik.</p><p>Bleib!</p></td><td><p>Erik.</p><p>Stay!</p></td></tr><tr><td><p>a</p></td><td><p>b</p></td></tr></table>',
    'Erik.\nBleib!\nErik.\nStay!\na\tb\n',
  ],
  // the same, where nothing says that a paragraph has ended
  [
    '<table><tr><td><p>Erik.<p>Bleib!<td><p>Erik.<p>Stay!</tr><tr><td><p>a<td><p>b</tr></table>',
    'Erik.\nBleib!\nErik.\nStay!\na\tb\n',
  ],
  // a table that lays a page out has one cell, and in it verse
  [
    '<p>Head.</p><table><tr><td><p>The moon,<br>the crow.</p><p>My love.</p></td></tr></table><p>End.</p>',
    'Head.\n\nThe moon,\nthe crow.\n\nMy love.\nEnd.\n',
  ],
])('a page keeps what somebody wrote in it: %s', async (body, text) => {
  expect(await page(body)).toBe(text);
});

test.each([
  ['part one.xhtml', 'part%20one.xhtml', 'the notes.xhtml', 'the%20notes.xhtml', 'né', 'n%C3%A9'],
  ['#1.xhtml', '%231.xhtml', '#2.xhtml', '%232.xhtml', 'n#1', 'n%231'],
  ['part%20.xhtml', 'part%2520.xhtml', 'notes%23.xhtml', 'notes%2523.xhtml', 'n%201', 'n%25201'],
])('addresses within a book may be escaped: %s', (part, toPart, notesPage, toNotes, id, toId) => {
  const flow = new Flow();
  const notes = new Set<string>();
  const pages = {
    [`text/${part}`]: (body: HtmlBody) => {
      body.open('p', {}, '');
      body.text('He rose');
      body.open('a', { href: `${toNotes}#${toId}`, id: 'r1', class: 'noteref' }, '');
      body.text('1');
      body.close('a');
      body.close('p');
    },
    [`text/${notesPage}`]: (body: HtmlBody) => {
      body.open('p', { id }, '');
      body.open('a', { href: `${toPart}#r1` }, '');
      body.text('1');
      body.close('a');
      body.text(' From his chair.');
      body.close('p');
    },
  };
  for (const [document, tell] of Object.entries(pages)) {
    const body = new HtmlBody(flow, { isSite: false, hasMain: false, document }, notes);
    tell(body);
    body.end();
  }
  expect(flow.end()).toBe('He rose\n');
});

test('documents of a book may name their paragraphs alike', () => {
  const flow = new Flow();
  const notes = new Set<string>();
  for (const document of ['one.xhtml', 'two.xhtml']) {
    const body = new HtmlBody(flow, { isSite: false, hasMain: false, document }, notes);
    body.open('p', { id: 'p1' }, '');
    body.open('a', { href: '#p1' }, '');
    body.open('sup', {}, '');
    body.text('1');
    body.close('sup');
    body.close('a');
    body.text(`Text of ${document}.`);
    body.close('p');
    body.end();
  }
  expect(flow.end()).toBe('Text of one.xhtml.\nText of two.xhtml.\n');
});

test('a paragraph of many lines is looked at whole', () => {
  expect(isVerse(new Array<string>(200_000).fill('a line, here'))).toBe(false);
});

test('a cell of markup costs no more for its blanks', () => {
  const blanks = ' '.repeat(300_000);
  expect(passageOf(`a</p>b${blanks}x`, false)).toBe(`a\nb${blanks}x`);
});

test('a formula in a table is none of a database’s signs', () => {
  const formula = '\\textbf{x} and \\nu, \\rho';
  expect(passageOf(formula, true)).toBe(formula);
  expect(passageOf('one\\ntwo\\tthree', true)).toBe('one\ntwo\tthree');
});

test('keeps nothing in the place of words that their author took back on Reddit', () => {
  for (const cell of ['[deleted]', '[removed]', '[ Removed by Reddit ]', '[deleted by user]'])
    expect(passageOf(cell, false)).toBe('');
  expect(passageOf('[deleted] scenes', false)).toBe('[deleted] scenes');
});

test.each([998, 999, 1000, 1001, 1002, 1003])('a text of codes is cut between them, at %i', (most) => {
  const json = JSON.stringify({ content: 'x' }).replace('x', '\\u00d0\\u009f'.repeat(300));
  expect(JSON.parse(clippedJson(json, most))).toHaveProperty('content');
});
