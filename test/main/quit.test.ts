import type { BrowserWindow } from 'electron';
import { EventEmitter } from 'node:events';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Studio } from '../../electron/studio/index.ts';
import type { electronDouble } from './electron-double.ts';

const double = vi.hoisted(() => ({ electron: undefined as unknown }));
vi.mock('electron', async () => {
  const made = (await import('./electron-double.ts')).electronDouble();
  double.electron = made;
  return made;
});
const { LastWords } = await import('../../electron/main/last-words.ts');
const { setupQuit } = await import('../../electron/main/quit.ts');
const { app, dialog, powerMonitor } = double.electron as ReturnType<typeof electronDouble>;

const preventDefault = vi.fn();
/** The system's wish to end the app. */
const quit = () => app.emit('before-quit', { preventDefault });

beforeEach(() => {
  vi.clearAllMocks();
  app.removeAllListeners();
  powerMonitor.removeAllListeners();
  process.removeAllListeners('SIGTERM').removeAllListeners('SIGHUP');
});

/** Sets up quitting over a studio with one run. @returns called when the studio is closed */
function studioWith(
  status: string | Promise<string>,
  close = async () => {},
  window?: unknown,
  words = new LastWords(() => window as BrowserWindow | undefined),
) {
  const closed = vi.fn(close);
  const studio = { request: async () => ({ runs: [{ name: 'the fox', status: await status }] }), close: closed };
  setupQuit(studio as unknown as Studio, words, () => window as BrowserWindow | undefined);
  return closed;
}

test('a window that was there before the studio asks too when it is closed; a system that goes down does not', async () => {
  const window = Object.assign(new EventEmitter(), { webContents: { isCrashed: () => true } });
  const closed = studioWith('running', undefined, window);
  dialog.showMessageBox.mockImplementation(async () => ({ response: 1 }));
  window.emit('close', { preventDefault });
  expect(preventDefault).toHaveBeenCalledOnce();
  await vi.waitFor(() => expect(dialog.showMessageBox).toHaveBeenCalledWith(window, expect.anything()));
  expect(closed).not.toHaveBeenCalled();
  window.emit('query-session-end');
  await vi.waitFor(() => expect(app.exit).toHaveBeenCalledExactlyOnceWith(0));
  expect(dialog.showMessageBox).toHaveBeenCalledOnce();
});

test.each([
  ['the menu', quit],
  ['a system that shuts down', () => powerMonitor.emit('shutdown', { preventDefault })],
  ['a SIGTERM', () => process.emit('SIGTERM')],
])('whichever way it ends, what was written in the page is kept first: %s', async (_what, leave) => {
  let say = () => {};
  const words = { heard: () => new Promise<void>((resolve) => (say = resolve)) } as InstanceType<typeof LastWords>;
  const heard = vi.spyOn(words, 'heard');
  const closed = studioWith('done', undefined, undefined, words);
  leave();
  await vi.waitFor(() => expect(heard).toHaveBeenCalledOnce());
  expect(closed).not.toHaveBeenCalled();
  say();
  await vi.waitFor(() => expect(app.exit).toHaveBeenCalledExactlyOnceWith(0));
  expect(closed).toHaveBeenCalledOnce();
});

test('an idle studio is closed without a question', async () => {
  const closed = studioWith('done');
  quit();
  expect(preventDefault).toHaveBeenCalledOnce();
  await vi.waitFor(() => expect(app.exit).toHaveBeenCalledExactlyOnceWith(0));
  expect(closed).toHaveBeenCalledOnce();
  expect(dialog.showMessageBox).not.toHaveBeenCalled();
});

