import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Machine } from '../../../../electron/contract/machine.ts';
import Workshop from '../../../../renderer/rooms/workshop/Workshop.svelte';
import { draftOf } from '../../../../renderer/rooms/workshop/draft/drafts.ts';
import { machine } from '../../../../renderer/state/machine.svelte.ts';
import { route } from '../../../../renderer/state/route.svelte.ts';
import { settings } from '../../../../renderer/state/settings.svelte.ts';
import { corpora } from '../../fixtures/corpora.ts';
import type { FakeBridge } from '../../fixtures/fake-bridge.ts';
import { machine as described } from '../../fixtures/machine.ts';
import { models, runs as fixtures } from '../../fixtures/runs.ts';
import { figureOf } from '../../figure-of.ts';
import { openStudio, settle } from '../../studio-page.ts';

const [fable] = corpora;
const askedFor = (bridge: FakeBridge, name: string) => bridge.asked.filter((one) => one.name === name);

async function openNew(computer: Machine = described): Promise<FakeBridge> {
  const bridge = await openStudio('idle', {
    'runs.start': () => ({ ...fixtures[0], id: 'new-1', status: 'queued' }),
    'machine.describe': () => computer,
  });
  await settings.set({ language: 'en', allSettings: true });
  await machine.check(true);
  draftOf(fable).choose('proposed');
  route.go('workshop', undefined, { corpus: fable.id });
  render(Workshop);
  await settle();
  return bridge;
}

test('what does not fit on the graphics card takes a batch that does, or trains on the processor', async () => {
  const card = { ...described.gpus[0], memory: 3e9, free: 2.9e9, capability: 8.9 };
  await openNew({ ...described, card, engine: { ...described.engine, engine: 'tensorflow', device: 'gpu' } });
  const row = () => screen.getByText('On the card').nextElementSibling!.nextElementSibling!.textContent;
  expect(row()).toMatch(/^[\d.]+\sMB\s\/\s839\sMB$/);
  await fireEvent.input(screen.getByRole('spinbutton', { name: 'Batch size' }), { target: { value: '4096' } });
  await fireEvent.input(screen.getByRole('spinbutton', { name: 'Units' }), { target: { value: '1024' } });
  const alert = screen.getByRole('alert');
  expect(alert.textContent).toMatch(
    /graphics card’s memory; of its 3\.0 GB it can have 0\.8\. .*trains on the processor/,
  );
  expect(screen.getByRole<HTMLButtonElement>('button', { name: /^Train/ }).disabled).toBe(false);
  await fireEvent.click(within(alert).getByRole('button', { name: /^Use batch size \d+/ }));
  expect(screen.queryByRole('alert')).toBeNull();
});

