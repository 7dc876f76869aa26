import { describe, expect, it } from 'vitest';
import { readText } from '../text/intake/read-text.ts';
import { wrap } from '../text/preparation/prepared.ts';
import { QUOTED } from '../text/preparation/prose/dialogues.ts';
import { pdfOf, type Placed } from './pages.ts';
import { read } from './read.ts';

/** Points that a character of Courier takes, from one line to the next, and from the upper edge to the last line. */
const TYPE = 10;
const WIDE = 6;
const STEP = 13;
const LOWEST = 740;
const LEFT = 72;
const COLUMNS = 62;

/** WinAnsi has those in places of its own. */
const typed = (text: string) => text.replace(/[“”]/g, '"').replace(/—/g, '-');
const PROSE = Array.from({ length: 8 }, () => QUOTED.filter((text) => text.length > 60).map(typed)).flat();

interface Set {
  text: string;
  /** columns from the left */
  in: number;
  /** a gap stands before it */
  apart?: boolean;
}

/** A paragraph, with its first line so many columns in. */
const paragraph = (text: string, first: number): Set[] =>
  wrap(text, COLUMNS, ' '.repeat(first))
    .split('\n')
    .map((line) => ({ text: line.trim(), in: line.length - line.trimStart().length }));

/** Lines on pages, one below the other. */
function onPages(lines: readonly Set[]): Placed[][] {
  const pages: Placed[][] = [[]];
  let y = LEFT;
  for (const { text, in: columns, apart } of lines) {
    if (apart) y += STEP;
    if (y > LOWEST) {
      pages.push([]);
      y = LEFT;
    }
    pages.at(-1)!.push([LEFT + WIDE * columns, (y += STEP), TYPE, text]);
  }
  return pages;
}

const learnt = async (pages: readonly (readonly Placed[])[]) => {
  async function* bytes() {
    yield pdfOf(pages, 'Courier');
  }
  return (await readText(bytes(), { name: 'a.pdf' })).text.trimEnd();
};
const raw = async (lines: readonly Set[]) => (await read({ holds: pdfOf(onPages(lines), 'Courier') })).text;

describe('paragraphs of a PDF', () => {
  it.each([3, 5])('begin where a line stands %i columns in, and go on over pages', async (first) => {
    expect(await learnt(onPages(PROSE.flatMap((text) => paragraph(text, first))))).toBe(PROSE.join('\n\n'));
  });

  it('go on over pages where gaps part them', async () => {
    const lines = PROSE.flatMap((text) => paragraph(text, 0).map((line, at) => ({ ...line, apart: at === 0 })));
    expect(await learnt(onPages(lines))).toBe(PROSE.join('\n\n'));
  });

  it('are told from those beside them on a page of short ones, which most distances part', async () => {
    const short = ['"You will want to come in," he said.', '"There is always weather," she said.', 'She took the mug.'];
    const texts = [...PROSE.slice(0, 3), ...short, ...PROSE.slice(3, 5), ...short, ...short];
    const lines = texts.flatMap((text) => paragraph(text, 0).map((line, at) => ({ ...line, apart: at === 0 })));
    expect(await learnt(onPages(lines).slice(0, 1))).toBe(texts.join('\n\n'));
  });

  it('end with a page that is not full', async () => {
    const title = { text: 'The house by the river', in: 0 };
    const chapter = [...PROSE.slice(0, 4), 'He said that it would be as cold a night as any, and'].flatMap((text) =>
      paragraph(text, 4),
    );
    const text = await learnt([...onPages(chapter), ...onPages([title, ...chapter])]);
    expect(text).toContain(' as any, and\n\nThe house by the river\n');
  });

  it('go on in items of a list that stand in as far', async () => {
    const item = ['* The boats that went to the sea in the morning, and so', 'came back with the tide, all of them.'];
    const list = Array.from({ length: 6 }, (_, at) => ({ text: item[at % 2], in: at % 2 ? 4 : 2 }));
    expect(await raw([...PROSE.slice(0, 6).flatMap((text) => paragraph(text, 4)), ...list])).toMatch(
      /and so ?\ncame back/,
    );
  });

  it('hold verse that stands in or at the edge as it was broken', async () => {
    const verse = [
      'The moon is on the water, love,',
      'the wind is on the hill,',
      'My love is with the fishes now,',
      'and all the boats are still.',
    ];
    for (const deep of [
      [8, 8],
      [8, 11],
      [0, 2],
    ]) {
      const stanza = verse.map((text, at) => ({ text, in: deep[at % 2], apart: at === 0 }));
      const lines = PROSE.slice(0, 8).flatMap((text) => [...paragraph(text, 4), ...stanza]);
      expect((await learnt(onPages(lines))).replace(/\n+/g, '\n')).toContain(`\n${verse.join('\n')}\n`);
    }
  });

  it('are none in speeches that stand in below whoever speaks', async () => {
    const texts = PROSE.filter(
      (text) =>
        wrap(text, COLUMNS - 8)
          .split('\n')
          .at(-1)!.length >
        COLUMNS - 20,
    ).slice(0, 4);
    expect(texts).toHaveLength(4);
    const speeches = texts.flatMap((text) => [
      { text: 'ADA.', in: 0 },
      ...wrap(text, COLUMNS - 8)
        .split('\n')
        .map((line) => ({ text: line, in: 4 })),
    ]);
    expect((await raw(speeches)).replace(/ \n/g, '\n')).toBe(`${speeches.map(({ text }) => text).join('\n')}\n`);
  });

  it('are none in verse, rows and sequences, however alike their lines are in length', async () => {
    const even = (at: number) =>
      `The boats that went to sea, and came ${['again', 'no more', 'of late'][at % 3]} to us`;
    for (const [first, line] of [
      [0, even],
      [3, even],
      [0, (at: number) => `2024-03-01 13:00:${10 + at} info worker ${at % 7} is done with job ${1000 + at}`],
      [0, () => 'acgt gcta ttga acgg acgt gcta ttga acgg acgt gcta ttga acgg'],
    ] as const) {
      const lines = Array.from({ length: 40 }, (_, at) => ({ text: line(at), in: first * (at % 2) }));
      expect(await raw(lines)).not.toContain(' \n');
      expect((await learnt(onPages(lines))).split(/\n+/)).toEqual(lines.map(({ text }) => text));
    }
  });
});

