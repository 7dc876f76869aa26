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
const { endWith, reviveWindow } = await import('../../electron/main/failures.ts');
const { setMenuLanguage } = await import('../../electron/main/menu-texts.ts');
const { app, dialog } = double.electron as ReturnType<typeof electronDouble>;

beforeEach(() => {
  vi.clearAllMocks();
  setMenuLanguage('system');
});

test('a workspace that cannot be written ends the app with a sentence and a next step, no stack', () => {
  endWith(new AesopError('no-permission', { path: '/Aesop' }, 'Error: EACCES\n    at open'));
  const [title, content] = dialog.showErrorBox.mock.calls[0];
  expect(title).toContain('/Aesop');
  expect(content).not.toBe('');
  expect(`${title}${content}`).not.toMatch(/\bat /);
  expect(app.exit).toHaveBeenCalledWith(1);
});

test('it speaks the language of the app', () => {
  setMenuLanguage('zh');
  endWith(new Error('unforeseen'));
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
