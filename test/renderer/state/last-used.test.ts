import { expect, test } from 'vitest';
import { lastUsedModel } from '../../../renderer/state/last-used.ts';
import { models } from '../../../renderer/state/models.svelte.ts';
import { stories } from '../../../renderer/state/stories.svelte.ts';
import { models as cards } from '../fixtures/runs.ts';
import { openStudio } from '../studio-page.ts';

const MADE = ['2026-11-01', '2026-11-02', '2026-11-03'].map((day) => `${day}T10:00:00.000Z`);

test('the model last used is the one that told last, or that was made since', async () => {
  await openStudio();
  models.receive(MADE.map((createdAt, at) => ({ ...cards[0], id: `model-${at}`, createdAt })));
  stories.receive([]);
  expect(lastUsedModel()?.id).toBe('model-2');
  const told = (model: string, toldAt: string) => ({ id: toldAt, title: '', length: 1, excerpt: '', model, toldAt });
  stories.receive([
    told('model-1', '2026-11-04T10:00:00.000Z'),
    told('model-0', '2026-11-05T10:00:00.000Z'),
    told('gone', '2026-11-06T10:00:00.000Z'),
  ]);
  expect(lastUsedModel()?.id).toBe('model-0');
  models.receive([...models.list, { ...cards[0], id: 'new', createdAt: '2026-11-07T10:00:00.000Z' }]);
  expect(lastUsedModel()?.id).toBe('new');
  models.receive([]);
  expect(lastUsedModel()).toBeUndefined();
});
