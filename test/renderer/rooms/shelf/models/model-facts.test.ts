import { expect, test } from 'vitest';
import { presetHyperparameters } from '../../../../../electron/advice/presets.ts';
import type { ModelCard } from '../../../../../electron/contract/model.ts';
import { quality } from '../../../../../electron/advice/model-quality.ts';
import { shape, sorted, tellingKnobs } from '../../../../../renderer/rooms/shelf/models/model-facts.ts';

function card(id: string, metrics: Partial<ModelCard['metrics']>, preset: 'fable' | 'novel' = 'fable'): ModelCard {
  return {
    version: 1,
    id,
    name: id,
    corpus: { name: 'Text', sha256: '0'.repeat(64), symbols: 10, language: 'en' },
    hyperparameters: presetHyperparameters(preset),
    vocabularySize: 10,
    parameters: 1000,
    step: 1,
    seconds: 1,
    metrics: { loss: 1, accuracy: 0.5, perplexity: 3, ...metrics },
    prompt: 'a',
    engine: 'TensorFlow',
    versions: {},
    createdAt: '2026-11-20T00:00:00Z',
    files: {},
  };
}

test('a model is judged on the text kept aside where there is one', () => {
  expect(quality(card('a', {}))).toMatchObject({ loss: 1, perplexity: 3, heldOut: false });
  expect(quality(card('a', { validationLoss: 4, validationPerplexity: 55 }))).toMatchObject({
    loss: 4,
    perplexity: 55,
    heldOut: true,
  });
});

test('bits per character are those of the same text as the loss, or nobody knows them', () => {
  expect(quality(card('a', {})).bitsPerCharacter).toBeNull();
  expect(quality(card('a', { bitsPerCharacter: 1.5 })).bitsPerCharacter).toBe(1.5);
  const heldOut = { validationLoss: 4, validationPerplexity: 55, bitsPerCharacter: 1.5 };
  expect(quality(card('a', heldOut)).bitsPerCharacter).toBeNull();
  expect(quality(card('a', { ...heldOut, validationBitsPerCharacter: 2 })).bitsPerCharacter).toBe(2);
});

test('the best stands first, what was not measured last, and a column turns round', () => {
  const models = [
    card('worse', { perplexity: 9 }),
    card('unknown', { perplexity: null }),
    card('best', { perplexity: 2 }),
  ];
  expect(sorted(models, 'perplexity').map(({ id }) => id)).toEqual(['best', 'worse', 'unknown']);
  expect(sorted(models, '-perplexity').map(({ id }) => id)).toEqual(['worse', 'best', 'unknown']);
  expect(sorted(models, '-name').map(({ id }) => id)).toEqual(['worse', 'unknown', 'best']);
});

test('a card names the knobs in use', () => {
  const window = tellingKnobs(card('a', {}));
  expect(window).toContain('windowLength');
  expect(window).not.toContain('sequenceLength');
  expect(window).not.toContain('dropout');
  const sequence = tellingKnobs(card('b', {}, 'novel'));
  expect(sequence).toContain('sequenceLength');
  expect(sequence).toContain('dropout');
  expect(sequence).not.toContain('windowLength');
  expect(shape(card('b', {}, 'novel'))).toMatch(/^\d×\d+$/);
});
