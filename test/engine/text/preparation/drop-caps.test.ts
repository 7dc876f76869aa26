import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { examine } from '../../../../electron/engine/text/preparation/index.ts';
import { asProposed, findingsOf, prepared } from './prepared.ts';

const REST =
  'When the sun rose, the river was brown. It was late, and once more the heron left all of them alone; a man sang.\n\nNo one was there when it came, and after it had gone they all went on. What a long walk along the river!\n\n';
const found = async (text: string) => (await findingsOf(text)).find(({ step }) => step === 'dropcaps');
const inLanguage = async (text: string, language: string) =>
  (await examine([text], { language, kind: 'text' })).find(({ step }) => step === 'dropcaps');

describe('a large first letter', () => {
  it.each([
    ['T HE sun rose over it.', 'THE sun rose over it.'],
    ['W hen the sun rose, it sang.', 'When the sun rose, it sang.'],
    ['“I T was late,” she said.', '“IT was late,” she said.'],
    ['O NCE more it was late.', 'ONCE more it was late.'],
    ['A LL of them sang.', 'ALL of them sang.'],
    ['T he river was brown.', 'The river was brown.'],
  ])('joins its word: %s', async (parted, whole) => {
    const text = `CHAPTER I\n\n${parted}\n\n${REST}`;
    expect(await found(text)).toMatchObject({ sure: true, places: 1, examples: [{ before: parted, after: whole }] });
    const { text: learnt, steps } = await asProposed(text);
    expect(steps).toContain('dropcaps');
    expect(learnt).toContain(`CHAPTER I\n\n${whole}`);
  });

  it('is joined in other languages, but for their words of one letter', async () => {
    const french =
      'Quand la nuit vint, le fleuve était brun. Les hommes chantaient. La nuit, les hérons à la rive. Quand donc ?\n\n';
    expect(await inLanguage(`L A nuit vint.\n\n${french}`, 'fr')).toMatchObject({ sure: true, places: 1 });
    expect(await inLanguage(`À la rive.\n\nY a-t-il une nuit ?\n\nA la nuit.\n\n${french}`, 'fr')).toBeUndefined();
    const russian =
      'Когда стало светло, река была бурой. Он ушёл, и оно было так. Вот и всё: вот. Я вышел, когда стало поздно.\n\n';
    expect(await inLanguage(`К ОГДА стало светло, он ушёл.\n\n${russian}`, 'ru')).toMatchObject({
      sure: true,
      places: 1,
    });
    expect(
      await inLanguage(`И вот он ушёл.\n\nВ от него.\n\nЯ вышел.\n\nО НО было.\n\n${russian}`, 'ru'),
    ).toMatchObject({
      plan: { words: ['О НО'] },
    });
  });

  it.each([
    'A long walk it was.',
    'A LONG walk it was.',
    'A MAN sang alone.',
    'I t was late.',
    'O ne of them.',
    'ONCE it was late.',
    'X marks the river.',
    'J. S. was alone.',
    'It was T HE sun.',
  ])('is none: %s', async (line) => expect(await found(`${line}\n\n${REST}`)).toBeUndefined());

  it('is none within a paragraph, and not sure where it may be the mark of an item', async () => {
    expect(await found(`It was late and\nT HE sun rose.\n\n${REST}`)).toBeUndefined();
    const answers = 'B e late\n\nC ome back\n\nD o it again\n\nT he river\n\nF ly\n\n';
    expect(await found(`${answers}${REST}`)).toMatchObject({ sure: false });
  });

  it('is found in no ordinary text', async () => {
    for (const corpus of ['belling-the-cat.txt', 'tiny-shakespeare.txt']) {
      const text = readFileSync(new URL(`../../../../resources/corpora/${corpus}`, import.meta.url), 'utf8');
      expect(await found(text)).toBeUndefined();
    }
  });

  it('stands where it stood without a plan', () => {
    const text = `T HE sun\n\n${REST}`;
    expect(prepared(text, [{ step: 'dropcaps' }]).text).toBe(text);
  });
});
