import { describe, expect, it } from 'vitest';
import { asProposed, wrap } from './prepared.ts';

const VERSES = `Sing me the man, O Muse, who wandered the breadth of the ocean
After the walls of the sacred city were thrown to the burning
Many the towns of the people he saw, and their minds he discovered
Many the sorrows he bore in his heart on the waves of the water
Striving to save his own life and the homeward return of his fellows
Even so nothing he did could have saved them, though much he desired it
Perished they did, by the folly of wrath, by their own foolish doing
Children and fools, who had eaten the cattle of Helios shining
He it was then who had taken away from the sailors their homecoming
Tell us of this, wherever you will, O goddess, O daughter
Now all the others who fled from the sheer and the terrible dying
Safely at home had escaped from the war and the perils of water
Him alone, longing to come to his wife and return to his hearthside
Kept the nymph Calypso, the queenly, the glorious goddess
There in the hollow caves of the island, who wished him for husband
But when the circling years had at last brought the season upon him
`
  .split('\n')
  .slice(0, -1);
const PROSE = Array.from({ length: 40 }, (_, at) =>
  `The miller went down to the weir for the ${at}th time and saw nothing there but the heron, which stood in the brown water as it had stood all year. ${'Nobody came by, and the river rose. '.repeat((at % 4) + 1)}`.trim(),
);
const WRAPPED = PROSE.map((paragraph) => wrap(paragraph, 70)).join('\n\n');

describe('verse as wide as prose', () => {
  it('stays among prose that was wrapped at that width, whole or in stanzas', async () => {
    const whole = [...VERSES, ...VERSES].join('\n');
    const stanzas = [...VERSES, ...VERSES].map((verse, at) => (at % 4 === 3 ? `${verse}\n` : verse)).join('\n');
    const ended = VERSES.map((verse, at) => `${verse}${[',', '', ';', '', ''][at % 5]}`).join('\n');
    for (const verse of [whole, stanzas, ended])
      expect((await asProposed(`${WRAPPED}\n\n${verse.trimEnd()}\n\n${WRAPPED}\n`)).text).toBe(
        `${PROSE.join('\n\n')}\n\n${verse.trimEnd()}\n\n${PROSE.join('\n\n')}\n`,
      );
  });

  it('is none where the lines of prose happen to begin with capitals', async () => {
    const names = 'Ada Rowe, Tom Lock, Mill House, River Row, Weir Lane, Old Bridge, Key Street, Fish Dock, ';
    const said = `They wrote down every name of the town: ${names.repeat(8)}and went home.`;
    expect((await asProposed(`${WRAPPED}\n\n${wrap(said, 70)}\n\n${WRAPPED}\n`)).text).toContain(`\n${said}\n`);
  });
});

describe('numbers of verses', () => {
  const numbered = (mark: (verse: string, number: number) => string, plain = (verse: string) => verse, every = 5) =>
    [...VERSES, ...VERSES].map((verse, at) => ((at + 1) % every === 0 ? mark(verse, at + 1) : plain(verse))).join('\n');

  it('go at the right and at the left, and the verses stay', async () => {
    const inset = (verse: string) => `      ${verse}`;
    for (const [text, plain] of [
      [numbered((verse, number) => verse.padEnd(78) + number), numbered((verse) => verse)],
      [numbered((verse, number) => `${verse}\t${number}`, undefined, 4), numbered((verse) => verse)],
      [numbered((verse, number) => `${verse}  [${number}]`), numbered((verse) => verse)],
      [numbered((verse, number) => String(number).padEnd(6) + verse, inset), numbered(inset, inset)],
      [numbered((verse, number) => `${String(number).padEnd(4)}${verse}`), numbered((verse) => verse)],
    ])
      expect((await asProposed(`BOOK I\n\n${text}\n`)).text).toBe(`BOOK I\n\n${plain}\n`);
  });

  it('go in each of several songs, of which every one begins anew', async () => {
    const song = numbered((verse, number) => verse.padEnd(78) + number);
    const songs = `${song}\n\nBOOK II\n\n${song}\n\nBOOK III\n\n${song}\n`;
    expect((await asProposed(songs)).text).toBe(songs.replace(/ {2,}\d+$/gm, ''));
  });

  it('are none in a list, a table or a year', async () => {
    for (const text of [
      Array.from({ length: 24 }, (_, at) => `The heron number of the list      ${5 * (at + 1)}`).join('\n'),
      Array.from({ length: 24 }, (_, at) =>
        at % 5 === 4 ? `In the year of the flood      ${1800 + at}` : 'Nobody came by.',
      ).join('\n'),
      Array.from({ length: 24 }, (_, at) =>
        at % 3 === 2 ? `${5 * (at + 1)}   eggs and some milk` : 'Nobody came by.',
      ).join('\n'),
    ])
      expect((await asProposed(`${text}\n`)).steps).not.toContain('pages');
  });
});
