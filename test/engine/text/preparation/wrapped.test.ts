import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { after, asProposed, findingsOf, prepared, wrap } from './prepared.ts';
import { novel, POEM } from './texts.ts';

const CASES = new URL('../../../cases/texts/', import.meta.url);

describe('wrapped lines', () => {
  for (const width of [55, 60, 66, 72, 80])
    it(`become the paragraphs that they were, at ${width} columns, and a poem stays`, async () => {
      const { wrapped, written } = novel(width, width, 'blank');
      expect(await asProposed(wrapped)).toEqual({ text: written, steps: ['wrapped'] });
    });

  it.each([
    [
      'of two quotations a blank',
      '“It is late, and the mill is shut now,” said the miller. “Go.”\n“I have been there before you came,” the boy said, and he sat\ndown by the river, where a heron stood and looked at the boats\nthat came.\n\n',
      '“Go.” “I have',
    ],
    [
      'of two in Korean as well',
      '“어디 갔다 왔니?” 할머니가 물으며 그릇을 상 위에 놓았다. “그래.”\n“저는 강가에 있었어요.” 소년은 고개를 저었다. 밖에는 눈이 내\n리고 있었다.\n\n',
      '“그래.” “저는',
    ],
    [
      'of two in Chinese nothing',
      '“你去哪儿了？”奶奶问道，把碗放在桌上。男孩摇了摇头。“没有。”\n“我在河边，”他说，“外面的雪落在屋顶上，落在桥上，落在路上，也\n落在我身上。”\n\n',
      '“没有。”“我在',
    ],
  ])('have between the halves %s', async (_, text, joined) => {
    expect(await after('wrapped', text.repeat(20))).toContain(joined);
  });

  it('of Chinese are full with quotes as wide as its characters, and may begin with a full stop', async () => {
    const told = [
      '男孩摇了摇头；外面的雪落在屋顶上。',
      '“你去哪儿了？”奶奶问道，把碗放在桌上。',
      '第二天早晨他又出去了，一句话也没有对人说……',
      '没有人知道他是什么意思；可是老师见过世面，只是笑了笑，又装上一袋烟。',
    ];
    const written = Array.from(
      { length: 40 },
      (_, at) => told[at % 4] + told[(at >> 2) % 4] + told[3] + told[(at + 1) % 4],
    );
    const wrapped = written.map((paragraph) => paragraph.replace(/.{30}(?!$)/gu, '$&\n'));
    expect((await asProposed(`${wrapped.join('\n\n')}\n`)).text.trim().split('\n\n')).toEqual(written);
  });

  it('of Hindi end paragraphs with a danda, not within a sentence', async () => {
    const told = [
      'बूढ़ी दादी ने पूछा कि तुम कहाँ थे और कटोरा मेज़ पर रख दिया।',
      'लड़के ने सिर हिलाया और कुछ नहीं कहा; बाहर छतों पर बर्फ़ गिर रही थी।',
      'अगली सुबह वह फिर बिना किसी से कुछ कहे बाहर चला गया, और एक कुत्ता पुल पार कर रहा था।',
    ];
    const written = Array.from({ length: 40 }, (_, at) => [told[at % 3], told[(at >> 1) % 3], told[at % 2]].join(' '));
    const { text, steps } = await asProposed(`${written.map((paragraph) => wrap(paragraph, 66)).join('\n')}\n`);
    expect(steps).toEqual(['wrapped']);
    expect(
      text
        .trim()
        .split('\n')
        .filter((line) => !line.endsWith('।')),
    ).toEqual([]);
  });

  it('are joined where paragraphs are indented', async () => {
    const { wrapped, written } = novel(70, 3, 'indented');
    expect((await asProposed(wrapped)).text).toBe(written);
  });

  it('are joined where every line is followed by a blank one', async () => {
    const { wrapped, written } = novel(68, 5, 'spaced');
    const text = (await asProposed(wrapped)).text;
    expect(text.match(/\S+/g)).toEqual(written.match(/\S+/g));
    const [paragraph] = written.split('\n').filter((line) => line.length > 100);
    expect(text.split('\n')).toContain(paragraph);
  });

  for (const [columns, again] of [
    [70, 60],
    [72, 65],
    [76, 72],
    [80, 50],
  ])
    it(`that were wrapped at ${columns} columns and again at ${again} become paragraphs, and a poem stays`, async () => {
      const { wrapped, written } = novel(columns, again, 'blank');
      const twice = wrapped
        .split('\n')
        .map((line) => wrap(line, again))
        .join('\n');
      expect(await asProposed(twice)).toEqual({ text: written, steps: ['wrapped'] });
    });

  it('that were perhaps wrapped twice are named, not proposed, and joined on wish', async () => {
    const twice = novel(72, 7, 'blank')
      .wrapped.split('\n')
      .map((line, at) => wrap(line, at % 9 === 0 ? 40 : 62))
      .join('\n');
    const finding = (await findingsOf(twice)).find(({ step }) => step === 'wrapped');
    expect(finding).toMatchObject({ sure: false, facts: { width: 72 } });
    expect(finding?.places).toBeGreaterThan(40);
    expect((await asProposed(twice)).text).toBe(twice);
    const joined = await after('wrapped', twice);
    expect(joined.split('\n').length).toBe(twice.split('\n').length - (finding?.places ?? 0));
  });

  it('that were wrapped again between pages that were not, are left, or whole paragraphs again', async () => {
    for (const [columns, again] of [
      [70, 60],
      [72, 65],
      [76, 72],
      [80, 72],
    ]) {
      const [first, between, last] = [1, 2, 3].map((seed) => novel(columns, seed, 'blank'));
      const twice = between.wrapped
        .split('\n')
        .map((line) => wrap(line, again))
        .join('\n');
      const { text } = await asProposed([first.wrapped, twice, last.wrapped].join('\n\n'));
      const known = new Set(
        [first, between, last].flatMap(({ written }) => written.split('\n')).concat(twice.split('\n')),
      );
      // a few pairs of lines at most, which do belong together
      const joined = text.split('\n').filter((line) => !known.has(line));
      expect(joined.length).toBeLessThan(4);
      expect(joined.filter((line) => !between.written.includes(line))).toEqual([]);
      expect(text.startsWith(first.written.trimEnd())).toBe(true);
      expect(text.trimEnd().endsWith(last.written.trim())).toBe(true);
    }
  });

  it('are counted with their share and shown', async () => {
    const [finding] = await findingsOf(novel(72, 1, 'blank').wrapped);
    const ends = novel(72, 1, 'blank').wrapped.split('\n').length - 1;
    expect(finding).toMatchObject({ step: 'wrapped', sure: true, facts: { width: 72, ends } });
    expect(finding.share).toBeCloseTo(finding.places / ends);
    expect(finding.examples[0].before.replace('⏎', ' ')).toBe(finding.examples[0].after);
  });

  it('of Chinese are joined without a blank, those of Korean with one', async () => {
    const chinese =
      '清晨他沿着河边慢慢地走着，河水又黄又缓，一只苍鹭站在水里一动不动，他继续往前走，苍鹭也继续往前走，谁也没有说话'.repeat(
        6,
      );
    const lines = chinese.match(/.{1,30}/gu) ?? [];
    expect(await after('wrapped', `${lines.join('\n')}\n`)).toBe(`${chinese}\n`);
    const korean = Array(12)
      .fill('아침에 그는 강을 따라 천천히 걸었고 강물은 누렇고 느렸다 왜가리 한 마리가 서 있었고')
      .join(' ');
    expect(await after('wrapped', `${wrap(korean, 36)}\n`)).toBe(`${korean}\n`);
  });

  it('of a PDF are joined behind a blank, which its reader leaves at the end of a line that goes on', async () => {
    const text = 'The heron \nstood by the well-\nknown \nwater.\nIt went. \n\nThe river \nwas brown.\n';
    const [finding] = (await findingsOf(text, 'pdf')).filter(({ step }) => step === 'wrapped');
    expect(finding).toMatchObject({ sure: true, places: 3 });
    expect(prepared(text, [{ step: 'wrapped', plan: finding.plan }], [], 'pdf').text).toBe(
      'The heron stood by the well-\nknown water.\nIt went. \n\nThe river was brown.\n',
    );
    expect((await findingsOf(text)).filter(({ step }) => step === 'wrapped')).toEqual([]);
  });

  it('keep compounds and dashes whole', async () => {
    const { wrapped } = novel(60, 9, 'blank');
    const cut = [
      'word word word word word word word word and together well-',
      'known words until the river came about the wall and so--',
      'he went on with it all day long until the evening came and',
      'nothing was there.',
    ].join('\n');
    expect(await after('wrapped', `${wrapped}\n${cut}\n`)).toContain(
      'together well-known words until the river came about the wall and so--he went',
    );
  });

  for (const name of ['02-names.txt', '10-code.py', '11-poem-spaced.txt', '12-jokes.csv', '05-ja.euc-jp.txt'])
    it(`are none in ${name}`, async () => {
      const text = readFileSync(new URL(name, CASES), 'latin1');
      expect((await findingsOf(text)).filter(({ step }) => step === 'wrapped')).toEqual([]);
      expect(prepared(text, [{ step: 'wrapped' }]).text).toBe(text);
    });

  it('are none in verse, plays, lists and tables', async () => {
    const verse = `${Array(20).fill(POEM).join('\n\n')}\n`;
    const play = Array.from(
      { length: 40 },
      (_, at) =>
        `FIRST CITIZEN:\nWe are accounted poor citizens, the patricians good ${at}.\nWhat authority surfeits on would relieve us: if they\nwould yield us but the superfluity, while it were\n`,
    ).join('\n');
    const list = Array.from(
      { length: 40 },
      (_, at) => `- the ${at}th thing that I must buy when I go to the market`,
    ).join('\n');
    const table = Array.from(
      { length: 40 },
      (_, at) => `the goat ${at}      seven crowns and a half      sold on market day`,
    ).join('\n');
    for (const text of [verse, play, list, table]) expect(prepared(text, [{ step: 'wrapped' }]).text).toBe(text);
  });
});

