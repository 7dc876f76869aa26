import { describe, expect, test } from 'vitest';
import type { StorySymbol } from '../../electron/contract/story.ts';
import { capitalise, capitaliseText } from '../../electron/typesetting/capitals.ts';
import { setPrompt, storyJoining, type Joining } from '../../electron/typesetting/joining.ts';
import { bareFrom, surpriseScale, surpriseStep } from '../../electron/typesetting/surprise.ts';
import { titleOf } from '../../electron/contract/story.ts';
import { textOf, typeset, type Typeset } from '../../electron/typesetting/typeset.ts';

const symbols = (texts: readonly string[]): StorySymbol[] =>
  texts.map((text, id) => ({ id, text, probability: 0.5, runnersUp: [] }));

const set = (prompt: string, texts: readonly string[], joining: Joining, capitals = false, before?: Typeset) =>
  typeset({ prompt, symbols: symbols(texts), joining, capitals, scale: 1 }, before);

const ofLoss = (loss: number) => ({ metrics: { loss, accuracy: null, perplexity: null } });

const paragraphs = ({ blocks }: Typeset) =>
  blocks.flatMap((block) => block.paragraphs.map(({ words }) => words.map(({ gap, text }) => gap + text).join('')));

describe('surprise', () => {
  test.each([
    [1, 0],
    [0.5, 0],
    [0.499, 1],
    [0.2, 1],
    [0.08, 2],
    [0.079, 3],
    [0.02, 3],
    [0.019, 4],
    [0, 4],
  ])('a probability of %f is step %i', (probability, step) => expect(surpriseStep(probability, 1)).toBe(step));

  test('is scaled to the model’s own: a young model is not all amber, a settled one is as it was', () => {
    expect(surpriseScale(ofLoss(0.02))).toBe(1);
    expect(surpriseScale(undefined)).toBe(1);
    const young = surpriseScale(ofLoss(Math.log(126)));
    // as surprising as its words are on the average: the lightest shade
    expect(surpriseStep(1 / 126, young)).toBe(1);
    expect(surpriseStep(0.04, young)).toBe(0);
    expect(surpriseStep(1e-6, young)).toBe(3);
    expect(surpriseStep(bareFrom(young), young)).toBe(0);
  });
});

describe('capitals', () => {
  test('stand at the beginning and after full stops, behind quotation marks too', () => {
    expect(capitaliseText('long ago . “you will” said he? no! 3.14 is pi…', { begins: true }).text).toBe(
      'Long ago . “You will” said he? No! 3.14 is pi…',
    );
  });

  test('wait for the first letter, over as many symbols as that takes', () => {
    let state = { begins: false };
    const said = ['.', ' ', '“', 'ö', 'l'].map((symbol) => {
      const { text, after } = capitalise(symbol, state);
      state = after;
      return text;
    });
    expect(said.join('')).toBe('. “Öl');
  });

  test('leave a number and a script without capitals alone', () => {
    expect(capitaliseText('end. 7 mice. 守株。待兔', { begins: false }).text).toBe('end. 7 mice. 守株。待兔');
  });
});

