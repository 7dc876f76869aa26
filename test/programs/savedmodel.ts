import type * as tfjs from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { nativeLibraries } from '../../electron/engine/runtime/native-folder.ts';
import { requireTensorFlow } from '../../electron/engine/runtime/require-tensorflow.mjs';
import { leaving } from '../engine/formats/leaving.ts';
import { CASES, HARD_CASES, probabilitiesBehindEach, worst } from './cases.ts';
import { bothTell, EXAMPLES } from './example.ts';
import type { Programs } from './program.ts';

/** Probabilities by lane: behind whole windows, behind each symbol, and behind a shorter window and a step. */
interface Told {
  readonly whole: number[][];
  readonly steps: number[][][];
  readonly onward: number[][] | null;
}

/** What tfjs-node has beside tfjs. */
interface Node {
  readonly node: {
    loadSavedModel(folder: string, tags: string[], signature: string): Promise<tfjs.InferenceModel>;
  };
}

const addon = nativeLibraries()[0];

/** Registers what TensorFlow proves of a SavedModel. @param programs to be asked in tests alone */
export function opensInTensorFlow(programs: () => Programs): void {
  describe('TensorFlow loads the folder and predicts the same, symbol by symbol and window by window', () => {
    test.each([...CASES, ...HARD_CASES])('$input, $context, $layers layers, tied $tieWeights', async (settings) => {
      const { small, place } = await leaving(programs().kernels, settings, 'savedmodel');
      const rows = [
        [3, 0, small.vocabulary.size - 1, 7],
        [1, 5, 5, 2],
      ];
      const asked = { ask: 'savedmodel', path: place, rows, layers: settings.layers, units: 6 };
      const { whole, steps, onward } = await programs().python.ask<Told>(asked);
      const own = rows.map((ids) => probabilitiesBehindEach(small.model, ids));
      for (const [at, table] of own.entries())
        expect(
          worst(
            steps.map((lanes) => lanes[at]),
            table,
          ),
        ).toBeLessThan(1e-5);
      const behind = own.map((table) => table.at(-1)!);
      expect(worst(whole, behind)).toBeLessThan(1e-5);
      // a sequence may have any length, and its state goes on
      if (settings.context === 'sequence') expect(worst(onward!, behind)).toBeLessThan(1e-5);
      else expect(onward).toBeNull();
      small.model.dispose();
    });
  });

  describe('the example in the README runs as it stands and tells our greedy story', () => {
    test.each(EXAMPLES)('%o', async (settings) => {
      const { theirs, ours } = await bothTell(programs().kernels, programs().python, 'savedmodel', settings);
      expect(theirs).toBe(ours);
    });
  });

  describe.skipIf(!addon.found)('tfjs-node loads the folder and predicts the same', () => {
    test.each(['window', 'sequence'] as const)('%s: a window, and a symbol with its state', async (context) => {
      const tf = requireTensorFlow(addon.path) as Node & typeof tfjs;
      const ids = [3, 0, 5, 7];
      const { small, place } = await leaving(programs().kernels, { context, windowLength: 4, layers: 2 }, 'savedmodel');
      const own = probabilitiesBehindEach(small.model, ids);
      const told = async (signature: string, asked: tfjs.NamedTensorMap): Promise<number[]> => {
        const model = await tf.node.loadSavedModel(place, ['serve'], signature);
        const { probabilities } = model.predict(asked, {}) as tfjs.NamedTensorMap;
        return [...probabilities.dataSync()];
      };
      const whole = await told('window', { ids: tf.tensor2d([ids], undefined, 'int32') });
      expect(worst([whole], [own.at(-1)!])).toBeLessThan(1e-5);
      const state = { c_0: tf.zeros([1, 6]), h_0: tf.zeros([1, 6]), c_1: tf.zeros([1, 6]), h_1: tf.zeros([1, 6]) };
      const one = await told('step', { ids: tf.tensor1d([ids[0]], 'int32'), ...state });
      expect(worst([one], [own[0]])).toBeLessThan(1e-5);
      small.model.dispose();
    });
  });
}
