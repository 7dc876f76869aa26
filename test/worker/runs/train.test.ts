import { cp, mkdir, readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { checkpointSteps } from '../../../electron/storage/checkpoints/checkpoints.ts';
import { takeLock } from '../../../electron/storage/processes/locks.ts';
import { runFiles } from '../../../electron/storage/runs/run-files.ts';
import type { Workspace } from '../../../electron/storage/workspace/workspace.ts';
import { temporaryFolder } from '../../storage/temporary-folder.ts';
import { RUN, smallText, TINY, workspaceWithRun } from '../training-workspace.ts';
import { failureOf, startWorker, type Client } from '../worker-client.ts';

const PORTABLE = { AESOP_ENGINE: 'portable' };
const LONG = { ...TINY, steps: 1_000_000, reportEvery: 1 };
let worker: Client;

afterEach(() => worker.end());

const filesOf = (workspace: Workspace) => runFiles(workspace.runs.path(RUN));
async function train(workspace: Workspace, resume = false) {
  worker = await startWorker(PORTABLE);
  return { ended: worker.run('train', { workspace: workspace.root, run: RUN, resume }) };
}

describe('training in a worker', () => {
  test('tells its start, leaves a model that tells, is measured as evaluate measures, and gives its lock back', async () => {
    const workspace = await workspaceWithRun(temporaryFolder(), { ...TINY, steps: 60 });
    const { ended } = await train(workspace);
    const word = await ended;
    expect(word.type).toBe('done');
    const result = (word as { result: { accuracy: number; modelPath: string } }).result;
    expect(await worker.heard('started')).toMatchObject({ symbols: 1200, vocabularySize: 14, fromStep: 0 });
    expect((await readdir(workspace.models.path(RUN))).sort()).toEqual([
      'card.json',
      'model.json',
      'vocabulary.json',
      'weights.bin',
    ]);
    const card = await workspace.models.read(RUN);
    expect(card).toMatchObject({ id: RUN, run: RUN, step: 60, vocabularySize: 14 });
    expect(card.prompt.split(' ')).toHaveLength(4);
    await worker.end();
    worker = await startWorker(PORTABLE);
    const path = join(workspace.corpora.path('fable'), 'text.txt');
    const measured = await worker.run('evaluate', { model: result.modelPath, path, name: 'fable' });
    const { accuracy, predictions } = (measured as { result: { accuracy: number; predictions: number } }).result;
    expect(predictions).toBe(1199);
    expect(accuracy).toBeCloseTo(result.accuracy, 6);
    const names = await readdir(filesOf(workspace).folder);
    expect(names.sort()).toEqual(['checkpoints', 'metrics.jsonl', 'run.json', 'samples.jsonl', 'tensorboard']);
  });

  test('computes in float32, and says so, where fast precision does not pay', async () => {
    const workspace = await workspaceWithRun(temporaryFolder(), { ...TINY, steps: 2, precision: 'fast' });
    const { ended } = await train(workspace);
    expect((await ended).type).toBe('done');
    const { warnings } = (await worker.heard('started')) as { warnings: { code: string }[] };
    expect(warnings.map(({ code }) => code)).toContain('not-fast-here');
  });

  test('stops after its step with a checkpoint and a model, and reports at most about ten times a second', async () => {
    const workspace = await workspaceWithRun(temporaryFolder(), LONG);
    const { ended } = await train(workspace);
    await worker.heard('report');
    const began = performance.now();
    await new Promise((resolve) => setTimeout(resolve, 1500));
    worker.ask('stop');
    const word = await ended;
    const seconds = (performance.now() - began) / 1000;
    expect(word).toMatchObject({ type: 'stopped', model: RUN });
    const { step } = word as { step: number };
    expect((await checkpointSteps(filesOf(workspace).checkpoints)).at(-1)).toBe(step);
    expect((await workspace.models.read(RUN)).hyperparameters.steps).toBe(1_000_000);
    expect(worker.messages.filter(({ type }) => type === 'report').length).toBeLessThan(11 * seconds + 3);
  });

  test('pauses with a checkpoint and without a model', async () => {
    const workspace = await workspaceWithRun(temporaryFolder(), LONG);
    const { ended } = await train(workspace);
    await worker.heard('report');
    worker.ask('pause');
    const word = (await ended) as { type: string; step: number };
    expect(word.type).toBe('stopped');
    expect(await checkpointSteps(filesOf(workspace).checkpoints)).toContain(word.step);
    await expect(workspace.models.read(RUN)).rejects.toMatchObject({ code: 'model-missing' });
  });

  test('keeps out of a folder that another process trains in', async () => {
    const workspace = await workspaceWithRun(temporaryFolder());
    const lock = await takeLock(workspace.runs.path(RUN));
    const { ended } = await train(workspace);
    expect(failureOf(await ended)).toMatchObject({ code: 'run-locked', values: { pid: String(process.pid) } });
    await lock.release();
  });

  test('passes a damaged checkpoint over, and goes on from the one before', async () => {
    const workspace = await workspaceWithRun(temporaryFolder(), { ...TINY, steps: 60 });
    await (
      await train(workspace)
    ).ended;
    await worker.end();
    const { checkpoints } = filesOf(workspace);
    await truncate(join(checkpoints, '60', 'weights.safetensors'), 100);
    await workspace.runs.update(RUN, (run) => ({ ...run, hyperparameters: { ...TINY, steps: 80 } }));
    const { ended } = await train(workspace, true);
    expect((await ended).type).toBe('done');
    expect(await worker.heard('started')).toMatchObject({ fromStep: 40 });
    expect(await checkpointSteps(checkpoints)).toContain(80);
  });

  test('says so when no checkpoint is whole', async () => {
    const workspace = await workspaceWithRun(temporaryFolder());
    await mkdir(join(filesOf(workspace).checkpoints, '20'), { recursive: true });
    const { ended } = await train(workspace, true);
    expect(failureOf(await ended)).toMatchObject({ code: 'checkpoint-missing', values: { id: RUN } });
  });

  test.each([
    ['a text that is gone', 'corpus-missing', (path: string) => writeFile(join(path, 'corpus.json.bak'), '')],
    ['a text that was changed', 'file-damaged', (path: string) => writeFile(join(path, 'text.txt'), smallText(300))],
  ])('of %s fails as %s', async (_, code, harm) => {
    const workspace = await workspaceWithRun(temporaryFolder());
    await harm(workspace.corpora.path('fable'));
    if (code === 'corpus-missing') await workspace.corpora.remove('fable');
    const { ended } = await train(workspace);
    expect(failureOf(await ended).code).toBe(code);
  });

  test('of a text that is gone calls it by its name', async () => {
    const workspace = await workspaceWithRun(temporaryFolder());
    await workspace.corpora.remove('fable');
    const { ended } = await train(workspace);
    expect(failureOf(await ended).values).toEqual({ id: 'Fable' });
  });

  test('goes on with a text that was imported anew', async () => {
    const workspace = await workspaceWithRun(temporaryFolder());
    const { corpora } = workspace;
    await cp(corpora.path('fable'), corpora.path('fable-2'), { recursive: true });
    await corpora.remove('fable');
    const { ended } = await train(workspace);
    expect((await ended).type).toBe('done');
  });

  test.each(['whitespace', 'words', 'characters'] as const)('of blanks only says so (%s)', async (tokenizer) => {
    const workspace = await workspaceWithRun(temporaryFolder(), { ...TINY, tokenizer }, ' \n\n \t'.repeat(400));
    const { ended } = await train(workspace);
    expect(failureOf(await ended)).toMatchObject({ code: 'text-blank', values: { name: 'Fable' } });
  });

  test('of fewer symbols than the settings need says how many', async () => {
    const workspace = await workspaceWithRun(temporaryFolder(), TINY, smallText(20));
    const { ended } = await train(workspace);
    expect(failureOf(await ended)).toMatchObject({ code: 'text-too-short', values: { symbols: 20 } });
  });
});

test('a model folder is checked whole before it is used', async () => {
  const workspace = await workspaceWithRun(temporaryFolder(), { ...TINY, steps: 5 });
  await (
    await train(workspace)
  ).ended;
  const model = workspace.models.path(RUN);
  const bytes = await readFile(join(model, 'weights.bin'));
  await writeFile(join(model, 'weights.bin'), bytes.subarray(0, 64));
  expect(failureOf(await worker.run('verify', { model })).code).toBe('model-truncated');
});
