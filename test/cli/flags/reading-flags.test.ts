import { describe, expect, test } from 'vitest';
import { readCommandLine } from '../../../electron/cli/command-line.ts';
import { writeOutPreparation } from '../../../electron/cli/flags/reading-flags.ts';
import { loadTerminal } from '../../../electron/messages/terminal.ts';

const english = await loadTerminal('en');
const call = (...argv: string[]) => readCommandLine(argv, english, false);

test('what is not to be done is written out, and a text behind it stays an argument', () => {
  expect(writeOutPreparation(['train', '--no-prepare', 'a.txt'])).toEqual(['train', '--prepare=none', 'a.txt']);
  expect(writeOutPreparation(['--no-prepare', 'frame,links', 'a.txt'])).toEqual(['--prepare=-frame,-links', 'a.txt']);
  expect(writeOutPreparation(['--no-prepare=frame', '--', '--no-prepare'])).toEqual([
    '--prepare=-frame',
    '--',
    '--no-prepare',
  ]);
});

describe('how a text is to be prepared', () => {
  test.each([
    [['--prepare', 'links, repeats'], { steps: { links: true, repeats: true } }],
    [['--no-prepare'], { proposed: false, steps: {} }],
    [['--no-prepare', 'frame'], { steps: { frame: false } }],
    [['--no-prepare', '--prepare', 'links'], { proposed: false, steps: { links: true } }],
    [['--prepare', 'stamps:nameless'], { steps: { stamps: true }, options: { stamps: { names: false } } }],
    [['--prepare', 'quotes:curly'], { steps: { quotes: true }, options: { quotes: { quotes: 'curly' } } }],
  ])('%j', (flags, prepare) => {
    expect(call('train', 'novel.txt', ...flags)).toMatchObject({ args: ['novel.txt'], options: { prepare } });
  });

  test.each(['frames', 'constructor', 'toString:x', ''])('a step “%s” there is not', (step) => {
    expect(call('train', 'novel.txt', `--prepare=${step}`)).toMatchObject({
      code: 'setting-range',
      values: { name: '--prepare', value: step },
    });
  });
});
