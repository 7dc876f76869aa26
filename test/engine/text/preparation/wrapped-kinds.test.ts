import { describe, expect, it } from 'vitest';
import { asProposed, findingsOf, wrap } from './prepared.ts';

const TOLD = [
  '天黑以后，她煮了一锅粥，炒了一盘青菜，我们两个人对着一盏灯吃饭。',
  '每年秋天，她总要把枣子晒干，装进布袋，托人带到城里来。',
  '我在她旁边坐下，帮她剥了一会儿；她问我工作忙不忙，我说还好，路上没有人，河上起了雾。',
  '其实那一年我过得很不好，换了三次住处，丢了两份工作，可是我不想让她知道：「你瘦了。」',
];
const paragraphs = Array.from({ length: 60 }, (_, at) => TOLD[at % 4] + TOLD[(at >> 2) % 4] + TOLD[(at >> 1) % 4]);

/** As programs fill lines of Chinese: a mark that no line may begin with stays behind the last character. */
function filled(text: string, width: number): string {
  const lines = [''];
  for (const character of text)
    if (lines[lines.length - 1].length >= width && !'，。；：、」'.includes(character)) lines.push(character);
    else lines[lines.length - 1] += character;
  return lines.join('\n');
}

describe('wrapped lines of Chinese with marks behind the edge', () => {
  it.each([
    ['blank lines between paragraphs', '', '\n\n'],
    ['paragraphs that are set in', '　　', '\n'],
  ])('are joined: %s', async (_, indent, between) => {
    for (const width of [28, 33, 36, 40]) {
      const written = paragraphs.map((paragraph) => indent + paragraph);
      const wrapped = written.map((paragraph) => filled(paragraph, width)).join(between);
      expect(await asProposed(`${wrapped}\n`)).toEqual({ text: `${written.join(between)}\n`, steps: ['wrapped'] });
    }
  });
});

describe('wrapped lines of old etexts, which open quotation marks with a grave accent', () => {
  const SAID = [
    "`Is this the way to the mill?' said Ann, and as nobody said a word, `Then I shall go by the river,' she said to the dog, `for there is always somebody at the ford.'",
    'The dog, which had never been fond of the water, sat down upon the road and looked the other way as if it had seen a heron.',
    "``Well,'' said the miller to his wife when they were gone, ``that was the strangest pair that ever asked the way of us, and I hope it was the last.''",
  ];
  const told = Array.from({ length: 60 }, (_, at) => SAID[(at * 2 + (at >> 2)) % 3]);

  it.each([
    ['blank lines between paragraphs', '', '\n\n'],
    ['paragraphs that are set in', '   ', '\n'],
  ])('are joined: %s', async (_, indent, between) => {
    for (const width of [56, 64, 72]) {
      const wrapped = told.map((paragraph) => wrap(`${indent}${paragraph}`, width)).join(between);
      const { text } = await asProposed(`${wrapped}\n`);
      expect(text).toBe(`${told.join(between)}\n`);
    }
  });

  it('are no fences of code', async () => {
    const code = '```\nlet mill = river(1)\nreturn mill\n```\n';
    const wrapped = told.map((paragraph) => wrap(paragraph, 64)).join('\n\n');
    expect((await asProposed(`${wrapped}\n\n${code}`)).text).toContain(code);
  });
});

