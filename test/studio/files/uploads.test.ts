import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Corpus } from '../../../electron/contract/corpus.ts';
import type { Studio } from '../../../electron/studio/index.ts';
import { temporaryFolder } from '../../storage/temporary-folder.ts';
import { openStudio } from '../open-studio.ts';

const STORY = 'The mice had a council. A young mouse got up and spoke. The old mouse asked who would bell the cat. ';

/** A file that the host keeps for a page, as its server does for an upload. */
function upload(studio: Studio, name: string, content: string | Buffer): { path: string; file: string } {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, content);
  return { path, file: studio.files.grant(path, name, () => rm(path)) };
}

test('an upload goes with its import: thirty leave nothing', async () => {
  const studio = await openStudio(temporaryFolder());
  const uploads = Array.from({ length: 30 }, (_, number) => upload(studio, `${number}.txt`, STORY.repeat(3 + number)));
  const jobs = await Promise.all(uploads.map(({ file }) => studio.request('corpora.import', { file })));
  for (const { job } of jobs) await studio.wait(job);
  await expect.poll(() => uploads.filter(({ path }) => existsSync(path))).toEqual([]);
  expect((await studio.request('studio.state', {})).corpora).toHaveLength(30);
});

test('one that was read only in part, or not at all, stays for another encoding, until that one worked', async () => {
  const studio = await openStudio(temporaryFolder());
  const read = async (file: string, encoding: string) =>
    (await studio.wait((await studio.request('corpora.import', { file, encoding })).job)) as Corpus;
  const latin = Buffer.from(STORY.repeat(20).replaceAll('council', 'conseil général'), 'latin1');
  const { path, file } = upload(studio, 'mice.txt', latin);
  await expect(read(file, 'no-such-encoding')).rejects.toMatchObject({ code: 'encoding-unknown' });
  expect(existsSync(path)).toBe(true);
  expect((await read(file, 'utf-8')).replaced).toBeGreaterThan(0);
  expect(existsSync(path)).toBe(true);
  expect((await read(file, 'windows-1252')).replaced).toBe(0);
  await expect.poll(() => existsSync(path)).toBe(false);
});

test('a model that was sent goes, whether or not it is one', async () => {
  const studio = await openStudio(temporaryFolder());
  const { path, file } = upload(studio, 'story.zip', 'not a zip');
  await expect(studio.request('models.import', { file })).rejects.toMatchObject({ code: 'not-a-model' });
  await expect.poll(() => existsSync(path)).toBe(false);
});

test('a file of the person is never touched', async () => {
  const studio = await openStudio(temporaryFolder());
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'mine.txt'), STORY.repeat(3));
  const file = studio.files.grant(join(folder, 'mine.txt'));
  await studio.wait((await studio.request('corpora.import', { file })).job);
  studio.files.release(file);
  await studio.close();
  expect(readdirSync(folder)).toEqual(['mine.txt']);
});
