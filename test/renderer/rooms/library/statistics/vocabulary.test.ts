import { fireEvent, render, screen } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import { knownSymbolsOf } from '../../../../../electron/advice/corpus-measures.ts';
import { proposeHyperparameters, withChanges } from '../../../../../electron/advice/propose.ts';
import Vocabulary from '../../../../../renderer/rooms/library/statistics/Vocabulary.svelte';
import {
  cutVocabulary,
  firstSize,
  placeOf,
  settingsFor,
  sizeAt,
  SLIDER_STEPS,
} from '../../../../../renderer/rooms/library/statistics/vocabulary.ts';
import { corpora } from '../../../fixtures/corpora.ts';

const [fable, shakespeare] = corpora;

describe('a vocabulary cut short', () => {
  test('covers, leaves out and costs what its size says', () => {
    const whole = cutVocabulary(14_298, shakespeare);
    const half = cutVocabulary(2000, shakespeare);
    expect(whole).toMatchObject({ whole: true, covered: 1, unknown: 0 });
    expect(half.covered).toBeGreaterThan(0.5);
    expect(half.covered).toBeLessThan(1);
    expect(half.unknown).toBe(Math.round(293_599 * (1 - half.covered)));
    // one more id is needed for what is unknown
    expect(half.memory / whole.memory).toBeCloseTo(2001 / 14_298, 6);
  });

  test('the slider reaches one symbol and all, and goes there and back', () => {
    expect(sizeAt(0, 14_298)).toBe(1);
    expect(sizeAt(SLIDER_STEPS, 14_298)).toBe(14_298);
    for (const size of [1, 10, 500, 14_298]) {
      const back = sizeAt(placeOf(size, 14_298), 14_298);
      expect(Math.abs(back - size) / size).toBeLessThan(0.01);
    }
    expect(sizeAt(placeOf(1, 1), 1)).toBe(1);
  });

  test('begins with what is proposed for the text; another size is a setting of the training', () => {
    expect(firstSize(fable)).toBe(112);
    const { distinct, singletons } = shakespeare.statistics;
    const proposed = firstSize(shakespeare);
    expect(proposed).toBe(Math.min(10_000, distinct - singletons));
    expect(settingsFor(proposed, shakespeare)).toEqual({});
    expect(settingsFor(500, shakespeare)).toEqual({ vocabularyLimit: 500 });
    expect(settingsFor(distinct, shakespeare)).toEqual({ vocabularyLimit: 0, minimumCount: 1 });
    for (const size of [500, proposed, proposed + 1000, distinct]) {
      const { hyperparameters } = proposeHyperparameters(shakespeare);
      const chosen = withChanges(hyperparameters, settingsFor(size, shakespeare));
      expect(knownSymbolsOf(chosen, shakespeare)).toBe(size);
    }
  });
});

test('the sentence follows the slider', async () => {
  const { container } = render(Vocabulary, { facts: shakespeare, size: firstSize(shakespeare) });
  const said = () => container.querySelector('.said')?.textContent?.replace(/\s+/g, ' ') ?? '';
  const slider = screen.getByRole('slider', { name: 'Vocabulary size' });
  await fireEvent.input(slider, { target: { value: String(SLIDER_STEPS) } });
  expect(said()).toMatch(/All 14,298 symbols cover the whole text\..*Nothing is unknown/);
  await fireEvent.input(slider, { target: { value: '240' } });
  const size = sizeAt(240, 14_298);
  const { covered, unknown } = cutVocabulary(size, shakespeare);
  expect(said()).toContain(
    `${size.toLocaleString('en')} symbols cover ${(Math.floor(covered * 1000) / 10).toFixed(1)}`,
  );
  expect(said()).toContain(`${unknown.toLocaleString('en')} places`);
  expect(slider.getAttribute('aria-valuetext')).toContain(`${size.toLocaleString('en')} symbols cover`);
});
