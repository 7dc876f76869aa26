import { execFileSync, spawn } from 'node:child_process';
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { changeSettings, readSettings } from '../../../electron/storage/records/settings.ts';
import { Events } from '../../../electron/studio/events.ts';
import { Log } from '../../../electron/studio/machine/log.ts';
import { SettingsStore } from '../../../electron/studio/machine/settings-store.ts';
import { bundle } from '../../worker/bundle.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const stored = async (path: string) => JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>;

test('two hosts over one workspace change each their own setting, and hear of the other’s', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'settings.json');
  const open = () => SettingsStore.open(path, new Log(folder, new Events()));
  const [one, other] = [await open(), await open()];
  await one.set({ appearance: 'dark' });
  expect(await other.set({ language: 'zh' })).toMatchObject({ appearance: 'dark', language: 'zh' });
  expect(await stored(path)).toMatchObject({ appearance: 'dark', language: 'zh' });
  expect(one.get().language).toBe('system');
  expect((await one.read()).language).toBe('zh');
  expect(one.get().language).toBe('zh');
});

/** Changes one setting again and again; says so when it finds it changed by anybody else. */
const HOST = `
const [studioPath, workspace, resources, key, ...values] = process.argv.slice(2);
const { createStudio } = await import(studioPath);
const studio = await createStudio({ workspace, resources, launchWorker: () => {}, version: '0' });
let last;
for (let n = 0; n < 40; n++) {
  const { settings } = await studio.request('studio.state', {});
  if (last !== undefined && settings[key] !== last) { console.log('lost'); break; }
  last = JSON.parse(values[n % values.length]);
  await studio.request('settings.set', { [key]: last });
}
await studio.close();
`;

test('two processes that change settings at the same time lose none', async () => {
  const workspace = join(temporaryFolder(), 'Aesop');
  const script = join(temporaryFolder(), 'host.mjs');
  await writeFile(script, HOST);
  const studio = join(await bundle(), 'studio.js');
  const change = (key: string, ...values: unknown[]) =>
    new Promise<string>((resolve) => {
      const args = [script, studio, workspace, workspace, key, ...values.map((value) => JSON.stringify(value))];
      const host = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
      let said = '';
      host.stdout.on('data', (bytes: Buffer) => (said += bytes.toString()));
      host.once('close', (code) => resolve(`${said}${code}`));
    });
  await changeSettings(join(workspace, 'settings.json'), {});
  await writeFile(join(workspace, 'aesop-workspace.json'), '{"version":1}');
  expect(await Promise.all([change('storySize', 20, 21), change('copied', true, false)])).toEqual(['0', '0']);
  expect(await stored(join(workspace, 'settings.json'))).toMatchObject({ storySize: 21, copied: false });
  expect((await readdir(workspace)).filter((name) => name.includes('.lock'))).toEqual([]);
});

test('settings of a later Aesop are not overwritten by one that had read them before', async () => {
  const path = join(temporaryFolder(), 'settings.json');
  await changeSettings(path, { storySize: 20 });
  await writeFile(path, '{"version":2}');
  await expect(changeSettings(path, { storySize: 21 })).rejects.toMatchObject({ code: 'model-newer' });
  expect(await readFile(path, 'utf8')).toBe('{"version":2}');
});

test.each([
  ['a torn file', 'file-damaged', (path: string) => writeFile(path, '{"vers')],
  ['a folder', 'file-damaged', (path: string) => mkdir(path)],
  ['a pipe', 'file-damaged', async (path: string) => void execFileSync('mkfifo', [path])],
  ['a link to itself', 'link-unfollowed', (path: string) => symlink(path, path)],
])('%s in the place of settings is set aside, and they can be changed', async (_, code, make) => {
  const path = join(temporaryFolder(), 'settings.json');
  await make(path);
  let told = '';
  expect((await readSettings(path, (error) => (told = error.code))).storySize).toBe(18);
  expect(told).toBe(code);
  await changeSettings(path, { storySize: 20 });
  expect((await readdir(join(path, '..'))).sort()).toEqual(['settings.json', 'settings.json.damaged']);
  expect(await stored(path)).toMatchObject({ storySize: 20 });
});
