import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { installedElectron, reasonAgainstWindow, startStudio } from '../../build/start.mjs';
import { temporaryFolder } from '../storage/temporary-folder.ts';

test('a window needs a display on Linux, and an account that is not root', () => {
  const env = { DISPLAY: ':0' };
  expect(reasonAgainstWindow({ platform: 'linux', env, root: false })).toBe('');
  expect(reasonAgainstWindow({ platform: 'linux', env: { WAYLAND_DISPLAY: 'wayland-0' }, root: false })).toBe('');
  expect(reasonAgainstWindow({ platform: 'linux', env: {}, root: false })).toMatch(/display|显示器/);
  expect(reasonAgainstWindow({ platform: 'linux', env, root: true })).toContain('root');
});

test('Windows and macOS always have one', () => {
  expect(reasonAgainstWindow({ platform: 'win32', env: {}, root: false })).toBe('');
  expect(reasonAgainstWindow({ platform: 'darwin', env: {}, root: true })).toBe('');
});

test('Electron is the program that its package names, or lies in the folder given for it; never downloaded', () => {
  const folder = temporaryFolder();
  const unpacked = join(folder, 'dist');
  expect(installedElectron(folder, undefined)).toBe('');
  writeFileSync(join(folder, 'path.txt'), 'electron.exe\n');
  expect(installedElectron(folder, undefined), 'named, but not unpacked').toBe('');
  expect(installedElectron(folder, unpacked)).toBe('');
  mkdirSync(unpacked);
  writeFileSync(join(unpacked, 'electron.exe'), '');
  expect(installedElectron(folder, undefined)).toBe(join(unpacked, 'electron.exe'));
  const given = temporaryFolder();
  expect(installedElectron(folder, given)).toBe('');
  writeFileSync(join(given, 'electron'), '');
  expect(installedElectron(given, given), 'without a package').toBe(join(given, 'electron'));
});

test('without a display the texts go along to the browser', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {});
  const served: string[][] = [];
  const serve = (args: string[]) => Promise.resolve(void served.push(args));
  await startStudio(['novel.txt', 'wolf.md'], serve, { platform: 'linux', env: {}, root: false });
  expect(served).toEqual([['novel.txt', 'wolf.md', '--open']]);
  expect(said).toHaveBeenCalledWith(expect.stringMatching(/display|显示器/));
  said.mockRestore();
});
