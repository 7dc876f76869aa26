import { app, dialog, type BrowserWindow } from 'electron';
import { setTimeout as wait } from 'node:timers/promises';
import { toPlainError } from '../contract/errors.ts';
import type { Studio } from '../studio/index.ts';
import type { LastWords } from './last-words.ts';
import { desktopError, desktopText } from './spoken.ts';

/** Milliseconds within which a second end of the page means that loading it anew does not help. */
const SOON = 10_000;

/** Time for a training to write a checkpoint before the app ends, milliseconds: the studio's own, and a little. */
const GRACE = 15_000;

/** A studio, and the page over it. */
interface Open {
  readonly studio: Pick<Studio, 'log' | 'close'>;
  readonly words: Pick<LastWords, 'heard'>;
}

/** What nothing else caught goes to the log with its stack, and the app goes on: what trains does so in its own process. */
export function noteFailures({ log }: Pick<Studio, 'log'>): void {
  const note = (thrown: unknown) => {
    log.failure('studio', thrown);
    void log.flush();
  };
  process.on('uncaughtException', note);
  process.on('unhandledRejection', note);
}

/**
 * A studio that cannot open, or go on, says so in the catalogue's words, and the app ends.
 * @param open where it is open: the failure goes to its log, what was written in the page is kept, and what trains writes a
 * checkpoint first
 */
export async function endWith(thrown: unknown, open?: Open): Promise<void> {
  if (open) {
    const { studio, words } = open;
    studio.log.failure('studio', thrown);
    await words.heard();
    // Closing may fail for the same reason: the person is told all the same.
    await Promise.race([studio.close().catch(() => {}), wait(GRACE)]);
  }
  const { message, hint } = desktopError(toPlainError(thrown));
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
      message: desktopText('pageDied'),
      detail: desktopText('pageDiedDetail'),
      buttons: [desktopText('reload'), desktopText('quit')],
      defaultId: 0,
      cancelId: 0,
    };
    void dialog.showMessageBox(window, options).then(({ response }) => {
      if (response === 0) window.webContents.reload();
      else app.quit();
    });
  });
}
