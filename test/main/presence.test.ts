import { beforeEach, expect, test, vi } from 'vitest';
import type { BrowserWindow } from 'electron';
import type { Run } from '../../electron/contract/run.ts';
import { Events } from '../../electron/studio/events.ts';
import type { Studio } from '../../electron/studio/index.ts';
import type { electronDouble } from './electron-double.ts';

const double = vi.hoisted(() => ({ electron: undefined as unknown }));
vi.mock('electron', async () => {
  const made = (await import('./electron-double.ts')).electronDouble();
  double.electron = made;
  return made;
});
const { setupPresence } = await import('../../electron/main/presence.ts');
const electron = double.electron as ReturnType<typeof electronDouble>;

const run = (status: Run['status'], step = 0, seconds = 0) =>
  ({
    id: 'fable',
    name: 'Fable',
    status,
    step,
    seconds,
    corpus: { name: 'x' },
    hyperparameters: { steps: 100 },
  }) as Run;

let events: Events;
let focused: boolean;
const setProgressBar = vi.fn();
beforeEach(() => {
  vi.clearAllMocks();
  electron.Notification.shown = [];
  events = new Events();
  focused = false;
  const studio = { on: events.on.bind(events) } as unknown as Studio;
  const window = { setProgressBar, isFocused: () => focused } as unknown as BrowserWindow;
  setupPresence(
    studio,
    () => window,
    () => true,
  );
});
const change = (next: Run) => events.emit('runs.changed', { run: next });

test('while a run trains the taskbar shows how far it is and the machine stays awake', () => {
  change(run('running'));
  events.emit('runs.report', { id: 'fable', report: { step: 40 } as never });
  expect(setProgressBar).toHaveBeenLastCalledWith(0.4);
  expect(electron.powerSaveBlocker.start).toHaveBeenCalledTimes(1);
  change(run('paused', 40));
  expect(setProgressBar).toHaveBeenLastCalledWith(-1);
  expect(electron.powerSaveBlocker.stop).toHaveBeenCalledTimes(1);
});

test('a long run that ends unseen is told, a short or watched one is not', () => {
  const end = (seconds: number) => {
    change(run('running'));
    change(run('done', 100, seconds));
  };
  end(5);
  focused = true;
  end(600);
  expect(electron.Notification.shown).toHaveLength(0);
  focused = false;
  end(600);
  expect(electron.Notification.shown.map(({ title }) => title)).toEqual(['“Fable” has learnt its text']);
});