describe('divided words', () => {
  it('are put together, compounds keep their hyphen', async () => {
    const body = 'The returned soldiers understood the well-known garden and whispered something about neighbours.\n';
    const cut =
      'He had re-\nturned home and under-\nstood what neigh-\nbours say of sol-\ndiers in a well-\nknown gar-\nden there.\n';
    const finding = (await findingsOf(body + cut)).find(({ step }) => step === 'divided');
    expect(finding).toMatchObject({ sure: true, places: 5, plan: { keep: ['well-known'] } });
    expect(await after('divided', body + cut)).toBe(
      `${body}He had returned\nhome and understood\nwhat neighbours\nsay of soldiers\nin a well-\nknown garden\nthere.\n`,
    );
  });

  it('are put together where a soft hyphen stands at the end of a line, and wherever else it stands, it goes', async () => {
    const text = 'The fish\xad\nerman stood by the wa\xadter, and the fish\xad\nerman was well-\xadknown there.\n';
    expect((await asProposed(text)).text).toBe(
      'The fisherman\nstood by the water, and the fisherman\nwas well-known there.\n',
    );
  });

  it('are only named where such a hyphen stands within lines, too', async () => {
    const text = 'The well\u2010known fish\u2010\nerman stood by the water.\n';
    expect((await asProposed(text)).text).toBe(text);
  });
});
