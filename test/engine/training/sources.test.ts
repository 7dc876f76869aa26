import { describe, expect, test } from 'vitest';
import { createKernels } from '../../../electron/engine/kernels/index.ts';
import { evaluateModel } from '../../../electron/engine/generation/evaluate.ts';
import { evaluateSources } from '../../../electron/engine/generation/evaluate-sources.ts';
import {
  forgetLanes,
  LanguageModel,
  modelConfig,
  stateValues,
  disposeState,
} from '../../../electron/engine/model/index.ts';
import { Random } from '../../../electron/engine/random.ts';
import { loadRuntime } from '../../../electron/engine/runtime/index.ts';
import { UnknownSymbols } from '../../../electron/engine/text/vocabulary/unknown-symbols.ts';
import { Breath } from '../../../electron/engine/training/breath.ts';
import { checkpointForm } from '../../../electron/engine/training/index.ts';
import { validate } from '../../../electron/engine/training/evaluation.ts';
import { chain, letters, tiny, trainTiny } from './fixture.ts';

const starts = [0, 60, 62, 190];
const kernels = createKernels(await loadRuntime());
const model = (values: Parameters<typeof tiny>[0]) =>
  LanguageModel.create(modelConfig(tiny(values), letters().size), kernels, new Random(3));

describe('a text of several sources', () => {
  test('a lane that comes to another source starts without memory, the others go on with theirs', () => {
    const subject = model({ context: 'sequence' });
    const { state } = subject.predict(Int32Array.from([1, 2, 3, 4, 5, 6]), 2, 3, null);
    const before = stateValues(kernels, state);
    const forgotten = forgetLanes(kernels, state, [1]);
    const after = stateValues(kernels, forgotten);
    const units = before[0].length / 3;
    after.forEach((values, k) => {
      expect(values.subarray(units, 2 * units).every((value) => value === 0)).toBe(true);
      expect(before[k].subarray(units, 2 * units).some((value) => value !== 0)).toBe(true);
      for (const [from, to] of [
        [0, units],
        [2 * units, 3 * units],
      ])
        expect(values.subarray(from, to)).toEqual(before[k].subarray(from, to));
    });
    disposeState(forgotten);
    subject.dispose();
  });

  test.each([{ context: 'window' }, { context: 'sequence', batchSize: 1 }] as const)(
    'what is measured of it is what each source by itself has: %o',
    async (values) => {
      const subject = model(values);
      const ids = chain(300);
      const loaded = { model: subject, vocabulary: letters() };
      const text = { ids, vocabulary: letters(), unknown: new UnknownSymbols() };
      const sources = starts.map((start, index) => ({ start, end: starts[index + 1] ?? ids.length }));
      // the second has two symbols, no window
      const fit = values.context === 'window' ? sources.filter((_, index) => index !== 1) : sources;
      const alone = [];
      for (const { start, end } of fit) alone.push(await evaluateModel(subject, ids.subarray(start, end)));
      const predictions = alone.reduce((sum, each) => sum + each.predictions, 0);
      const loss = alone.reduce((sum, each) => sum + each.loss * each.predictions, 0) / predictions;
      const told: number[] = [];
      const all = await evaluateSources(loaded, { ...text, starts }, { onProgress: (fraction) => told.push(fraction) });
      expect(all.predictions).toBe(predictions);
      expect(all.loss).toBeCloseTo(loss, 10);
      // a letter is a symbol
      expect(all.bitsPerCharacter).toBeCloseTo(loss / Math.LN2, 8);
      expect(told.at(-1)).toBeCloseTo(1, 6);
      expect(told).toEqual(told.toSorted((a, b) => a - b));
      // as the validation does
      const validated = await validate(subject, ids, sources, tiny(values), new Breath());
      expect(validated.loss).toBeCloseTo(loss, 5);
      const whole = await evaluateModel(subject, ids);
      expect(await evaluateSources(loaded, { ...text, starts: [0] })).toMatchObject(whole);
      expect(whole.predictions).toBeGreaterThan(predictions);
      // each source by its share
      const some = await evaluateSources(loaded, { ...text, starts }, { limits: { most: 60 } });
      expect(some.isSample).toBe(true);
      expect(some.predictions).toBeGreaterThanOrEqual(60 - fit.length);
      expect(some.predictions).toBeLessThanOrEqual(60 + fit.length);
      expect(all.isSample).toBe(false);
      subject.dispose();
    },
  );

  test('a source that is kept aside whole is not learnt from', async () => {
    const h = tiny({ validationFile: 4, steps: 20 });
    const ids = chain(300);
    const other = ids.slice();
    other.fill(0, 190);
    const [one, two] = [await trainTiny(h, { ids, starts }), await trainTiny(h, { ids: other, starts })];
    expect(one.reports.map(({ loss }) => loss)).toEqual(two.reports.map(({ loss }) => loss));
    expect(one.best!.validationLoss).not.toBe(two.best!.validationLoss);
    expect(one.reports.some(({ validationLoss }) => validationLoss !== undefined)).toBe(true);
  });

  test('a checkpoint that stands where its sources have no place is refused', async () => {
    const h = tiny({ context: 'sequence', sequenceLength: 7, batchSize: 4, steps: 5 });
    const { checkpoints } = await trainTiny(h, { starts });
    const { checkpoint } = checkpoints.at(-1)!;
    const form = checkpointForm(h, { ids: chain(300), starts, vocabulary: letters() });
    expect(() => form.requireFit(checkpoint)).not.toThrow();
    const { data } = checkpoint.state;
    const beyond = { ...checkpoint, state: { ...checkpoint.state, data: { ...data, position: 40 } } };
    expect(() => form.requireFit(beyond)).toThrow('its place in the text');
  });
});
