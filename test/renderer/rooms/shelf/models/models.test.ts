import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import Models from '../../../../../renderer/rooms/shelf/models/Models.svelte';
import { presetHyperparameters } from '../../../../../electron/advice/presets.ts';
import type { ModelCard } from '../../../../../electron/contract/model.ts';

const model = (id: string, perplexity: number) =>
  ({
    id,
    name: id,
    corpus: { name: 'Text' },
    hyperparameters: presetHyperparameters('fable'),
    parameters: 1000,
    metrics: { loss: 1, accuracy: 0.5, perplexity },
    createdAt: '2026-11-20T00:00:00Z',
  }) as ModelCard;

test('a tick compares without opening, a row opens without ticking', async () => {
  const selected: string[] = [];
  const ticked: [string, boolean][] = [];
  render(Models, {
    models: [model('wolf', 3), model('fox', 2)],
    selected: 'fox',
    compared: new Set<string>(),
    onselect: ({ id }: ModelCard) => void selected.push(id),
    oncompare: (id: string, on: boolean) => void ticked.push([id, on]),
    onrename: () => {},
    ondelete: () => {},
  });
  const rows = screen.getAllByRole('row').slice(1);
  expect(rows.map((row) => row.textContent?.includes('fox'))).toEqual([true, false]);
  await fireEvent.click(within(rows[1]).getByRole('checkbox'));
  expect({ selected, ticked }).toEqual({ selected: [], ticked: [['wolf', true]] });
  await fireEvent.click(within(rows[1]).getByText('wolf'));
  expect(selected).toEqual(['wolf']);
});
