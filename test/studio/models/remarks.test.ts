import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createStudio, type Studio } from '../../../electron/studio/index.ts';
import { openWorkspace } from '../../../electron/storage/workspace/workspace.ts';
import { modelCardSchema } from '../../../electron/contract/model.ts';
import { models as cards } from '../../renderer/fixtures/runs.ts';
import { temporaryFolder } from '../../storage/temporary-folder.ts';
import { fakeLauncher } from '../fake-worker.ts';
import { RESOURCES } from '../open-studio.ts';

const id = 'a-model';

async function opened(folder: string): Promise<Studio> {
  const { launch } = fakeLauncher();
  const studio = await createStudio({ workspace: folder, resources: RESOURCES, launchWorker: launch, version: '0' });
  onTestFinished(() => studio.close());
  return studio;
}

async function withModel(): Promise<{ folder: string; studio: Studio; card: string }> {
  const folder = temporaryFolder();
  const { models } = await openWorkspace(folder);
  await models.write({ ...cards[0], id });
  return { folder, studio: await opened(folder), card: join(models.path(id), 'card.json') };
}

test('a note and tags are kept in the card, told to every page, and taken away again', async () => {
  const { studio, card } = await withModel();
  const told: unknown[] = [];
  studio.on('models.changed', ({ model }) => told.push([model.note, model.tags]));
  const kept = await studio.request('models.remark', { id, note: ' Best for Friday ', tags: ['class 9b', ' sea '] });
  expect(kept).toMatchObject({ note: 'Best for Friday', tags: ['class 9b', 'sea'], name: cards[0].name });
  expect(told).toEqual([['Best for Friday', ['class 9b', 'sea']]]);
  expect(JSON.parse(readFileSync(card, 'utf8'))).toMatchObject({ note: 'Best for Friday', tags: ['class 9b', 'sea'] });
  const bare = await studio.request('models.remark', { id, note: '', tags: [] });
  expect([bare.note, bare.tags]).toEqual([undefined, undefined]);
  expect(JSON.parse(readFileSync(card, 'utf8'))).not.toHaveProperty('tags');
});

test('what is too long, too many or twice is refused, and nothing is lost', async () => {
  const { studio } = await withModel();
  await studio.request('models.remark', { id, note: 'kept', tags: ['a'] });
  const many = Array.from({ length: 13 }, (_, index) => `tag ${index}`);
  for (const wrong of [
    { note: 'x'.repeat(2001), tags: [] },
    { note: '', tags: many },
    { note: '', tags: ['Sea', 'sea'] },
    { note: '', tags: [' '] },
  ])
    await expect(studio.request('models.remark', { id, ...wrong })).rejects.toMatchObject({
      code: 'request-malformed',
    });
  const { models } = await studio.request('studio.state', {});
  expect(models[0]).toMatchObject({ note: 'kept', tags: ['a'] });
});

test('a card from before opens without, one from elsewhere with as much as may be remarked here', async () => {
  const { folder, studio, card } = await withModel();
  await studio.close();
  const { note: _, tags: __, ...old } = JSON.parse(readFileSync(card, 'utf8')) as Record<string, unknown>;
  writeFileSync(card, JSON.stringify({ ...old, version: 2 }));
  const [read] = (await (await opened(folder)).request('studio.state', {})).models;
  expect([read.id, read.note]).toEqual([id, undefined]);
  const foreign = { ...cards[0], note: 'n'.repeat(9000), tags: Array.from({ length: 40 }, () => 't'.repeat(99)) };
  const card2 = modelCardSchema.parse(foreign);
  expect([card2.note?.length, card2.tags?.length, card2.tags?.[0].length]).toEqual([2000, 12, 40]);
});
