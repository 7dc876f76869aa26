import type { BrowserWindow } from 'electron';
import { afterEach, expect, test, vi } from 'vitest';

vi.mock('electron', async () => (await import('./electron-double.ts')).electronDouble());
const { LastWords } = await import('../../electron/main/last-words.ts');

afterEach(() => void vi.useRealTimers());

/** @param say what the page does once it is told that it is left; a page that died is told nothing */
function wordsOf(say?: (words: InstanceType<typeof LastWords>) => Promise<unknown>) {
  const executeJavaScript = vi.fn(() => say?.(words) ?? Promise.resolve());
  const webContents = { isCrashed: () => say === undefined, executeJavaScript };
  const words = new LastWords(() => ({ webContents }) as unknown as BrowserWindow);
  return { words, executeJavaScript };
}

/** Something asked for, and its answer. */
function asked(words: InstanceType<typeof LastWords>, name: string) {
  let answer = () => {};
  void words.answer(name, new Promise<void>((resolve) => (answer = resolve)));
  return () => answer();
}

/** Whether it has been heard out, once all that was ready has run. */
async function isOver(heard: Promise<void>): Promise<boolean> {
  return Promise.race([heard.then(() => true), new Promise<false>((resolve) => setImmediate(resolve, false))]);
}

test('the page is asked for what it has not kept yet, and all of that is waited for', async () => {
  let draft = () => {};
  let booklet = () => {};
  const { words, executeJavaScript } = wordsOf(async (to) => {
    draft = asked(to, 'stories.draft');
    booklet = asked(to, 'booklets.write');
  });
  const heard = words.heard();
  expect(await isOver(heard)).toBe(false);
  expect(executeJavaScript).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('pagehide'));
  draft();
  // what follows from an answer, as a booklet that is sent behind another
  const next = asked(words, 'models.remark');
  booklet();
  expect(await isOver(heard)).toBe(false);
  next();
  await heard;
});

test('what a page sent before it died is waited for', async () => {
  const { words, executeJavaScript } = wordsOf();
  const draft = asked(words, 'stories.draft');
  const heard = words.heard();
  expect(await isOver(heard)).toBe(false);
  draft();
  await heard;
  expect(executeJavaScript).not.toHaveBeenCalled();
});

test('so is what was sent by a window that is closed', async () => {
  const words = new LastWords(() => undefined);
  const draft = asked(words, 'stories.draft');
  const heard = words.heard();
  expect(await isOver(heard)).toBe(false);
  draft();
  await heard;
});

test('a dialog that is open, or what is only looked at, is not', async () => {
  const { words } = wordsOf(async () => {});
  for (const name of ['host.chooseTexts', 'host.moveWorkspace', 'stories.copied', 'studio.state']) asked(words, name);
  expect(await isOver(words.heard())).toBe(true);
});

test.each([
  ['a page that hangs', () => new Promise(() => {})],
  [
    'a request that is never answered',
    async (words: InstanceType<typeof LastWords>) => void asked(words, 'stories.draft'),
  ],
])('%s keeps no app open', async (_what, say) => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const { words } = wordsOf(say);
  const heard = words.heard();
  expect(await isOver(heard)).toBe(false);
  await vi.advanceTimersByTimeAsync(5_000);
  await heard;
});

test('a page that can no longer be told is waited for no longer', async () => {
  const { words } = wordsOf(() => Promise.reject(new Error('its frame is gone')));
  expect(await isOver(words.heard())).toBe(true);
});
