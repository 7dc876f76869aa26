import { describe, expect, test } from 'vitest';
import { samplingSchema, type StorySymbol } from '../../../../electron/contract/story.ts';
import { inManner, mannerOf, defaultSampling, nextSeed } from '../../../../renderer/rooms/story/sampling/manners.ts';
import { placePanel } from '../../../../renderer/rooms/story/book/place-panel.ts';
import {
  promptPieces,
  replaceAll,
  replaceWord,
  unknownWords,
} from '../../../../renderer/rooms/story/prompt/prompt-words.ts';
import { retellFrom, tellOn } from '../../../../renderer/rooms/story/retell.ts';
import { LENGTH_SCALE, LINEAR } from '../../../../renderer/rooms/story/sampling/scales.ts';
import { copiedOf, spanAt } from '../../../../renderer/rooms/story/text/copied.ts';

const symbols: StorySymbol[] = ['had', 'a', 'sly', 'mouse', '.'].map((text, id) => ({
  id,
  text,
  probability: 0.1,
  runnersUp: [
    { text: 'old', probability: 0.4 },
    { text: 'young', probability: 0.2 },
  ],
}));
const sampling = samplingSchema.parse({ length: 6 });

describe('telling anew from a runner-up', () => {
  test('keeps what stands before, puts the chosen one in its place and goes on behind it', () => {
    const { from, sampling: asked } = retellFrom(symbols, 2, { text: 'old', probability: 0.4 }, sampling);
    expect(from.map(({ text }) => text)).toEqual(['had', 'a', 'old']);
    expect(asked).toEqual(sampling);
  });

  test('the one replaced is among the runners-up then, in its rank', () => {
    const { from } = retellFrom(symbols, 2, { text: 'young', probability: 0.2 }, sampling);
    expect(from[2].runnersUp.map(({ text }) => text)).toEqual(['old', 'sly']);
  });

  test('near the end of the story it still tells half the length', () => {
    expect(retellFrom(symbols, 4, { text: 'old', probability: 0.4 }, sampling).sampling.length).toBe(8);
  });

  test('telling on keeps everything and tells the length once more', () => {
    const on = tellOn(symbols, sampling);
    expect(on.from).toEqual(symbols);
    expect(on.sampling.length).toBe(11);
  });
});

describe('unknown words of the prompt', () => {
  const text = 'The Kitten saw the kiten';
  const told = [
    { text: 'the', offset: 0, known: true, nearest: [] },
    { text: ' kitten', offset: 3, known: false, nearest: ['mouse', 'mice'] },
    { text: ' saw', offset: 10, known: true, nearest: [] },
    { text: ' kiten', offset: 18, known: false, nearest: [] },
  ];
  const words = unknownWords(text, told);

  test('are found as typed, without the blank before', () => {
    expect(words.map(({ start, end, text: word }) => [start, end, word])).toEqual([
      [4, 10, 'Kitten'],
      [19, 24, 'kiten'],
    ]);
    expect(promptPieces(text, words).filter(({ unknown }) => unknown)).toHaveLength(2);
    expect(
      promptPieces(text, words)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
  });

  test('are replaced in place, with their capital where the model has none', () => {
    expect(replaceWord(text, words[0], 'mouse', true)).toEqual({ text: 'The Mouse saw the kiten', caret: 9 });
    expect(replaceWord(text, words[0], 'mouse', false).text).toBe('The mouse saw the kiten');
  });

  test('all at once, except where nothing is near', () => {
    expect(replaceAll(text, words, true)).toBe('The Mouse saw the kiten');
  });
});

describe('copied spans', () => {
  const spans = [
    { start: 1, length: 7, position: 40 },
    { start: 6, length: 8, position: 90 },
    { start: 60, length: 20, position: 5 },
  ];

  test('count of what was told only, overlaps once', () => {
    const { share, longest, marks } = copiedOf(spans, 4, 100);
    expect(share).toBeCloseTo((10 + 20) / 100);
    expect(longest).toBe(20);
    expect([...marks.slice(0, 11)]).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0]);
  });

  test('of two that begin close together the longer has the note', () => {
    expect([...copiedOf(spans, 4, 100).notes.values()]).toEqual([spans[1], spans[2]]);
  });

  test('belong to the words in them', () => {
    expect(spanAt(spans, 4, 56)).toBe(spans[2]);
    expect(spanAt(spans, 4, 50)).toBeUndefined();
    expect(copiedOf([], 4, 0).share).toBe(0);
  });
});

test('the manner of a sampling is recognised, and seeds go round', () => {
  expect(mannerOf(defaultSampling)).toBe('balanced');
  expect(mannerOf(inManner(defaultSampling, 'article'))).toBe('article');
  expect(mannerOf(inManner(inManner(defaultSampling, 'article'), 'free'))).toBe('free');
  expect(mannerOf({ ...defaultSampling, temperature: 0.7 })).toBe('own');
  expect(nextSeed(4_294_967_295)).toBe(0);
});

test('sliders stand for the values that they are moved to', () => {
  expect(LINEAR(0.05, 2).value(LINEAR(0.05, 2).at(0.8))).toBe(0.8);
  expect(LINEAR(0.05, 2).at(5)).toBe(195);
  expect(LENGTH_SCALE.value(LENGTH_SCALE.at(130))).toBe(120);
});

test('the panel stands below its word, flips where there is no room, and stays within the page', () => {
  const page = { left: 100, top: 0, width: 600, height: 2000 };
  const view = { left: 80, top: 50, width: 700, height: 500 };
  const panel = { width: 268, height: 240 };
  const word = { left: 300, top: 100, width: 60, height: 24 };
  expect(placePanel(word, page, view, panel)).toEqual({ left: 180, top: 130, most: 414 });
  expect(placePanel({ ...word, top: 500 }, page, view, panel).top).toBe(500 - 240 - 6);
  const between = placePanel({ ...word, top: 280 }, page, { ...view, height: 450 }, panel);
  expect([between.top, between.top + between.most + 6]).toEqual([56, 280]);
  expect(placePanel({ ...word, left: 690 }, page, view, panel).left).toBe(600 - 268);
});
