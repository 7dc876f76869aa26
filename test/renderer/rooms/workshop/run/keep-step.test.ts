import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ModelCard } from '../../../../../electron/contract/model.ts';
import KeepStep from '../../../../../renderer/rooms/workshop/run/KeepStep.svelte';
import { nearestStep } from '../../../../../renderer/state/checkpoints.svelte.ts';
import { settings } from '../../../../../renderer/state/settings.svelte.ts';
import type { FakeBridge } from '../../../fixtures/fake-bridge.ts';
import { models, runs } from '../../../fixtures/runs.ts';
import { openStudio, settle } from '../../../studio-page.ts';

const [run] = runs;
const kept: ModelCard = { ...models[0], id: 'kept-4000', name: 'Kept · step 4,000', run: run.id, step: 4000 };
const JOB = 'job_keep000001';

let bridge: FakeBridge;
let there: number[];
beforeEach(async () => {
  location.hash = '#/workshop';
  there = [4000, 12_000];
  bridge = await openStudio('full', {
    'runs.checkpoints': () => ({ steps: there }),
    'runs.keep': () => ({ job: JOB }),
  });
  await settings.set({ language: 'en' });
});
afterEach(cleanup);

const done = () => bridge.say({ event: 'job.done', payload: { job: JOB, kind: 'keepCheckpoint', result: kept } });
const asked = () => bridge.asked.filter(({ name }) => name === 'runs.keep').map(({ input }) => input);

test('the checkpoint at the slider becomes a model, which the Shelf then has', async () => {
  render(KeepStep, { run, step: 4000 });
  await fireEvent.click(await screen.findByRole('button', { name: 'Keep step 4,000' }));
  await waitFor(() => expect(screen.getByRole('button', { name: 'Keeping…' })).toHaveProperty('disabled', true));
  expect(asked()).toEqual([{ id: run.id, step: 4000, language: 'en' }]);
  done();
  const link = await screen.findByRole('link', { name: 'On the Shelf as “Kept · step 4,000”' });
  expect(link.getAttribute('href')).toBe('#/shelf/kept-4000');
  expect(screen.getByRole('link', { name: 'Tell from here' }).getAttribute('href')).toBe('#/story?model=kept-4000');
  expect(location.hash).toBe('#/workshop');
});

test('telling from a step keeps it first and opens Story with it', async () => {
  render(KeepStep, { run, step: 12_000 });
  await fireEvent.click(await screen.findByRole('button', { name: 'Tell from here' }));
  await waitFor(() => expect(asked()).toHaveLength(1));
  done();
  await waitFor(() => expect(location.hash).toBe('#/story?model=kept-4000'));
});

test('where the step of the slider has none any more, the nearest is offered and named', async () => {
  render(KeepStep, { run, step: 5000 });
  expect(await screen.findByText('Step 5,000 is no longer on disk; the nearest is 4,000.')).toBeTruthy();
  expect(screen.getByRole('group', { name: 'The checkpoint of step 4,000' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Keep step 4,000' })).toBeTruthy();
});

test('a story is ahead of its checkpoint while it trains: nothing is offered until that is written', async () => {
  render(KeepStep, { run, step: 16_000 });
  await settle();
  expect(screen.queryByRole('group')).toBeNull();
  there = [4000, 16_000];
  bridge.say({ event: 'runs.checkpoint', payload: { id: run.id, step: 16_000 } });
  expect(await screen.findByRole('button', { name: 'Keep step 16,000' })).toBeTruthy();
});

test('the nearest of steps is the earlier of two as near', () => {
  expect([nearestStep([], 3), nearestStep([10, 20], 15), nearestStep([10, 20], 16)]).toEqual([undefined, 10, 20]);
});
