import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { DocumentFound } from '../../../electron/contract/document.ts';
import { documentSentence } from '../../../electron/advice/document.ts';
import { read, refusal } from './read.ts';

type Table = Extract<DocumentFound, { kind: 'table' }>;
const JOKES = new URL('../../cases/texts/12-jokes.csv', import.meta.url).pathname;

test('the jokes: the text is found, each cell a passage, heads that come again left out', async () => {
  const { text, found } = await read(JOKES);
  expect(found).toMatchObject({ kind: 'table', format: 'csv', column: 1, rows: 12, cells: 12, different: 4 });
  expect((found as Table).columns.map(({ name }) => name)).toEqual(['id', 'text', 'likes']);
  expect((found as Table).columns[1].likelihood).toBeGreaterThan(0.9);
  const passages = text.trimEnd().split('\n\n');
  expect(passages.slice(0, 5)).toEqual([
    'I ate pie, ice cream, and cookies.',
    'She said "stop", so I did.',
    'Two lines\nin one cell.',
    'Plain one',
    'I ate pie, ice cream, and cookies.',
  ]);
  expect(passages).toHaveLength(12);
});

test('pieces cut anywhere read alike', async () => {
  const whole = await read(JOKES);
  expect(await read({ holds: readFileSync(JOKES) }, { name: 'a.csv', size: 3 })).toEqual(whole);
});

const PEOPLE =
  'name,joke,mail\nAda,A fox went home at last.,a@b.org\nBo,The crow spoke to it.,b@c.org\nCy,They ate.,c@d.org\n';
test.each([
  ['joke', 'A fox went home at last.\n'],
  [' JOKE', 'A fox went home at last.\n'],
  ['1', 'Ada\n'],
  ['3', 'a@b.org\n'],
])('another column is chosen by its name or number: %s', async (column, begins) => {
  const { text } = await read({ holds: PEOPLE }, { name: 'a.csv', column });
  expect(text.startsWith(begins)).toBe(true);
});

test.each(['0', '4', 'verse'])('a column that is not there is refused: %s', async (column) => {
  expect(await refusal({ holds: PEOPLE }, { name: 'a.csv', column })).toBe('column-unknown');
});

