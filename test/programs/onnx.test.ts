import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createKernels, type Kernels } from '../../electron/engine/kernels/index.ts';
import { loadRuntime } from '../../electron/engine/runtime/index.ts';
import { leaving } from '../engine/formats/leaving.ts';
import { CASES, HARD_CASES, probabilitiesBehindEach, worst } from './cases.ts';
import { bothTell, EXAMPLES } from './example.ts';
import { Program } from './program.ts';

let kernels: Kernels;
let python: Program;
beforeAll(async () => {
  kernels = createKernels(await loadRuntime());
  python = new Program('onnx_programs.py');
});
afterAll(() => python?.close());

describe('onnxruntime predicts the same, and onnx finds no fault', () => {
  test.each([...CASES, ...HARD_CASES])('$input, $context, $layers layers, tied $tieWeights', async (settings) => {
    const { small, place } = await leaving(kernels, settings, 'onnx');
    const path = join(place, 'model.onnx');
    const found = await python.ask<{ opset: number; operators: string[]; inputs: string[] }>({ ask: 'check', path });
    expect(found.opset).toBeGreaterThanOrEqual(17);
    expect(found.operators).toContain('LSTM');
    const rows = [
      [3, 0, small.vocabulary.size - 1, 7],
      [1, 5, 5, 2],
    ];
    const own = rows.map((ids) => probabilitiesBehindEach(small.model, ids));
    const asked = { ask: 'predict', path, rows, units: 6 };
    if (settings.context === 'window') {
      const { whole } = await python.ask<{ whole: number[][] }>(asked);
      const behind = own.map((steps) => steps.at(-1)!);
      expect(worst(whole, behind)).toBeLessThan(1e-4);
    } else {
      const { whole, steps } = await python.ask<{ whole: number[][][]; steps: number[][] }>(asked);
      expect(found.inputs).toContain('c_0');
      for (const [at, table] of whole.entries()) expect(worst(table, own[at])).toBeLessThan(1e-4);
      expect(worst(steps, own[0])).toBeLessThan(1e-4);
    }
    small.model.dispose();
  });
});

describe('the example in the README runs as it stands and tells our greedy story', () => {
  test.each(EXAMPLES)('%o', async (settings) => {
    const { theirs, ours } = await bothTell(kernels, python, 'onnx', settings);
    expect(theirs).toBe(ours);
  });
});