describe('a story set for reading', () => {
  test('the article’s symbols stand apart by one space, marks close up', () => {
    const page = set('long ago , the', ['mice', ',', 'said', 'he', '.', 'now', '(', 'then', ')'], 'spaces');
    expect(textOf(page)).toBe('long ago, the mice, said he. now (then)');
  });

  test('symbols with blanks of their own give exactly the text back', () => {
    const texts = [' mice', ',', '\n', '\n', ' ', 'Then', '  ', ' x', '\n'];
    expect(textOf(set('the ', texts, 'own'))).toBe(`the${texts.join('')}`);
  });

  test('what is shown with capitals is what is copied; the symbols stay', () => {
    const texts = ['.', 'then', 'it', 'ran', '.'];
    expect(textOf(set('a mouse', texts, 'spaces', true))).toBe('A mouse. Then it ran.');
    expect(textOf(set('a mouse', texts, 'spaces'))).toBe('a mouse. then it ran.');
  });

  test('line ends make paragraphs, empty lines set them apart', () => {
    const page = set('One', [' two', '\n', 'three', '\n', '\n', 'four'], 'own');
    expect(paragraphs(page)).toEqual([' two\n', 'three\n\n', 'four']);
    expect(page.blocks[0].paragraphs.map(({ apart, ours }) => [apart, ours])).toEqual([
      [false, false],
      [false, false],
      [true, false],
    ]);
  });

  test('a text without line ends is broken at full stops, for reading only', () => {
    const texts = Array.from({ length: 300 }, (_, at) => (at % 10 === 9 ? '.' : 'w'));
    const page = set('p', texts, 'spaces');
    expect(paragraphs(page).length).toBeGreaterThan(2);
    expect(paragraphs(page).every((paragraph) => paragraph.endsWith('.'))).toBe(true);
    expect(textOf(page)).not.toContain('\n');
  });

  test('blocks stay as they are while more is told behind them, and a change sets them anew', () => {
    const texts = Array.from({ length: 2000 }, (_, at) => (at % 20 === 19 ? '.' : `w${at}`));
    const first = set('p', texts.slice(0, 1500), 'spaces');
    const more = set('p', texts, 'spaces', false, first);
    expect(more.blocks.length).toBeGreaterThan(first.blocks.length);
    expect(more.blocks.slice(0, -3).every((block, at) => block === first.blocks[at])).toBe(true);
    expect(textOf(more)).toBe(textOf(set('p', texts, 'spaces')));
    const changed = [...texts];
    changed[3] = 'other';
    expect(textOf(set('p', changed, 'spaces', false, more))).toBe(textOf(set('p', changed, 'spaces')));
    expect(more.blocks.every(({ start, end }) => end - start < 500)).toBe(true);
  });

  test('told piece by piece it is the same as told at once', () => {
    const texts = 'a b . \n c \n \n d . e'.split(' ').flatMap((text) => [text, ' ']);
    const many = Array.from({ length: 80 }, () => texts).flat();
    let page: Typeset | undefined;
    for (let end = 0; end <= many.length; end += 7) page = set('x', many.slice(0, end), 'own', true, page);
    page = set('x', many, 'own', true, page);
    expect(page).toEqual(set('x', many, 'own', true));
  });
});

test('set a few blocks at a time, and over a story that grows, it comes to the same', () => {
  const texts = Array.from({ length: 2000 }, (_, at) => (at % 20 === 19 ? '.' : `w${at}`));
  const growing = symbols(texts.slice(0, 1500));
  const manuscript = { prompt: 'p', symbols: growing, joining: 'spaces', capitals: true, scale: 1 } as const;
  let page = typeset(manuscript, undefined, 2);
  expect([page.whole, page.blocks.length]).toEqual([false, 2]);
  growing.push(...symbols(texts).slice(1500));
  for (let calls = 0; !page.whole && calls < 10; calls++) page = typeset(manuscript, page, 2);
  expect(page).toEqual(set('p', texts, 'spaces', true));
});

test('the prompt loses only the space that the next symbol brings, and none of an indent', () => {
  expect(setPrompt('long ago , the ', 'spaces')).toBe('long ago, the');
  expect(setPrompt('two  ', 'own')).toBe('two  ');
  expect(setPrompt('one ', 'own')).toBe('one');
  expect(setPrompt('    for', 'own')).toBe('    for');
  expect(setPrompt('  fo ', 'letters')).toBe('  fo ');
});

test('a story whose model is gone opens as it did', () => {
  const joining = (prompt: string, told: string[], text: string) =>
    storyJoining(undefined, { prompt, symbols: symbols(told), text });
  expect(joining('  fo ', ['r', ' '], '  fo r ')).toBe('letters');
  expect(joining('two ', [' mice', '.'], 'two mice.')).toBe('own');
  expect(joining('two', ['mice', '.'], 'two mice .')).toBe('spaces');
});

test('a title is the beginning, cut at a word', () => {
  expect(titleOf(' had a\ngeneral ')).toBe('had a general');
  const long = titleOf(`${'word '.repeat(11)}and, so it went on`);
  expect(long).toMatch(/word and…$/);
  // a character of Chinese says as much as three letters
  expect(titleOf('宋人有耕田者，田中有株，兔走触株，折颈而死，因释其耒而守株')).toBe(
    '宋人有耕田者，田中有株，兔走触株，折颈而死…',
  );
  expect(titleOf('𠮷'.repeat(30))).toBe(`${'𠮷'.repeat(20)}…`);
});
