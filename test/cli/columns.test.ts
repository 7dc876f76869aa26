import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { aesop, expectFailure, FABLE, temporaryFolder, usePortableEngine } from './aesop.ts';

const folder = await temporaryFolder();
usePortableEngine();
const workspace = join(folder, 'workspace');
const run = (args: string[]) => aesop([...args, '--workspace', workspace]);

const tables = join(folder, 'tables');
mkdirSync(join(tables, 'more'), { recursive: true });
function table(name: string, columns: Record<string, string>): string {
  const names = Object.keys(columns);
  const rows = Array.from({ length: 40 }, (_, row) => Object.values(columns).map((cell) => `${cell} ${row}`));
  const objects = rows.map((cells) => JSON.stringify(Object.fromEntries(cells.map((cell, at) => [names[at], cell]))));
  const lines = name.endsWith('.jsonl') ? objects : [names, ...rows].map((cells) => cells.join(','));
  const path = join(tables, name);
  writeFileSync(path, lines.join('\n'));
  return path;
}
const talks = table('talks.csv', { title: 'The mice met', transcript: 'Who will bell the cat? asked the old one' });
const films = table('more/films.jsonl', {
  year: '1999',
  plot: 'All the mice ran home before dark',
  'a=b': 'Nobody said so',
});

interface Shown {
  id: string;
  sources: { name: string; column?: number }[];
}
const columnsOf = ({ sources }: Shown) => sources.map(({ column }) => column);
async function inspected(...args: string[]): Promise<Shown> {
  const { code, json, stderr } = await run(['inspect', ...args, '--json']);
  expect(code, stderr).toBe(0);
  return json()[0] as unknown as Shown;
}

test('a column is chosen for one file by path, name or number, for all without a file; the rest take the likeliest', async () => {
  const asked = (...columns: string[]) =>
    inspected(talks, FABLE, films, ...columns.flatMap((column) => ['--column', column])).then(columnsOf);
  expect(await asked()).toEqual([2, undefined, 2]);
  expect(await asked('talks.csv=title')).toEqual([1, undefined, 2]);
  expect(await asked(`${films}=a=b`, '1=title')).toEqual([1, undefined, 3]);
  expect(await asked('1', 'talks.csv=transcript')).toEqual([2, undefined, 1]);
  expect(await asked('films.jsonl=a=b', 'films.jsonl=2')).toEqual([2, undefined, 2]);
});

test('of a folder a file is named by its path in it, and is not passed over where it has no such column', async () => {
  expect(columnsOf(await inspected(tables, '--column', 'more/films.jsonl=a=b'))).toEqual([3, 2]);
  expect((await inspected(tables, '--column', 'plot')).sources.map(({ name }) => name)).toEqual(['more/films.jsonl']);
  expectFailure(
    await run(['inspect', tables, '--column', 'talks.csv=plot']),
    1,
    /The table “talks\.csv” has no column “plot”.*Its columns are title, transcript\./s,
  );
});

test('a single table takes its column with its name or without; its own column may have a sign in it', async () => {
  const lines = async (column: string) => (await run(['inspect', films, '--column', column])).stdout;
  for (const column of ['a=b', 'films.jsonl=a=b', `${films}=3`])
    expect(await lines(column), column).toContain('its text is the column “a=b”');
});

test('a file that is not among those given, and one that is no table, are named', async () => {
  expectFailure(
    await run(['train', talks, films, '--column', 'talk.csv=title']),
    1,
    /No file “talk\.csv” is among those that are read.*“talk\.csv=title”.*They are talks\.csv, films\.jsonl/s,
  );
  expectFailure(
    await run(['train', talks, FABLE, '--column', '2=title']),
    1,
    /“belling-the-cat\.txt” is no table: it has no column “title”/,
  );
});

test('a text of the workspace is read again with another column for one of its tables', async () => {
  const quick = ['--units', '8', '--embedding-size', '8', '--steps', '2', '--json'];
  const trained = async (args: string[]) => {
    const { code, json, stderr } = await run(['train', ...args, ...quick]);
    expect(code, stderr).toBe(0);
    return json().find(({ type }) => type === 'corpus') as unknown as Shown;
  };
  const first = await trained([talks, films, '--column', 'talks.csv=title']);
  const again = await trained([first.id, '--column', 'films.jsonl=a=b']);
  expect([columnsOf(first), columnsOf(again)]).toEqual([
    [1, 2],
    [1, 3],
  ]);
  expect(again.id).not.toBe(first.id);
  expectFailure(
    await run(['train', first.id, '--column', 'films.jsonl=c']),
    1,
    /“films\.jsonl” has no column “c”.*year, plot, a=b/s,
  );
});

test('what is told of a text names the column of each table', async () => {
  const told = (await run(['inspect', talks, films, '--column', 'talks.csv=title'])).stdout;
  expect(told).toMatch(/^file 1 +talks\.csv: .*; its text is the column “title”/m);
  expect(told).toMatch(/^file 2 +films\.jsonl: .*; its text is the column “plot”/m);
});

test('a workbook among several files shows its format instead of an encoding', async () => {
  const cells = ['text', ...Array.from({ length: 40 }, (_, row) => `All the mice ran home before dark ${row}`)];
  const rows = cells.map((cell) => `<row><c t="inlineStr"><is><t>${cell}</t></is></c></row>`).join('');
  const members = {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="rId1" Type="worksheet" Target="worksheets/sheet1.xml"/></Relationships>', // prettier-ignore
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
  };
  const book = join(folder, 'mice.xlsx');
  writeFileSync(book, zipSync(Object.fromEntries(Object.entries(members).map(([name, holds]) => [name, Buffer.from(holds)])))); // prettier-ignore
  const { stdout } = await run(['inspect', talks, book]);
  expect(stdout).toMatch(/^file 1 +talks\.csv.*utf-8/m);
  expect(stdout).toMatch(/^file 2 +mice\.xlsx: [^,]+, XLSX, /m);
});
