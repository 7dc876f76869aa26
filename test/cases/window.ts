import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Corpus } from '../../electron/contract/corpus.ts';
import { fromPlainError } from '../../electron/contract/errors.ts';
import { library as libraryRoom } from '../../electron/messages/en/page/library.ts';
import { story as storyRoom } from '../../electron/messages/en/page/story.ts';
import { drop, goTo } from '../e2e/drop.ts';
import type { RealStudio } from '../e2e/studio.ts';
import { library } from './library.ts';
import { writeModelOf } from './model-of.ts';
import { onceEach } from './once-each.ts';
import type { Route } from './run-cases.ts';

const SLOW = { timeout: 60_000 };

/**
 * Drops a file where the last text is still shown, and waits for the text that it becomes: the list would be drawn each time.
 * @returns its id @throws AesopError with the code that is shown
 */
async function dropOrRefuse(page: Page, path: string): Promise<string> {
  const place = () => /#\/library\/([^?]+)/.exec(page.url())?.[1];
  const before = place();
  await drop(page, path);
  const code = page.locator('.problem .code');
  const another = () => place() !== undefined && place() !== before;
  await expect.poll(async () => another() || (await code.count()) > 0, SLOW).toBe(true);
  const id = another() && place();
  if (id) return decodeURIComponent(id);
  const said = (await code.textContent()) ?? '';
  await page.getByRole('button', { name: libraryRoom.discard, exact: true }).click();
  throw fromPlainError({ code: said, values: {}, detail: '' });
}

/** The studio in its window. What a person sees is looked up in the workspace, which is what the window shows. */
export function window(open: () => { studio: RealStudio; page: Page }): Route {
  const button = (name: string | RegExp) => open().page.getByRole('button', { name, exact: true });
  const inWorkspace = (...path: string[]) => join(open().studio.workspace, ...path);
  const modelOf = onceEach(async (path) => writeModelOf(path, await library.text(path), inWorkspace('models')));
  /** Asks for a story on an empty page. @returns how it opens, or the words that are in its way */
  const tell = async (path: string, prompt: string): Promise<{ opening: string } | { unknown: string[] }> => {
    const { page } = open();
    await goTo(page, `story?model=${await modelOf(path)}`);
    await page.reload();
    await page.getByLabel(storyRoom.firstLine, { exact: true }).fill(prompt);
    await button(storyRoom.tell).click();
    await button(storyRoom.keep).waitFor(SLOW);
    const unknown = await page.locator('.mirror .unknown').allTextContents();
    if (unknown.length > 0) return { unknown };
    const opening = page.getByRole('region', { name: storyRoom.page, exact: true }).locator('.given');
    return { opening: (await opening.textContent()) ?? '' };
  };
  return {
    name: 'window',
    async text(path) {
      const folder = inWorkspace('corpora', await dropOrRefuse(open().page, path));
      const corpus = JSON.parse(readFileSync(join(folder, 'corpus.json'), 'utf8')) as Corpus;
      const text = readFileSync(join(folder, 'text.txt'), 'utf8');
      // The same text out of another file would be this corpus again, with what this file was.
      rmSync(folder, { recursive: true });
      return { corpus, text };
    },
    async opens(path, prompt) {
      const told = await tell(path, prompt);
      if ('unknown' in told) throw new Error(`The model does not know ${told.unknown.join(', ')}.`);
      return told.opening;
    },
    async unknown(path, prompt) {
      const told = await tell(path, prompt);
      return 'unknown' in told ? told.unknown : [];
    },
  };
}
