import { describe, expect, it } from 'vitest';
import { findingsOf, prepared } from '../text/preparation/prepared.ts';
import { read } from './read.ts';

const HEAD = `[Script Info]
; by Aegisub
Title: The heron
ScriptType: v4.00+

[V4+ Styles]
Format: Name, Fontname, Fontsize
Style: Default,Arial,20

[Events]
`;
const ASS = `${HEAD}Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
Comment: 0,0:00:00.00,0:00:01.00,Default,,0,0,0,,timed by nobody
Dialogue: 0,0:00:01.00,0:00:04.00,Default,Anna,0,0,0,,I never wanted to go\\Nto the harbour.
Dialogue: 0,0:00:05.00,0:00:08.00,Default,,0,0,0,,{\\an8\\i1}Then why, after all,{\\i0}
Dialogue: 0,0:00:08.00,0:00:10.00,Default,,0,0,0,,did you buy the tickets?
Dialogue: 1,0:00:10.00,0:00:12.00,Sign,,0,0,0,,{\\p1}m 0 0 l 100 0 100 100{\\p0}
Dialogue: 0,0:00:10.50,0:00:10.60,Song,,0,0,0,fx,{\\pos(1,2)}Be
Dialogue: 0,0:00:11.00,0:00:14.00,Default,,0,0,0,,Because the sea\\hwas there.

[Fonts]
fontname: arial_0.ttf
Dialogue: no cue
`;
const SSA = `${HEAD}Format: Marked, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
Dialogue: Marked=0,0:00:01.00,0:00:03.00,Default,,0000,0000,0000,,It stands, still.
`;

const srt = (cues: readonly string[]) =>
  cues.map((said, at) => `${at + 1}\n00:00:${10 + 2 * at},000 --> 00:00:${11 + 2 * at},000\n${said}\n`).join('\n');

