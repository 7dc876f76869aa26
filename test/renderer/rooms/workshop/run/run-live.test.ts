import { fireEvent, render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import type { Sample } from '../../../../../electron/contract/run.ts';
import RunLive from '../../../../../renderer/rooms/workshop/run/RunLive.svelte';
import { settings } from '../../../../../renderer/state/settings.svelte.ts';
import { runs } from '../../../../../renderer/state/runs.svelte.ts';
import { runs as fixtures } from '../../../fixtures/runs.ts';
import { openStudio, settle } from '../../../studio-page.ts';

const [going] = fixtures;
const sample = (step: number, guess: string, story: string): Sample => ({
  step,
  prompt: 'Once',
  story,
  predictions: [{ context: ['a'], predicted: guess, expected: 'b', probability: 0.5 }],
});

test('one slider takes predictions and story back to a report and forward again, and stays while others come', async () => {
  const samples = [
    sample(50, 'first', ''),
    sample(100, 'second', ' upon'),
    sample(150, 'third', ''),
    sample(200, 'fourth', ' more'),
  ];
  const bridge = await openStudio('full', { 'runs.samples': () => ({ samples }) });
  await settings.set({ language: 'en' });
  await runs.curves(going.id).load();
  const { container } = render(RunLive, { run: going, onsettings: () => {} });
  await settle();
  const told = () => container.querySelector('.tale:not(.opening)')?.textContent;
  const slider = screen.getByRole('slider', { name: 'Report' });
  expect([screen.queryByText('fourth') !== null, told()]).toEqual([true, 'Once more']);

  await fireEvent.input(slider, { target: { value: '2' } });
  expect([screen.queryByText('third') !== null, told()]).toEqual([true, 'Once upon']);
  expect(screen.getByText('step 150: 0 of 1 shown is right')).toBeTruthy();
  await fireEvent.input(slider, { target: { value: '0' } });
  expect([screen.queryByText('first') !== null, told()]).toEqual([true, undefined]);

  bridge.say({ event: 'runs.sample', payload: { id: going.id, sample: sample(250, 'fifth', '') } });
  await settle();
  expect(screen.queryByText('first')).toBeTruthy();
  await fireEvent.input(slider, { target: { value: '4' } });
  expect([screen.queryByText('fifth') !== null, told()]).toEqual([true, 'Once more']);
});
