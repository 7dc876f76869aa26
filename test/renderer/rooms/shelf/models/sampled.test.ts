import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import CardBody from '../../../../../renderer/rooms/shelf/models/CardBody.svelte';
import { settings } from '../../../../../renderer/state/settings.svelte.ts';
import { models } from '../../../fixtures/runs.ts';
import { openStudio } from '../../../studio-page.ts';

const [model] = models;
const { validationLoss: _, ...metrics } = model.metrics;

test.each([
  ['en', 'Measured at 300,000 places, evenly spread over the text.'],
  ['zh', '测量值取自均匀分布于全文的 300,000 处。'],
] as const)('in %s a card says that its figures are those of many places of a long text', async (language, said) => {
  await openStudio();
  await settings.set({ language });
  const { rerender } = render(CardBody, { model: { ...model, metrics: { ...metrics, sampled: 300_000 } } });
  expect(screen.getByText(said)).toBeTruthy();
  await rerender({ model: { ...model, metrics } });
  expect(screen.queryByText(said)).toBeNull();
});
