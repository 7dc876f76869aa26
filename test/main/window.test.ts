import type { BrowserWindow } from 'electron';
import { beforeEach, expect, test, vi } from 'vitest';

const nativeTheme = vi.hoisted(() => ({
  themeSource: 'system',
  systemIsDark: false,
  get shouldUseDarkColors(): boolean {
    return this.themeSource === 'system' ? this.systemIsDark : this.themeSource === 'dark';
  },
}));
vi.mock('electron', () => ({ app: {}, BrowserWindow: class {}, nativeTheme, screen: {} }));
const { followAppearance } = await import('../../electron/main/window.ts');

const bar = { setAutoHideMenuBar: vi.fn(), setMenuBarVisibility: vi.fn() };
const window = bar as unknown as BrowserWindow;
const shown = () => [bar.setAutoHideMenuBar, bar.setMenuBarVisibility].map(({ mock }) => mock.lastCall?.[0] as boolean);

beforeEach(() => {
  vi.clearAllMocks();
  nativeTheme.themeSource = 'system';
  nativeTheme.systemIsDark = false;
});

test('a system that looks otherwise by now is asked when another look is chosen', () => {
  vi.spyOn(process, 'platform', 'get').mockReturnValue('linux');
  followAppearance({ appearance: 'dark' }, window);
  expect(shown()).toEqual([true, false]);
  nativeTheme.systemIsDark = true;
  followAppearance({ appearance: 'light' }, window);
  expect(shown()).toEqual([true, false]);
  followAppearance({ appearance: 'dark' }, window);
  expect([...shown(), nativeTheme.themeSource]).toEqual([false, true, 'dark']);
});

test('on Linux the menu bar, which looks as the system does, waits for Alt beside a page that looks otherwise', () => {
  vi.spyOn(process, 'platform', 'get').mockReturnValue('linux');
  followAppearance({ appearance: 'dark' });
  followAppearance({ appearance: 'dark' }, window);
  expect(shown()).toEqual([true, false]);
  followAppearance({ appearance: 'light' }, window);
  expect(shown()).toEqual([false, true]);
  followAppearance({ appearance: 'dark' }, window);
  followAppearance({ appearance: 'system' }, window);
  expect(shown()).toEqual([false, true]);
});

test('elsewhere it stays as it is', () => {
  vi.spyOn(process, 'platform', 'get').mockReturnValue('win32');
  followAppearance({ appearance: 'dark' }, window);
  expect(bar.setMenuBarVisibility).not.toHaveBeenCalled();
});
