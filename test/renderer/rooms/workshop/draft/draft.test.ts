import { beforeEach, describe, expect, test } from 'vitest';
import { presetHyperparameters } from '../../../../../electron/advice/presets.ts';
import { proposeHyperparameters } from '../../../../../electron/advice/propose.ts';
import { Draft } from '../../../../../renderer/rooms/workshop/draft/draft.svelte.ts';
import { draftOf, keepDraft } from '../../../../../renderer/rooms/workshop/draft/drafts.ts';
import { corpora } from '../../../fixtures/corpora.ts';

import { models, runs } from '../../../fixtures/runs.ts';
import { openStudio } from '../../../studio-page.ts';

const [fable, shakespeare] = corpora;

describe('a draft of settings', () => {
  beforeEach(() => openStudio());

  test('starts from what is proposed for the text and marks what follows from it', () => {
    const draft = new Draft(fable);
    expect(draft.values).toEqual(proposeHyperparameters(fable).hyperparameters);
    expect(draft.isProposed('windowLength')).toBe(true);
    expect(draft.isProposed('seed')).toBe(false);
  });

  test('a changed value loses its mark, and gets it back when it is set back', () => {
    const draft = new Draft(fable);
    const proposed = draft.values.windowLength;
    draft.set('windowLength', proposed + 2);
    expect(draft.isProposed('windowLength')).toBe(false);
    expect(draft.isChanged('windowLength')).toBe(true);
    draft.set('windowLength', draft.original('windowLength'));
    expect(draft.isProposed('windowLength')).toBe(true);
    expect(draft.changed).toBe(false);
  });

  test('what follows a changed value loses its mark and its reason with it, and gets both back', () => {
    const draft = new Draft(shakespeare);
    expect(draft.values.tieWeights).toBe(true);
    expect([draft.isProposed('embeddingSize'), draft.reasonOf('embeddingSize')]).toEqual([true, expect.anything()]);
    const { units } = draft.values;
    draft.set('units', 2 * units);
    expect(draft.values.embeddingSize).toBe(2 * units);
    expect(draft.isChanged('embeddingSize')).toBe(false);
    expect([draft.isProposed('embeddingSize'), draft.reasonOf('embeddingSize')]).toEqual([false, undefined]);
    expect(draft.isProposed('dropout')).toBe(true);
    draft.set('units', units);
    expect(draft.isProposed('embeddingSize')).toBe(true);
  });

  test('what learns on from a model has its network and its cut, and settings of its own for the rest', () => {
    const [model] = models;
    const draft = new Draft(shakespeare);
    draft.set('units', 32);
    draft.learnOnFrom(model.id);
    const { units, layers, embeddingSize, tokenizer, learningRate } = model.hyperparameters;
    expect(draft.values).toMatchObject({ units, layers, embeddingSize, tokenizer });
    expect(draft.values.learningRate).toBeLessThan(learningRate);
    expect(['units', 'tokenizer', 'steps'].map((name) => draft.isSettled(name as 'units'))).toEqual([
      true,
      true,
      false,
    ]);
    expect(draft.isProposed('steps')).toBe(false);
    expect([draft.start, draft.base?.id, draft.facts.known]).toEqual(['base', model.id, model.vocabularySize]);
    draft.set('steps', 12);
    draft.reset();
    expect(draft.base?.id).toBe(model.id);
    draft.learnOnFrom(undefined);
    expect(draft.values).toEqual(proposeHyperparameters(shakespeare).hyperparameters);
  });

  test('what an address or an earlier draft sets of a settled one stays the model’s', () => {
    const [model] = models;
    const changes = { units: model.hyperparameters.units + 1, steps: 12 };
    const draft = new Draft(shakespeare, { start: 'proposed', base: model.id, changes });
    expect(draft.values).toMatchObject({ units: model.hyperparameters.units, steps: 12 });
    draft.reset();
    draft.take(changes);
    expect(draft.values).toMatchObject({ units: model.hyperparameters.units, steps: 12 });
    expect(draft.changedNames).toEqual(['steps']);
    expect(draft.ready).toBe(true);
  });

  test('where the model is gone that it learnt on from, it is as proposed', () => {
    const draft = new Draft(shakespeare, { start: 'proposed', base: 'gone', changes: {} });
    expect([draft.start, draft.base]).toEqual(['proposed', undefined]);
    expect(draft.values).toEqual(proposeHyperparameters(shakespeare).hyperparameters);
  });

  test('a run that learnt on from a model is taken over with it, and outlives a reload', () => {
    const [model] = models;
    const draft = draftOf(shakespeare);
    const base = { id: model.id, name: model.name, texts: [] };
    const hyperparameters = { ...model.hyperparameters, steps: 77 };
    draft.adopt({ preset: undefined, base, hyperparameters });
    expect([draft.base?.id, draft.values.steps]).toEqual([model.id, 77]);
    keepDraft(shakespeare.id, draft.notes);
    expect(JSON.parse(sessionStorage.getItem('aesop.drafts')!)).toMatchObject({ [shakespeare.id]: { base: model.id } });
    draft.adopt({ preset: 'novel', base: { ...base, id: 'gone' }, hyperparameters });
    expect([draft.base, draft.start]).toEqual([undefined, 'novel']);
  });

  test('a preset replaces everything and marks nothing', () => {
    const draft = new Draft(fable);
    draft.set('units', 32);
    draft.choose('article-2x512');
    expect(draft.values).toEqual(presetHyperparameters('article-2x512'));
    expect(draft.isProposed('windowLength')).toBe(false);
    draft.choose('proposed');
    expect(draft.values.units).toBe(proposeHyperparameters(fable).hyperparameters.units);
  });

  test('the article’s stride follows its window until it is set', () => {
    const draft = new Draft(fable);
    draft.choose('article-1x512');
    draft.set('windowLength', 5);
    expect(draft.values.stride).toBe(6);
    draft.set('stride', 4);
    expect(draft.values.stride).toBe(4);
    draft.reset();
    expect(draft.values).toEqual(presetHyperparameters('article-1x512'));
  });

  test('is not ready while an entry is wrong or two settings exclude each other', () => {
    const draft = new Draft(fable);
    draft.report('steps', 'Steps is 0; it must be 1 to 100,000,000.');
    expect(draft.ready).toBe(false);
    draft.report('steps', '');
    expect(draft.ready).toBe(true);
    draft.set('tieWeights', true);
    expect(draft.conflict).toBe(true);
    draft.set('units', draft.values.embeddingSize);
    expect(draft.ready).toBe(true);
  });

  test('another tokenizer is counted by the studio; until then the facts are the known ones', async () => {
    const draft = new Draft(fable);
    draft.set('tokenizer', 'characters');
    expect(draft.counted).toBe(false);
    expect(draft.facts.statistics.symbols).toBe(204);
    await draft.count();
    expect(draft.counted).toBe(true);
    expect(draft.facts.statistics.symbols).toBe(1020);
  });

  test('takes over the settings of a run, also those that no preset has', () => {
    const draft = new Draft(shakespeare);
    const hyperparameters = { ...runs[0].hyperparameters, clipNorm: 2, seed: 7 };
    draft.adopt({ preset: 'novel', hyperparameters });
    expect(draft.start).toBe('novel');
    expect(draft.values).toEqual(hyperparameters);
  });

  test('outlives a reload, unless what was kept is not understood', () => {
    keepDraft('kept', { start: 'fable', changes: { units: 64 } });
    const kept = draftOf({ ...fable, id: 'kept' });
    expect([kept.start, kept.values.units]).toEqual(['fable', 64]);
    keepDraft('spoilt', { start: 'fable', changes: { units: -1 } });
    expect(draftOf({ ...fable, id: 'spoilt' }).start).toBe('proposed');
  });
});
