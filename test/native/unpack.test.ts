import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { unpack } from '../../electron/native/unpack.ts';
import { temporaryFolder } from '../storage/temporary-folder.ts';

const { signal } = new AbortController();

function archiveOf(members: Record<string, string>): string {
  const path = join(temporaryFolder(), 'a.whl');
  writeFileSync(
    path,
    zipSync(Object.fromEntries(Object.entries(members).map(([name, text]) => [name, strToU8(text)]))),
  );
  return path;
}

test('members go where they are wanted, the others nowhere', async () => {
  const folder = temporaryFolder();
  const archive = archiveOf({ 'a/one.so': '1', 'a/two.py': '2', 'a/b/': '' });
  await unpack(archive, folder, (member) => (member.endsWith('.so') ? `lib/${member}` : undefined), signal);
  expect(readFileSync(join(folder, 'lib', 'a', 'one.so'), 'utf8')).toBe('1');
  expect(readdirSync(folder, { recursive: true }).sort()).toEqual([
    'lib',
    join('lib', 'a'),
    join('lib', 'a', 'one.so'),
  ]);
});

test.each(['../out', '/out', 'a/../../out', 'C:/out'])(
  '%s leads out of the folder: nothing of it is written',
  async (name) => {
    const folder = join(temporaryFolder(), 'inside');
    const archive = archiveOf({ 'fine.so': '1', [name]: '2' });
    await expect(unpack(archive, folder, (member) => member, signal)).rejects.toThrow();
    expect(readdirSync(join(folder, '..'))).toEqual(['inside']);
  },
);

test('what is no archive, or a damaged one, is refused', async () => {
  const path = join(temporaryFolder(), 'a.whl');
  writeFileSync(path, 'not a zip');
  await expect(unpack(path, temporaryFolder(), (member) => member, signal)).rejects.toThrow();
  const bytes = readFileSync(archiveOf({ 'a.so': 'abc'.repeat(1000) }));
  bytes.fill(0xff, 40, 50);
  writeFileSync(path, bytes);
  await expect(unpack(path, temporaryFolder(), (member) => member, signal)).rejects.toThrow();
});
