import { describe, expect, test } from 'vitest';
import { read } from './read.ts';

const stamp = (seconds: number, point: string) =>
  new Date(Math.round(1000 * seconds)).toISOString().slice(11, 23).replace('.', point);
type Shown = [from: number, to: number, text: string];
const vtt = (cues: readonly Shown[]) =>
  `WEBVTT\nKind: captions\n\n${cues.map(([from, to, text]) => `${stamp(from, '.')} --> ${stamp(to, '.')} align:start\n${text}\n\n`).join('')}`;
const srt = (cues: readonly Shown[]) =>
  cues.map(([from, to, text], at) => `${at + 1}\n${stamp(from, ',')} --> ${stamp(to, ',')}\n${text}\n\n`).join('');
const LINES = [
  'so the keeper went down',
  'to the harbour again',
  'and counted the boats',
  'there were three of them',
  'and none had come home',
  'that night or the next',
];
const ONCE = `${LINES.join(' ')}\n`;
const times = (at: number): [number, number] => [2 * at + 1, 2 * at + 3];

/** As YouTube writes captions of its own: a cue in which a line is spoken, and one of 10 ms that shows it alone. */
const spoken = (lines: readonly string[]) =>
  lines.flatMap((line, at): Shown[] => {
    const [from, to] = times(at);
    const [first, ...rest] = line.split(' ');
    const growing = first + rest.map((word) => `<${stamp(from + 0.4, '.')}><c> ${word}</c>`).join('');
    return [
      [from, to - 0.01, `${lines[at - 1] ?? ' '}\n${growing}`],
      [to - 0.01, to, `${line}\n `],
    ];
  });
/** The last lines so far, each cue one line further. */
const rolled = (most: number) =>
  LINES.map((_, at): Shown => [...times(at), LINES.slice(Math.max(0, at + 1 - most), at + 1).join('\n')]);

describe('captions that roll are said once', () => {
  test('as YouTube writes them, in WebVTT and as SubRip', async () => {
    const { text, found } = await read({ holds: vtt(spoken(LINES)) });
    expect(text).toBe(ONCE);
    expect(found).toMatchObject({ cues: 12, omitted: { shownTwice: 11 } });
    expect((await read({ holds: srt(spoken(LINES)) })).text).toBe(ONCE);
  });

  test.each([2, 3])('of %i lines at once', async (most) => {
    expect((await read({ holds: srt(rolled(most)) })).text).toBe(ONCE);
    expect((await read({ holds: vtt(rolled(most)) })).text).toBe(ONCE);
  });

  test('behind a pause', async () => {
    const paused = rolled(2).map(([from, to, said], at): Shown =>
      at < 4 ? [from, to, said] : [from + 5, to + 5, said],
    );
    expect((await read({ holds: vtt(paused) })).text).toBe(ONCE);
  });

  test('word by word', async () => {
    const words = LINES.flatMap((line, at) =>
      line.split(' ').map((_, word, all): Shown => {
        const [from] = times(at);
        return [from + 0.4 * word, from + 0.4 * (word + 1), all.slice(0, word + 1).join(' ')];
      }),
    );
    expect((await read({ holds: srt(words) })).text).toBe(ONCE);
  });

  test('of timed text', async () => {
    const cues = rolled(2).map(
      ([from, to, said]) => `<p begin="${from}s" end="${to}s">${said.replace('\n', '<br/>')}</p>`,
    );
    const holds = `<?xml version="1.0"?><tt xmlns="http://www.w3.org/ns/ttml"><body><div>${cues.join('')}</div></body></tt>`;
    expect((await read({ holds })).text).toBe(ONCE);
  });

  test('with a refrain in them', async () => {
    const refrain = ['sing it again', 'la la la', 'la la la', 'sing it again'];
    const whole = `${[...LINES, ...refrain].join(' ')}\n`;
    expect((await read({ holds: vtt(spoken([...LINES, ...refrain])) })).text).toBe(whole);
    const rolledOn = refrain.map((line, at): Shown => [
      ...times(at + 6),
      `${at ? refrain[at - 1] : LINES[5]}\n${line}`,
    ]);
    expect((await read({ holds: vtt([...rolled(2), ...rolledOn]) })).text).toBe(whole);
  });
});

describe('what is really said again stays', () => {
  const song: Shown[] = [
    [1, 3, 'La la la.'],
    [3, 5, 'La la la.'],
    [5, 7, 'Down to the sea.\nDown to the sea.'],
    [7, 9, 'La la la.'],
    [9, 11, 'Never!'],
    [11, 13, 'Never! Never!'],
  ];
  test.each([
    ['SubRip', srt(song)],
    ['WebVTT', vtt(song)],
  ])('in %s', async (_, holds) => {
    const { text, found } = await read({ holds });
    expect(text).toBe('La la la.\nLa la la.\nDown to the sea. Down to the sea.\nLa la la.\nNever!\nNever! Never!\n');
    expect(found).not.toHaveProperty('omitted');
  });

  test('but for what fades in or out', async () => {
    const faded: Shown[] = [[1, 1.1, 'The sea.'], [1.1, 3, 'The sea.'], [3, 3.1, 'The sea.'], [3.1, 5, 'The land.']]; // prettier-ignore
    expect((await read({ holds: srt(faded) })).text).toBe('The sea.\nThe land.\n');
  });

  test('where captions begin anew, as in files joined', async () => {
    const twice = [...LINES.map((line, at): Shown => [...times(at), `${line}.`]), [1, 3, `${LINES[5]}.`] as Shown];
    expect((await read({ holds: srt(twice) })).text).toBe(`${[...LINES, LINES[5]].join('.\n')}.\n`);
  });
});

test('lines below a cue that no other follows are all said', async () => {
  const lines = Array.from({ length: 2_500 }, (_, at) => `It was day ${at}, and it rained.`);
  const { text } = await read({ holds: srt([[1, 3, lines.join('\n')]]) });
  expect(text.trimEnd().split(/\s/)).toEqual(lines.join(' ').split(' '));
});