describe('lines that a hand wrapped, some of them a word too early', () => {
  const SAID = [
    'She asked the miller whether I had been there, and he said that Mrs. Hale had seen me at the weir, and I thought that it was so.',
    'It rained all day. The wheel stood still, and I, who had come to see it, sat below the roof with Ann and waited for the carrier.',
    'Nobody came. At last the dog got up and went to the door, where it stood and listened, as it did whenever Thomas was on the road.',
  ];
  const told = Array.from({ length: 60 }, (_, at) => `${SAID[at % 3]} ${SAID[(at + 1) % 3]} ${SAID[(at >> 2) % 3]}`);
  /** Ends a line before its last word, where that has a capital. */
  const early = (paragraph: string) =>
    wrap(paragraph, 66).replace(/ ((?:I|Mrs\.|It|Ann|The|At)(?: [a-z]{1,5})?)\n/g, '\n$1 ');

  it('are joined where a sentence goes on with a capital, and where blank lines alone part paragraphs', async () => {
    const { text } = await asProposed(`${told.map(early).join('\n\n')}\n`);
    expect(text).toBe(`${told.join('\n\n')}\n`);
  });

  it('stay apart where lines end paragraphs by themselves, and before what somebody says', async () => {
    const short = ['He looked at the river, and then he went home to his mother.', 'It was late.'];
    const flush = told
      .map((paragraph, at) => [wrap(`${paragraph}${' So it was.'.repeat(at % 6)}`, 66), ...short].join('\n'))
      .join('\n\n');
    expect((await asProposed(`${flush}\n`)).text).toContain(`\n${short.join('\n')}\n`);
    const speeches = ['“I was never so far from the mill in my life,” he said.', '“Nor have I.”'];
    const said = told.map((paragraph) => [wrap(paragraph, 66), speeches.join('\n')].join('\n\n')).join('\n\n');
    expect((await asProposed(`${said}\n`)).text).toContain(`\n${speeches.join('\n')}\n`);
  });
});

describe('wrapped lines about the terms of a list', () => {
  const text =
    'The mill stands below the weir, and whoever wants to grind there asks the miller first, who says which of the stones is free.';

  it.each(['weir:: what holds the river back', '*weir*::', 'sluice::: lets the river go'])(
    'stay apart: %s',
    async (term) => {
      const told = Array.from({ length: 20 }, () => `${wrap(text, 66)}\n${term}\n  It holds.\n${term}\n  It holds.`);
      expect((await asProposed(`${told.join('\n\n')}\n`)).text).toContain(`free.\n${term}\n  It holds.\n${term}\n`);
    },
  );

  it.each(['WEIR - It holds', 'Weir: it holds', 'Old weir – it holds'])(
    'stay apart behind a sentence: %s',
    async (term) => {
      const meaning = `${`${term} the river back above `.padEnd(53, 'all ')}.`;
      const told = Array.from({ length: 20 }, () => `${wrap(text, 66)}\n\n${meaning}\n${meaning}\n\n${wrap(text, 66)}`);
      expect((await asProposed(`${told.join('\n\n')}\n`)).text).toContain(`\n${meaning}\n${meaning}\n`);
    },
  );

  it.each(['Ann: the river has risen above the weir', 'Ann/#mill says nothing about it and goes out'])(
    'stay apart before who speaks, though no mark ends them: %s',
    async (speech) => {
      const told = Array.from(
        { length: 20 },
        () => `${wrap(text, 66)}\n\n${speech.padEnd(60 - speech.indexOf(' '), ' and on')}\n${speech}`,
      );
      expect((await asProposed(`${told.join('\n\n')}\n`)).text).toContain(`\n${speech}\n\n`);
    },
  );

  it('are joined with a blank before an option of a program', async () => {
    const told = Array.from({ length: 20 }, () =>
      wrap(`${text} It is made for all who want it and is set up as the others are, with --prefix=/usr in front.`, 66),
    );
    expect((await asProposed(`${told.join('\n\n')}\n`)).text).toContain('with --prefix=/usr in front');
    expect(told[0]).toContain('\n--prefix');
  });

  it('are joined where one ends a paragraph of reStructuredText', async () => {
    const told = Array.from({ length: 20 }, () => wrap(`${text} It is made so::`, 66)).join('\n\n');
    expect((await asProposed(`${told}\n`)).text).toContain(`${text} It is made so::\n`);
  });
});

