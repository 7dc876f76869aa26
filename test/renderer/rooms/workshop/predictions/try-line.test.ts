import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { AesopError } from '../../../../../electron/contract/errors.ts';
import TryLine from '../../../../../renderer/rooms/workshop/predictions/TryLine.svelte';
import { settings } from '../../../../../renderer/state/settings.svelte.ts';
import { trouble } from '../../../../../renderer/state/trouble.svelte.ts';
import { runs } from '../../../fixtures/runs.ts';
import { openStudio, settle } from '../../../studio-page.ts';

const run = { ...runs[0], hyperparameters: { ...runs[0].hyperparameters, checkpointEvery: 300 } };
const field = () => screen.getByRole<HTMLInputElement>('textbox');

test('the field waits for the first checkpoint and says from which step', async () => {
  await openStudio('full', { 'runs.samples': () => ({ samples: [] }) });
  await settings.set({ language: 'zh' });
  const { rerender } = render(TryLine, { run: { ...run, step: 50 }, onattempt: () => {} });
  await settle();
  expect([field().disabled, field().placeholder]).toEqual([true, '从第 300 步起可以试写第一句']);
  await settings.set({ language: 'en' });
  await waitFor(() => expect(field().placeholder).toBe('Try a first line from step 300 on'));
  await rerender({ run: { ...run, step: 300 } });
  expect([field().disabled, field().placeholder]).toEqual([false, 'Try a first line now']);
});

test('what is wrong stands at the field, and goes once it is untrue', async () => {
  const refuse = () => Promise.reject(new AesopError('checkpoint-none-yet', { name: 'a' }));
  await openStudio('full', { 'runs.attempt': refuse });
  await settings.set({ language: 'en' });
  const { rerender } = render(TryLine, { run: { ...run, step: 300 }, onattempt: () => {} });
  await fireEvent.input(field(), { target: { value: 'Once' } });
  await fireEvent.submit(field().closest('form')!);
  expect(await screen.findByRole('alert')).toBeTruthy();
  expect(trouble.error).toBeUndefined();
  await rerender({ run: { ...run, step: 310 } });
  expect(screen.queryByRole('alert')).toBeNull();
});
