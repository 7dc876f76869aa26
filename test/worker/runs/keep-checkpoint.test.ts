import { readFile, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { ModelCard } from '../../../electron/contract/model.ts';
import type { Report } from '../../../electron/contract/run.ts';
import { checkpointSteps } from '../../../electron/storage/checkpoints/checkpoints.ts';
import { takeLock } from '../../../electron/storage/processes/locks.ts';
import { runFiles } from '../../../electron/storage/runs/run-files.ts';
import type { Workspace } from '../../../electron/storage/workspace/workspace.ts';
import { temporaryFolder } from '../../storage/temporary-folder.ts';
import { RUN, TINY, workspaceWithRun } from '../training-workspace.ts';
import { failureOf, startWorker, type Client, type LastWord } from '../worker-client.ts';

const PORTABLE = { AESOP_ENGINE: 'portable' };
const filesOf = (workspace: Workspace) => runFiles(workspace.runs.path(RUN));

let worker: Client;
afterEach(() => worker.end());

async function trained(steps: number): Promise<Workspace> {
  const workspace = await workspaceWithRun(temporaryFolder(), { ...TINY, steps });
  worker = await startWorker(PORTABLE);
  await worker.run('train', { workspace: workspace.root, run: RUN, resume: false });
  return workspace;
}

const keepStep = (workspace: Workspace, step: number): Promise<LastWord> =>
  worker.run('keepCheckpoint', {
    workspace: workspace.root,
    run: RUN,
    step,
    model: `fable-step-${step}`,
    name: `Fable · step ${step}`,
  });

const reportAt = async (workspace: Workspace, step: number): Promise<Report> =>
  (await readFile(filesOf(workspace).metrics, 'utf8'))
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Report)
    .find((report) => report.step === step)!;

test('a checkpoint becomes a model of its own, with what was validated at its step', async () => {
  const workspace = await trained(60);
  const own = await readFile(join(workspace.models.path(RUN), 'card.json'), 'utf8');
  expect(await keepStep(workspace, 40)).toMatchObject({ type: 'done', result: { model: 'fable-step-40', steps: 40 } });
  const card: ModelCard = await workspace.models.read('fable-step-40');
  expect(card).toMatchObject({ name: 'Fable · step 40', run: RUN, step: 40 });
  const { validationLoss, validationBitsPerCharacter } = await reportAt(workspace, 40);
  expect(validationLoss).toBeGreaterThan(0);
  expect(card.metrics.validationLoss).toBeCloseTo(validationLoss!, 6);
  expect(card.metrics.validationBitsPerCharacter).toBeCloseTo(validationBitsPerCharacter!, 6);
  expect(card.metrics.loss).toBeGreaterThan((await workspace.models.read(RUN)).metrics.loss!);
  expect(await readFile(join(workspace.models.path(RUN), 'card.json'), 'utf8')).toBe(own);
  const told = await worker.run('tell', {
    model: workspace.models.path('fable-step-40'),
    prompt: card.prompt,
    sampling: { seed: 1, length: 5 } as never,
  });
  expect(told.type).toBe('done');
  // the training itself validated nothing at this one
  expect((await reportAt(workspace, 20)).validationLoss).toBeUndefined();
  await keepStep(workspace, 20);
  const early = await workspace.models.read('fable-step-20');
  expect(early.metrics.validationLoss).toBeGreaterThan(0);
  expect(early.metrics.validationLoss).not.toBe(card.metrics.validationLoss);
});

test('it is made while another process holds the run, and leaves its checkpoints as they are', async () => {
  const workspace = await trained(40);
  const before = await checkpointSteps(filesOf(workspace).checkpoints);
  const lock = await takeLock(filesOf(workspace).folder);
  expect((await keepStep(workspace, 20)).type).toBe('done');
  await lock.release();
  expect(await checkpointSteps(filesOf(workspace).checkpoints)).toEqual(before);
});

test('of one that is damaged or gone nothing is made', async () => {
  const workspace = await trained(40);
  await truncate(join(filesOf(workspace).checkpoints, '20', 'weights.safetensors'), 100);
  expect(failureOf(await keepStep(workspace, 20)).code).toBe('file-damaged');
  expect(failureOf(await keepStep(workspace, 30)).code).toBe('file-missing');
  expect((await workspace.models.list()).items.map(({ id }) => id)).toEqual([RUN]);
});
