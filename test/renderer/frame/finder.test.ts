import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { beforeEach, expect, test } from 'vitest';
import App from '../../../renderer/App.svelte';
// at hand, so that no test waits for its first fetch
import '../../../renderer/frame/Overlays.svelte';
import '../../../renderer/rooms/shelf/Shelf.svelte';
import '../../../renderer/rooms/workshop/Workshop.svelte';
import { overlays } from '../../../renderer/state/overlays.svelte.ts';
import { route } from '../../../renderer/state/route.svelte.ts';
import { runs } from '../../../renderer/state/runs.svelte.ts';
import { settings } from '../../../renderer/state/settings.svelte.ts';
import { openStudio } from '../studio-page.ts';
import { found } from './found.ts';

const PATIENT = { timeout: 5000 };

/** The page over the sweep, the finder open and something typed into it. */
async function typed(text: string, bridge = openStudio('sweep')) {
  const opened = await bridge;
  await settings.set({ language: 'en' });
  render(App);
  overlays.finder = true;
  const input = await screen.findByRole('combobox', { name: 'Find or do anything' });
  await fireEvent.input(input, { target: { value: text } });
  return {
    bridge: opened,
    input,
    options: () => found().map((option) => option.textContent.trim()),
  };
}

beforeEach(() => {
  overlays.finder = false;
  route.go('machine');
});

test('a setting is found by its name and opens in the Workshop, the focus on it', async () => {
  const { input, options } = await typed('learning rate');
  expect(options()[0]).toMatch(/^Learning rate\s+How large each change is/);
  await fireEvent.keyDown(input, { key: 'Enter' });
  await waitFor(() => expect(document.activeElement?.id).toBe('knob-learningRate'), PATIENT);
  expect(document.activeElement?.closest('details')?.open).toBe(true);
  expect(route.room).toBe('workshop');
  // reloaded, the page does not go there again
  expect(route.values.setting).toBeUndefined();
});

test('nothing typed, settings and terms do not stand in the way', async () => {
  await typed('');
  expect(screen.queryByText('Terms')).toBeNull();
  expect(screen.queryByText(/^How large each change is/)).toBeNull();
});

test('a booklet is found by its title and opened', async () => {
  const { input, options } = await typed('mice and bells');
  await waitFor(() => expect(options()[0]).toBe('Of Mice and Bells'), PATIENT);
  await fireEvent.keyDown(input, { key: 'Enter' });
  await waitFor(() => expect(route.values.booklet).toBe('mice-and-cats'), PATIENT);
  expect(route.room).toBe('story');
});

test('a term says what it means', async () => {
  const { options } = await typed('perplexity');
  expect(options().join()).toMatch(/Among how many symbols the model hesitates/);
});

test('what can be done with the open model is found by what it is called', async () => {
  route.go('shelf', 'belling-the-cat-1');
  const { bridge, input, options } = await typed('export');
  expect(options()).toEqual(expect.arrayContaining(['Export TensorFlow.js', 'Export ONNX', 'Export Vocabulary']));
  await fireEvent.keyDown(input, { key: 'Enter' });
  await waitFor(() => expect(bridge.asked.map(({ name }) => name)).toContain('models.export'));
});

test('the open run is renamed', async () => {
  route.go('workshop', 'sweep-1');
  const { bridge, input } = await typed('rename');
  await fireEvent.keyDown(input, { key: 'Enter' });
  const name = await screen.findByRole('textbox', { name: 'Name' });
  await fireEvent.input(name, { target: { value: 'Another name' } });
  await fireEvent.submit(name.closest('form')!);
  await waitFor(() =>
    expect(bridge.asked.findLast(({ name }) => name === 'runs.rename')?.input).toEqual({
      id: 'sweep-1',
      name: 'Another name',
    }),
  );
});

test('runs and models of one name are told apart by what differs', async () => {
  const { options } = await typed('very long name');
  const noted = () => options().map((text) => text.split('indeed').at(-1)!.replace(/^ 2/, '').trim());
  // each of them is there as a run and as its model
  await waitFor(() => expect(noted().filter(Boolean)).toHaveLength(4), PATIENT);
  const notes = noted();
  expect(notes.filter((note) => /characters, window 3, 1,300 steps/.test(note)).length).toBeGreaterThan(0);
  expect(notes.filter((note) => /dropout 30/.test(note)).length).toBeGreaterThan(0);
});

test.each([
  ['running', 'Pause the training', 'runs.pause'],
  ['queued', 'Pause the training', 'runs.pause'],
  ['paused', 'Resume the training', 'runs.resume'],
] as const)('a training that is %s is found with what can be done: %s', async (status, label, verb) => {
  const { input, options, bridge } = await typed('training', openStudio('full'));
  const run = { ...runs.list[0], status };
  runs.receive([run]);
  await waitFor(() => expect(options().some((option) => option.startsWith(label))).toBe(true), PATIENT);
  await fireEvent.input(input, { target: { value: label } });
  await fireEvent.keyDown(input, { key: 'Enter' });
  expect(bridge.asked).toContainEqual({ name: verb, input: { id: run.id } });
});

test('a training that lies open is paused there, and offered once', async () => {
  const { input, options } = await typed('Pause', openStudio('full'));
  const run = { ...runs.list[0], status: 'running' as const };
  runs.receive([run]);
  route.go('workshop', run.id);
  await fireEvent.input(input, { target: { value: 'Pause' } });
  await waitFor(() => expect(options().filter((option) => option.startsWith('Pause'))).toEqual(['Pause']), PATIENT);
});
