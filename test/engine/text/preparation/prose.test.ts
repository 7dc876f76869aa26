import { describe, expect, it } from 'vitest';
import { asProposed, findingsOf, wrap } from './prepared.ts';
import { DIALOGUES, QUOTED } from './prose/dialogues.ts';

const WIDTHS = [60, 65, 72, 80];
const typeset = (paragraphs: readonly string[], width: number, indent = '', between = '\n') =>
  `${paragraphs.map((paragraph) => wrap(paragraph, width, indent)).join(between)}\n`;

describe('what somebody says behind a dash', () => {
  for (const [language, paragraphs] of Object.entries(DIALOGUES)) {
    it(`is a paragraph, wrapped or not: ${language}`, async () => {
      for (const width of WIDTHS) {
        const text = typeset(paragraphs, width, '', '\n\n');
        expect((await asProposed(text)).text, String(width)).toBe(`${paragraphs.join('\n\n')}\n`);
        const indented = typeset(paragraphs, width, '   ');
        expect((await asProposed(indented)).text, String(width)).toBe(
          `${paragraphs.map((paragraph) => `   ${paragraph}`).join('\n')}\n`,
        );
      }
    });

    it(`is never joined to what another says, without any blank line: ${language}`, async () => {
      for (const sign of ['— ', '—', '– ', '-- ', '--'])
        for (const width of WIDTHS) {
          const written = paragraphs.map((paragraph) => paragraph.replace(/^[—–] ?/, sign));
          const { text } = await asProposed(typeset(written, width));
          const lines = text.split('\n');
          for (const paragraph of written.filter((each) => each.startsWith(sign)))
            expect(lines.some((line) => line.startsWith(paragraph))).toBe(true);
          // without blank lines, a paragraph that ends with a full line ends where a sentence within one may
          expect(written.length - lines.filter((line) => written.includes(line)).length).toBeLessThan(3);
        }
    });
  }
});

describe('paragraphs without blank lines between them', () => {
  it('begin with a mark of quotation, whether the line before is full or not', async () => {
    for (const marks of ['“”', '«»', '„“', '""', '‘’']) {
      const written = QUOTED.map((text) => text.replace(/“/g, marks[0]).replace(/”/g, marks[1]));
      for (const width of WIDTHS) {
        const lines = (await asProposed(typeset(written, width))).text.split('\n');
        for (const said of written.filter((text) => text.startsWith(marks[0])))
          expect(
            lines.some((line) => line.startsWith(said)),
            marks + width + said,
          ).toBe(true);
      }
    }
  });

  it('begin where a line is as deep as the first lines of others', async () => {
    for (const width of WIDTHS)
      for (const indent of ['  ', '    ']) {
        // such lines are full, and the next one is a paragraph
        const full =
          'She looked up at the wheel and she saw that it was turning now and then as if it had heard her say so';
        const said = QUOTED.flatMap((text, at) => [text, `${full.slice(0, width - indent.length - 2 - (at % 3))}.`]);
        const { text } = await asProposed(typeset(said, width, indent));
        expect(text).toBe(`${said.map((each) => indent + each).join('\n')}\n`);
      }
  });
});

describe('lines of prose', () => {
  const wrapped = (paragraph: string, width = 65) => typeset([...QUOTED, paragraph, ...QUOTED], width, '', '\n\n');
  const written = (paragraph: string) => `${[...QUOTED, paragraph, ...QUOTED].join('\n\n')}\n`;

  for (const [what, paragraph] of [
    ['four dots, which are no row of a table', 'He waited.... And then he waited again.... until the river had gone by, and the heron too.... And nobody came....'], // prettier-ignore
    ['brackets and a semicolon, which are no program', 'He had a boat (it was his brother\u2019s, and had a hole in it the size of a plum); he had a net (it was his own, and had a great many holes); and he had time.'], // prettier-ignore
    ['a title that looks like the number of an entry', 'He said as much to the notary, who had said as much to old M. Arnaud; and M. Arnaud, who had it from M. Lebrun, told it to M. Petit and to everybody else.'], // prettier-ignore
    ['a pronoun that looks like one', 'Nobody was more afraid of the weir than I. But I had to go there, and so did he, who was as tall as I. It was a cold and a wet morning, and neither he nor I. spoke of it.'], // prettier-ignore
    ['marks that stand by themselves', 'Que voulez-vous donc que je fasse de cette roue qui tourne toute seule ? Et qui me paiera donc le grain ! Vous peut-être ? Ou bien lui ! Ou le héron ?'], // prettier-ignore
  ] as const)
    it(`are joined behind ${what}`, async () => {
      for (let width = 56; width <= 80; width++)
        expect((await asProposed(wrapped(paragraph, width))).text, String(width)).toBe(written(paragraph));
    });

  it('are joined behind chapters and titles in capitals', async () => {
    const chapters = ['THE WEIR', 'THE KEY', 'THE THIRD STEP', 'THE HERON', 'A LANTERN', 'THE RAIL', 'THE LOCK'];
    const text = (paragraphs: string) => `THE MILL\n\nCONTENTS\n\n${chapters.join('\n')}\n\n${paragraphs}`;
    expect((await asProposed(text(typeset(QUOTED, 65, '', '\n\n')))).text).toBe(text(`${QUOTED.join('\n\n')}\n`));
  });

  it('are left where the next one is a chapter, whatever it is called', async () => {
    for (const chapter of ['CHAPTER IV', 'Kapitel 3', 'Глава XII', 'Capítulo II', 'Rozdział 5', '第三章']) {
      const text = `${typeset(QUOTED, 65, '', '\n\n')}\n${chapter} ${'of what the miller heard and of what he saw from the steps'.slice(0, 61 - chapter.length)}\n${chapter} of the key\n`; // prettier-ignore
      expect((await asProposed(text)).text).toContain(text.slice(text.indexOf(`\n${chapter}`)));
    }
  });

  it('of a play are joined where who speaks stands apart, and left where he does not', async () => {
    const play = (between: string, speech: (text: string) => string) =>
      `${QUOTED.map((text, at) => `${at % 2 ? 'MILLER.' : 'ARNOLD.'}${between}${speech(text.replace(/[“”]/g, ''))}\n`).join('\n')}\n`; // prettier-ignore
    expect((await asProposed(play('\n\n', (text) => wrap(text, 66)))).text).toBe(play('\n\n', (text) => text));
    const close = play('\n', (text) => wrap(text, 66));
    expect((await asProposed(close)).text).toBe(close);
  });

  it('are left where they are entries by numbers or letters', async () => {
    for (const numbers of [
      ['1.', '2.', '3.', '4.'],
      ['A.', 'B.', 'C.', 'D.'],
      ['I.', 'II.', 'III.', 'IV.'],
      ['a)', 'b)', 'c)', 'd)'],
    ]) {
      // prettier-ignore
      const list = numbers.map((number, at) => `${number} ${'the boat and the net that his brother had left at the weir'.slice(0, 50 + at)}`).join('\n'); // prettier-ignore
      expect((await asProposed(wrapped('It was this.').replace('It was this.', `It was this:\n${list}`))).text).toContain(list); // prettier-ignore
    }
  });

  it('are found to be wrapped though most of them are said by somebody', async () => {
    for (const paragraphs of Object.values(DIALOGUES)) {
      const [finding] = (await findingsOf(typeset(paragraphs, 65))).filter(({ step }) => step === 'wrapped');
      expect(finding).toMatchObject({ sure: true });
    }
  });
});
