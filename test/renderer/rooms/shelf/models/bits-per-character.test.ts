import { render, screen, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import type { ModelCard } from '../../../../../electron/contract/model.ts';
import CardBody from '../../../../../renderer/rooms/shelf/models/CardBody.svelte';
import Comparison from '../../../../../renderer/rooms/shelf/models/Comparison.svelte';
import { models } from '../../../fixtures/runs.ts';

/** Kept while nobody counted bits, and by a run of which nothing is left. */
const alone = (model: ModelCard): ModelCard => ({ ...model, run: undefined });
const fixture = (id: string) => alone(models.find((model) => model.id === id)!);

test('the card says what a character costs, and what that is', () => {
  render(CardBody, { model: fixture('tiny-shakespeare-1') });
  const label = screen.getByText('Bits per character');
  expect(label.closest('dt')?.nextElementSibling?.textContent).toBe('1.46');
  expect(document.getElementById(label.getAttribute('aria-describedby')!)?.textContent).toMatch(
    /^How many bits each character/,
  );
});

test('the card of a model of which nobody knows it has a dash there', () => {
  render(CardBody, { model: fixture('article-2x512') });
  expect(screen.getByText('Bits per character').closest('dt')?.nextElementSibling?.textContent).toBe('–');
});

test('models are compared by it, whatever their symbols are', () => {
  render(Comparison, { models: [fixture('tiny-shakespeare-1'), fixture('article-2x512')] });
  const row = screen.getByRole('row', { name: /Bits per character/ });
  expect(
    within(row)
      .getAllByRole('cell')
      .map((cell) => cell.textContent),
  ).toEqual(['1.46', '–']);
});
