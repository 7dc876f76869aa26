import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { expect, onTestFinished, test } from 'vitest';
import RunMenu from '../../../../../renderer/rooms/workshop/run/RunMenu.svelte';
import { settings } from '../../../../../renderer/state/settings.svelte.ts';
import { folders } from '../../../fixtures/machine.ts';
import { runs } from '../../../fixtures/runs.ts';
import { openStudio } from '../../../studio-page.ts';

const [run] = runs;

async function opened(chosen: string) {
  const made = { file: `file_${'x'.repeat(16)}`, name: 'Tiny Shakespeare.csv', bytes: 9 };
  const bridge = await openStudio('full', { 'stories.save': () => made });
  await settings.set({ language: 'en' });
  render(RunMenu, { run });
  screen.getByRole('button', { name: 'More actions' }).focus();
  await fireEvent.keyDown(document.activeElement!, { key: 'Enter' });
  const item = await screen.findByRole('menuitem', { name: chosen });
  item.focus();
  await fireEvent.keyDown(item, { key: 'Enter' });
  return bridge;
}

test('the curves of a run are saved as a table under its name', async () => {
  const bridge = await opened('Save its curves (CSV)');
  const asked = (name: string) => bridge.asked.find((each) => each.name === name)?.input as Record<string, unknown>;
  await waitFor(() => expect(asked('stories.save')).toBeTruthy());
  expect(asked('host.chooseTarget')).toEqual({ name: 'Tiny Shakespeare.csv', type: 'table' });
  expect(asked('stories.save').text).toMatch(/^step,loss,.*\n0,/);
});

test('it says where its curves lie for TensorBoard, with the command that opens them', async () => {
  await opened('TensorBoard');
  const folder = `${folders.workspace}/runs/${run.id}/tensorboard`;
  expect(await screen.findByText(folder)).toBeTruthy();
  expect(screen.getByText(`tensorboard --logdir "${folder}"`)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Copy the command' })).toBeTruthy();
});

test('an open menu stands in the room, for who goes from landmark to landmark', async () => {
  await openStudio('full');
  const room = document.body.appendChild(document.createElement('main'));
  onTestFinished(() => room.remove());
  render(RunMenu, { target: room, props: { run } });
  screen.getByRole('button', { name: 'More actions' }).focus();
  await fireEvent.keyDown(document.activeElement!, { key: 'Enter' });
  expect(room.contains(await screen.findByRole('menu'))).toBe(true);
});
