import { expect, test } from 'vitest';
import type { DocumentFound } from '../../../electron/contract/document.ts';
import { read, refusal } from './read.ts';

type Table = Extract<DocumentFound, { kind: 'table' }>;

const TEXTS: [what: string, holds: string, text: string, name: string][] = [
  [
    'rows of texts in lists, with the names of their columns before them',
    '{"columns":["author","text"],"index":[0,1],"data":[["Ada","The fox came home."],["Bo","The crow spoke to it."]]}',
    'The fox came home.\nThe crow spoke to it.\n',
    'a.txt',
  ],
  [
    'columns of numbered cells, as pandas writes a table',
    '{"id":{"0":7,"1":8,"2":9},"text":{"0":"The fox, \\"the\\" fox.","1":null,"2":"The crow spoke to it."},"score":{"0":0.5,"1":null,"2":true}}',
    'The fox, "the" fox.\nThe crow spoke to it.\n',
    'a.txt',
  ],
  [
    'columns whose names are written with escapes',
    '{"\\u00dcber":{"0":1,"1":2},"t\\u00e4xt":{"0":"The fox came home.","1":"The crow spoke to it."}}',
    'The fox came home.\nThe crow spoke to it.\n',
    'a.txt',
  ],
  [
    'numbered rows',
    '{"0":{"id":7,"text":"The fox came home."},"1":{"id":8,"text":"The crow spoke to it."}}',
    'The fox came home.\nThe crow spoke to it.\n',
    'a.txt',
  ],
  [
    'texts by their numbers',
    '{"1":"The fox came home.","2":"The \\"crow\\" spoke.","3":"They ate, both."}',
    'The fox came home.\nThe "crow" spoke.\nThey ate, both.\n',
    'a.json',
  ],
  [
    'rows by a name of each',
    '{"fox":{"en":1,"tale":"The fox came home."},"crow":{"en":2,"tale":"The crow spoke to it."},"both":{"en":2,"tale":"They ate, both."}}',
    'The fox came home.\nThe crow spoke to it.\nThey ate, both.\n',
    'a.json',
  ],
];
test.each(TEXTS)('%s', async (_, holds, text, name) => {
  expect(await read({ holds }, { name })).toMatchObject({ kind: 'table', text });
});

test.each([
  ['settings', '{"name":"mill","theme":"dark","size":"12","path":"/a/b c"}'],
  ['a few texts', '{"title":"The mill","text":"The fox came home."}'],
])('%s are no texts of a table', async (_, holds) => {
  expect((await read({ holds }, { name: 'a.json' })).kind).toBe('text');
});

test('columns one behind the other read alike wherever they are cut, and another can be chosen', async () => {
  const rows = Array.from({ length: 9_000 }, (_, at) => at);
  const column = (cell: (row: number) => unknown) => Object.fromEntries(rows.map((row) => [row, cell(row)]));
  const holds = JSON.stringify({
    id: column((row) => row * 7),
    'a.b': column((row) => `Fox ${row} came home, "late".`),
    tags: column((row) => (row % 2 ? ['x', 'y z'] : null)),
  });
  const { text, found } = await read({ holds });
  expect(text).toBe(rows.map((row) => `Fox ${row} came home, "late".\n`).join(''));
  expect(found).toMatchObject({ rows: 9_000, cells: 9_000, column: 1 });
  expect((found as Table).columns.map(({ name }) => name)).toEqual(['id', 'a.b', 'tags']);
  expect((await read({ holds }, { size: 1_001 })).text).toBe(text);
  expect((await read({ holds }, { column: 'tags' })).text.slice(0, 6)).toBe('x\ny z\n');
});

test('columns that are torn, or more than any table has, are refused', async () => {
  const cells = Array.from({ length: 9_000 }, (_, at) => `"${at}":"a fox"`).join();
  const torn = `{"text":{${cells},"9000":"a cr`;
  expect(await refusal({ holds: torn }, { name: 'a.json' })).toBe('document-damaged phrases.row-unfit');
  const many = Array.from({ length: 9_000 }, (_, at) => `"b${at}":{"0":1,"1":2}`).join();
  expect(await refusal({ holds: `{${many}}` }, { name: 'a.json' })).toBe('document-damaged phrases.row-wide');
});

test('a column is asked for by its name, not by how the document writes it', async () => {
  const holds =
    '{"id":{"0":1,"1":2},"\\u00dcber":{"0":"The fox.","1":"The crow."},"t":{"0":"It came home.","1":"It spoke."}}';
  expect((await read({ holds }, { name: 'a.json', column: 'Über' })).text).toBe('The fox.\nThe crow.\n');
});
