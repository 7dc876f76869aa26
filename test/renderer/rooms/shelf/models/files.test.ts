import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import type { ModelCard } from '../../../../../electron/contract/model.ts';
import CardBody from '../../../../../renderer/rooms/shelf/models/CardBody.svelte';
import { figureOf } from '../../../figure-of.ts';
import { models } from '../../../fixtures/runs.ts';

const [model] = models;
const card = (sources?: string[]): ModelCard => ({
  ...model,
  run: undefined,
  corpus: { ...model.corpus!, sources },
  hyperparameters: { ...model.hyperparameters, validationFile: sources ? 2 : 0 },
});

test('the card of a model of several files names them, and the one that was kept aside', () => {
  render(CardBody, { model: card(['part 1.txt', 'part 2.txt']) });
  expect(screen.getByText('Its files, in order: part 1.txt, part 2.txt')).toBeTruthy();
  expect(figureOf('Validation file')).toBe('part 2.txt');
});

test('that of a model of one file does not', () => {
  render(CardBody, { model: card() });
  expect(screen.queryByText(/^Its files/)).toBeNull();
});
