import { render, screen, waitFor } from '@testing-library/svelte';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Run } from '../../../../../electron/contract/run.ts';
import RunHead from '../../../../../renderer/rooms/workshop/run/RunHead.svelte';
import { models as cards, reports, runs } from '../../../fixtures/runs.ts';
import { models } from '../../../../../renderer/state/models.svelte.ts';
import { figureOf } from '../../../figure-of.ts';
import { openStudio } from '../../../studio-page.ts';

const finished = runs.find(({ final, hyperparameters }) => final && hyperparameters.validationFraction === 0)!;
const show = (final: Run['final']) => render(RunHead, { run: { ...finished, final }, onsettings: () => {} });
const final = { loss: 1, accuracy: 0.5, perplexity: 2.72 };

test('the head says what a character costs beside the perplexity, and what that is', () => {
  show({ ...final, bitsPerCharacter: 0.3456 });
  expect(figureOf('Bits per character')).toBe('0.346');
  screen.getByRole('button', { name: 'Bits per character', description: /^How many bits each character/ });
});

test('of a run of which nobody knows it, it says nothing', () => {
  show(final);
  expect(screen.getByText('Perplexity')).toBeTruthy();
  expect(screen.queryByText('Bits per character')).toBeNull();
});

test('after a reload it shows the newest validation, which lies some reports back', async () => {
  const at = reports.findLast(({ validationLoss }) => validationLoss !== undefined)!;
  expect(at.step).toBeLessThan(reports.at(-1)!.step);
  await openStudio();
  render(RunHead, { run: { ...runs[0], id: 'never-asked-for' }, onsettings: () => {} });
  await waitFor(() => expect(figureOf('Validation')).toBe(at.validationLoss!.toPrecision(3)));
  expect(figureOf('Perplexity')).toBe(at.validationPerplexity!.toPrecision(3));
});

test('of a run that is over, every figure is of the weights that became its model', async () => {
  const [first] = reports.filter(({ validationLoss }) => validationLoss !== undefined);
  const kept = vi.spyOn(models, 'byId').mockReturnValue({ ...cards[0], step: first.step });
  onTestFinished(() => kept.mockRestore());
  await openStudio();
  render(RunHead, { run: { ...runs[0], id: 'ended-long-after-its-best', final, model: 'm' }, onsettings: () => {} });
  await waitFor(() => expect(figureOf('Validation')).toBe(first.validationLoss!.toPrecision(3)));
  expect(figureOf('Perplexity')).toBe(Math.round(Math.exp(first.validationLoss!)).toLocaleString('en'));
});
