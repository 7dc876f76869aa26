import { expect, test } from 'vitest';
import type { ModelCard } from '../../../../../electron/contract/model.ts';
import { sectionsOf } from '../../../../../renderer/rooms/shelf/models/shelf-order.ts';
import { models } from '../../../fixtures/runs.ts';

function card(id: string, text: string, metrics: Partial<ModelCard['metrics']>): ModelCard {
  const corpus = { ...models[0].corpus!, name: text, sha256: text.padEnd(64, '0') };
  return { ...models[0], id, name: id, corpus, metrics: { loss: 1, accuracy: 0.5, perplexity: 3, ...metrics } };
}
const shown = (cards: readonly ModelCard[], sort: string, byText: boolean) =>
  sectionsOf(cards, sort, byText).map(({ text, uncounted, models: part }) => [
    text,
    uncounted,
    part.map(({ id }) => id).join(' '),
  ]);

const novel = [
  card('novel-good', 'novel', { perplexity: 126, bitsPerCharacter: 1.4 }),
  card('novel-best', 'novel', { perplexity: 140, bitsPerCharacter: 1.2 }),
];
const fable = [
  card('fable-old-2', 'fable', { perplexity: 1.9 }),
  card('fable-old-1', 'fable', { perplexity: 1.02 }),
  card('fable-new', 'fable', { perplexity: 1.5, bitsPerCharacter: 0.2 }),
];

test('models stand by their texts, the best by bits per character first', () => {
  expect(shown(novel, 'bits', true)).toEqual([['novel', false, 'novel-best novel-good']]);
  expect(shown([...novel, ...fable], 'bits', true).map(([text]) => text)).toEqual(['fable', 'fable', 'novel']);
});

test('those of which nobody counted the bits are ranked by perplexity among themselves, and apart', () => {
  expect(shown([...novel, ...fable], 'bits', true)).toEqual([
    ['fable', false, 'fable-new'],
    ['fable', true, 'fable-old-1 fable-old-2'],
    ['novel', false, 'novel-best novel-good'],
  ]);
});

test('all together the measure that holds across texts ranks them, and what lacks it comes behind either way', () => {
  expect(shown([...fable, ...novel], 'bits', false)).toEqual([
    [undefined, false, 'fable-new novel-best novel-good'],
    [undefined, true, 'fable-old-1 fable-old-2'],
  ]);
  expect(shown([...fable, ...novel], '-bits', false)).toEqual([
    [undefined, false, 'novel-good novel-best fable-new'],
    [undefined, true, 'fable-old-2 fable-old-1'],
  ]);
});

test('another column ranks all of a text alike', () => {
  expect(shown(fable, '-name', true)).toEqual([['fable', false, 'fable-old-2 fable-old-1 fable-new']]);
});

test('the section of a text knows how many learnt it', () => {
  expect(sectionsOf(fable, 'bits', true).map(({ ofText }) => ofText)).toEqual([3, 3]);
});