describe('wrapped lines of a play in which a tab parts who speaks from what is said', () => {
  const SAID = [
    'I went down to the river before it was light, and there was nobody on the bridge; so I came back again.',
    'You never said so.',
    'The wheel stood still all day, and the miller, who had come to see it, sat below the roof and waited for the carrier.',
  ];
  const names = ['ANN', 'OLD MILLER', 'TOM'];
  const said = Array.from({ length: 60 }, (_, at) => ({ name: names[at % 3], text: SAID[(at * 2 + (at >> 2)) % 3] }));

  it('are joined to the line that names him', async () => {
    const lines = said.map(({ name, text }) => `${name}\t${wrap(text, 52).replace(/\n/g, '\n\t')}`);
    const { text } = await asProposed(`${lines.join('\n\n')}\n`);
    expect(text).toBe(`${said.map((each) => `${each.name}\t${each.text}`).join('\n\n')}\n`);
  });

  it('stay apart where verse stands among them', async () => {
    const verse =
      'TOM\tAnd if there were no more, and none of more\n\tTo see that it is late upon the shore\n\tAnd nobody was there to close the door.';
    const lines = said.map(({ name, text }) => `${name}\t${wrap(text, 52).replace(/\n/g, '\n\t')}\n\n${verse}`);
    expect((await asProposed(`${lines.join('\n\n')}\n`)).text).toContain(
      `${said[0].text}\n\n${verse}\n\n${said[1].name}`,
    );
  });

  it('stay apart where they are verse, or rows of a table', async () => {
    const verse = said.map(
      ({ name }) => `${name}\tI went down to the river\n\tBefore it was light,\n\tAnd nobody was there`,
    );
    const rows = said.map(
      ({ name }) => `${name}\tthe one who went to the river and saw that nobody was\nthere, an old friend`,
    );
    for (const text of [`${verse.join('\n\n')}\n`, `${rows.join('\n')}\n`])
      expect((await asProposed(text)).text).toBe(text);
  });
});

const SPEECHES = [
  'I went down to the river before it was light, and there was nobody on the bridge; so I came back again, as I said that I would.',
  'You never said so.',
  'Did I not? Then it was your mother whom I told, and she has kept it to herself all these years, which is what she always did with the things that I told her.',
  'The ferry goes at seven, and if we are not there by then, we shall have to walk round by the mill.',
];
const names = ['HESTER.', 'THE MILLER.', 'ANNA.'];

describe('comments of a program', () => {
  const comment = (at: number) =>
    wrap(
      `Opens gate ${at} and lets the water run until the wheel turns, and then closes it again as soon as nobody is left at the mill, which it asks of the others.`,
      68,
      '    ',
    );
  const part = (at: number) =>
    `def open_gate_${at}(water, wheel):\n    """\n${comment(at)}\n    """\n    if water.runs(wheel):\n        wheel.turn(${at})\n        return (wheel, water)\n    gates = [\n        water.gate(${at}),\n    ]\n    return gates\n`;

  it('are named where they are wrapped, and stay', async () => {
    const text = Array.from({ length: 30 }, (_, at) => part(at)).join('\n');
    expect((await findingsOf(text)).find(({ step }) => step === 'wrapped')).toMatchObject({ sure: false });
    expect((await asProposed(text)).text).toBe(text);
  });
});

describe('what is said in a play', () => {
  it('is joined where it is prose, each below a name', async () => {
    const written = Array.from({ length: 60 }, (_, at) => `${names[at % 3]}\n${SPEECHES[(at * 3) % 4]}`);
    for (const width of [64, 72]) {
      const wrapped = written.map((speech) =>
        speech
          .split('\n')
          .map((line) => wrap(line, width))
          .join('\n'),
      );
      expect(await asProposed(`${wrapped.join('\n\n')}\n`)).toEqual({
        text: `${written.join('\n\n')}\n`,
        steps: ['wrapped'],
      });
    }
  });

  it('stays as it is where it is verse', async () => {
    const verse = [
      'O river of the north, that no man yet',
      'Hath measured from the mill unto the sea, and all who went',
      'Shall see no more the meadow or the weir',
      'When winter comes.',
    ];
    const text = Array.from({ length: 60 }, (_, at) => `${names[at % 3]}\n${verse.slice(at % 2).join('\n')}\n`).join(
      '\n',
    );
    expect(await asProposed(text)).toEqual({ text, steps: [] });
  });
});

it('the lines of a changelog stay: only where every line is followed by a blank one is any joined across it', async () => {
  const entries = Array.from(
    { length: 12 },
    (_, at) =>
      `harbour (1.${20 - at}-1) unstable; urgency=medium\n\n  * New upstream release, which lights the lamp before anybody comes down to the\n    water. Closes: #${1000 + at}\n  * Refresh patches.\n\n -- Ada Lovett <ada@example.org>  Mon, 0${1 + (at % 9)} Jan 2020 10:00:00 +0100\n`,
  );
  const text = entries.join('\n');
  expect(await asProposed(text)).toEqual({ text, steps: [] });
});
