import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { DocumentFound } from '../../../electron/contract/document.ts';
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
