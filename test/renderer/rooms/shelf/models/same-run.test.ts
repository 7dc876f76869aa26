import { render, screen, within } from '@testing-library/svelte';
import { beforeEach, expect, test } from 'vitest';
import Comparison from '../../../../../renderer/rooms/shelf/models/Comparison.svelte';
import { settings } from '../../../../../renderer/state/settings.svelte.ts';
import type { ModelCard } from '../../../../../electron/contract/model.ts';
import { sweepModels } from '../../../fixtures/sweep.ts';
import { openStudio, settle } from '../../../studio-page.ts';

beforeEach(async () => {
  await openStudio('sweep');
  await settings.set({ language: 'en' });
});

const [last, other] = sweepModels(5).filter(({ run }) => run !== undefined);
const early: ModelCard = { ...last, id: 'early', name: 'Early', step: 4000 };

/** Swatches of the models, as drawn. */
const swatches = () =>
  within(screen.getByRole('table'))
    .getAllByRole('columnheader')
    .flatMap((head) => [...head.querySelectorAll('.swatch')].map(({ outerHTML }) => outerHTML));
/** What a curve is called to one who does not see it. */
const curves = () => screen.getByRole('img').getAttribute('aria-label')!.split('points').length - 1;

test('two models of one run have one curve, which says so, and look alike in its key', async () => {
  render(Comparison, { models: [last, early] });
  await settle();
  expect(curves()).toBe(1);
  expect(screen.getByText(`One run left ${last.name}, Early: its curve is drawn once.`)).toBeTruthy();
  expect(new Set(swatches()).size).toBe(1);
});

test('models of two runs have a curve each, told apart, and nothing is said', async () => {
  render(Comparison, { models: [last, other] });
  await settle();
  expect(curves()).toBe(2);
  expect(screen.queryByText(/its curve is drawn once/)).toBeNull();
  expect(new Set(swatches()).size).toBe(2);
});

test('models whose run nobody knows are not taken for one', async () => {
  render(Comparison, { models: [last, early].map((model) => ({ ...model, run: undefined })) });
  await settle();
  expect(screen.queryByText(/its curve is drawn once/)).toBeNull();
  expect(new Set(swatches()).size).toBe(2);
});
