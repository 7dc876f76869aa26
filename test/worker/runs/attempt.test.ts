import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { Attempt } from '../../../electron/contract/run.ts';
import { checkpointSteps } from '../../../electron/storage/checkpoints/checkpoints.ts';
import { runFiles } from '../../../electron/storage/runs/run-files.ts';
import { temporaryFolder } from '../../storage/temporary-folder.ts';
import { RUN, TINY, workspaceWithRun } from '../training-workspace.ts';
import { failureOf, startWorker, type Client } from '../worker-client.ts';

const PORTABLE = { AESOP_ENGINE: 'portable' };
const workers: Client[] = [];
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.end()));
});
const start = async () => {
  workers.push(await startWorker(PORTABLE));
  return workers[workers.length - 1];
};

test('a first line is told on while the run trains, and as its model tells it in the end', async () => {
  const workspace = await workspaceWithRun(temporaryFolder(), { ...TINY, context: 'window', steps: 1_000_000 });
  const [trainer, teller] = [await start(), await start()];
  const ask = (prompt: string) => teller.run('attempt', { workspace: workspace.root, run: RUN, prompt });
  expect(failureOf(await ask('the mouse'))).toMatchObject({ code: 'checkpoint-none-yet' });

  const ended = trainer.run('train', { workspace: workspace.root, run: RUN, resume: false });
  const { checkpoints } = runFiles(workspace.runs.path(RUN));
  await expect.poll(() => checkpointSteps(checkpoints), { timeout: 30_000 }).toContain(40);
  const meanwhile = await ask('the mouse');
  expect(meanwhile).toMatchObject({ type: 'done', result: { prompt: 'the mouse', step: expect.any(Number) } });
  expect((meanwhile as unknown as { result: Attempt }).result.story.split(' ')).toHaveLength(40);
  expect(failureOf(await ask('  '))).toMatchObject({ code: 'prompt-empty' });

  trainer.child.kill('SIGKILL');
  await ended;
  const { result: attempt } = (await ask('the mose')) as unknown as { result: Attempt };
  expect(attempt.prompt).toBe('the mose');
  expect(attempt.symbols.map(({ text, known }) => [text, known])).toEqual([
    ['the', true],
    ['mose', false],
  ]);
  // only the newest checkpoint is left to be kept
  for (const step of await checkpointSteps(checkpoints))
    if (step !== attempt.step) await rm(join(checkpoints, String(step)), { recursive: true });
  await teller.run('keep', { workspace: workspace.root, run: RUN });
  const sampling = { greedy: true, length: 40 };
  const told = await teller.run('tell', { model: workspace.models.path(RUN), prompt: 'the mose', sampling } as never);
  expect(told).toMatchObject({ type: 'done', result: { text: `the mose ${attempt.story}` } });
});
