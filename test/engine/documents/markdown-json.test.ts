import { expect, it } from 'vitest';
import { read, refusal } from './read.ts';

const NOTEBOOK = {
  cells: [
    { cell_type: 'markdown', metadata: {}, source: ['# The Weir\n', '\n', 'The *river* rose &amp; fell.'] },
    {
      cell_type: 'code',
      execution_count: 1,
      metadata: {},
      outputs: [
        { name: 'stdout', output_type: 'stream', text: ['12 boats\n'] },
        { data: { 'image/png': 'iVBORw0KGgo=', 'text/plain': ['<Figure>'] }, output_type: 'display_data' },
      ],
      source: ['# no heading\n', "print('*12* boats')\n", 's = "```"'],
    },
    { cell_type: 'markdown', metadata: {}, source: 'He did not answer.' },
    { cell_type: 'code', metadata: {}, outputs: [], source: [] },
  ],
  metadata: {},
  nbformat: 4,
  nbformat_minor: 5,
};
const OF_NOTEBOOK =
  'The Weir\n\nThe river rose & fell.\n\n# no heading\nprint(\'*12* boats\')\ns = "```"\n\nHe did not answer.\n';

it.each([1, 7, 1 << 20])(
  'a notebook is its words and its code, without what that put out, in pieces of %i bytes',
  async (size) => {
    for (const holds of [JSON.stringify(NOTEBOOK, null, 1), JSON.stringify(NOTEBOOK)])
      expect(await read({ holds }, { name: 'a.ipynb', size })).toMatchObject({
        kind: 'markdown',
        text: OF_NOTEBOOK,
        found: { kind: 'markdown', omitted: { outputs: 2 } },
      });
  },
);

it('an old notebook is read, too, and each as a table where a column of it is asked for', async () => {
  const { cells, ...rest } = NOTEBOOK;
  const [words, { source, ...code }, ...others] = cells;
  const old = { ...rest, nbformat: 3, worksheets: [{ cells: [words, { ...code, input: source }, ...others] }] };
  expect((await read({ holds: JSON.stringify(old) }, { name: 'a.ipynb' })).text).toBe(OF_NOTEBOOK);
  expect((await read({ holds: JSON.stringify(NOTEBOOK) }, { name: 'a.ipynb', column: 'source' })).kind).toBe('table');
});

it('a journal of Day One is its entries, without the backslashes of its editor', async () => {
  const entry = (text: string | undefined) => ({ uuid: 'A', creationDate: '2020-01-01T12:00:00Z', text });
  const entries = [
    entry('# The Weir\n\nThe river rose in the night\\. Nobody came\\!\n\n![](dayone-moment://ABC)'),
    entry(undefined),
    entry('It was late \\- so we left\\.\n\n*Bo* came.'),
  ];
  const holds = JSON.stringify({ metadata: { version: '1.0' }, entries });
  expect(await read({ holds }, { name: 'Journal.json' })).toMatchObject({
    kind: 'markdown',
    text: 'The Weir\n\nThe river rose in the night. Nobody came!\n\nIt was late - so we left.\nBo came.\n',
  });
});

it('one that is cut off is refused', async () => {
  const holds = JSON.stringify(NOTEBOOK).slice(0, 300);
  expect(await refusal({ holds }, { name: 'a.ipynb' })).toContain('document-damaged');
});

it('tables of other programs with cells and entries stay tables', async () => {
  const words = (at: number) => `The river rose in the night, and nobody came. ${at}`;
  const rows = (row: (at: number) => object) => Array.from({ length: 9 }, (_, at) => row(at));
  const entries = rows((at) => ({ creationDate: '2020-01-01', title: `Day ${at}`, body: words(at) }));
  const cells = rows((at) => ({ cell_type: 'code', text: words(at) }));
  for (const holds of [{ metadata: { version: '1.0' }, entries }, { cells }, { rows: [{ cells }] }])
    expect(await read({ holds: JSON.stringify(holds) }, { name: 'a.json' })).toMatchObject({ kind: 'table' });
});

it('a notebook that begins with what a cell put out, longer than what is looked at, is one', async () => {
  const { cells, ...rest } = NOTEBOOK;
  const long = { ...cells[1], outputs: [{ data: { 'image/png': 'iVBO'.repeat(1 << 17) } }] };
  const holds = JSON.stringify({ cells: [long, cells[0]], ...rest });
  expect((await read({ holds }, { name: 'a.ipynb' })).text).toContain('print(\'*12* boats\')\ns = "```"\n\nThe Weir\n');
});

it('code of any length stays as it is, in a notebook and in Markdown', async () => {
  const code = Array.from({ length: 3_000 }, (_, at) => `# no heading ${at}\n\nx = a*b*c[${at}]`).join('\n');
  const cell = { cell_type: 'code', metadata: {}, outputs: [], source: code };
  const said = { cell_type: 'markdown', metadata: {}, source: 'The *end*.' };
  const holds = JSON.stringify({ ...NOTEBOOK, cells: [cell, said] });
  for (const { text } of [
    await read({ holds }, { name: 'a.ipynb' }),
    await read({ holds: `\`\`\`\n${code}\n\`\`\`\n\nThe *end*.\n` }, { name: 'a.md' }),
  ])
    // prettier-ignore
    expect(text.split('\n').filter(Boolean)).toEqual([...code.split('\n').filter(Boolean), 'The end.']);
});

it.each([
  [
    'lists in one another',
    `{"cells":[{"cell_type":"code","source":${'['.repeat(100_000)}${']'.repeat(100_000)}}]}`,
    'document-damaged',
  ],
  [
    'no words',
    '{"cells":[{"cell_type":"markdown","source":7},{"cell_type":"raw","source":{"a":"b"}},null,3,"a",[]]}',
    'document-wordless',
  ],
])('a notebook of %s ends in words', async (_, holds, code) => {
  expect(await refusal({ holds }, { name: 'a.ipynb' })).toContain(code);
});

const FACTS = `id: 06894e83b8f84d3d8cbe0f1587f9e226\nparent_id: 3c2c5b7c5e8f4d0b9d3f7f1c2a4b6e8d\ncreated_time: 2020-01-01T12:00:00.000Z\nauthor: \nsource_url: \nis_todo: 0\nmarkup_language: 1\ntype_: 1`;

it.each(['The *river* rose.', 'The river rose.'])('a note that Joplin keeps loses its facts: %s', async (words) => {
  const { kind, text } = await read({ holds: `The Weir\n\n${words}\n\n${FACTS}` }, { name: 'a.md' });
  expect(kind).toBe('markdown');
  expect(text).toBe('The Weir\nThe river rose.\n');
});

it('facts amid a note, and those that end otherwise, are its words', async () => {
  for (const holds of [
    `# The Weir\n\n${FACTS}\n\nThe *river* rose.\n`,
    `# The Weir\n\nid: 06894e83b8f84d3d8cbe0f1587f9e226\nname: Ada\n`,
  ])
    expect((await read({ holds }, { name: 'a.md' })).text).toContain('id: 06894e83b8f84d3d8cbe0f1587f9e226');
});
