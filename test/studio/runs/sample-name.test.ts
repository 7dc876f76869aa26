import { expect, onTestFinished, test } from 'vitest';
import { createStudio } from '../../../electron/studio/index.ts';
import { openWorkspace } from '../../../electron/storage/workspace/workspace.ts';
import { temporaryFolder } from '../../storage/temporary-folder.ts';
import { corpusNamed } from '../../storage/things.ts';
import { fakeLauncher } from '../fake-worker.ts';

test('a run over a sample is called as the sample is, in the language of who began it', async () => {
  const workspace = temporaryFolder();
  const { corpora } = await openWorkspace(workspace);
  await corpora.write({ ...corpusNamed('cat'), name: 'Belling the Cat', origin: 'sample' });
  const { launch } = fakeLauncher((worker) => worker.die());
  const studio = await createStudio({ workspace, resources: temporaryFolder(), launchWorker: launch, version: '0' });
  onTestFinished(() => studio.close());
  const started = await studio.request('runs.start', { corpus: 'cat', hyperparameters: {}, language: 'zh' });
  expect([started.name, started.corpus.name]).toEqual(['给猫系铃', '给猫系铃']);
  const again = await studio.request('runs.start', { corpus: 'cat', hyperparameters: {}, language: 'en' });
  expect([again.name, again.corpus.name]).toEqual(['Belling the Cat', 'Belling the Cat']);
});
