import { expect, test } from 'vitest';
import { asProposed, findingsOf } from './prepared.ts';

const NOTED = `The heron stood in the shallows all day, and nobody came for her.1 She waited, as every year,2 for the ferry.

“They would not,” he said, “and they never will.”3 It was empty in 1904, and the lamp was out; the keeper4 had gone at 12.

She lit the lamp and went down to the water.6 In room B2 there were 14 chairs (each with a number).7

Nobody saw her again;1 not that night.2
`;

test('numbers of notes that stand close behind their words go, and no other number', async () => {
  expect(await asProposed(NOTED)).toEqual({
    text: `The heron stood in the shallows all day, and nobody came for her. She waited, as every year, for the ferry.

“They would not,” he said, “and they never will.” It was empty in 1904, and the lamp was out; the keeper had gone at 12.

She lit the lamp and went down to the water. In room B2 there were 14 chairs (each with a number).

Nobody saw her again; not that night.
`,
    steps: ['footnotes'],
  });
  expect((await findingsOf(NOTED)).find(({ step }) => step === 'footnotes')).toMatchObject({
    places: 8,
    characters: 8,
    examples: [{ before: expect.stringContaining('for her.1 She') }, {}, {}],
  });
});

const WORDS = ['heron', 'lamp', 'ferry', 'harbour', 'keeper', 'water', 'window', 'garden', 'stone'];

test('volumes, pages and what is called by a number stay beside them', async () => {
  const more = 'He read vol.8 and Fig.9 (no.8, pp.8) of CO8 while it rained.\n';
  const { text } = await asProposed(NOTED.replace('\nNobody', `\n${more}\nNobody`));
  expect(text).toContain(more);
  expect(text).toContain('not that night.\n');
});

test.each([
  [
    'figures that are named',
    'Fig.1 shows the heron. Fig.2 and Fig.3 the lamp. In Fig.4 it is lit, in Fig.5 out. Fig.6 is Fig.7.\n',
  ],
  ['things that are counted', 'Take item1 and item2, then item3, item4 and item5, and room6 and chapter7.\n'],
  [
    'headings',
    Array.from({ length: 9 }, (_, at) => `Chapter${at + 1}\n\nThe heron stood in the shallows.\n`).join('\n'),
  ],
  ['numbers without an order', 'They came.7 They went.3 They slept.9 They woke.2 They ate.8 They sang.4 They left.1\n'],
  ['things of a list', WORDS.map((word, at) => `${word}:${at + 1}\n`).join('')],
  ['pages of a list of chapters', WORDS.map((word, at) => `The ${word} and the sea…${at + 1}\n`).join('')],
  ['an index of names', WORDS.map((word, at) => `The ${word}, Ada.${at + 1}\n`).join('')],
  ['values in lines', WORDS.map((word, at) => `The ${word}:${at + 1} (of the sea)\n`).join('')],
  ['pages of a manual', `${WORDS.map((word) => `See the page of ${word}.1 and read what it says.`).join('\n')}\n`],
  ['a few of them', 'They came.1 They went.2 They slept.3 They woke.\n'],
  ['releases', 'Use mp3, Windows95, version2, python3, es6, css3 and html5 where you can.\n'],
])('%s stay', async (_, text) => {
  expect(await asProposed(text)).toEqual({ text, steps: [] });
});