describe('a new run', () => {
  let bridge: FakeBridge;
  beforeEach(async () => (bridge = await openNew()));

  test('each setting tells help, range and advice that follows the text, once it has the focus', async () => {
    const layers = screen.getByRole('spinbutton', { name: 'Layers' });
    await fireEvent.focusIn(layers);
    const row = layers.closest<HTMLElement>('.knob')!;
    expect(within(row).getByText(/LSTM layers/).textContent).toContain('1 to 4, proposed 1.');
    expect(row.textContent).toContain('Your text has 204 symbols: 1 layer is enough.');
  });

  test('a proposed value says why it is proposed, a changed one what it does, one of a preset what that has', async () => {
    const row = (name: string) => screen.getByRole('spinbutton', { name }).closest<HTMLElement>('.knob')!;
    const steps = screen.getByRole('spinbutton', { name: 'Steps' });
    await fireEvent.focusIn(steps);
    expect(row('Steps').textContent).toContain('enough to know it by heart');
    expect(row('Steps').textContent).not.toContain('They go through');
    await fireEvent.input(steps, { target: { value: '100' } });
    expect(row('Steps').textContent).not.toContain('enough to know it by heart');
    expect(row('Steps').textContent).toContain('They go through your text 16 times.');
    await fireEvent.click(screen.getByRole('radio', { name: 'Novel' }));
    await fireEvent.focusIn(screen.getByRole('spinbutton', { name: 'Dropout' }));
    expect(row('Dropout').textContent).toContain('0 to 90, 30 in this preset.');
  });

  test('the mark of a proposed value goes away once it is changed, and comes back', async () => {
    const layers = screen.getByRole('spinbutton', { name: 'Layers' });
    const row = layers.closest<HTMLElement>('.knob')!;
    expect(within(row).getByText('proposed')).toBeTruthy();
    await fireEvent.input(layers, { target: { value: '2' } });
    expect(within(row).queryByText('proposed')).toBeNull();
    await fireEvent.focusIn(layers);
    await fireEvent.click(within(row).getByRole('button', { name: 'Back to 1' }));
    expect(within(row).getByText('proposed')).toBeTruthy();
  });

  test('the estimate follows the settings; what cannot fit is said and cannot be trained', async () => {
    const weights = () =>
      screen.getByText('Weights').closest('dt')!.nextElementSibling!.nextElementSibling!.textContent;
    const before = weights();
    await fireEvent.input(screen.getByRole('spinbutton', { name: 'Units' }), { target: { value: '4096' } });
    expect(weights()).not.toBe(before);
    await fireEvent.input(screen.getByRole('spinbutton', { name: 'Layers' }), { target: { value: '4' } });
    expect(screen.getByRole('alert').textContent).toMatch(/needs .* GB of memory and 9.8 GB is free/);
    expect(screen.getByRole<HTMLButtonElement>('button', { name: /^Train/ }).disabled).toBe(true);
  });

  test('a vocabulary with nothing to predict is said and cannot be trained', async () => {
    const minimum = screen.getByRole('spinbutton', { name: 'Minimum count' });
    const train = () => screen.getByRole<HTMLButtonElement>('button', { name: /^Train/ });
    await fireEvent.input(minimum, { target: { value: '1000' } });
    expect(screen.getByRole('alert').textContent).toMatch(
      /A minimum count of 1,000 leaves 0 of the 112 distinct symbols.*Set it to \d+ at most/,
    );
    expect(train().disabled).toBe(true);
    await fireEvent.input(minimum, { target: { value: '2' } });
    expect(screen.queryByRole('alert')).toBeNull();
    expect(train().disabled).toBe(false);
  });

  test('what guessing costs is the same figure in the head and at its line', async () => {
    const head = figureOf('By chance', screen.getAllByText('Distinct')[0].closest('dl')!);
    expect(screen.getByText(/^Ready\. Guessing among/).textContent).toContain(`costs ${head};`);
  });

  test('of a run that learns on no guessing is said, but what it begins with', async () => {
    const [model] = models;
    const draft = draftOf(fable);
    draft.learnOnFrom(model.id);
    await waitFor(() => screen.getByText(`Ready. It begins with what “${model.name}” has learnt, not with guessing.`));
    expect(screen.queryByText('By chance')).toBeNull();
    draft.learnOnFrom(undefined);
    await waitFor(() => screen.getByText('By chance'));
  });

  test('what is predicted from so many symbols is told in the words of how the text is cut', async () => {
    await waitFor(() => expect(document.body.textContent).toMatch(/predicted from the \d+ preceding symbols/));
    draftOf(fable).set('tokenizer', 'characters');
    await waitFor(() => expect(document.body.textContent).toMatch(/predicted from the \d+ preceding characters/));
  });

  test('a preset fills the form; Ctrl Enter begins the training with exactly what is shown', async () => {
    await fireEvent.click(screen.getByRole('radio', { name: 'Article 2×512' }));
    expect(screen.getByRole<HTMLInputElement>('spinbutton', { name: 'Units' }).value).toBe('512');
    await fireEvent.keyDown(window, { key: 'Enter', ctrlKey: true });
    await waitFor(() => expect(route.id).toBe('new-1'));
    const [{ input }] = askedFor(bridge, 'runs.start');
    expect(input).toMatchObject({
      corpus: fable.id,
      preset: 'article-2x512',
      hyperparameters: { units: 512, stride: 4 },
    });
  });

  test('a wrong entry keeps the training from beginning', async () => {
    const units = screen.getByRole('spinbutton', { name: 'Units' });
    await fireEvent.input(units, { target: { value: '9000' } });
    const why = screen.getByRole('button', { name: /^Train/ }).getAttribute('aria-describedby')!;
    expect(document.getElementById(why)!.textContent).toContain('Units is 9000; it must be 1 to 4,096.');
    await fireEvent.keyDown(window, { key: 'Enter', ctrlKey: true });
    expect(askedFor(bridge, 'runs.start')).toEqual([]);
    const group = units.closest('details')!;
    group.open = false;
    await fireEvent(group, new Event('toggle'));
    await fireEvent.click(screen.getByRole('button', { name: 'Go to “Units”' }));
    await waitFor(() => expect(document.activeElement).toBe(units));
    expect(group.open).toBe(true);
    draftOf(fable).reset();
  });

  test('so do settings that exclude each other, and where that is said', async () => {
    draftOf(fable).take({ embeddingSize: 7, units: 64, tieWeights: true });
    await settle();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: /^Train/ }).disabled).toBe(true);
    expect(screen.getByRole('button', { name: 'Go to “Tied weights”' })).toBeTruthy();
    draftOf(fable).reset();
  });
});

test('what was set in the Library is set here, once; what makes no sense of an address is left out', async () => {
  const other = corpora[1];
  const bridge = await openStudio('idle', { 'runs.start': () => ({ ...fixtures[0], id: 'new-3', status: 'queued' }) });
  route.go('workshop', undefined, { corpus: other.id, tokenizer: 'characters', vocabularyLimit: '40', units: 'many' });
  render(Workshop);
  await waitFor(() => expect(location.hash).toBe(`#/workshop?corpus=${other.id}`));
  await fireEvent.keyDown(window, { key: 'Enter', ctrlKey: true });
  await waitFor(() => expect(bridge.asked.some(({ name }) => name === 'runs.start')).toBe(true));
  const started = bridge.asked.find(({ name }) => name === 'runs.start')!.input as { hyperparameters: object };
  expect(started.hyperparameters).toMatchObject({
    tokenizer: 'characters',
    vocabularyLimit: 40,
    units: expect.any(Number),
  });
});

test('what is set after the room was left and opened again is what is trained', async () => {
  const bridge = await openStudio('idle', { 'runs.start': () => ({ ...fixtures[0], id: 'new-2', status: 'queued' }) });
  await settings.set({ language: 'en', allSettings: true });
  await machine.check(true);
  const other = corpora[1];
  route.go('workshop', undefined, { corpus: other.id });
  const { unmount } = render(Workshop);
  await settle();
  unmount();
  render(Workshop);
  await settle();
  await fireEvent.input(screen.getByRole('spinbutton', { name: 'Batch size' }), { target: { value: '17' } });
  await fireEvent.keyDown(window, { key: 'Enter', ctrlKey: true });
  await waitFor(() => expect(route.id).toBe('new-2'));
  expect(askedFor(bridge, 'runs.start')[0].input).toMatchObject({
    corpus: other.id,
    hyperparameters: { batchSize: 17 },
  });
});
