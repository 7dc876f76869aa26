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