const TEXTS: [what: string, holds: string, text: string, name?: string][] = [
  [
    'a table with semicolons',
    'nr;satz\n1;Er kam nach Hause.\n2;Sie lief, er stand.\n3;Wir aßen.\n',
    'Er kam nach Hause.\nSie lief, er stand.\nWir aßen.\n',
  ],
  [
    'a table without a head',
    '1\teng\tHe came home.\n2\teng\tShe "ran" away.\n3\teng\t"We ate it.\n',
    'He came home.\nShe "ran" away.\n"We ate it.\n',
    'a.tsv',
  ],
  [
    'a column of row numbers without a name',
    ',title,story\n0,One,There was a fox by the river.\n1,Two,It met a crow on the hill.\n',
    'There was a fox by the river.\nIt met a crow on the hill.\n',
  ],
  ['Chinese', 'id,content\n1,他回家了。\n2,她走在路上。\n3,我们吃了。\n', '他回家了。\n她走在路上。\n我们吃了。\n'],
  ['one column', 'text\nHe came home.\n"She ran, fast."\nWe ate.\n', 'He came home.\nShe ran, fast.\nWe ate.\n'],
  [
    'fields of objects',
    '{"id":1,"text":"He came."}\n\n{"id":2,"text":"She \\"ran\\".","new":[1]}\n',
    'He came.\nShe "ran".\n',
    'a.jsonl',
  ],
  [
    'fields in fields',
    '{"id":"x","data":{"lang":"en","body":"He came home."}}\n{"id":"y","data":{"lang":"en","body":"She ran."}}\n',
    'He came home.\nShe ran.\n',
    'a.jsonl',
  ],
  [
    'conversations',
    '{"messages":[{"role":"user","content":"Who are you?"},{"role":"assistant","content":[{"type":"text","text":"A fox I am."}]}]}\n{"messages":[{"role":"user","content":"Good."}]}\n',
    'Who are you?\nA fox I am.\n\nGood.\n',
    'a.jsonl',
  ],
  [
    'a list of objects',
    '[\n {"id": 1, "story": {"title": "One", "body": "There was a fox, \\"the\\" fox {of} [all]."}},\n {"id": 2, "story": {"title": "Two", "body": "It met a crow."}}\n]\n',
    'There was a fox, "the" fox {of} [all].\nIt met a crow.\n',
    'a.txt',
  ],
  [
    'a list of texts',
    '["There was a fox.", "It met a crow on the hill.", ""]',
    'There was a fox.\nIt met a crow on the hill.\n',
    'a.json',
  ],
  [
    'a chat with a list of who takes part before its messages',
    '{"participants":[{"name":"Ada"},{"name":"Bo"}],"messages":[{"sender":"Ada","text":"There was a fox here last night."},{"sender":"Bo","text":["See ",{"type":"link","text":"a.org"},", it is there."]}],"title":"Ada"}',
    'There was a fox here last night.\nSee a.org, it is there.\n',
    'result.json',
  ],
  [
    'a chat deep in an export',
    '{"about":"All","chats":{"about":"Some","list":[{"id":1,"text":"There was a fox here."},{"id":2,"text":"It is gone."}]}}',
    'There was a fox here.\nIt is gone.\n',
    'result.json',
  ],
  [
    'a table that says above how it is parted',
    'sep=;\n"Frage";"Antwort"\n"Wer?";"Der Fuchs, der hier wohnt; er allein."\n"Wo?";"Am Fluss, der durch das Tal fließt."\n',
    'Der Fuchs, der hier wohnt; er allein.\nAm Fluss, der durch das Tal fließt.\n',
    'a.txt',
  ],
  [
    'blanks before quotation marks',
    'id, text\n1, "The fox, it came home."\n2, "The crow spoke."\n3, "They ate, too."\n',
    'The fox, it came home.\nThe crow spoke.\nThey ate, too.\n',
    'a.csv',
  ],
  [
    'quotation marks behind backslashes',
    'id,text\n1,"The fox said \\"no\\", and left."\n2,"The crow spoke."\n3,"They ate."\n',
    'The fox said "no", and left.\nThe crow spoke.\nThey ate.\n',
    'a.csv',
  ],
  [
    'empty columns behind the last one',
    'id,text,,\n1,The fox came home.,,\n2,The crow spoke to it.,,\n',
    'The fox came home.\nThe crow spoke to it.\n',
    'a.csv',
  ],
  [
    'a title above the names of columns',
    'My export of 2024\n\nid,text\n1,The fox came home.\n2,The crow spoke to it.\n3,They ate.\n',
    'The fox came home.\nThe crow spoke to it.\nThey ate.\n',
    'a.csv',
  ],
  [
    'lines that end as on a page',
    'review,mood\n"It was good.<br /><br />I liked it.",1\n"It was bad, very bad.",0\nSo so.,0\n',
    'It was good.\n\nI liked it.\n\nIt was bad, very bad.\n\nSo so.\n',
    'a.csv',
  ],
  [
    'how its cells are parted, and multi-line cells',
    '\ufeffsep=|\r\nnr|satz|ort\r\n1|"Er kam;\r\nsie ging."|Ulm\r\n2|Wir aßen Brot.|Bonn\r\n',
    'Er kam;\nsie ging.\n\nWir aßen Brot.\n',
    'a.csv',
  ],
  [
    'lines of texts',
    '"The fox came home."\n"The crow spoke to it."\n',
    'The fox came home.\nThe crow spoke to it.\n',
    'a.jsonl',
  ],
  [
    'lines of lists',
    '[1,"The fox came home."]\n[2,"The crow spoke to it."]\n',
    'The fox came home.\nThe crow spoke to it.\n',
    'a.jsonl',
  ],
  [
    'rows in lists, as pandas splits a table',
    '{"columns":["id","text"],"index":[0,1],"data":[[1,"The fox came home."],[2,"The crow spoke to it."]]}',
    'The fox came home.\nThe crow spoke to it.\n',
    'a.json',
  ],
  [
    'questions to paragraphs',
    '{"version":"1","data":[{"title":"Fox","paragraphs":[{"context":"The fox came home and ate.","qas":[]}]},{"title":"Crow","paragraphs":[{"context":"The crow spoke to it.","qas":[]}]}]}',
    'The fox came home and ate.\nThe crow spoke to it.\n',
    'a.json',
  ],
  [
    'tasks and what is answered',
    '{"instruction":"Write of a fox.","input":"","output":"The fox came home and ate. It was late."}\n{"instruction":"Write of a crow.","input":"short","output":"The crow spoke to the fox, which stood below."}\n',
    'The fox came home and ate. It was late.\nThe crow spoke to the fox, which stood below.\n',
    'a.jsonl',
  ],
  [
    'cells that were taken from pages',
    'id,review\n1,"<p>A <i class=""x"">lovely</i> book &amp; more.</p>\n<p>Read it.</p>"\n2,I <3 it &amp; so on\n',
    'A lovely book & more.\nRead it.\n\nI <3 it &amp; so on\n',
  ],
  [
    'what a database writes for line ends and for nothing',
    'id\ttext\n1\tThe moon is up,\\nthe wind is on.\n2\t\\N\n3\tThe file is C:\\new\\tale.txt here.\n',
    'The moon is up,\nthe wind is on.\n\nThe file is C:\\new\\tale.txt here.\n',
    'a.tsv',
  ],
  [
    'a title and an empty row above the names of the columns',
    'Jokes of 2020;;\n;;\nid;text;likes\n1;The fox came home at last.;3\n2;The crow spoke to it.;4\n',
    'The fox came home at last.\nThe crow spoke to it.\n',
  ],
  [
    'columns of which two have one name',
    '"Date","Number","Name","Number","Name","Content"\n"1 March","+49","Ada","","","The fox came home."\n"2 March","+49","Bo","","","The crow spoke."\n',
    'The fox came home.\nThe crow spoke.\n',
  ],
];
test.each(TEXTS)('%s', async (_, holds, text, name = 'a.csv') => {
  expect((await read({ holds }, { name })).text).toBe(text);
});

test('a list reads alike wherever its pieces are cut', async () => {
  const holds =
    '{"name":"A \\"fox\\"","messages":[{"id":1,"text":"One \\\\ fox"},\n{"id":2,"text":"{two} crows"}],"more":[1]}';
  const whole = await read({ holds }, { name: 'a.json' });
  expect(whole.text).toBe('One \\ fox\n{two} crows\n');
  for (const size of [1, 2, 7]) expect(await read({ holds }, { name: 'a.json', size })).toEqual(whole);
});

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
  expect((found as Table).column).toBe(0);
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
