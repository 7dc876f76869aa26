import { app, dialog, type BrowserWindow } from 'electron';
import { errorText, toPlainError } from '../contract/errors.ts';
import type { ErrorCode } from '../contract/error-texts.ts';
import { inChinese, menuText } from './menu-texts.ts';

/** Milliseconds within which a second end of the page means that loading it anew does not help. */
const SOON = 10_000;

/** A studio that cannot open says so in the catalogue's words, and the app ends. */
export function endWith(thrown: unknown): void {
  const { code, values } = toPlainError(thrown);
  const { message, hint } = errorText(code as ErrorCode, values, inChinese() ? 'zh' : 'en');
  dialog.showErrorBox(message, hint);
  app.exit(1);
}

/** Loads a page that died anew, into the same state; where it dies again at once, the person decides. */
export function reviveWindow(window: BrowserWindow): void {
  let last = -Infinity;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    const again = performance.now() - last < SOON;
    last = performance.now();
    if (!again) return window.webContents.reload();
    const options = {
      type: 'error' as const,
      message: menuText('pageDied'),
      detail: menuText('pageDiedDetail'),
      buttons: [menuText('reload'), menuText('quit')],
      defaultId: 0,
      cancelId: 0,
    };
    void dialog.showMessageBox(window, options).then(({ response }) => {
      if (response === 0) window.webContents.reload();
      else app.quit();
    });
  });
}
