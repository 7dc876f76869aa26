import { expect, test } from 'vitest';
import type { DocumentFound } from '../../../electron/contract/document.ts';
import { documentSentence } from '../../../electron/advice/document.ts';
import { read, refusal } from './read.ts';

const NUMBERS = 'day,height,width\n2024-01-01,1.5,7\n2024-01-02,1.6,8\n2024-01-03,1.7,9\n';
test.each([
  ['a.csv', NUMBERS],
  ['a.json', '[{"x":1,"y":2.5},{"x":3,"y":4}]'],
  ['a.json', '{"x":{"0":1,"1":2},"y":{"0":3,"1":null}}'],
  ['a.csv', '1,2\n3,4\n5,6\n'],
])('a table of numbers is none to learn words from: %s', async (name, holds) => {
  expect(await refusal({ holds }, { name })).toBe('table-wordless');
  expect(await refusal({ holds }, { name, column: '2' })).toBe('read');
});

test.each([
  ['settings of several parts', '{"a":{"width":7,"name":"x y"},"b":{"files":[1]},"c":{"on":true}}'],
  ['settings', '{"name": "aesop", "description": "Trains on texts and tells stories.", "files": ["dist", "build"]}'],
  ['prose that begins with a bracket', '["Hello", she said. He went out.]\n"Yes," he said.\n'],
  ['braces without end', '{"a":'.repeat(5_000)],
])('%s are no table', async (_, holds) => {
  expect((await read({ holds }, { name: 'a.json' })).kind).toBe('text');
});

test('cells are counted, empty ones are none', async () => {
  const { found } = await read({ holds: 'id,text\n1,one fox\n2,\n3,one fox\n4,two crows\n' }, { name: 'a.csv' });
  expect(found).toMatchObject({ rows: 4, cells: 3, different: 2 });
});

test.each([
  [
    'a quotation mark that is never closed',
    `id,text\n1,a b c\n2,d e f\n${'3,"g h\n'.padEnd(90_000, 'line\n')}`,
    'document-damaged phrases.quote-open',
  ],
  ['a cell without end', `id,text\n1,a b\n2,${'a'.repeat(17 << 20)}`, 'document-damaged phrases.row-endless'],
  [
    'a line of JSONL without end',
    `{"text":"a"}\n{"text":"${'a'.repeat(17 << 20)}`,
    'document-damaged phrases.row-endless',
  ],
  ['a list that is torn', `[${'{"text":"a fox"},'.repeat(90_000)}{"text":"a cr`, 'document-damaged phrases.row-unfit'],
  [
    'a line that is no object',
    '{"a":"b"}\n{"a":"b"}\n'.repeat(4_000) + '{"a":\n',
    'document-damaged phrases.row-unfit',
  ],
])('%s is refused', async (_, holds, code) => {
  expect(await refusal({ holds }, { name: holds[0] === '{' ? 'a.jsonl' : 'a.csv' })).toBe(code);
});

test('a table of numbers is refused as one, also where it is longer than what is looked at first', async () => {
  const holds = Array.from({ length: 3_000 }, (_, row) => `${row},${row * 2}\n`).join('');
  expect(await refusal({ holds: `a,b\n${holds}` }, { name: 'a.csv' })).toBe('table-wordless');
});

/** A table of titles of which only the last rows hold what they are titles of. */
const lateText = (rows: number) =>
  `title,tale\n${Array.from({ length: rows }, (_, at) => `No. ${at} of a set,${at < rows * 0.4 ? '' : `Then the fox went home by the river and the crow spoke to number ${at}.`}\n`).join('')}`;

test('a table whose first thousand rows are poor is judged by all of it', async () => {
  const { text, found } = await read({ holds: lateText(3_000) }, { name: 'tales.csv' });
  expect(found).toMatchObject({ column: 1, rows: 3_000, cells: 1_800 });
  expect(text.startsWith('Then the fox went home by the river and the crow spoke to number 1200.\n')).toBe(true);
});

test('a table whose first thousand rows are numbers is the text behind them', async () => {
  const rows = Array.from(
    { length: 1_200 },
    (_, at) => `${at},${at < 1_150 ? 2 * at : `The crow spoke to fox ${at}.`}`,
  );
  const { text, found } = await read({ holds: `id,said\n${rows.join('\n')}\n` }, { name: 'tales.csv' });
  expect(found).toMatchObject({ column: 1, rows: 1_200, cells: 1_200 });
  expect(text.endsWith('The crow spoke to fox 1199.\n')).toBe(true);
});

/** Makes a table long without a word. */
const DIGITS = '1234567890'.repeat(300);

test('a long table of numbers with a few words is not refused, and one without any is', async () => {
  const numbers = `1,${DIGITS}\n`.repeat(3_000);
  const { text } = await read({ holds: `a,b\n${numbers}1,The crow spoke.\n` }, { name: 'tales.csv' });
  expect(text.endsWith('The crow spoke.\n')).toBe(true);
  expect(await refusal({ holds: `a,b\n${numbers}` }, { name: 'tales.csv' })).toBe('table-wordless');
});

test('a table that is long before its text begins names the column that is likelier', async () => {
  const poor = `A title of it,,${DIGITS}\n`.repeat(3_000);
  const rich = `Part two,The fox went home by the river and the crow spoke to it.,${DIGITS}\n`.repeat(5_000);
  const { found } = await read({ holds: `title,tale,sums\n${poor}${rich}` }, { name: 'tales.csv' });
  expect((found as Extract<DocumentFound, { kind: 'table' }>).column).toBe(0);
  expect(documentSentence(found)).toMatchObject({ message: 'documentFound.tableUnsure', values: { column: 'tale' } });
});

test('rows that lack cells at their ends, or have some more, are a table where quotation marks hold them together', async () => {
  const rows = [
    'id,text,tags',
    '0,"She came, and sat."',
    '1,"He left, and slept.",a',
    '2,"It rained, again.",a,b',
    '3,"So, it was."',
  ];
  const { kind, text } = await read({ holds: `${rows.join('\n')}\n` }, { name: 'a.csv' });
  expect(kind).toBe('table');
  expect(text.trimEnd().split(/\n+/)).toEqual(['She came, and sat.', 'He left, and slept.', 'It rained, again.', 'So, it was.']); // prettier-ignore
});
