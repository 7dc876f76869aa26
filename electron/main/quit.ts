import { app, dialog, powerMonitor, type BrowserWindow } from 'electron';
import type { Run } from '../contract/run.ts';
import type { Studio } from '../studio/index.ts';
import type { LastWords } from './last-words.ts';
import { desktopText } from './spoken.ts';

/**
 * Quitting while a run trains, or waits for that, asks first; then the page keeps what was written in it, the studio pauses
 * the run, which writes a checkpoint, and the app ends. A system that shuts down is not asked: nobody may be there to answer.
 */
export function setupQuit(studio: Studio, words: LastWords, window: () => BrowserWindow | undefined): void {
  let leaving: 'no' | 'asking' | 'yes' = 'no';

  const leave = async () => {
    // Where the workspace is gone nothing can be asked, and what trains cannot go on.
    const { runs } = await studio.request('studio.state', {}).catch(() => ({ runs: [] as readonly Run[] }));
    const trains = runs.find(({ status }) => status === 'running');
    const asks = trains ?? runs.find(({ status }) => status === 'queued');
    if (asks) {
      const options = {
        type: 'question' as const,
        message: desktopText(trains ? 'quitTitle' : 'quitWaits', { name: asks.name }),
        detail: desktopText(trains ? 'quitDetail' : 'quitWaitsDetail'),
        buttons: [desktopText(trains ? 'quitConfirm' : 'quit'), desktopText('cancel')],
        defaultId: 0,
        cancelId: 1,
      };
      const parent = window();
      const { response } = await (parent ? dialog.showMessageBox(parent, options) : dialog.showMessageBox(options));
      // the system shut down while it stood open
      if (leaving === 'yes') return;
      if (response !== 0) {
        leaving = 'no';
        return;
      }
    }
    await end();
  };
  const end = async () => {
    leaving = 'yes';
    await words.heard();
    await studio.close();
    app.exit(0);
  };
  // A studio that cannot be asked or closed must not keep the window open for ever.
  const orExit = (ending: Promise<void>) =>
    void ending.catch((thrown: unknown) => {
      process.stderr.write(`${String(thrown)}\n`);
      app.exit(1);
    });

  const ask = (event: { preventDefault(): void }) => {
    if (leaving === 'yes') return;
    event.preventDefault();
    if (leaving === 'asking') return;
    leaving = 'asking';
    orExit(leave());
  };
  const shutDown = (event?: { preventDefault(): void }) => {
    // holds the system up for as long as the checkpoint takes
    event?.preventDefault();
    if (leaving !== 'yes') orExit(end());
  };
  powerMonitor.on('shutdown', shutDown);
  // a session that ends, as by logging off, may say so by a hang-up, and more than once: unheard, the next ends the app at once
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => shutDown());
  app.on('before-quit', ask);
  const guard = (each: BrowserWindow) => {
    each.on('close', ask);
    each.on('query-session-end', () => shutDown());
  };
  const present = window();
  if (present) guard(present);
  app.on('browser-window-created', (_event, created) => guard(created));
  app.on('window-all-closed', () => app.quit());
}
