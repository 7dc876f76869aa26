import { Notification, powerSaveBlocker, type BrowserWindow } from 'electron';
import type { Run } from '../contract/run.ts';
import type { Studio } from '../studio/index.ts';
import { desktopError, desktopText } from './spoken.ts';

/** Seconds of training after which its end is worth a notification. */
const LONG_RUN = 30;

/** Shows the desktop that a training is under way: progress in the taskbar, no sleep, a word when a long one ends unseen. */
export function setupPresence(studio: Studio, window: () => BrowserWindow | undefined, wanted: () => boolean): void {
  const running = new Map<string, Run>();
  let blocker: number | undefined;

  const follow = () => {
    const [run] = running.values();
    window()?.setProgressBar(run ? run.step / run.hyperparameters.steps : -1);
    if (run && blocker === undefined) blocker = powerSaveBlocker.start('prevent-app-suspension');
    if (!run && blocker !== undefined) {
      powerSaveBlocker.stop(blocker);
      blocker = undefined;
    }
  };
  const notify = (run: Run) => {
    const seen = window()?.isFocused() ?? false;
    const ended = run.status === 'done' || run.status === 'failed';
    if (!ended || seen || !wanted() || run.seconds < LONG_RUN || !Notification.isSupported()) return;
    const title = desktopText(run.status === 'done' ? 'doneTitle' : 'failedTitle', { name: run.name });
    const notification = new Notification({
      title,
      body: run.error ? desktopError(run.error).message : run.corpus.name,
    });
    notification.on('click', () => window()?.show());
    notification.show();
  };

  studio.on('runs.changed', ({ run }) => {
    const before = running.has(run.id);
    if (run.status === 'running') running.set(run.id, run);
    else running.delete(run.id);
    if (before && run.status !== 'running') notify(run);
    follow();
  });
  const reached = (id: string, step: number) => {
    const run = running.get(id);
    if (run) running.set(id, { ...run, step });
    follow();
  };
  studio.on('runs.report', ({ id, report }) => reached(id, report.step));
  studio.on('runs.step', ({ id, step }) => reached(id, step));
}
