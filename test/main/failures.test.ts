import { EventEmitter } from 'node:events';
import { beforeEach, expect, test, vi } from 'vitest';
import type { BrowserWindow } from 'electron';
import { AesopError } from '../../electron/contract/errors.ts';
import type { electronDouble } from './electron-double.ts';

const double = vi.hoisted(() => ({ electron: undefined as unknown }));
vi.mock('electron', async () => {
  const made = (await import('./electron-double.ts')).electronDouble();
  double.electron = made;
  return made;
});
const { endWith, noteFailures, reviveWindow } = await import('../../electron/main/failures.ts');
const { setLanguage } = await import('../../electron/main/spoken.ts');
const { app, dialog } = double.electron as ReturnType<typeof electronDouble>;

beforeEach(() => {
  vi.clearAllMocks();
  setLanguage('system');
});

test('a workspace that cannot be written ends the app with a sentence and a next step, no stack', async () => {
  await endWith(new AesopError('no-permission', { path: '/Aesop' }, 'Error: EACCES\n    at open'));
  const [title, content] = dialog.showErrorBox.mock.calls[0];
  expect(title).toContain('/Aesop');
  expect(content).not.toBe('');
  expect(`${title}${content}`).not.toMatch(/\bat /);
  expect(app.exit).toHaveBeenCalledWith(1);
});

test('what fails once the studio is open goes to its log; what was written is kept, and trainings write a checkpoint', async () => {
  const order: string[] = [];
  const log = { failure: (_source: string, thrown: unknown) => order.push(String(thrown)), flush: async () => {} };
  const close = async () => void order.push('closed');
  const words = { heard: async () => void order.push('heard') };
  app.exit.mockImplementationOnce(() => void order.push('ended'));
  await endWith(new Error('no window'), { studio: { log, close }, words });
  expect(order).toEqual(['Error: no window', 'heard', 'closed', 'ended']);
  expect(dialog.showErrorBox).toHaveBeenCalledOnce();
});

test('a studio that cannot be closed does not keep a failing app open', async () => {
  const log = { failure: vi.fn(), flush: async () => {} };
  const close = () => Promise.reject(new Error('the disk is gone'));
  await endWith(new Error('no window'), { studio: { log, close }, words: { heard: async () => {} } });
  expect(app.exit).toHaveBeenCalledWith(1);
});

test('what nobody caught is noted at once, and the app goes on', async () => {
  const before = process.listeners('uncaughtException');
  const [noted, flush] = [vi.fn(), vi.fn(async () => {})];
  noteFailures({ log: { failure: noted, flush } });
  const mine = process.listeners('uncaughtException').filter((listener) => !before.includes(listener));
  const [rejected] = process.listeners('unhandledRejection').slice(-1);
  const mistake = new Error('a mistake of ours');
  mine[0](mistake, 'uncaughtException');
  rejected(mistake, Promise.resolve());
  process.off('uncaughtException', mine[0]).off('unhandledRejection', rejected);
  expect(noted.mock.calls).toEqual([
    ['studio', mistake],
    ['studio', mistake],
  ]);
  expect(flush).toHaveBeenCalledTimes(2);
  expect(app.exit).not.toHaveBeenCalled();
});

test('it speaks the language of the app', async () => {
  setLanguage('zh');
  await endWith(new Error('unforeseen'));
  expect(dialog.showErrorBox.mock.calls[0].join()).toMatch(/内部出错/);
});

test('a page that died is loaded anew; where it dies again at once, the person decides', async () => {
  const reload = vi.fn();
  const webContents = Object.assign(new EventEmitter(), { reload });
  reviveWindow({ webContents } as unknown as BrowserWindow);
  const die = (reason: string) => webContents.emit('render-process-gone', {}, { reason });
  die('clean-exit');
  expect(reload).not.toHaveBeenCalled();
  die('crashed');
  expect(reload).toHaveBeenCalledTimes(1);

  dialog.showMessageBox.mockResolvedValueOnce({ response: 1 });
  die('oom');
  await vi.waitFor(() => expect(app.quit).toHaveBeenCalledTimes(1));
  dialog.showMessageBox.mockResolvedValueOnce({ response: 0 });
  die('crashed');
  await vi.waitFor(() => expect(reload).toHaveBeenCalledTimes(2));
});