describe('notes of a PDF', () => {
  const body = PROSE.slice(0, 3).flatMap((text) => paragraph(text, 4));
  const page = (raised: string, after: number, ...foot: Placed[]): Placed[] => {
    const [lines] = onPages(body);
    const [x, y, , text] = lines[after];
    return [
      ...lines.slice(0, after + 1),
      [x + WIDE * text.length, y - 4, 6, raised],
      ...lines.slice(after + 1),
      ...foot,
    ];
  };
  const whole = PROSE.slice(0, 3).join('\n\n');

  it('go with their numbers', async () => {
    const foot: Placed[] = [
      [LEFT, 700, 8, '1 So it was told, and it was'],
      [LEFT, 710, 8, 'told so again.'],
    ];
    const { text, found } = await read({ holds: pdfOf([page('1', 2, ...foot), page('2', 2)], 'Courier') });
    expect(text).not.toMatch(/\d|told so/);
    expect(found).toMatchObject({ heads: 0, omitted: { notes: 1 } });
    expect(await learnt([page('1', 2, ...foot)])).toBe(whole);
  });

  it('are what a number points to: small type alone stays, as do powers and fractions', async () => {
    expect(await learnt([page('1', 2, [LEFT, 700, 8, '2 So it was told.'])])).toBe(`${whole}\n\n2 So it was told.`);
    for (const [text, power] of [
      ['20 m', '2'],
      ['20 km', '2'],
      ['sin', '4'],
      ['add ', '1'],
      ['E = mc', '2'],
      ['(a + b)', '3'],
    ]) {
      const set: Placed[] = [
        [LEFT, 650, TYPE, text],
        [LEFT + WIDE * text.length, 646, 6, power],
        [LEFT, 700, 8, `${power} cups of flour`],
      ];
      expect(await learnt([[...onPages(body)[0], ...set]])).toBe(
        `${whole}\n\n${text}${power}\n\n${power} cups of flour`,
      );
    }
  });

  it('count on from page to page where they stand at the end of the text', async () => {
    const { text } = await read({ holds: pdfOf([page('1', 2), page('2', 2), page('3', 2)], 'Courier') });
    expect(text).not.toMatch(/\d/);
  });
});
