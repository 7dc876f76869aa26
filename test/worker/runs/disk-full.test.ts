import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, onTestFinished, test } from 'vitest';
import { checkpointSteps, newestCheckpoint } from '../../../electron/storage/checkpoints/checkpoints.ts';
import { runFiles } from '../../../electron/storage/runs/run-files.ts';
import { english } from '../../messages/said.ts';
import { temporaryFolder } from '../../storage/temporary-folder.ts';
import { formOfRun, RUN, smallText, TINY, workspaceWithRun } from '../training-workspace.ts';
import { failureOf, startWorker, type Client } from '../worker-client.ts';

const DISK_BYTES = 4 * 1024 ** 2;
/** A checkpoint of some 0.9 MB: the disk holds four of them. */
const LARGE = { ...TINY, units: 100, steps: 100_000, checkpointEvery: 5, evaluateEvery: 5 };
let worker: Client;

afterEach(() => worker.end());

interface Narrow {
  folder: string;
  /** runs Node where the disk is narrow */
  execPath?: string;
}

/**
 * A place with little room: a file system of 4 MiB in memory, which root may mount; for others a Node that may write no
 * file of more than 300 KB, so that the first checkpoint does not fit.
 */
function narrowDisk(): Narrow {
  const folder = join(temporaryFolder(), 'disk');
  mkdirSync(folder);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_BYTES}`, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    const execPath = join(folder, '..', 'node');
    writeFileSync(execPath, `#!/bin/sh\nulimit -f 600\nexec "${process.execPath}" "$@"\n`, { mode: 0o755 });
    return { folder, execPath };
  }
  onTestFinished(() => {
    execFileSync('umount', ['-l', folder]);
  });
  return { folder };
}

function halfWritten(folder: string): string[] {
  return (readdirSync(folder, { recursive: true }) as string[]).filter((name) => name.includes('.tmp'));
}

test('a disk that fills up while a checkpoint is written ends the run plainly; it goes on when there is room', async () => {
  const { folder, execPath } = narrowDisk();
  const workspace = await workspaceWithRun(folder, LARGE, smallText(4000));
  const files = runFiles(workspace.runs.path(RUN));
  const input = { workspace: workspace.root, run: RUN, resume: true };
  worker = await startWorker({ AESOP_ENGINE: 'portable' }, execPath);
  const error = failureOf(await worker.run('train', input));
  expect(error.code).toBe('disk-full');
  expect(english(error).message).not.toMatch(/ENOSPC|at .*\.js/);
  expect(halfWritten(workspace.root)).toEqual([]);
  const step = (await newestCheckpoint(files.checkpoints, await formOfRun(workspace)))?.step ?? 0;
  expect(step).toBe((await checkpointSteps(files.checkpoints)).at(-1) ?? 0);
  for (const line of readFileSync(files.metrics, 'utf8').trimEnd().split('\n')) JSON.parse(line);
  await worker.end();

  // Room again: all but the newest checkpoint go.
  for (const earlier of (await checkpointSteps(files.checkpoints)).slice(0, -1))
    rmSync(join(files.checkpoints, String(earlier)), { recursive: true });
  await workspace.runs.update(RUN, (run) => ({
    ...run,
    hyperparameters: { ...LARGE, steps: step + 5, checkpointEvery: 1000 },
  }));
  worker = await startWorker({ AESOP_ENGINE: 'portable' });
  expect(await worker.run('train', input)).toMatchObject({ type: 'done' });
  expect(await worker.heard('started')).toMatchObject({ fromStep: step });
  expect(statSync(join(workspace.models.path(RUN), 'weights.bin')).size).toBeGreaterThan(0);
});
