import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import type { PlainError } from '../../../electron/contract/errors.ts';
import { LanguageModel } from '../../../electron/engine/model/index.ts';
import { checkpointSteps } from '../../../electron/storage/checkpoints/checkpoints.ts';
import { runFiles } from '../../../electron/storage/runs/run-files.ts';
import { english } from '../../messages/said.ts';
import { temporaryFolder } from '../../storage/temporary-folder.ts';
import { localWorker } from '../local-worker.ts';
import { RUN, TINY, workspaceWithRun } from '../training-workspace.ts';

/** An engine that says it is on a GPU and computes on the portable one; what it throws is TensorFlow's. */
const device = vi.hoisted(() => ({ value: 'gpu' as 'cpu' | 'gpu' }));
vi.mock('../../../electron/worker/runs/choose-engine.ts', async () => {
  const { portableRuntime } = await import('../../../electron/engine/runtime/index.ts');
  const { createKernels } = await import('../../../electron/engine/kernels/index.ts');
  const runtime = portableRuntime('');
  return {
    chooseEngine: async () => ({ runtime: { ...runtime, device: device.value }, kernels: createKernels(runtime) }),
  };
});

const OOM =
  'Session fail to run with error: OOM when allocating tensor with shape[700,10000] and type float on ' +
  '/job:localhost/replica:0/task:0/device:GPU:0 by allocator GPU_0_bfc\n\t [[{{node s0/12}}]]';

/** A card of that much free memory, MiB. */
function addCard(free: number): void {
  const folder = temporaryFolder();
  const answer = `process.argv[2].includes('compute_cap') ? '0, 8.9' : '0, GPU-1, Example, 8192, ${free}, 550.54'`;
  writeFileSync(join(folder, 'nvidia-smi'), `#!${process.execPath}\nconsole.log(${answer})`);
  chmodSync(join(folder, 'nvidia-smi'), 0o755);
  vi.stubEnv('PATH', folder);
}

/** From that step on, each throws what is given. */
function failFrom(step: number, said: string): void {
  const trainStep = LanguageModel.prototype.trainStep;
  let made = 0;
  vi.spyOn(LanguageModel.prototype, 'trainStep').mockImplementation(function (this: LanguageModel, ...given) {
    if (++made >= step) throw new Error(said);
    return trainStep.apply(this, given);
  });
}

const train = (root: string, resume = false) =>
  localWorker()
    .run('train', { workspace: root, run: RUN, resume })
    .catch((error: PlainError) => error);

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  device.value = 'gpu';
});

test('a card that fills up ends a run plainly, with a batch that fits; it goes on from its last checkpoint', async () => {
  addCard(8000);
  const workspace = await workspaceWithRun(temporaryFolder(), { ...TINY, steps: 60 });
  failFrom(45, OOM);
  const error = (await train(workspace.root)) as PlainError;
  expect(error).toMatchObject({ code: 'card-memory-full', values: { batchSize: expect.any(Number) } });
  expect(error.detail).toContain('node s0/12');
  expect(english(error).message).toMatch(
    /^The graphics card’s memory was full: another 28 MB did not fit into the 6\.\d GB that a run can have of its 8\.6 GB\.$/,
  );
  expect(error.values.batchSize).toBeLessThan(TINY.batchSize);
  expect((await checkpointSteps(runFiles(workspace.runs.path(RUN)).checkpoints)).at(-1)).toBe(40);
  vi.restoreAllMocks();
  device.value = 'cpu';
  expect(await train(workspace.root, true)).toMatchObject({ steps: 60 });
});

test('a run that cannot fit on the card is refused before its first step', async () => {
  addCard(500);
  const large = { ...TINY, units: 1024, embeddingSize: 1024 };
  const workspace = await workspaceWithRun(temporaryFolder(), large);
  const trainStep = vi.spyOn(LanguageModel.prototype, 'trainStep');
  expect(await train(workspace.root)).toMatchObject({ code: 'card-memory-short-network' });
  expect(trainStep).not.toHaveBeenCalled();
});

test('the processor’s memory that fills up is said as such', async () => {
  device.value = 'cpu';
  const workspace = await workspaceWithRun(temporaryFolder(), { ...TINY, steps: 60 });
  failFrom(2, OOM.replace('device:GPU', 'device:CPU').replace('GPU_0_bfc', 'mklcpu'));
  expect(await train(workspace.root)).toMatchObject({ code: 'memory-full' });
});

test('what is no matter of memory stays what it was', async () => {
  addCard(8000);
  const workspace = await workspaceWithRun(temporaryFolder(), { ...TINY, steps: 60 });
  failFrom(2, 'Invalid TF_Status: 3\nMessage: Incompatible shapes');
  expect(await train(workspace.root)).toMatchObject({ code: 'internal' });
});
