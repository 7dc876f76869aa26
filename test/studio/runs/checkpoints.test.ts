import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ModelCard } from '../../../electron/contract/model.ts';
import { checkpointName } from '../../../electron/studio/runs/keep-checkpoint.ts';
import { temporaryFolder } from '../../storage/temporary-folder.ts';
import { ENDLESS, importFable, openStudio, QUICK, reached, reported, runOf } from '../open-studio.ts';

test('any checkpoint of a run that is over becomes a model, once, and tells', async () => {
  const folder = temporaryFolder();
  const studio = await openStudio(folder);
  const { id: corpus } = await importFable(studio);
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
}, 120_000);

test('a checkpoint is kept while the run trains on', async () => {
  const studio = await openStudio(temporaryFolder());
  const { id: corpus } = await importFable(studio);
  const { id } = await studio.request('runs.start', { corpus, hyperparameters: ENDLESS });
  const written: number[] = [];
  studio.on('runs.checkpoint', ({ step }) => written.push(step));
  await reported(studio, id, 25);
  expect(written).toContain(20);
  const { job } = await studio.request('runs.keep', { id, step: 20 });
  expect(await studio.wait(job)).toMatchObject({ step: 20, run: id });
  const { status, model } = (await runOf(studio, id))!;
  expect([status, model]).toEqual(['running', undefined]);
}, 120_000);

test('a long name gives way to the step', () => {
  expect(checkpointName('a'.repeat(500), 1250, 'en')).toMatch(/^a+… · step 1,250$/);
  expect(checkpointName('a'.repeat(500), 1250, 'en').length).toBe(120);
});
