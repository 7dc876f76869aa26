import { beforeAll, describe, expect, test } from 'vitest';
import type { LoadedModel } from '../../../electron/engine/formats/index.ts';
import { evaluateModel, evaluateText } from '../../../electron/engine/generation/evaluate.ts';
import { createKernels, type Kernels } from '../../../electron/engine/kernels/index.ts';
import { disposeState, type ModelState } from '../../../electron/engine/model/index.ts';
import { Random } from '../../../electron/engine/random.ts';
import { loadRuntime } from '../../../electron/engine/runtime/index.ts';
import { readCorpus } from '../../../electron/engine/text/corpus.ts';
import { FABLE, smallModel } from '../formats/small-model.ts';
import { taughtModel } from './taught.ts';

let kernels: Kernels;
beforeAll(async () => {
  kernels = createKernels(await loadRuntime());
});

const historyOf = ({ model: { config } }: LoadedModel) => (config.context === 'window' ? config.windowLength : 1);

/** Loss and whether it is right of each prediction, by the definition: one at a time, softmax in JavaScript. */
function eachByHand(loaded: LoadedModel, ids: Uint16Array) {
  const { model } = loaded;
  const { context } = model.config;
  const history = historyOf(loaded);
  const each: { loss: number; right: boolean }[] = [];
  let state: ModelState | null = null;
  for (let at = history; at < ids.length; at++) {
    const read: ReturnType<typeof model.predict> = model.predict(
      Int32Array.from(ids.subarray(at - history, at)),
      history,
      1,
      state,
    );
    const { logits } = read;
    disposeState(state);
    state = read.state;
    if (context === 'window') {
      disposeState(state);
      state = null;
    }
    const highest = Math.max(...logits);
    const logSum = Math.log(logits.reduce((sum, logit) => sum + Math.exp(logit - highest), 0)) + highest;
    each.push({ loss: logSum - logits[ids[at]], right: logits[ids[at]] === highest });
  }
  disposeState(state);
  return each;
}

function byHand(loaded: LoadedModel, ids: Uint16Array) {
  const each = eachByHand(loaded, ids);
  const mean = (of: (one: (typeof each)[number]) => number) =>
    each.reduce((sum, one) => sum + of(one), 0) / each.length;
  return { predictions: each.length, loss: mean(({ loss }) => loss), accuracy: mean(({ right }) => Number(right)) };
}

const randomIds = (length: number, size: number) => {
  const random = new Random(9);
  return Uint16Array.from({ length }, () => random.integer(size));
};

