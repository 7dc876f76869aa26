import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { sameModel, type ModelCard } from '../../../electron/contract/model.ts';
import { createStudio, type Studio } from '../../../electron/studio/index.ts';
import { models as cards } from '../../renderer/fixtures/runs.ts';
import { temporaryFolder } from '../../storage/temporary-folder.ts';
import { fakeLauncher } from '../fake-worker.ts';

const FROZEN = join(import.meta.dirname, '../../fixtures/workspaces/0.1.0/workspace/models');
const [ID] = readdirSync(FROZEN);

async function opened(): Promise<Studio> {
  // every model is found whole; what the card says is not looked at
  const { launch } = fakeLauncher((worker, message) => {
    if (message.type === 'job') worker.say({ type: 'done', job: message.job, result: cards[0] });
  });
  const workspace = temporaryFolder();
  const studio = await createStudio({ workspace, resources: workspace, launchWorker: launch, version: '0' });
  onTestFinished(() => studio.close());
  return studio;
}

/** A copy of a model's folder, called so. */
function copyNamed(name: string): string {
  const folder = join(temporaryFolder(), 'copy');
  cpSync(join(FROZEN, ID), folder, { recursive: true });
  const card = JSON.parse(readFileSync(join(folder, 'card.json'), 'utf8')) as ModelCard;
  writeFileSync(join(folder, 'card.json'), JSON.stringify({ ...card, name }));
  return folder;
}
const bring = (studio: Studio, folder: string) => studio.request('models.import', { file: studio.files.grant(folder) });

test('a model under a name that another has gets a number, in list, card and event', async () => {
  const studio = await opened();
  const heard: string[] = [];
  studio.on('models.changed', ({ model }) => heard.push(model.name));
  const folder = copyNamed('Cat 5');
  const names = [await bring(studio, folder), await bring(studio, folder), await bring(studio, folder)];
  expect(names.map(({ name }) => name)).toEqual(['Cat 5', 'Cat 5 2', 'Cat 5 3']);
  expect(heard).toEqual(['Cat 5', 'Cat 5 2', 'Cat 5 3']);
  const { models } = await studio.request('studio.state', {});
  expect(models.map(({ name }) => name).sort()).toEqual(['Cat 5', 'Cat 5 2', 'Cat 5 3']);
});

test('two that come in at once have two names, a long one keeps room for its number', async () => {
  const studio = await opened();
  const folder = copyNamed('x'.repeat(120));
  const both = await Promise.all([bring(studio, folder), bring(studio, folder)]);
  const [short, whole] = both.map(({ name }) => name).sort((a, b) => a.length - b.length || b.localeCompare(a));
  expect(whole).toBe('x'.repeat(120));
  expect(short).toMatch(/^x{100,}…? 2$/);
});

test('the same model is known whatever it is called, another is not', async () => {
  const studio = await opened();
  const [one, other] = [await bring(studio, copyNamed('One')), await bring(studio, copyNamed('Other'))];
  expect(other.name).toBe('Other');
  const { models } = await studio.request('studio.state', {});
  expect(sameModel(other, models)?.id).toBe(one.id);
  const trainedOn = { ...one, id: 'on', files: { ...one.files, 'weights.bin': 'f'.repeat(64) } };
  expect(sameModel(trainedOn, models)).toBeUndefined();
  expect(sameModel({ ...one, files: {} }, [{ ...other, files: {} }])).toBeUndefined();
});
