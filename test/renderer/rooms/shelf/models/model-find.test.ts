import { beforeAll, expect, test } from 'vitest';
import { findModels } from '../../../../../renderer/rooms/shelf/models/model-find.ts';
import { tagsIn } from '../../../../../renderer/rooms/shelf/models/tags.ts';
import { settings } from '../../../../../renderer/state/settings.svelte.ts';
import { models } from '../../../fixtures/runs.ts';
import { openStudio, settle } from '../../../studio-page.ts';

const [fable] = models;
const shelf = [
  { ...fable, id: 'plain', hyperparameters: { ...fable.hyperparameters, windowLength: 3, batchSize: 8 } },
  { ...fable, id: 'wide', hyperparameters: { ...fable.hyperparameters, windowLength: 8 } },
  { ...fable, id: 'wider', hyperparameters: { ...fable.hyperparameters, windowLength: 18 } },
  { ...fable, id: 'noted', name: 'The Salt Road', note: 'Best for the reading on Friday', tags: ['Class 9B'] },
];
const found = (typed: string) => findModels(shelf, typed).map(({ id }) => id);

beforeAll(async () => {
  await openStudio();
  await settings.set({ language: 'en' });
  await settle();
});

test('models are found by name, text, tag and note, whatever the case', () => {
  expect(found('salt road')).toEqual(['noted']);
  expect(found('CLASS 9b')).toEqual(['noted']);
  expect(found('friday')).toEqual(['noted']);
  expect(found('belling')).toHaveLength(4);
  expect(found('')).toHaveLength(4);
  expect(found('nobody')).toEqual([]);
});

test('by a setting in words, its number as a whole', () => {
  expect(found('window 8')).toEqual(['wide']);
  expect(found('window 18')).toEqual(['wider']);
  expect(found('window 1')).toEqual([]);
});

test('by each of several words where they stand nowhere together', () => {
  expect(found('friday 9b')).toEqual(['noted']);
});

test('tags are read between commas of any script, each once', () => {
  expect(tagsIn(' class 9b, Class 9B，海的故事、 ; ')).toEqual(['class 9b', '海的故事']);
  expect(tagsIn('x'.repeat(60))[0]).toHaveLength(40);
});
