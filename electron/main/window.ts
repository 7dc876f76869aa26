import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import type { Settings } from '../contract/machine.ts';
import type { Memory } from './memory.ts';
import { ORIGIN } from './origin.ts';

const DEFAULT_SIZE = { width: 1280, height: 800, maximized: false };
/** Ground of the page, so that a window never flashes white before it is drawn. */
const PAPER = { light: '#f5f2eb', dark: '#191816' };

/** The remembered place, unless its screen is gone. */
function place(memory: Memory) {
  const kept = memory.get('window', DEFAULT_SIZE);
  const { x, y } = kept;
  if (x === undefined || y === undefined) return kept;
  const seen = screen.getAllDisplays().some(({ workArea }) => {
    const right = Math.min(x + kept.width, workArea.x + workArea.width);
    const bottom = Math.min(y + kept.height, workArea.y + workArea.height);
    return right - Math.max(x, workArea.x) > 100 && bottom - Math.max(y, workArea.y) > 60;
  });
  return seen ? kept : { ...kept, x: undefined, y: undefined };
}

/** Whether the system looks dark, as it did when the page last chose another look: beside a choice it does not tell. */
let systemIsDark = false;

/**
 * Follows the page's choice of appearance, and the system's where it leaves it. On Linux the menu bar is GTK's, which looks
 * as the system does: beside a page that looks otherwise it waits for Alt.
 */
export function followAppearance({ appearance }: Pick<Settings, 'appearance'>, window?: BrowserWindow): void {
  if (nativeTheme.themeSource !== appearance) nativeTheme.themeSource = 'system';
  if (nativeTheme.themeSource === 'system') systemIsDark = nativeTheme.shouldUseDarkColors;
  nativeTheme.themeSource = appearance;
  if (process.platform !== 'linux' || !window) return;
  const fits = nativeTheme.shouldUseDarkColors === systemIsDark;
  window.setAutoHideMenuBar(!fits);
  window.setMenuBarVisibility(fits);
}

/**
 * Opens the one window, sandboxed, where it last stood.
 * @param ready it is shown once its page is drawn and this is there, never where this fails
 */
export function openWindow(memory: Memory, preload: string, ready: Promise<unknown>): BrowserWindow {
  const { maximized, ...bounds } = place(memory);
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 720,
    minHeight: 480,
    show: false,
    title: 'Aesop',
    backgroundColor: PAPER[nativeTheme.shouldUseDarkColors ? 'dark' : 'light'],
    webPreferences: { preload, sandbox: true, contextIsolation: true, nodeIntegration: false, spellcheck: false },
  });
  const drawn = new Promise<void>((resolve) => window.once('ready-to-show', resolve));
  const show = () => {
    if (window.isDestroyed()) return;
    if (maximized) window.maximize();
    window.show();
  };
  Promise.all([drawn, ready]).then(show, () => {});
  const remember = () => {
    if (!window.isDestroyed())
      void memory.set('window', { ...window.getNormalBounds(), maximized: window.isMaximized() });
  };
  window.on('close', remember);
  // Quitting by the menu ends the app without closing its window first.
  app.on('before-quit', remember);
  void window.loadURL(`${ORIGIN}/index.html`);
  return window;
}
