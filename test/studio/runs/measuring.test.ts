import { expect, onTestFinished, test } from 'vitest';
import { createStudio } from '../../../electron/studio/index.ts';
import { openWorkspace } from '../../../electron/storage/workspace/workspace.ts';
import { temporaryFolder } from '../../storage/temporary-folder.ts';
import { corpusNamed } from '../../storage/things.ts';
import { fakeLauncher } from '../fake-worker.ts';

test('how far the measurement is that ends a run is told as it goes', async () => {
  const workspace = temporaryFolder();
  await (await openWorkspace(workspace)).corpora.write(corpusNamed('cat'));
  const { launch } = fakeLauncher((worker, message) => {
    if (message.type !== 'job' || message.kind !== 'train') return;
    for (const fraction of [0.25, 1]) worker.say({ type: 'progress', job: message.job, fraction });
    worker.die();
  });
  const studio = await createStudio({ workspace, resources: temporaryFolder(), launchWorker: launch, version: '0' });
  onTestFinished(() => studio.close());
  const told: object[] = [];
  studio.on('runs.measuring', (measuring) => told.push(measuring));
  const { id } = await studio.request('runs.start', { corpus: 'cat', hyperparameters: {} });
  await expect
    .poll(() => told)
    .toEqual([
      { id, fraction: 0.25 },
      { id, fraction: 1 },
    ]);
});