describe('captions', () => {
  it('of SubStation Alpha are what is said, a line a sentence', async () => {
    for (const size of [1 << 20, 300]) {
      const { kind, text, found } = await read({ holds: ASS }, { size, name: 'a.txt' });
      expect(kind).toBe('subtitles');
      expect(text).toBe(
        'I never wanted to go to the harbour.\nThen why, after all, did you buy the tickets?\nBecause the sea was there.\n',
      );
      expect(found).toMatchObject({ format: 'ass', cues: 4, omitted: { comments: 1, shownTwice: 1 } });
    }
    expect((await read({ holds: SSA })).text).toBe('It stands, still.\n');
  });

  it.each([
    ['microdvd', '{1}{1}23.976\n{120}{180}The harbour was empty.\n{190}{250}- Who is there?|- Nobody.\n{260}{330}{y:i}She lit the lamp\n{340}{400}{C:$0000FF}and went down|to the water.\n'], // prettier-ignore
    ['mpl2', '[12][45]The harbour was empty.\n[50][88]- Who is there?|- Nobody.\n[90][120]/She lit the lamp\n[130][160]and went down|/to the water.\n'], // prettier-ignore
    ['tmplayer', '00:00:01:The harbour was empty.\n00:00:04:- Who is there?|- Nobody.\n00:00:08:/She lit the lamp\n00:00:12:and went down|to the water.\n'], // prettier-ignore
  ])('of older programs are what is said, a line a sentence (%s)', async (format, holds) => {
    for (const size of [1 << 20, 60]) {
      const { kind, text, found } = await read({ holds }, { size, name: 'a.txt' });
      expect(kind).toBe('subtitles');
      expect(text).toBe(
        'The harbour was empty.\n- Who is there?\n- Nobody.\nShe lit the lamp and went down to the water.\n',
      );
      expect(found).toMatchObject({ format, cues: 4 });
    }
  });

  it.each([
    ['a log of an evening', '21:00:01:started\n21:00:04:lamp lit\n21:00:08:door shut\n'],
    ['notes by number', '[1][2]See the first.\nand the second\n[3][4]Both.\n[2][1]None.\n'],
    [
      'sets of numbers',
      '{10}{15} is the set of herons.\n{20}{25} is the set of lamps.\n{30}{35} is the set of ferries.\n',
    ],
    ['numbers alone', '{120}{180}\n{190}{250}\n{260}{330}\n{340}{400}\n'],
    ['papers that are cited', '[1][2] The paper of the heron.\n[2][3] That of the lamp.\n[3][4] That of the ferry.\n'],
    ['times of rounds', '00:01:10:1\n00:02:21:2\n00:03:29:3\n00:04:40:4\n'],
    ['a log of a program', Array.from({ length: 9 }, (_, at) => `00:00:0${at}:INFO the lamp ${at} is lit\n`).join('')],
    ['times that go back', '00:04:01:one\n00:03:04:two\n00:02:08:three\n00:01:08:four\n'],
  ])('are no %s', async (_, holds) => {
    expect((await read({ holds }, { name: 'a.txt' })).kind).toBe('text');
  });

  it('of TMPlayer may say nothing where a cue ends', async () => {
    const holds = ['The harbour was empty.', 'Who is there?', 'Nobody.', 'She lit the lamp.']
      .map((said, at) => `00:00:${10 + 5 * at}:${said}\n00:00:${12 + 5 * at}:\n`)
      .join('');
    expect(await read({ holds }, { name: 'a.txt' })).toMatchObject({
      kind: 'subtitles',
      text: 'The harbour was empty.\nWho is there?\nNobody.\nShe lit the lamp.\n',
    });
  });

  it('in two scripts keep them in lines of their own', async () => {
    const said = [
      '你为什么不告诉我？\nWhy didn’t you tell me?',
      '因为我不知道。\nBecause I\ndidn’t know.',
      '好。\nFine.',
    ];
    expect((await read({ holds: srt(said) })).text).toBe(
      '你为什么不告诉我？\nWhy didn’t you tell me?\n因为我不知道。\nBecause I didn’t know.\n好。\nFine.\n',
    );
    // a name of another script among lines of one is no second one
    const one = ['我去年用的还是\nWindows。', '现在不用了。', '你呢？', '我也是。'];
    expect((await read({ holds: srt(one) })).text).toBe('我去年用的还是 Windows。\n现在不用了。\n你呢？\n我也是。\n');
  });

  it('in Chinese are joined without a blank, and a cue is a line where no mark ends a sentence', async () => {
    const marked = ['他昨天跟我说，', '他再也不会回来了。', '我不知道该相信\n谁。'];
    expect((await read({ holds: srt(marked) })).text).toBe('他昨天跟我说，他再也不会回来了。\n我不知道该相信谁。\n');
    const heard = ['（ドアの音）', '（太郎）どうして\n黙っているんだ？', '魚を待っている。'];
    expect((await read({ holds: srt(heard) })).text).toBe(
      '（ドアの音）\n（太郎）どうして黙っているんだ？\n魚を待っている。\n',
    );
    const unmarked = ['他昨天跟我说', '他再也不会回来了', '你相信他吗\n我不知道'];
    expect((await read({ holds: srt(unmarked) })).text).toBe('他昨天跟我说\n他再也不会回来了\n你相信他吗 我不知道\n');
  });

  it('have times without leading noughts, as Teams writes them', async () => {
    const said = ['<v Ada Moor>Good morning.</v>', '<v Ben Fell>It stood there.</v>', '<v Ada Moor>It flew.</v>'];
    const cue = (line: string, at: number) => `6e2b1f0c-${at}/12-0\n0:${at}:0.0 --> 0:${at}:3.54\n${line}\n`;
    const { kind, text } = await read({ holds: `WEBVTT\n\n${said.map(cue).join('\n')}` });
    expect([kind, text]).toEqual([
      'subtitles',
      'Ada Moor: Good morning.\nBen Fell: It stood there.\nAda Moor: It flew.\n',
    ]);
    const bare = said.map((_, at) => `0:${at}:0.0 --> 0:${at}:3.54\nIt stood there ${at}.\n`);
    const loose = `A heron.\n\n${[...bare, ...bare].join('\n')}`;
    expect(prepared(loose, [{ step: 'cues' }]).text).not.toContain('-->');
  });

  it('lose sounds, music and who speaks only where that is asked for', async () => {
    const text = [
      '[door slams]',
      'JOHN: Who is there?',
      '♪ I walk alone ♪',
      '- (sighs) It is only me, [coughs] Ann.',
      '>> Then come in: it is cold.',
      '［关门声］',
      'Nothing (else) happened.',
      'The clock says 10:30.',
    ];
    const [finding] = await findingsOf(`${text.join('\n')}\n`, 'subtitles');
    expect(finding).toMatchObject({ step: 'sounds', sure: false, places: 7 });
    expect(prepared(`${text.join('\n')}\n`, [{ step: 'sounds' }], [], 'subtitles').text).toBe(
      'Who is there?\nI walk alone\n- It is only me, Ann.\nThen come in: it is cold.\nNothing happened.\nThe clock says 10:30.\n',
    );
    const ofText = await findingsOf(`${text.join('\n')}\n`, 'text');
    expect(ofText.map(({ step }) => step)).not.toContain('sounds');
  });
});
