import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import type { BrowserWindow, MenuItemConstructorOptions } from 'electron';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { AesopError, toPlainError } from '../../electron/contract/errors.ts';
import type { Run } from '../../electron/contract/run.ts';
import { Events } from '../../electron/studio/events.ts';
import { Grants } from '../../electron/studio/files/grants.ts';
import type { Studio } from '../../electron/studio/index.ts';
import { temporaryFolder } from '../storage/temporary-folder.ts';
import type { electronDouble } from './electron-double.ts';

const double = vi.hoisted(() => ({ electron: undefined as unknown }));
vi.mock('electron', async () => {
  const made = (await import('./electron-double.ts')).electronDouble();
  double.electron = made;
  return made;
});
const { endWith, reviveWindow } = await import('../../electron/main/failures.ts');
const { desktopHost } = await import('../../electron/main/host-verbs.ts');
const { Memory } = await import('../../electron/main/memory.ts');
const { setupMenu } = await import('../../electron/main/menu.ts');
const { setupPresence } = await import('../../electron/main/presence.ts');
const { LastWords } = await import('../../electron/main/last-words.ts');
const { setupQuit } = await import('../../electron/main/quit.ts');
const { setLanguage } = await import('../../electron/main/spoken.ts');
const { chosenWorkspace } = await import('../../electron/main/workspace-place.ts');
const { app, dialog, Menu, Notification } = double.electron as ReturnType<typeof electronDouble>;

const MADE = /^⟦.*⟧$/s;
const noWindow = () => undefined;

beforeEach(() => {
  vi.clearAllMocks();
  vi.stubEnv('AESOP_HOME', '');
  app.removeAllListeners();
  setLanguage('en-XA');
});
afterEach(() => {
  vi.unstubAllEnvs();
  setLanguage('system');
});

/** Every text that a dialog shows. */
function textsOf(options: { message?: string; detail?: string; buttons?: string[]; buttonLabel?: string }): string[] {
  const { message, detail, buttons = [], buttonLabel } = options;
  return [message, detail, buttonLabel, ...buttons].filter((text) => text !== undefined);
}

describe.each(['linux', 'darwin', 'win32'])('on %s', (platform) => {
  const own = process.platform;
  beforeEach(() => void Object.defineProperty(process, 'platform', { value: platform }));
  afterEach(() => void Object.defineProperty(process, 'platform', { value: own }));

  function* items(submenu: MenuItemConstructorOptions['submenu']): Generator<MenuItemConstructorOptions> {
    for (const item of submenu as MenuItemConstructorOptions[]) {
      yield item;
      if (item.submenu) yield* items(item.submenu);
    }
  }

  test('every item of the menu is named by us, those of the system too', () => {
    setupMenu(vi.fn(), '/w');
    const all = [...items(Menu.setApplicationMenu.mock.calls[0][0])];
    const named = all.filter(({ type, role }) => type !== 'separator' && role !== 'appMenu');
    expect(named.length).toBeGreaterThan(30);
    for (const { label, role } of named) expect(label, role).toMatch(MADE);
    // Electron's own items of such a menu would be in English
    for (const { submenu } of all.filter(({ role }) => /menu$/i.test(role ?? ''))) expect(submenu).toBeDefined();
  });
});

test('quitting asks in the language of the page', async () => {
  dialog.showMessageBox.mockResolvedValue({ response: 1 });
  const studio = { request: async () => ({ runs: [{ name: 'the fox', status: 'running' }] }), close: vi.fn() };
  setupQuit(studio as unknown as Studio, new LastWords(noWindow), noWindow);
  app.emit('before-quit', { preventDefault: vi.fn() });
  await vi.waitFor(() => expect(dialog.showMessageBox).toHaveBeenCalled());
  const texts = textsOf(dialog.showMessageBox.mock.calls[0][0]);
  expect(texts).toHaveLength(4);
  for (const text of texts) expect(text).toMatch(MADE);
  expect(texts[0]).toContain('the fox');
});

test('a page that dies twice, a workspace that is gone and a failure are told in it', async () => {
  const webContents = Object.assign(new EventEmitter(), { reload: vi.fn() });
  dialog.showMessageBox.mockResolvedValue({ response: 0 });
  reviveWindow({ webContents } as unknown as BrowserWindow);
  for (const reason of ['crashed', 'crashed']) webContents.emit('render-process-gone', {}, { reason });
  const memory = await Memory.open(join(temporaryFolder(), 'memory.json'));
  await memory.set('workspace', { folder: '/no/such/drive' });
  await chosenWorkspace(memory, '/home/Aesop');
  const texts = [dialog.showMessageBox.mock.calls[0][1], dialog.showMessageBoxSync.mock.calls[0][0]].map(textsOf);
  expect(texts.map(({ length }) => length)).toEqual([4, 4]);
  await endWith(new AesopError('no-permission', { path: '/Aesop' }));
  for (const text of [...texts.flat(), ...dialog.showErrorBox.mock.calls[0]]) expect(text).toMatch(MADE);
});

test('dialogs for files and folders name their buttons and kinds of file in it', async () => {
  const studio = { files: new Grants(), move: { requireIdle: async () => {} } } as unknown as Studio;
  const memory = await Memory.open(join(temporaryFolder(), 'memory.json'));
  const words = new LastWords(noWindow);
  const host = desktopHost({ studio, memory, words, folders: { workspace: '/w', log: '/l' }, window: noWindow });
  dialog.showOpenDialog.mockResolvedValue({ filePaths: [] });
  dialog.showSaveDialog.mockResolvedValue({ filePath: '' });
  await host['host.chooseTexts']({});
  await host['host.choosePlace']({});
  for (const type of ['text', 'markdown', 'model'] as const) await host['host.chooseTarget']({ name: 'a', type });
  const asked = [...dialog.showOpenDialog.mock.calls, ...dialog.showSaveDialog.mock.calls].map(([options]) => options);
  const kinds: string[] = asked.flatMap(({ filters = [] }) => filters).map(({ name }: { name: string }) => name);
  expect(kinds.filter((name) => !MADE.test(name))).toEqual(['Markdown']);
  expect(kinds).toHaveLength(6);
  expect(asked.flatMap(textsOf)).toEqual([expect.stringMatching(MADE)]);
});

test('a notification tells in it how a run ended', () => {
  Notification.shown = [];
  const events = new Events();
  setupPresence({ on: events.on.bind(events) } as unknown as Studio, noWindow, () => true);
  const end = (status: Run['status'], error?: Run['error']) => {
    const run = {
      id: 'fable',
      name: 'Fable',
      corpus: { name: 'fable.txt' },
      hyperparameters: { steps: 9 },
      seconds: 99,
    };
    for (const change of [{ status: 'running' }, { status, error }])
      events.emit('runs.changed', { run: { ...run, ...change } as Run });
  };
  end('done');
  end('failed', toPlainError(new AesopError('disk-full', { path: '/Aesop' })));
  const [done, failed] = Notification.shown;
  expect(done).toEqual({ title: expect.stringMatching(MADE), body: 'fable.txt' });
  expect(failed).toEqual({ title: expect.stringMatching(MADE), body: expect.stringMatching(MADE) });
  expect(failed.body).toContain('/Aesop');
});
