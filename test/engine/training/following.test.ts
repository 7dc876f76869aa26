import { describe, expect, test } from 'vitest';
import type { Pin } from '../../../electron/contract/lesson.ts';
import type { LanguageModel } from '../../../electron/engine/model/index.ts';
import { PinnedContexts } from '../../../electron/engine/training/pinned-contexts.ts';
import { askAfter, chain, letters, timeless, tiny, trainTiny } from './fixture.ts';

const symbols = (ids: ArrayLike<number>) => Array.from(ids, (id) => letters().symbol(id)).join('');
const text = symbols(chain(300));
/** the walk goes from a symbol to (5 * it + 3) mod 12, mostly */
const PINS: Pin[] = [{ text: 'dgj' }, { text: text.slice(10, 13), next: text[13] }];
const following = (pins: () => readonly Pin[], rest = async (_: number) => {}, slowed = false) => ({
  following: { pins, rest, slowed: () => slowed },
});
const unpinned = <T extends { pinned?: unknown }>({ pinned: _, ...sample }: T) => sample;

describe('pinned contexts', () => {
  test.each([
    ['windows', {}],
    ['dropout in two layers', { layers: 2, dropout: 0.4 }],
    ['sequences', { context: 'sequence', sequenceLength: 7, batchSize: 4 }],
    ["the article's windows", { order: 'article', input: 'ordinal', stride: 4, batchSize: 1 }],
  ] as const)('change no bit of what is learnt: %s', async (_, values) => {
    const h = tiny(values);
    const plain = await trainTiny(h);
    let asked = 0;
    const changing = await trainTiny(
      h,
      following(() => PINS.slice(0, asked++ % 3)),
    );
    expect(changing.weights).toEqual(plain.weights);
    expect(changing.reports.map(timeless)).toEqual(plain.reports.map(timeless));
    expect(changing.samples.map(unpinned)).toEqual(plain.samples);
    expect(changing.samples.some(({ pinned }) => pinned?.length === 2)).toBe(true);
  });

  test('are not told by weights that are no numbers any more', () => {
    const logits = new Float32Array(12).fill(NaN);
    const { context, windowLength } = tiny();
    const diverged = { config: { context, windowLength }, predict: () => ({ logits, state: null }) };
    const pinned = new PinnedContexts(diverged as unknown as LanguageModel, letters(), chain(300));
    expect(pinned.at(PINS)).toEqual([]);
  });

  test('are told from step 0 on, by chance there, and what is right grows likely', async () => {
    const h = tiny({ steps: 120, learningRate: 0.03 });
    const { samples } = await trainTiny(
      h,
      following(() => PINS),
    );
    expect(samples[0]).toMatchObject({ step: 0, predictions: [], story: '' });
    const [first, last] = [samples[0].pinned![1], samples.at(-1)!.pinned![1]];
    expect(first.right!.symbol).toBe(text[13]);
    expect(first.right!.chance).toBeCloseTo(1 / 12, 1);
    expect(last.right!.chance).toBeGreaterThan(0.5);
    expect(last).toMatchObject({ text: PINS[1].text, right: { rank: 1 } });
    expect(last.top[0]).toEqual({ symbol: text[13], chance: last.right!.chance });
    for (const { pinned } of samples)
      for (const { top } of pinned!)
        expect(top.map(({ chance }) => chance)).toEqual(top.map(({ chance }) => chance).sort((a, b) => b - a));
  });

  test('without a right symbol of their own take what most often stands behind them, or none', async () => {
    const counts = new Map<string, number>();
    for (const [, next] of text.matchAll(/dg(?=(.))/g)) counts.set(next, (counts.get(next) ?? 0) + 1);
    const most = Math.max(...counts.values());
    const pins = [{ text: 'dg' }, { text: 'aaaa' }, { text: '?' }];
    const h = tiny({ steps: 4, windowLength: 4 });
    const { samples } = await trainTiny(
      h,
      following(() => pins),
    );
    const [known, never, ...rest] = samples.at(-1)!.pinned!;
    expect(counts.get(known.right!.symbol)).toBe(most);
    expect([text.includes('aaaa'), never.right, rest]).toEqual([false, null, []]);
  });

  test('go on in a resumed run, whose step 0 is not told again', async () => {
    const h = tiny();
    const first = await trainTiny(h, { ...following(() => PINS), signal: askAfter(13, 'pause') });
    const resume = first.checkpoints.at(-1)!.checkpoint;
    const second = await trainTiny(h, { ...following(() => PINS), resume }, first.checkpoints);
    const whole = await trainTiny(
      h,
      following(() => PINS),
    );
    expect([...first.samples, ...second.samples]).toEqual(whole.samples);
  });
});

describe('a slowed training', () => {
  test('stands after each sample, with a checkpoint of that step, and learns the same; standing is no training time', async () => {
    const h = tiny();
    const plain = await trainTiny(h);
    const stood: number[] = [];
    const rest = async (step: number) => {
      stood.push(step);
      await new Promise((resolve) => setTimeout(resolve, 60));
    };
    const began = performance.now();
    const slow = await trainTiny(
      h,
      following(() => [], rest, true),
    );
    const shown = plain.samples.map(({ step }) => step);
    expect(stood).toEqual(shown.slice(0, -1));
    expect(slow.checkpoints.map(({ checkpoint }) => checkpoint.step)).toEqual(shown);
    expect(slow.weights).toEqual(plain.weights);
    expect(slow.live).not.toContain(false);
    const passed = (performance.now() - began) / 1000;
    expect(slow.seconds).toBeLessThan(passed - 0.055 * stood.length);
  });
});
