import { EventEmitter } from 'node:events';
import { expect, test, vi } from 'vitest';
import type { electronDouble } from './electron-double.ts';

const double = vi.hoisted(() => ({ electron: undefined as unknown }));
vi.mock('electron', async () => {
  const made = (await import('./electron-double.ts')).electronDouble();
  double.electron = made;
  return made;
});
const { denyPermissions, setupSecurity } = await import('../../electron/main/security.ts');
const { app, session } = double.electron as ReturnType<typeof electronDouble>;

test('a page has no permission but to write to the clipboard, and no device', () => {
  denyPermissions();
  const { setPermissionRequestHandler, setPermissionCheckHandler, setDevicePermissionHandler } = session.defaultSession;
  const decide = vi.fn();
  const asked = [
    'media',
    'geolocation',
    'notifications',
    'openExternal',
    'clipboard-read',
    'clipboard-sanitized-write',
  ];
  for (const permission of asked) setPermissionRequestHandler.mock.calls[0][0](undefined, permission, decide);
  expect(decide.mock.calls.flat()).toEqual([false, false, false, false, false, true]);
  expect(asked.map((permission) => setPermissionCheckHandler.mock.calls[0][0](undefined, permission))).toEqual(
    decide.mock.calls.flat(),
  );
  expect(setDevicePermissionHandler.mock.calls[0][0]()).toBe(false);
});

test('a page stays where it is and opens no window', () => {
  setupSecurity();
  const setWindowOpenHandler = vi.fn();
  const contents = Object.assign(new EventEmitter(), { setWindowOpenHandler });
  app.emit('web-contents-created', {}, contents);
  expect(setWindowOpenHandler.mock.calls[0][0]()).toEqual({ action: 'deny' });

  const goes = (event: string, url: string) => {
    const preventDefault = vi.fn();
    contents.emit(event, { url, preventDefault });
    return preventDefault.mock.calls.length === 0;
  };
  for (const event of ['will-navigate', 'will-redirect']) {
    expect(goes(event, 'app://bundle/index.html#/story')).toBe(true);
    for (const url of ['https://example.org/', 'app://other/', 'file:///etc/passwd', 'javascript:1', 'not an address'])
      expect(goes(event, url), url).toBe(false);
  }
  expect(goes('will-attach-webview', '')).toBe(false);
});
