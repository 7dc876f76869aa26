import { execFile } from 'node:child_process';
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { english } from '../../messages/said.ts';
import { temporaryFolder } from '../../storage/temporary-folder.ts';
import { openStudio } from '../open-studio.ts';

/** What may stand behind a file that a person chose, dropped or chose a while ago. */
const FOUND: [string, (path: string) => unknown, string, RegExp][] = [
  ['a pipe', (path) => promisify(execFile)('mkfifo', [path]), 'not-a-file', /is a pipe, not a file/],
  ['a folder', (path) => mkdir(path), 'file-is-folder', /is a folder/],
  ['a link to itself', (path) => symlink(path, path), 'link-unfollowed', /is a link/],
  ['a link to a device', (path) => symlink('/dev/zero', path), 'not-a-file', /is a device, not a file/],
  ['nothing any more', (path) => writeFile(path, 'gone').then(() => rm(path)), 'file-missing', /There is no file/],
  [
    'a socket',
    (path) => {
      const server = createServer();
      onTestFinished(() => void server.close());
      return new Promise<void>((resolve) => server.listen(path, resolve));
    },
    'not-a-file',
    /is a socket, not a file/,
  ],
];

test.skipIf(process.platform === 'win32')('what is no text file is told to the page as what it is', async () => {
  const folder = temporaryFolder();
  const studio = await openStudio(join(folder, 'workspace'));
  for (const [index, [, make, code, message]] of FOUND.entries()) {
    const path = join(folder, `a${index}.txt`);
    await make(path);
    const file = studio.files.grant(path);
    const preview = studio.request('corpora.preview', { file });
    const { job } = await studio.request('corpora.import', { file });
    for (const refused of [preview, studio.wait(job)]) {
      const error: unknown = await refused.catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ code });
      expect(english(error).message).toMatch(message);
    }
  }
  expect((await studio.request('studio.state', {})).corpora).toEqual([]);
});

test('what the system said stays with the error', async () => {
  const folder = temporaryFolder();
  const studio = await openStudio(join(folder, 'workspace'));
  const file = studio.files.grant(join(folder, 'x'.repeat(300)));
  await expect(studio.request('corpora.preview', { file })).rejects.toMatchObject({
    code: 'name-too-long',
    detail: expect.stringContaining('ENAMETOOLONG') as string,
  });
});

test('no encoding is found by a name that every object has', async () => {
  const folder = temporaryFolder();
  const studio = await openStudio(join(folder, 'workspace'));
  await writeFile(join(folder, 'a.txt'), 'the cat sat on the mat');
  const file = studio.files.grant(join(folder, 'a.txt'));
  for (const encoding of ['constructor', '__proto__', 'x'.repeat(40)])
    await expect(studio.request('corpora.preview', { file, encoding })).rejects.toMatchObject({
      code: 'encoding-unknown',
    });
});
