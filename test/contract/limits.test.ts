import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { parseBoundedJson } from '../../electron/contract/bounded-json.ts';
import { corpusSchema } from '../../electron/contract/corpus.ts';
import { AesopError, fromPlainError, plainErrorSchema, toPlainError } from '../../electron/contract/errors.ts';
import { message } from '../../electron/contract/message.ts';
import { cutText, JSON_BOUNDS, listOf, LONGEST, MOST_STORY_SYMBOLS } from '../../electron/contract/limits.ts';
import { runSchema, sampleSchema } from '../../electron/contract/run.ts';
import { storySchema, storySymbolSchema } from '../../electron/contract/story.ts';
import { corpusNamed, runNamed, storyNamed } from '../storage/things.ts';

describe('a JSON text within bounds', () => {
  const bounds = { depth: 3, values: 8 };
  test.each([
    '{"a":[1,{"b":null}]}',
    '"[[[[[[{{{{,,,,,,,,"',
    '{"\\\\":"\\"[[[[,,,,,,,,","b":"\\\\\\"[[[[,,,,,,,,"}',
    '["\\\\",[],[[]]]',
    '1e5',
    '[[],[],[]]',
  ])('%s is what JSON.parse says', (text) => {
    expect(parseBoundedJson(text, bounds)).toEqual(JSON.parse(text));
  });

  test.each([
    ['[[[[', RangeError],
    ['{"a":{"a":{"a":{"a":1}}}}', RangeError],
    ['[1,2,3,4,5,6,7,8,9]', RangeError],
    ['[{},{},{},{},{}', RangeError],
    ['{"\\\\":[[[[', RangeError],
    [']]]][[[[', SyntaxError],
    ['"never ends [[[[[', SyntaxError],
    ['', SyntaxError],
  ])('%s is refused', (text, error) => {
    expect(() => parseBoundedJson(text, bounds)).toThrow(error);
  });
});

test('the longest story that can be told is within the bounds of its file', () => {
  const other = { text: ' misunderstandings', probability: 0.123_456_789_012_345 };
  const symbol = { id: 123_456, ...other, runnersUp: Array.from({ length: 5 }, () => other) };
  const sample = 2000;
  const story = { ...storyNamed('a'), symbols: Array.from({ length: sample }, () => symbol) };
  const text = JSON.stringify(story, null, 2);
  const { bytes, depth, values } = JSON_BOUNDS.stories;
  expect((text.length * MOST_STORY_SYMBOLS) / sample).toBeLessThan(bytes);
  const share = Math.ceil((values * sample) / MOST_STORY_SYMBOLS);
  expect(storySchema.parse(parseBoundedJson(text, { depth, values: share }))).toEqual(story);
});

test('a long list is refused at its first value that does not fit, with one complaint', () => {
  const list = listOf(storySymbolSchema, 10_000);
  const bad = list.safeParse(Array.from({ length: 10_000 }, () => ({})));
  expect(bad.error?.issues).toHaveLength(1);
  expect(listOf(z.string(), 2).safeParse(['a', 'b', 'c']).success).toBe(false);
  expect(list.parse([{ id: 1, text: 'a', probability: 1, runnersUp: [] }])).toHaveLength(1);
});

describe('symbols as long as a text', () => {
  const long = 'x'.repeat(2_000_000);

  test('are cut where they are only shown, and nothing becomes unreadable by them', () => {
    const corpus = corpusNamed('a');
    corpus.statistics.top = [{ symbol: long, count: 2 }];
    corpus.statistics.repeats = [{ text: long, length: 1, count: 2 }];
    const { statistics } = corpusSchema.parse(corpus);
    expect(statistics.top[0].symbol).toHaveLength(LONGEST.shownSymbol);
    expect(statistics.repeats[0].text).toHaveLength(LONGEST.lines);
    const prediction = { context: [long], predicted: long, expected: long, probability: 1 };
    const sample = sampleSchema.parse({ step: 1, predictions: [prediction], prompt: long, story: long });
    expect(JSON.stringify(sample).length).toBeLessThan(100_000);
  });

  test('stay whole in a kept story', () => {
    const symbols = [{ id: 1, text: long, probability: 1, runnersUp: [{ text: long, probability: 0 }] }];
    expect(storySchema.parse({ ...storyNamed('a'), symbols, text: long }).symbols).toEqual(symbols);
  });

  test('are cut between characters', () => {
    expect(cutText('a😀😀', 3)).toBe('a…');
    expect(cutText('a😀😀', 5)).toBe('a😀😀');
  });
});

describe('an error with long values', () => {
  const long = 'y'.repeat(1_000_000);
  const error = new AesopError(
    'file-damaged',
    { path: long, problem: message('phrases.field-unfit', { field: long }) },
    long,
  );

  test('is cut where it is made, and told all the same on the other side of a border', () => {
    const plain = toPlainError(error);
    expect(JSON.stringify(plain).length).toBeLessThan(6 * LONGEST.lines);
    expect(plainErrorSchema.parse(plain)).toEqual(plain);
    expect(fromPlainError(plain)).toMatchObject({ code: 'file-damaged', values: error.values });
    expect(toPlainError(new TypeError(long))).toMatchObject({ code: 'internal' });
  });

  test('of an Aesop that did not cut leaves its run readable', () => {
    const uncut = { code: 'internal', message: long, hint: '', values: { words: long }, detail: long };
    const run = runSchema.parse(runNamed('a', { status: 'failed', error: uncut }));
    expect(run.error!.detail).toHaveLength(LONGEST.lines);
    expect(run.error!.code).toBe('internal');
  });
});