describe('evaluateModel', () => {
  test.each(['window', 'sequence'] as const)('%s: measures what the definition says', async (context) => {
    const small = smallModel(kernels, { context });
    const before = kernels.liveTensors;
    const ids = randomIds(60, small.vocabulary.size);
    const expected = byHand(small, ids);
    const measured = await evaluateModel(small.model, ids);
    expect(measured.predictions).toBe(expected.predictions);
    expect(measured.loss).toBeCloseTo(expected.loss, 4);
    expect(measured.accuracy).toBeCloseTo(expected.accuracy, 6);
    expect(measured.perplexity).toBeCloseTo(Math.exp(measured.loss), 6);
    expect(kernels.liveTensors).toBe(before);
    small.model.dispose();
  });

  test.each(['window', 'sequence'] as const)('%s: does not depend on how it is batched', async (context) => {
    const small = smallModel(kernels, { context, layers: 2 });
    const ids = randomIds(context === 'window' ? 403 : 2503, small.vocabulary.size);
    const before = kernels.liveTensors;
    const usual = await evaluateModel(small.model, ids);
    for (const limits of [{ lanes: 1, rows: 300 }, { lanes: 7, rows: 50 }, { lanes: 3 }]) {
      const other = await evaluateModel(small.model, ids, { limits });
      expect(other.predictions).toBe(usual.predictions);
      expect(other.loss).toBeCloseTo(usual.loss, 4);
      expect(Math.abs(other.accuracy - usual.accuracy)).toBeLessThan(3 / ids.length);
    }
    expect(kernels.liveTensors).toBe(before);
    small.model.dispose();
  });

  test('of a long text it may measure some windows, evenly spread', async () => {
    const small = smallModel(kernels);
    const ids = randomIds(403, small.vocabulary.size);
    const each = eachByHand(small, ids);
    const measured = await evaluateModel(small.model, ids, { limits: { most: 40, lanes: 16 } });
    const places = Array.from({ length: 40 }, (_, k) => Math.floor((k * each.length) / 40));
    expect(measured).toMatchObject({ predictions: 40, isSample: true });
    expect(measured.loss).toBeCloseTo(places.reduce((sum, at) => sum + each[at].loss, 0) / 40, 4);
    expect(await evaluateModel(small.model, ids, { limits: { most: 400 } })).toMatchObject({
      predictions: 400,
      isSample: false,
    });
    small.model.dispose();
  });

  test('or the beginnings of stretches that lie evenly in it', async () => {
    const small = smallModel(kernels, { context: 'sequence' });
    const ids = randomIds(3000, small.vocabulary.size);
    const each = eachByHand(small, ids);
    const before = kernels.liveTensors;
    const measured = await evaluateModel(small.model, ids, { limits: { most: 1200, rows: 100 } });
    const stretches = [0, 1499].flatMap((start) => each.slice(start, start + 600));
    expect(measured).toMatchObject({ predictions: 1200, isSample: true });
    expect(measured.loss).toBeCloseTo(stretches.reduce((sum, { loss }) => sum + loss, 0) / 1200, 3);
    expect(kernels.liveTensors).toBe(before);
    small.model.dispose();
  });

  test('tells its progress, and stops when asked, leaving nothing behind', async () => {
    const small = smallModel(kernels, { context: 'sequence' });
    const ids = randomIds(1200, small.vocabulary.size);
    const fractions: number[] = [];
    await evaluateModel(small.model, ids, {
      limits: { rows: 100 },
      onProgress: (fraction) => fractions.push(fraction),
    });
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
    expect(fractions.at(-1)).toBe(1);
    const before = kernels.liveTensors;
    const stopped = evaluateModel(small.model, ids, { signal: AbortSignal.abort(new Error('asked')) });
    await expect(stopped).rejects.toThrow('asked');
    expect(kernels.liveTensors).toBe(before);
    small.model.dispose();
  });

  test('of a model whose numbers have grown beyond all bounds ends in words', async () => {
    const small = smallModel(kernels);
    for (const parameter of small.model.parameters) parameter.assign(parameter.values().fill(3.4e38));
    await expect(evaluateModel(small.model, randomIds(20, 9))).rejects.toMatchObject({ code: 'prediction-not-finite' });
    small.model.dispose();
  });

  test('needs one symbol more than a window', async () => {
    const small = smallModel(kernels, { windowLength: 5 });
    await expect(evaluateModel(small.model, randomIds(5, 9))).rejects.toMatchObject({
      code: 'text-too-short',
      values: { symbols: 5, needed: 6 },
    });
    expect((await evaluateModel(small.model, randomIds(6, 9))).predictions).toBe(1);
    small.model.dispose();
  });
});

describe('evaluateText', () => {
  const read = (text: string) => readCorpus({ text }, { tokenizer: 'whitespace' });

  test('a model taught a text knows it', async () => {
    const taught = taughtModel(kernels);
    const measured = await evaluateText(taught, await read(FABLE));
    expect(measured).toMatchObject({ symbols: 51, unknown: 0, predictions: 48 });
    expect(measured.accuracy).toBeGreaterThan(0.95);
    taught.model.dispose();
  });

  test('unknown symbols are counted: left out, or predicted as <unk> where the model has it', async () => {
    const text = await read('the mouse said dragon dragon some said this , and wyvern that');
    const without = smallModel(kernels);
    expect(await evaluateText(without, text)).toMatchObject({ symbols: 12, unknown: 3, predictions: 12 - 3 - 3 });
    without.model.dispose();
    const withUnknown = smallModel(kernels, { minimumCount: 2 });
    expect(await evaluateText(withUnknown, text)).toMatchObject({ symbols: 12, predictions: 12 - 3 });
    withUnknown.model.dispose();
  });
});
