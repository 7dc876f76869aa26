import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { Grants } from '../../electron/studio/files/grants.ts';
import { createAnswerer } from '../../electron/studio/answer.ts';
import type { Studio } from '../../electron/studio/index.ts';
import { temporaryFolder } from '../storage/temporary-folder.ts';
import type { electronDouble } from './electron-double.ts';

const double = vi.hoisted(() => ({ electron: undefined as unknown }));
vi.mock('electron', async () => {
  const made = (await import('./electron-double.ts')).electronDouble();
  double.electron = made;
  return made;
});
const { desktopHost } = await import('../../electron/main/host-verbs.ts');
const { Memory } = await import('../../electron/main/memory.ts');
const { dialog } = double.electron as ReturnType<typeof electronDouble>;

const words = { heard: async () => {} };
let files: Grants;
let remembered: string;
beforeEach(() => {
  files = new Grants();
  remembered = join(temporaryFolder(), 'memory.json');
});

/** What a page asks where to save, answered by a shell that remembers. */
async function choose(input: object, filePath: string) {
  dialog.showSaveDialog.mockResolvedValueOnce({ canceled: filePath === '', filePath });
  const studio = { files } as unknown as Studio;
  const memory = await Memory.open(remembered);
  const host = desktopHost({ studio, memory, words, folders: { workspace: '/w', log: '/l' }, window: () => undefined });
  const result = await createAnswerer(studio, host)('host.chooseTarget', input);
  return { result, asked: dialog.showSaveDialog.mock.lastCall?.[0] };
}

test('a story is saved where the person says; the page learns a token, no path', async () => {
  const target = join(temporaryFolder(), 'The cat.txt');
  const { result, asked } = await choose({ name: 'What: a/b?.txt', type: 'text' }, target);
  expect(asked).toMatchObject({
    defaultPath: join('/documents', 'What a b.txt'),
    filters: [{ extensions: ['txt'] }, { extensions: ['*'] }],
  });
  if (!result.ok) throw new Error(result.error.code);
  const { file } = result.output as { file: string };
  expect(files.target(file)).toBe(target);
  expect(JSON.stringify(result)).not.toContain('The cat');
});

test('the last folder is offered again, for stories and for models each their own', async () => {
  const [stories, models] = [temporaryFolder(), temporaryFolder()];
  await choose({ name: 'a.txt', type: 'text' }, join(stories, 'a.txt'));
  await choose({ name: 'fox' }, join(models, 'fox'));
  expect((await choose({ name: 'b.md', type: 'markdown' }, '')).asked).toMatchObject({
    defaultPath: join(stories, 'b.md'),
    filters: [{ name: 'Markdown', extensions: ['md'] }, { extensions: ['*'] }],
  });
  expect((await choose({ name: 'fox (tfjs)' }, '')).asked).toEqual({
    defaultPath: join(models, 'fox (tfjs)'),
    filters: [],
  });
  expect(readFileSync(remembered, 'utf8')).toContain(stories);
});

test('a folder of wheels is chosen as a folder, and offered again', async () => {
  const folder = temporaryFolder();
  const memory = await Memory.open(remembered);
  const studio = { files } as unknown as Studio;
  const host = desktopHost({ studio, memory, words, folders: { workspace: '/w', log: '/l' }, window: () => undefined });
  const answer = createAnswerer(studio, host);
  dialog.showOpenDialog.mockResolvedValueOnce({ canceled: false, filePaths: [join(folder, 'wheels')] });
  expect(await answer('host.chooseWheels', {})).toMatchObject({ ok: false, error: { code: 'file-missing' } });
  mkdirSync(join(folder, 'wheels'));
  dialog.showOpenDialog.mockResolvedValueOnce({ canceled: false, filePaths: [join(folder, 'wheels')] });
  const chosen = await answer('host.chooseWheels', {});
  if (!chosen.ok) throw new Error(chosen.error.code);
  const [{ file }] = (chosen.output as { files: { file: string }[] }).files;
  expect(files.source(file).path).toBe(join(folder, 'wheels'));
  expect(dialog.showOpenDialog.mock.lastCall?.[0]).toMatchObject({
    properties: ['openDirectory'],
    defaultPath: folder,
  });
});

test('who thinks better of it grants nothing, and a kind that is not known is refused', async () => {
  expect((await choose({ name: 'a.txt', type: 'text' }, '')).result).toEqual({ ok: true, output: { file: null } });
  const { result } = await choose({ name: 'a', type: 'program' }, '/a');
  expect(result).toMatchObject({ ok: false, error: { code: 'request-malformed' } });
});
