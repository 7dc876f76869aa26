import { readdirSync, watch } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkpointSteps } from '../../../electron/storage/checkpoints/checkpoints.ts';
import { runFiles } from '../../../electron/storage/runs/run-files.ts';
import type { Workspace } from '../../../electron/storage/workspace/workspace.ts';
import { temporaryFolder } from '../../storage/temporary-folder.ts';
import { withTensorFlow } from '../../engine/tensorflow-here.ts';
import { RUN, TINY, workspaceWithRun } from '../training-workspace.ts';
import { startWorker, type Client, type LastWord } from '../worker-client.ts';
import { untimedLines } from '../untimed.ts';

/** Long enough to be killed often, with a checkpoint every few moments. */
const LONGER = { ...TINY, steps: 300, reportEvery: 5, evaluateEvery: 75, checkpointEvery: 10 };

/** The same moments each time, as far as a clock allows. */
function* moments(): Generator<number> {
  for (let state = 7; ;) {
    state = (state * 48271) % 2147483647;
    yield state / 2147483647;
  }
}

async function trainOnce(workspace: Workspace, meanwhile?: (worker: Client) => Promise<void>): Promise<LastWord> {
  const worker = await startWorker();
  const ended = worker.run('train', { workspace: workspace.root, run: RUN, resume: true });
  await Promise.race([meanwhile?.(worker), ended]);
  const word = await ended;
  await worker.end();
  return word;
}

/** Kills as soon as a checkpoint begins to be written. */
function killWhileWriting(workspace: Workspace): (worker: Client) => Promise<void> {
  return async (worker) => {
    await worker.heard('started');
    const { checkpoints } = runFiles(workspace.runs.path(RUN));
    await new Promise<void>((resolve) => {
      const watcher = watch(checkpoints, () => {
        if (!readdirSync(checkpoints).some((name) => name.endsWith('.tmp'))) return;
        watcher.close();
        resolve();
      });
      worker.child.once('exit', () => {
        watcher.close();
        resolve();
      });
    });
    worker.child.kill('SIGKILL');
  };
}

/** Kills at a moment of its start, or so long after its first steps. */
function killAt(moment: { starting?: number; training?: number }): (worker: Client) => Promise<void> {
  return async (worker) => {
    if (moment.starting === undefined) await worker.heard('report');
    await new Promise((resolve) => setTimeout(resolve, moment.starting ?? moment.training));
    worker.child.kill('SIGKILL');
  };
}

/** All that must be the same, and nothing that tells the time. */
async function outcome(workspace: Workspace) {
  const files = runFiles(workspace.runs.path(RUN));
  const bytes = (...path: string[]) => readFile(join(...path));
  const last = join(files.checkpoints, String(LONGER.steps));
  return {
    model: await bytes(workspace.models.path(RUN), 'weights.bin'),
    weights: await bytes(last, 'weights.safetensors'),
    optimizer: await bytes(last, 'optimizer.safetensors'),
    ...(await untimedLines(files)),
  };
}

/**
 * Kills a run so often, at every sixth time while it starts and at every sixth while a checkpoint is written, then lets
 * it end.
 * @param training milliseconds from the first steps to the end of a run that nobody kills
 */
async function trainKilled(workspace: Workspace, kills: number, training: number) {
  const { checkpoints } = runFiles(workspace.runs.path(RUN));
  const random = moments();
  const newest: number[] = [];
  for (let n = 0; n < kills; n++) {
    const moment = random.next().value!;
    // On average the run gets on by little more than half of its length before the last kill.
    const within = (1.2 * training * moment) / kills;
    const kill = killAt(n % 6 === 1 ? { starting: moment * 1000 } : { training: within });
    const word = await trainOnce(workspace, n % 6 === 5 ? killWhileWriting(workspace) : kill);
    // A machine that has less to do than before lets it end sooner.
    if (word.type === 'done') return newest;
    expect(word.type).toBe('died');
    newest.push((await checkpointSteps(checkpoints)).at(-1) ?? 0);
  }
  expect(await trainOnce(workspace)).toMatchObject({ type: 'done' });
  return newest;
}

test.each([['portable', 6], ...(withTensorFlow ? [['tensorflow', 3] as const] : [])] as const)(
  'a run on the engine %s, killed at random moments, ends as one that was never interrupted, bit for bit',
  async (engine, kills) => {
    const undisturbed = await workspaceWithRun(temporaryFolder(), { ...LONGER, engine });
    let began = 0;
    const stopwatch = async (worker: Client) => {
      await worker.heard('report');
      began = performance.now();
    };
    expect(await trainOnce(undisturbed, stopwatch)).toMatchObject({ type: 'done' });
    const training = performance.now() - began;

    const killed = await workspaceWithRun(temporaryFolder(), { ...LONGER, engine });
    const newest = await trainKilled(killed, kills, training);
    const [ours, theirs] = [await outcome(killed), await outcome(undisturbed)];
    expect(ours.reports).toEqual(theirs.reports);
    expect(ours.samples).toEqual(theirs.samples);
    for (const part of ['model', 'weights', 'optimizer'] as const)
      expect(ours[part].equals(theirs[part]), part).toBe(true);
    expect(new Set(newest).size, newest.join()).toBeGreaterThan(Math.min(3, kills / 4));
    expect(newest).toEqual([...newest].sort((a, b) => a - b));
    const { checkpoints } = runFiles(killed.runs.path(RUN));
    expect(readdirSync(checkpoints).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  },
  600_000,
);
