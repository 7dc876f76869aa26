import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { fileName } from '../../../electron/studio/files/file-name.ts';
import { Grants } from '../../../electron/studio/files/grants.ts';
import { writeFileAtomic } from '../../../electron/storage/files/atomic.ts';
import { intoFile } from '../../../electron/studio/files/into-file.ts';
import { Scratch } from '../../../electron/studio/files/scratch.ts';
import { temporaryFolder } from '../../storage/temporary-folder.ts';

const context = () => ({ files: new Grants(), scratch: new Scratch() });
const saveText = (
  studio: ReturnType<typeof context>,
  { name, text, target }: { name: string; text: string; target?: string },
) => intoFile(studio, { name, otherwise: 'story', target }, (path) => writeFileAtomic(path, text));

test('a text goes whole into the granted place, over what was there, and nothing else is left', async () => {
  const folder = temporaryFolder();
  const target = join(folder, '故事.txt');
  writeFileSync(target, 'an older and much longer story');
  const studio = context();
  const token = studio.files.grantTarget(target);
  const saved = await saveText(studio, { name: 'x.txt', text: '话说…\n', target: token });
  expect(saved).toEqual({ file: token, name: '故事.txt', bytes: 10 });
  expect(readFileSync(target, 'utf8')).toBe('话说…\n');
  expect(readdirSync(folder)).toEqual(['故事.txt']);
});

test('without a place it becomes a file to fetch, named as the page calls it', async () => {
  const studio = context();
  const { file, name } = await saveText(studio, { name: 'What: “a/b”?.md', text: '# x\n' });
  expect(name).toBe('What “a b”.md');
  expect(await studio.files.use(file, 'made', async ({ path }) => readFileSync(path, 'utf8'))).toBe('# x\n');
  await studio.scratch.close();
});

test('a file to fetch goes with its release, and the oldest that nobody fetches go by themselves', async () => {
  const studio = context();
  const folders: string[] = [];
  for (let number = 0; number < 30; number++) {
    const { file } = await saveText(studio, { name: 'x.txt', text: 'x' });
    folders.push(await studio.files.use(file, 'made', async ({ path }) => dirname(path)));
    if (number === 29) studio.files.release(file);
  }
  const left = () => folders.filter((folder) => existsSync(folder));
  await expect.poll(left).toHaveLength(19);
  expect(left()).toEqual(folders.slice(10, 29));
  await studio.scratch.close();
  expect(left()).toEqual([]);
});

test('only a place that a person chose is written, and what fails names the file without its folder', async () => {
  const studio = context();
  const source = studio.files.grant(join(temporaryFolder(), 'text.txt'));
  await expect(saveText(studio, { name: 'x', text: 'x', target: source })).rejects.toMatchObject({
    code: 'file-not-granted',
  });
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'taken.txt'));
  const taken = studio.files.grantTarget(join(folder, 'taken.txt'));
  await expect(saveText(studio, { name: 'x', text: 'x', target: taken })).rejects.toMatchObject({
    code: 'file-is-folder',
    values: { path: 'taken.txt' },
    detail: '',
  });
});

test('a title becomes the name of a file on any system', () => {
  expect(fileName('What: “a/b”?\n….txt', 'story')).toBe('What “a b”.txt');
  expect(fileName('../../etc/passwd.txt', 'story')).toBe('etc passwd.txt');
  expect(fileName('....txt', 'story')).toBe('story.txt');
  expect(fileName('con.txt', 'story')).toBe('con_.txt');
  expect(fileName('Belling 1.2 (tfjs)', 'model')).toBe('Belling 1.2 (tfjs)');
  const long = fileName(`${'守株待兔'.repeat(30)}.txt`, 'story');
  expect(Buffer.byteLength(long)).toBeLessThanOrEqual(200);
  expect(long).toMatch(/^(守株待兔)+守?株?待?\.txt$/);
});
