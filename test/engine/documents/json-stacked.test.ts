import { expect, test } from 'vitest';
import { read, refusal } from './read.ts';

const TALES = ['The fox came home, "late".', 'The crow {spoke} to it.', 'They ate,\nboth.'];
const TOLD = 'The fox came home, "late".\n\nThe crow {spoke} to it.\n\nThey ate,\nboth.\n';
const rows = TALES.map((tale, id) => ({ id, by: { name: 'Ada' }, tale }));
const each = (indent: number, between: string) => rows.map((row) => JSON.stringify(row, null, indent)).join(between);

test.each([
  ['each over several lines', each(2, '\n')],
  ['blank lines between', each(4, '\n\n')],
  ['all in one line', each(0, '')],
  ['commas between', each(0, ',\n')],
  ['a comma behind the last one', `${each(2, ',\n')},\n`],
  ['a list with a comma behind the last one', `[\n${each(1, ',\n')},\n]\n`],
  ['a script that gives a list a name', `window.YTD.tweets.part0 = [ ${each(2, ', ')} ]`],
  ['a variable of a script', `const tales = [${each(0, ',')}];\n`],
])('objects one behind the other are rows: %s', async (_, holds) => {
  for (const name of ['a.txt', 'a.json'])
    expect(await read({ holds }, { name })).toMatchObject({ kind: 'table', text: TOLD });
  expect((await read({ holds }, { name: 'a.txt', size: 5 })).text).toBe(TOLD);
});

test.each([
  ['a script that does more', 'const tales = [1, 2];\nfor (const tale of tales) tell(tale);\n'],
  ['settings of several parts', '{\n"a": 1}\n{\n"name": "x"}\n{\n"files": [1]}\n'],
  ['blocks of a program', '{"a"; b();}\n{"c"; d();}\n{"e"; f();}\n'],
])('%s is no table', async (_, holds) => {
  expect(await read({ holds }, { name: 'a.txt' })).toMatchObject({ kind: 'text', text: holds });
});

test('a stack that is torn is refused', async () => {
  const holds = `${each(2, '\n')}\n`.repeat(9_000) + '{"id": 4, "tale": "The';
  expect(await refusal({ holds }, { name: 'a.json' })).toBe('document-damaged phrases.row-unfit');
});
