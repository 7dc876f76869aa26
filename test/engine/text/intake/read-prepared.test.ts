import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Preparation, StepName } from '../../../../electron/contract/preparation.ts';
import { pathOf } from '../../../cases/table.ts';
import { readText } from './read-text.ts';
import { novel } from '../preparation/texts.ts';

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

async function read(from: string | AsyncIterable<Uint8Array>, prepare?: Preparation, more = {}) {
  const { corpus, text } = await readText(from, { name: 'a text', prepare, ...more });
  const done = corpus.preparation.filter((step) => step.done).map(({ step }) => step);
  return { corpus, text, done };
}

const only = (...steps: StepName[]): Preparation => ({
  proposed: false,
  steps: Object.fromEntries(steps.map((step) => [step, true])),
});
const FRAMED = pathOf('13-frame.txt');

describe('a text in a frame', () => {
  test('is prepared by what is sure, and told as it was before', async () => {
    const { corpus, text, done } = await read(FRAMED);
    expect(done).toEqual(['frame']);
    expect(text).toMatch(/^I went out in the morning/);
    expect(corpus.source).toMatchObject({ characters: 1694, lines: 28 });
    expect(corpus.characters).toBe(text.length);
    const [frame] = corpus.preparation;
    expect(frame.characters).toBe(1694 - text.length);
    expect(frame).not.toHaveProperty('plan');
  });

  test('stays as it is where nothing is to be done, with what was found', async () => {
    const { corpus, done } = await read(FRAMED, { proposed: false });
    expect(done).toEqual([]);
    expect(corpus.sha256).toBe(corpus.source.sha256);
    expect(corpus.preparation.map(({ step }) => step)).toContain('frame');
  });

  test('is measured as it is kept, also where that is not as it came', async () => {
    const { corpus, text } = await read(bytesOf('The cat\ufeff sat.\nThe dog ran.\n'), { proposed: false });
    expect(text).toContain('\ufeff');
    expect(corpus).toMatchObject({ characters: 27, lines: 2, source: { characters: 26, lines: 2 } });
    expect(corpus.sha256).toBe(createHash('sha256').update(text).digest('hex'));
  });

  test.each<[string, Preparation, StepName[]]>([
    ['all that is proposed but one', { steps: { frame: false } }, []],
    ['one more than is proposed', { steps: { repeats: true } }, ['frame', 'repeats']],
    ['nothing but one', only('repeats'), ['repeats']],
    ['one that is not found in it', only('cues'), []],
  ])('is prepared by %s', async (_, prepare, steps) => {
    expect((await read(FRAMED, prepare)).done).toEqual(steps);
  });
});

test('lines that a typesetter broke are joined, verse is left alone', async () => {
  const { wrapped, written } = novel(64, 3, 'blank');
  expect((await read(bytesOf(wrapped))).text.trim()).toBe(written.trim());
});

describe('where nothing would be left', () => {
  const SIGNS = '\u200b\u200b\u2060';
  const CHAT = Array.from({ length: 30 }, (_, at) => `[01/03/24, 1:${10 + at}:00 PM] Ada: image omitted`).join('\n');
  const nameless = { stamps: { names: false } };

  test('what is only proposed is not done', async () => {
    await expect(read(bytesOf(SIGNS))).rejects.toMatchObject({ code: 'text-blank' });
    const { text, done } = await read(bytesOf(CHAT), { options: nameless });
    expect(done).toEqual([]);
    expect(text).toBe(CHAT);
  });

  test('what was asked for is refused', async () => {
    const asked = read(bytesOf(CHAT), { steps: { stamps: true }, options: nameless });
    await expect(asked).rejects.toMatchObject({ code: 'text-nothing-left' });
  });
});

test('what is said to be plain text is not read as a page', async () => {
  const page = '<!DOCTYPE html>\n<html><body><p>The fox met the crow.</p></body></html>\n';
  expect((await read(bytesOf(page))).text.trim()).toBe('The fox met the crow.');
  expect((await read(bytesOf(page), undefined, { plain: true })).text).toBe(page);
});

test('the column of a table is chosen by its name or its number', async () => {
  const jokes = pathOf('12-jokes.csv');
  const likes = (await read(jokes, undefined, { column: 'likes' })).text;
  expect(likes).toMatch(/^\d+\n\d+\n/);
  expect((await read(jokes, undefined, { column: '3' })).text).toBe(likes);
  await expect(read(jokes, undefined, { column: 'laughs' })).rejects.toMatchObject({ code: 'column-unknown' });
});

test('progress goes from nothing to all, never back', async () => {
  const shares: number[] = [];
  await read(FRAMED, undefined, { onProgress: (share: number) => shares.push(share) });
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(shares.at(-1)).toBe(1);
});
