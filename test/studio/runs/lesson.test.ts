import { join } from 'node:path';
import { appendFileSync, readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import type { Run, Sample } from '../../../electron/contract/run.ts';
import type { Studio } from '../../../electron/studio/index.ts';
import { PATIENCE } from '../../../electron/studio/runs/training.ts';
import { checkpointSteps } from '../../../electron/storage/checkpoints/checkpoints.ts';
import { temporaryFolder } from '../../storage/temporary-folder.ts';
import { QUICK, reached, runOf, studioWithFable } from '../open-studio.ts';

/** One report every ten steps, and a checkpoint only at the end. */
const SETTINGS = {
  ...QUICK,
  reportEvery: 10,
  steps: 40,
  checkpointEvery: 1000,
  context: 'window',
  windowLength: 3,
  tokenizer: 'whitespace',
} as const;
const PIN = { text: 'the mice had' };

function stands(studio: Studio, id: string, step: number): Promise<Run> {
  return new Promise((resolve) => {
    const release = studio.on('runs.changed', ({ run }) => {
      if (run.id !== id || run.waitsAt !== step) return;
      release();
      resolve(run);
    });
  });
}
const samplesOf = async (studio: Studio, id: string): Promise<Sample[]> =>
  (await studio.request('runs.samples', { id })).samples;

test('a run stands at each report, is let on, and goes at full speed in the end; its pins are told from step 0', async () => {
  const root = temporaryFolder();
  const { studio, corpus } = await studioWithFable(root);
  const { id } = await studio.request('runs.start', { corpus, hyperparameters: SETTINGS, pins: [PIN] });
  const first = stands(studio, id, 0);
  await studio.request('runs.pace', { id, pace: 'step' });
  expect(await first).toMatchObject({ status: 'running', lesson: { pace: 'step', pins: [PIN] } });
  const second = stands(studio, id, 1);
  // before the first step the network is looked into as its seed made it
  const untrained = await studio.request('runs.trace', { id, step: 0, pin: PIN });
  const [{ pinned: atFirst }] = await samplesOf(studio, id);
  expect([untrained.step, untrained.layers[0].steps.length]).toEqual([0, 3]);
  expect(untrained.said!.right!.chance).toBeCloseTo(atFirst![0].right!.chance, 6);
  expect(untrained.said).toMatchObject({ text: PIN.text, right: { symbol: 'a', rank: atFirst![0].right!.rank } });
  await studio.request('runs.next', { id });
  await second;
  const third = stands(studio, id, 10);
  await studio.request('runs.next', { id });
  await third;
  // a report at which a class stands has its checkpoint to look into
  expect(await checkpointSteps(join(root, 'runs', id, 'checkpoints'))).toEqual([1, 10]);
  const trace = await studio.request('runs.trace', { id, step: 10, pin: PIN });
  const told = (await samplesOf(studio, id)).at(-1)!;
  expect(told.step).toBe(10);
  expect(trace.step).toBe(10);
  expect(trace.symbols.map(({ text }) => text)).toEqual(['the', 'mice', 'had']);
  expect([trace.vocabularySize, trace.chances.length, trace.layers[0].width]).toEqual([112, 112, 24]);
  expect(trace.chances.reduce((sum, { chance }) => sum + chance, 0)).toBeCloseTo(1, 6);
  const right = trace.chances.find(({ id: symbol }) => symbol === trace.right)!;
  expect(right.symbol).toBe('a');
  expect(right.chance).toBeCloseTo(told.pinned![0].right!.chance, 4);

  await studio.request('runs.pin', { id, pin: { text: 'to outwit their' } });
  const done = reached(studio, id, 'done');
  await studio.request('runs.pace', { id, pace: 'full' });
  const run = await done;
  expect(run.waitsAt).toBeUndefined();
  const counts = (await samplesOf(studio, id)).map(({ step, pinned }) => [step, pinned?.length]);
  expect(counts).toEqual([
    [0, 1],
    [1, 1],
    [10, 1],
    [20, 2],
    [30, 2],
    [40, 2],
  ]);
  // what was pinned late is told of the reports before by the checkpoints
  const late = await studio.request('runs.trace', { id, step: 12, pin: { text: 'to outwit their' } });
  expect([late.step, late.said!.right!.symbol]).toEqual([10, 'common']);
  const dictionary = await studio.request('runs.dictionary', { id });
  expect([dictionary.size, dictionary.symbols, dictionary.beginning[0].text]).toEqual([112, 204, 'long']);
  expect(dictionary.entries.slice(0, 2).map(({ id: number, text, times }) => [number, text, times])).toEqual([
    [0, ',', 14],
    [1, 'the', 11],
  ]);
  const written = JSON.parse(readFileSync(join(root, 'runs', id, 'run.json'), 'utf8')) as Run;
  expect(written.lesson?.pins).toEqual([PIN, { text: 'to outwit their' }]);
  expect((await studio.request('runs.unpin', { id, text: PIN.text })).lesson?.pins).toHaveLength(1);
  // a line that is none, as a diverged network wrote them, takes no other along
  appendFileSync(join(root, 'runs', id, 'samples.jsonl'), `${JSON.stringify({ step: 41, chance: null })}\n`);
  expect(await samplesOf(studio, id)).toHaveLength(6);
});

test('what cannot be pinned is refused with the words that the vocabulary lacks', async () => {
  const { studio, corpus } = await studioWithFable(temporaryFolder());
  const { id } = await studio.request('runs.start', { corpus, hyperparameters: SETTINGS });
  await reached(studio, id, 'done');
  const pin = (text: string) => studio.request('runs.pin', { id, pin: { text } });
  await expect(pin('the zebra had')).rejects.toMatchObject({ code: 'pin-unknown', values: { words: '“zebra”' } });
  await expect(pin('   ')).rejects.toMatchObject({ code: 'pin-empty' });
  // said at once, none of them is lost
  await Promise.all(['the', 'mice', 'had', 'a', 'cat'].map(pin));
  expect((await pin('mice')).lesson?.pins).toHaveLength(5);
  await expect(pin('bell')).rejects.toMatchObject({ code: 'pins-full' });
  await expect(studio.request('runs.next', { id })).rejects.toMatchObject({ code: 'run-idle' });
});

test('a run that stands is paused and stopped as any other, and one that everybody left pauses itself', async () => {
  const { studio, corpus } = await studioWithFable(temporaryFolder());
  const { id } = await studio.request('runs.start', { corpus, hyperparameters: { ...SETTINGS, steps: 400 } });
  const standing = stands(studio, id, 1);
  await studio.request('runs.pace', { id, pace: 'step' });
  await standing;
  const pausing = reached(studio, id, 'paused');
  await studio.request('runs.pause', { id });
  expect(await pausing).toMatchObject({ step: 1, waitsAt: undefined });

  const timers = vi.spyOn(globalThis, 'setTimeout');
  const again = stands(studio, id, 10);
  await studio.request('runs.resume', { id });
  await again;
  const patience = timers.mock.calls.find(([, milliseconds]) => milliseconds === PATIENCE)!;
  timers.mockRestore();
  const paused = reached(studio, id, 'paused');
  (patience[0] as () => void)();
  expect((await paused).step).toBe(10);
  expect(await runOf(studio, id)).toMatchObject({ status: 'paused', lesson: { pace: 'step' } });
});
