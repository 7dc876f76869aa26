import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { beforeEach, expect, test } from 'vitest';
import { models as cards } from '../../../fixtures/runs.ts';
import { sweepModels } from '../../../fixtures/sweep.ts';
import { openStudio, settle } from '../../../studio-page.ts';
import Models from '../../../../../renderer/rooms/shelf/models/Models.svelte';
import { settings } from '../../../../../renderer/state/settings.svelte.ts';
import type { ModelCard } from '../../../../../electron/contract/model.ts';

const model = (id: string, bitsPerCharacter: number, more: Partial<ModelCard> = {}): ModelCard => ({
  ...cards[0],
  id,
  name: id,
  metrics: { ...cards[0].metrics, bitsPerCharacter },
  ...more,
});

function shown(models: readonly ModelCard[], full = false) {
  const selected: string[] = [];
  const ticked: [string, boolean][] = [];
  const props = {
    models,
    byText: true,
    selected: models[0].id,
    compared: new Set<string>(),
    full,
    onselect: ({ id }: ModelCard) => void selected.push(id),
    onchoose: ({ id }: ModelCard) => void selected.push(id),
    oncompare: (id: string, on: boolean) => void ticked.push([id, on]),
    onrename: () => {},
    ondelete: () => {},
  };
  render(Models, props);
  return { selected, ticked, rows: screen.getAllByRole('row').filter((row) => row.classList.contains('pick')) };
}

beforeEach(async () => {
  await openStudio('class');
  await settings.set({ language: 'en' });
  await settle();
});

test('a tick compares without opening, a row opens without ticking', async () => {
  const { selected, ticked, rows } = shown([model('wolf', 3), model('fox', 2)]);
  expect(rows.map((row) => row.textContent?.includes('fox'))).toEqual([true, false]);
  await fireEvent.click(within(rows[1]).getByRole('checkbox'));
  expect({ selected, ticked }).toEqual({ selected: [], ticked: [['wolf', true]] });
  await fireEvent.click(within(rows[1]).getByText('wolf'));
  expect(selected).toEqual(['wolf']);
});

test('however many there are, they are one stop for the Tab key; arrows move, Space ticks', async () => {
  const { selected, ticked, rows } = shown(sweepModels(300));
  const stops = rows.flatMap((row) => [row, ...row.querySelectorAll<HTMLElement>('input, button, a')]);
  expect(stops.filter(({ tabIndex }) => tabIndex >= 0)).toHaveLength(1);
  rows[0].focus();
  await fireEvent.keyDown(rows[0], { key: ' ' });
  expect(ticked).toEqual([[expect.any(String), true]]);
  expect(selected).toEqual([]);
  await fireEvent.keyDown(rows[0], { key: 'ArrowDown' });
  expect(document.activeElement).toBe(rows[1]);
  await fireEvent.keyDown(rows[1], { key: 'End' });
  const last = document.activeElement!;
  expect(last.getAttribute('aria-rowindex')).toBe(last.closest('table')!.getAttribute('aria-rowcount'));
  await fireEvent.keyDown(last, { key: 'Home' });
  expect(document.activeElement).toBe(rows[0]);
  // only what the window has room for is drawn, and the row that the keys are at
  expect(screen.getAllByRole('row').length).toBeLessThan(60);
});

test('a model is found by the first letters of its name', async () => {
  const { rows } = shown(['wolf', 'fox', 'frog'].map((name, index) => model(name, 3 - index)));
  rows[0].focus();
  const named = () => document.activeElement?.textContent;
  for (const [key, found] of [
    ['f', 'fox'],
    ['r', 'frog'],
  ]) {
    await fireEvent.keyDown(document.activeElement!, { key });
    expect(named()).toContain(found);
  }
});

test('no more than may stand side by side are ticked', async () => {
  const { ticked, rows } = shown([model('wolf', 3), model('fox', 2)], true);
  await fireEvent.keyDown(rows[0], { key: ' ' });
  expect(ticked).toEqual([]);
  expect(within(rows[0]).getByRole<HTMLInputElement>('checkbox').disabled).toBe(true);
});

test('steps are those done, of those asked for where it stopped early', () => {
  const { hyperparameters } = cards[0];
  const { rows } = shown([
    model('whole', 1, { step: 1300, hyperparameters: { ...hyperparameters, steps: 1300 } }),
    model('stopped', 2, { step: 417, hyperparameters: { ...hyperparameters, steps: 1300 } }),
  ]);
  expect(within(rows[0]).getByText('1,300')).toBeTruthy();
  expect(within(rows[1]).getByText('417 of 1,300')).toBeTruthy();
});

test('what differs and its tags stand beside the name', () => {
  const [wide] = sweepModels(2).slice(1);
  const { rows } = shown([{ ...wide, name: 'Renamed', tags: ['class 9b'] }]);
  expect(rows[0].querySelector('.words')?.textContent).toBe('window 8, seed 1 · class 9b');
});

test('those without bits per character say by what they stand', () => {
  shown([model('old', 0, { metrics: { loss: 1, accuracy: 0.5, perplexity: 3 } }), model('new', 2)]);
  const heads = screen.getAllByRole('rowheader').map(({ textContent }) => textContent);
  expect(heads).toEqual(['Belling the Cat, 2 models', 'No bits per character were counted for these: by perplexity']);
});

test('a deleted row leaves the keys at its neighbour: the one below, or above the last', async () => {
  const all = ['ant', 'bee', 'cat'].map((id, place) => model(id, place + 1));
  for (const [gone, next] of [
    ['bee', 'cat'],
    ['cat', 'bee'],
  ]) {
    const deleted: string[] = [];
    const props = {
      ...{ models: all, byText: false, selected: gone, compared: new Set<string>(), full: false },
      ...{ onselect: ({ id }: ModelCard) => void rerender({ selected: id }), onchoose: () => {} },
      ...{ oncompare: () => {}, onrename: () => {}, ondelete: ({ id }: ModelCard) => void deleted.push(id) },
    };
    const { rerender, unmount } = render(Models, props);
    const row = screen.getByRole('row', { selected: true });
    row.focus();
    await fireEvent.keyDown(row, { key: 'Delete' });
    await settle();
    await fireEvent.keyDown(document.activeElement!, { key: 'Delete', repeat: true });
    await settle();
    expect(deleted).toEqual([gone]);
    await rerender({ models: all.filter(({ id }) => id !== gone) });
    expect(document.activeElement?.textContent).toContain(next);
    unmount();
  }
});
