import { render, screen } from '@testing-library/svelte';
import { beforeEach, expect, test } from 'vitest';
import Comparison from '../../../../../renderer/rooms/shelf/models/Comparison.svelte';
import { settings } from '../../../../../renderer/state/settings.svelte.ts';
import { models } from '../../../fixtures/runs.ts';
import { openStudio } from '../../../studio-page.ts';

beforeEach(async () => {
  await openStudio();
  await settings.set({ language: 'en' });
});

const link = () => screen.queryByRole('link', { name: 'Let them tell the same line' });

test('two or three ticked models can tell the same line', () => {
  const ticked = models.slice(0, 2);
  render(Comparison, { models: ticked });
  const address = new URL(link()!.getAttribute('href')!.slice(1), 'http://here');
  expect(address.pathname).toBe('/story/beside');
  expect(address.searchParams.get('models')).toBe(ticked.map(({ id }) => id).join(','));
});

test('more of them are told how many can', () => {
  render(Comparison, { models: [0, 1, 2, 3].map((index) => ({ ...models[0], id: `m-${index}` })) });
  expect(link()).toBeNull();
  expect(screen.getByText('Two or three can tell side by side.')).toBeTruthy();
});
