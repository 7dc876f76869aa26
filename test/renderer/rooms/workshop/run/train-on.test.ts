import { fireEvent, render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import TrainOn from '../../../../../renderer/rooms/workshop/run/TrainOn.svelte';
import { settings } from '../../../../../renderer/state/settings.svelte.ts';
import { runs } from '../../../fixtures/runs.ts';
import { openStudio, settle } from '../../../studio-page.ts';

const run = { ...runs[0], status: 'done', step: 400 } as const;

const opener = () => screen.getByRole('button', { name: 'Train on', hidden: true });

async function asked() {
  const bridge = await openStudio('full', { 'runs.resume': () => ({ ...run, status: 'queued' }) });
  await settings.set({ language: 'en' });
  render(TrainOn, { run });
  await fireEvent.click(opener());
  await settle();
  const field = await screen.findByRole<HTMLInputElement>('spinbutton', { hidden: true });
  const resumed = () => bridge.asked.filter(({ name }) => name === 'runs.resume').map(({ input }) => input);
  return { field, resumed };
}

test('Enter in the number trains on to it, twice the steps unless another was typed', async () => {
  const { field, resumed } = await asked();
  expect(field.value).toBe('800');
  await fireEvent.input(field, { target: { value: '1,000' } });
  // a browser then submits the form by itself
  expect(await fireEvent.keyDown(field, { key: 'Enter' })).toBe(true);
  await fireEvent.submit(field.form!);
  await settle();
  expect(resumed()).toEqual([{ id: run.id, steps: 1000 }]);
  expect(opener().getAttribute('aria-expanded')).toBe('false');
});

test('no more steps than are done cannot be trained on to, and that is said', async () => {
  const { field, resumed } = await asked();
  await fireEvent.input(field, { target: { value: '400' } });
  await fireEvent.submit(field.form!);
  await settle();
  expect(resumed()).toEqual([]);
  expect(screen.getByRole('dialog', { hidden: true }).textContent).toMatch(/401/);
});
