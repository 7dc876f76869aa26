import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { versionOf } from '../../../electron/contract/file-formats.ts';
import type { Run } from '../../../electron/contract/run.ts';
import { lockHolder } from '../../../electron/storage/processes/locks.ts';
import { openWorkspace } from '../../../electron/storage/workspace/workspace.ts';
import { createStudio } from '../../../electron/studio/index.ts';
import { temporaryFolder } from '../../storage/temporary-folder.ts';
import { runNamed } from '../../storage/things.ts';
import { bundle } from '../../worker/bundle.ts';
import { fakeLauncher } from '../fake-worker.ts';
import { ENDLESS, FABLE, openStudio, reached, RESOURCES, runOf } from '../open-studio.ts';

/** A host of its own: imports the fable and trains without end. */
const HOST = `
const [studioPath, workspace, resources, text, hyperparameters] = process.argv.slice(2);
const { createStudio, forkWorker } = await import(studioPath);
const studio = await createStudio({ workspace, resources, launchWorker: forkWorker, version: '0' });
const { job } = await studio.request('corpora.import', { file: studio.files.grant(text) });
const { id } = await studio.wait(job);
studio.on('runs.report', ({ report }) => { if (report.step >= 25) process.send(report.step); });
await studio.request('runs.start', { corpus: id, hyperparameters: JSON.parse(hyperparameters) });
`;

async function killedHost(workspace: string): Promise<void> {
  const folder = await bundle();
  const script = join(temporaryFolder(), 'host.mjs');
  writeFileSync(script, HOST);
  const args = [script, join(folder, 'studio.js'), workspace, RESOURCES, FABLE, JSON.stringify(ENDLESS)];
  const host = spawn(process.execPath, args, {
    env: { ...process.env, AESOP_ENGINE: 'portable', AESOP_WORKER: join(folder, 'worker.js') },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const exited = new Promise((resolve) => host.once('exit', resolve));
  await new Promise((resolve) => host.once('message', resolve));
  host.kill('SIGKILL');
  await exited;
}

test('a host killed in mid-training leaves a run that is stopped and can be resumed', async () => {
  const workspace = temporaryFolder();
  await killedHost(workspace);
  const [id] = readdirSync(join(workspace, 'runs'));
  expect(JSON.parse(readFileSync(join(workspace, 'runs', id, 'run.json'), 'utf8')).status).toBe('running');
  await expect.poll(() => lockHolder(join(workspace, 'runs', id)), { timeout: 30_000 }).toBeUndefined();
  const studio = await openStudio(workspace);
  const run = (await runOf(studio, id))!;
  expect(run.status).toBe('stopped');
  expect(run.step).toBeGreaterThanOrEqual(20);
  const resuming = reached(studio, id, 'running');
  await studio.request('runs.resume', { id });
  expect((await resuming).step).toBe(run.step);
});

async function studioOver(root: string) {
  const { launch } = fakeLauncher();
  return createStudio({ workspace: root, resources: root, launchWorker: launch, version: '0' });
}

test('a run that is trained elsewhere stays as it is', async () => {
  const root = temporaryFolder();
  const { runs } = await openWorkspace(root);
  await runs.write(runNamed('busy', { status: 'running', step: 5 }));
  const { takeLock } = await import('../../../electron/storage/processes/locks.ts');
  const lock = await takeLock(runs.path('busy'));
  const studio = await studioOver(root);
  expect((await runOf(studio, 'busy'))!.status).toBe('running');
  await lock.release();
  await studio.close();
});

test('a run whose model was saved before its end could be noted is done', async () => {
  const root = temporaryFolder();
  const { runs, models } = await openWorkspace(root);
  const run: Run = runNamed('almost', { status: 'running', step: 990 });
  await runs.write(run);
  await models.write({
    version: versionOf('card'),
    id: 'almost',
    name: 'Almost',
    run: 'almost',
    corpus: { name: 'Fable', sha256: run.corpus.sha256, symbols: 10, language: 'en' },
    hyperparameters: run.hyperparameters,
    vocabularySize: 3,
    parameters: 10,
    step: run.hyperparameters.steps,
    seconds: 7,
    metrics: { loss: 0.5, accuracy: 0.9, perplexity: 1.6, bitsPerCharacter: 0.4 },
    prompt: 'a',
    engine: 'x',
    versions: {},
    createdAt: run.createdAt,
    files: {},
  });
  const studio = await studioOver(root);
  expect(await runOf(studio, 'almost')).toMatchObject({
    status: 'done',
    step: 1000,
    seconds: 7,
    model: 'almost',
    final: { loss: 0.5, accuracy: 0.9, perplexity: 1.6, bitsPerCharacter: 0.4 },
  });
  await studio.close();
});