test('a training asks once, however often one quits; staying leaves it alone, and quitting is asked anew', async () => {
  const closed = studioWith('running');
  const answers: ((value: { response: number }) => void)[] = [];
  dialog.showMessageBox.mockImplementation(() => new Promise((resolve) => answers.push(resolve)));
  quit();
  quit();
  await vi.waitFor(() => expect(answers).toHaveLength(1));
  expect(dialog.showMessageBox).toHaveBeenCalledWith(
    expect.objectContaining({ message: expect.stringContaining('the fox') }),
  );
  answers[0]({ response: 1 });
  await vi.waitFor(() => {
    quit();
    expect(answers).toHaveLength(2);
  });
  expect(closed).not.toHaveBeenCalled();
  answers[1]({ response: 0 });
  await vi.waitFor(() => expect(app.exit).toHaveBeenCalledExactlyOnceWith(0));
  expect(closed).toHaveBeenCalledOnce();
});

test('a run that is about to train asks as well', async () => {
  const closed = studioWith('queued');
  dialog.showMessageBox.mockImplementation(async () => ({ response: 1 }));
  quit();
  await vi.waitFor(() => expect(dialog.showMessageBox).toHaveBeenCalledOnce());
  expect(dialog.showMessageBox).toHaveBeenCalledWith(
    expect.objectContaining({ message: '“the fox” is about to train', buttons: ['Quit', 'Go on training'] }),
  );
  expect(closed).not.toHaveBeenCalled();
});

test('a studio that cannot be asked, as where its drive is gone, is closed all the same', async () => {
  const closed = studioWith(Promise.reject(new Error('no drive')));
  quit();
  await vi.waitFor(() => expect(app.exit).toHaveBeenCalledExactlyOnceWith(0));
  expect(closed).toHaveBeenCalledOnce();
});

test('a studio that cannot be closed does not keep the app open', async () => {
  const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  studioWith('done', () => Promise.reject(new Error('the disk is gone')));
  quit();
  await vi.waitFor(() => expect(app.exit).toHaveBeenCalledExactlyOnceWith(1));
  expect(String(told.mock.calls[0][0])).toContain('the disk is gone');
  told.mockRestore();
});

test.each([
  ['a system that shuts down', () => powerMonitor.emit('shutdown', { preventDefault })],
  ['a SIGTERM', () => process.emit('SIGTERM')],
  ['a session that is logged off', () => process.emit('SIGHUP')],
])('%s is not asked: the run is paused and the app ends', async (_what, shutDown) => {
  const closed = studioWith('running');
  shutDown();
  await vi.waitFor(() => expect(app.exit).toHaveBeenCalledExactlyOnceWith(0));
  expect(closed).toHaveBeenCalledOnce();
  expect(dialog.showMessageBox).not.toHaveBeenCalled();
});

test.each(['SIGTERM', 'SIGHUP'] as const)('a %s that comes again leaves the app the time to end', async (signal) => {
  const closed = studioWith('running');
  process.emit(signal);
  // whether anybody hears it: the system would end the app
  expect(process.emit(signal)).toBe(true);
  await vi.waitFor(() => expect(app.exit).toHaveBeenCalledExactlyOnceWith(0));
  expect(closed).toHaveBeenCalledOnce();
});

test.each([
  ['to stay', 1],
  ['to quit', 0],
])(
  'a system that shuts down while the question stands open ends the app once, also where it is answered %s',
  async (_what, response) => {
    let closing = () => {};
    const closed = studioWith('running', () => new Promise((resolve) => (closing = resolve)));
    let answer = (_: { response: number }) => {};
    dialog.showMessageBox.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
    quit();
    await vi.waitFor(() => expect(dialog.showMessageBox).toHaveBeenCalledOnce());
    process.emit('SIGTERM');
    await vi.waitFor(() => expect(closed).toHaveBeenCalledOnce());
    answer({ response });
    await new Promise((resolve) => setImmediate(resolve));
    preventDefault.mockClear();
    quit();
    expect(preventDefault).not.toHaveBeenCalled();
    closing();
    await vi.waitFor(() => expect(app.exit).toHaveBeenCalledExactlyOnceWith(0));
    expect(closed).toHaveBeenCalledOnce();
    expect(dialog.showMessageBox).toHaveBeenCalledOnce();
  },
);
