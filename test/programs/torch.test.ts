import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reasonAgainstTorch } from '../../build/setup/tests/programs.mjs';
import { samplingSchema } from '../../electron/contract/story.ts';
import { Storyteller } from '../../electron/engine/generation/storyteller.ts';
import { InferenceNetwork } from '../../electron/engine/inference/network.ts';
import { createKernels, type Kernels } from '../../electron/engine/kernels/index.ts';
import { loadRuntime } from '../../electron/engine/runtime/index.ts';
import { leaving } from '../engine/formats/leaving.ts';
import { CASES, probabilitiesBehindEach, worst } from './cases.ts';
import { bothTell, EXAMPLES } from './example.ts';
import { Program } from './program.ts';

const reason = reasonAgainstTorch();
if (reason) process.stdout.write(`The specs that open exports in PyTorch are skipped: ${reason}.\n`);

let kernels: Kernels;
let python: Program;
beforeAll(async () => {
  kernels = createKernels(await loadRuntime());
  if (!reason) python = new Program('torch_programs.py');
});
afterAll(() => python?.close());

describe.skipIf(reason !== '')('PyTorch loads the folder and predicts the same', () => {
  test.each(CASES)('$input, $context, $layers layers, tied $tieWeights', async (settings) => {
    const { small, place } = await leaving(kernels, settings, 'safetensors');
    const ids = [3, 0, small.vocabulary.size - 1, 7];
    const asked = { ask: 'predict', folder: place, ids };
    const { whole, steps, names } = await python.ask<{ whole: number[][]; steps: number[][]; names: string[] }>(asked);
    const own = probabilitiesBehindEach(small.model, ids);
    expect(worst(whole, own)).toBeLessThan(1e-5);
    expect(worst(steps, own)).toBeLessThan(1e-5);
    expect(names).toContain('lstm.weight_ih_l0');
    small.model.dispose();
  });
});

describe.skipIf(reason !== '')('model.py tells the same greedy story', () => {
  test.each([
    { tokenizer: 'whitespace', context: 'window', windowLength: 3 },
    { tokenizer: 'whitespace', context: 'sequence', minimumCount: 2 },
    { tokenizer: 'characters', context: 'sequence', lowercase: true },
    { tokenizer: 'words', context: 'sequence' },
  ] as const)('$tokenizer, $context', async (settings) => {
    const { small, place } = await leaving(kernels, settings, 'safetensors');
    const teller = new Storyteller({ ...small, network: InferenceNetwork.of(small.model) });
    const prompt = 'the mice had';
    const { text } = await teller.tell(prompt, samplingSchema.parse({ greedy: true, length: 25, unknown: 'keep' }));
    expect(await python.ask<string>({ ask: 'tell', folder: place, prompt, count: 25 })).toBe(text);
    small.model.dispose();
  });
});

describe.skipIf(reason !== '')('the example in the README runs as it stands and tells our greedy story', () => {
  test.each(EXAMPLES)('%o', async (settings) => {
    const { theirs, ours } = await bothTell(kernels, python, 'safetensors', settings);
    expect(theirs).toBe(ours);
  });
});
