import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ModelCard } from '../../../electron/contract/model.ts';
import { checkpointName } from '../../../electron/studio/runs/keep-checkpoint.ts';
import { samplingSchema } from '../../../electron/contract/story.ts';
import { createStudio } from '../../../electron/studio/index.ts';
import { temporaryFolder } from '../../storage/temporary-folder.ts';
import { fakeLauncher } from '../fake-worker.ts';
import { ENDLESS, QUICK, reached, reported, runOf, studioWithFable } from '../open-studio.ts';

test('any checkpoint of a run that is over becomes a model, once, and tells', async () => {
  const folder = temporaryFolder();
  const { studio, corpus } = await studioWithFable(folder);
  const { id } = await studio.request('runs.start', { corpus, name: 'Fable', hyperparameters: QUICK });
  await expect(studio.request('runs.keep', { id, step: 20 })).rejects.toMatchObject({ code: 'checkpoint-none-yet' });
  const done = await reached(studio, id, 'done');
  expect(await studio.request('runs.checkpoints', { id })).toEqual({ steps: [20, 40, 60] });
  await expect(studio.request('runs.keep', { id, step: 30 })).rejects.toMatchObject({
    code: 'checkpoint-unknown',
    values: { name: 'Fable', step: 30, steps: '20, 40, 60' },
  });
  const told: string[] = [];
  studio.on('models.changed', ({ model }) => told.push(model.name));
  const { job } = await studio.request('runs.keep', { id, step: 20, language: 'zh' });
  await expect(studio.request('runs.keep', { id, step: 20 })).rejects.toMatchObject({ code: 'run-keeping' });
  const card = (await studio.wait(job)) as ModelCard;
  expect(card).toMatchObject({ name: 'Fable · 第 20 步', run: id, step: 20 });
  expect(card.id).not.toBe(id);
  expect(told).toEqual([card.name]);
  await expect(studio.request('runs.keep', { id, step: 20 })).rejects.toMatchObject({
    code: 'checkpoint-kept',
    values: { step: 20, model: card.name },
  });
  // the run and the model that it left are as they were
  expect(await runOf(studio, id)).toEqual(done);
  expect((await studio.request('studio.state', {})).models).toHaveLength(2);
  const telling = await studio.request('stories.tell', {
    model: card.id,
    prompt: card.prompt,
    sampling: { length: 4 },
  });
  expect(await studio.wait(telling.job)).toMatchObject({ model: card.id });

  await rm(join(folder, 'runs', id, 'checkpoints', '40'), { recursive: true });
  expect(await studio.request('runs.checkpoints', { id })).toEqual({ steps: [20, 60] });
});

test('a checkpoint is kept while the run trains on', async () => {
  const { studio, corpus } = await studioWithFable(temporaryFolder());
  const { id } = await studio.request('runs.start', { corpus, hyperparameters: ENDLESS });
  const written: number[] = [];
  studio.on('runs.checkpoint', ({ step }) => written.push(step));
  await reported(studio, id, 25);
  expect(written).toContain(20);
  const { job } = await studio.request('runs.keep', { id, step: 20 });
  expect(await studio.wait(job)).toMatchObject({ step: 20, run: id });
  const { status, model } = (await runOf(studio, id))!;
  expect([status, model]).toEqual(['running', undefined]);
});

test('a long name gives way to the step', () => {
  expect(checkpointName('a'.repeat(500), 1250, 'en')).toMatch(/^a+… · step 1,250$/);
  expect(checkpointName('a'.repeat(500), 1250, 'en').length).toBe(120);
});

test('while a checkpoint is measured, a model tells', async () => {
  const root = temporaryFolder();
  const { studio: trained, corpus } = await studioWithFable(root);
  const { id } = await trained.request('runs.start', { corpus, hyperparameters: QUICK });
  const { model } = await reached(trained, id, 'done');
  await trained.close();
  const text = ' the end';
  const result = { ...{ model: model!, prompt: 'Once', sampling: samplingSchema.parse({}), symbols: [] }, text };
  // what is asked of the checkpoint is never answered
  const { launch, workers } = fakeLauncher((worker, message) => {
    if (message.type === 'job' && message.kind === 'tell')
      worker.say({ type: 'done', job: message.job, result: { ...result, symbolsPerSecond: 1 } });
  });
  const studio = await createStudio({ workspace: root, resources: root, version: 'test', launchWorker: launch });
  await studio.request('runs.keep', { id, step: 20 });
  const { job } = await studio.request('stories.tell', { model: model!, prompt: 'Once', sampling: result.sampling });
  expect(await studio.wait(job)).toMatchObject({ text });
  expect(workers.map(({ received }) => received.map((one) => one.type === 'job' && one.kind))).toEqual([
    ['keepCheckpoint'],
    ['tell'],
  ]);
  for (const worker of workers) worker.die();
  await studio.close();
});
