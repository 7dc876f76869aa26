import { readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { Hyperparameters } from '../../../electron/contract/hyperparameters.ts';
import type { LoopState } from '../../../electron/engine/training/index.ts';
import { checkpointSteps } from '../../../electron/storage/checkpoints/checkpoints.ts';
import { lockHolder, takeLock } from '../../../electron/storage/processes/locks.ts';
import { runFiles } from '../../../electron/storage/runs/run-files.ts';
import type { Workspace } from '../../../electron/storage/workspace/workspace.ts';
import { temporaryFolder } from '../../storage/temporary-folder.ts';
import { RUN, TINY, workspaceWithRun } from '../training-workspace.ts';
import { failureOf, startWorker, type Client, type LastWord } from '../worker-client.ts';

let worker: Client;
afterEach(() => worker.end());

const filesOf = (workspace: Workspace) => runFiles(workspace.runs.path(RUN));
const PORTABLE = { AESOP_ENGINE: 'portable' };

/** A workspace whose run was trained in a worker of its own, to its end or until `meanwhile` ends it. */
async function trained(
  h: Hyperparameters,
  meanwhile: (worker: Client, workspace: Workspace) => Promise<void> = async () => {},
): Promise<{ workspace: Workspace; word: LastWord }> {
  const workspace = await workspaceWithRun(temporaryFolder(), h);
  worker = await startWorker(PORTABLE);
  const ended = worker.run('train', { workspace: workspace.root, run: RUN, resume: false });
  await meanwhile(worker, workspace);
  const word = await ended;
  await worker.end();
  return { workspace, word };
}

async function keep(workspace: Workspace): Promise<LastWord> {
  worker = await startWorker(PORTABLE);
  return worker.run('keep', { workspace: workspace.root, run: RUN });
}

interface StateFile {
  best: boolean;
  state: Partial<LoopState>;
}

const statePath = (workspace: Workspace, step: number) =>
  join(filesOf(workspace).checkpoints, String(step), 'state.json');
const readState = async (workspace: Workspace, step: number) =>
  JSON.parse(await readFile(statePath(workspace, step), 'utf8')) as StateFile;

describe('a run is kept as a model', () => {
  test('after its worker was killed: from its newest checkpoint, with the figures that evaluate finds', async () => {
    const { workspace, word } = await trained({ ...TINY, steps: 1_000_000 }, async (worker, { runs }) => {
      const { checkpoints } = runFiles(runs.path(RUN));
      await expect.poll(() => checkpointSteps(checkpoints), { timeout: 30_000 }).toContain(40);
      worker.child.kill('SIGKILL');
    });
    expect(word).toMatchObject({ type: 'died', signal: 'SIGKILL' });
    const newest = (await checkpointSteps(filesOf(workspace).checkpoints)).at(-1);
    const kept = await keep(workspace);
    expect(kept).toMatchObject({ type: 'done', result: { model: RUN, steps: newest } });
    const { modelPath, accuracy, loss } = (
      kept as unknown as { result: Record<'accuracy' | 'loss', number> & { modelPath: string } }
    ).result;
    expect(await workspace.models.read(RUN)).toMatchObject({ run: RUN, metrics: { loss, accuracy } });
    expect(await lockHolder(filesOf(workspace).folder)).toBeUndefined();
    await worker.end();
    worker = await startWorker(PORTABLE);
    const path = join(workspace.corpora.path('fable'), 'text.txt');
    const measured = await worker.run('evaluate', { model: modelPath, path, name: 'fable' });
    expect((measured as { result: { accuracy: number } }).result.accuracy).toBeCloseTo(accuracy, 6);
  });

  test('with the same weights that the same run would have left by itself', async () => {
    const { workspace } = await trained({ ...TINY, steps: 60 });
    const weights = join(workspace.models.path(RUN), 'weights.bin');
    const before = await readFile(weights);
    await workspace.models.remove(RUN);
    expect(await keep(workspace)).toMatchObject({ type: 'done', result: { steps: 60 } });
    expect((await readFile(weights)).equals(before)).toBe(true);
  });

  test('from the best checkpoint by validation where the newest is clearly worse', async () => {
    const { workspace } = await trained({ ...TINY, steps: 60, evaluateEvery: 40 });
    const last = await readState(workspace, 60);
    const state = { ...last.state, lastValidationLoss: 9, best: { step: 40, validationLoss: 2 } };
    await writeFile(statePath(workspace, 60), JSON.stringify({ ...last, best: false, state, sha256: undefined }));
    expect(await keep(workspace)).toMatchObject({ type: 'done', result: { steps: 60 } });
    expect((await workspace.models.read(RUN)).step).toBe(40);
  });

  test.each([0, 0.1])(
    'after it diverged, validated by %s of its text: never from the newest checkpoint',
    async (validationFraction) => {
      const h: Hyperparameters = {
        ...TINY,
        validationFraction,
        optimizer: 'sgd',
        learningRate: 100,
        clipNorm: 0,
        dropout: 0,
        warmupSteps: 150,
        evaluateEvery: 20,
      };
      const { workspace, word } = await trained(h);
      const error = failureOf(word);
      expect(['loss-not-finite', 'loss-exploded']).toContain(error.code);
      await workspace.runs.update(RUN, (run) => ({ ...run, status: 'failed', error }));
      const steps = await checkpointSteps(filesOf(workspace).checkpoints);
      expect(await keep(workspace)).toMatchObject({ type: 'done', result: { steps: steps.at(-1) } });
      const { step, metrics } = await workspace.models.read(RUN);
      expect(step).toBeLessThan(steps.at(-1)!);
      const { state } = await readState(workspace, steps.at(-1)!);
      expect(metrics.loss).toBeLessThan(state.lastReport!.loss!);
    },
  );

  test('from the one before where the newest is damaged, and says so where none is whole', async () => {
    const { workspace } = await trained({ ...TINY, steps: 40, validationFraction: 0 });
    const damage = (step: number) =>
      truncate(join(filesOf(workspace).checkpoints, String(step), 'weights.safetensors'), 100);
    await damage(40);
    expect((await keep(workspace)).type).toBe('done');
    expect((await workspace.models.read(RUN)).step).toBe(20);
    await worker.end();
    await damage(20);
    expect(failureOf(await keep(workspace))).toMatchObject({ code: 'checkpoint-missing', values: { id: RUN } });
  });

  test('not while another process trains it', async () => {
    const { workspace } = await trained({ ...TINY, steps: 20 });
    const lock = await takeLock(filesOf(workspace).folder);
    expect(failureOf(await keep(workspace))).toMatchObject({ code: 'run-locked' });
    await lock.release();
  });
});
