import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { writeImportedSamples } from '../../electron/storage/records/imported-samples.ts';
import { changeSettings } from '../../electron/storage/records/settings.ts';
import { openWorkspace } from '../../electron/storage/workspace/workspace.ts';

export interface PageOptions {
  locale?: string;
}

export type Scheme = 'light' | 'dark';

export interface Size {
  width: number;
  height: number;
}

const LONG_SAMPLE = 'tiny-shakespeare.txt';

export interface StudioOptions {
  /** as at a first start, with every shipped text and steps timed of what is set up; without the longest and that where it is left out */
  allSamples?: boolean;
  /** what trains and tells may choose TensorFlow, as a person's does; to load it takes each process a second of processor time */
  native?: boolean;
}

/** What a studio is started with besides. */
export const engineFor = ({ native = false }: StudioOptions): Record<string, string> =>
  native ? {} : { AESOP_ENGINE: 'portable' };

/** The built studio over a workspace of its own, and a real page to look at it. What differs between the hosts lies here. */
export abstract class StudioHost {
  readonly folder = mkdtempSync(join(tmpdir(), 'aesop-e2e-'));
  readonly workspace = join(this.folder, 'workspace');
  readonly #errors: string[] = [];

  /** A page in the studio, past the welcome; in Electron the one window, opened anew. */
  abstract page(options?: PageOptions): Promise<Page>;
  /** Another look at what `page` shows: a second page, or the same one where there is one window. */
  abstract another(page: Page): Promise<Page>;
  /** Gives the page a size in CSS pixels. */
  abstract resize(page: Page, size: Size): Promise<void>;
  /** Changes the system over to light or dark, as it does by itself in the evening. A page comes in light. */
  abstract changeOver(page: Page, scheme: Scheme): Promise<void>;
  /** Does what asks for a file, and answers with that of `path`. */
  abstract choosing(page: Page, path: string, act: () => Promise<void>): Promise<void>;
  /** Does what writes a model into a folder or an archive. @returns the names of the files in it */
  abstract exported(page: Page, act: () => Promise<void>): Promise<string[]>;
  /** Does what saves a text. @returns the name that is proposed for its file, and what is in it */
  abstract saved(page: Page, act: () => Promise<void>): Promise<{ name: string; text: string }>;
  /** The page as it is printed, a PDF. */
  abstract printed(page: Page): Promise<Uint8Array>;
  /** Ids of the worker processes: those that train, or those for short jobs. */
  abstract workers(purpose: 'train' | 'assist'): Promise<number[]>;
  abstract close(): Promise<void>;

  /** Writes a file to be dropped or chosen. @returns its path */
  file(name: string, bytes: Uint8Array | string): string {
    const path = join(mkdtempSync(join(this.folder, 'file-')), name);
    writeFileSync(path, bytes);
    return path;
  }

  /** What the pages complained of since the last time, but for what `expected` matches. */
  complaints(expected?: RegExp): string[] {
    return this.#errors.splice(0).filter((text) => !expected?.test(text));
  }

  /** Waits until a page is there, and listens to what it complains of. */
  protected async open(page: Page, address?: string): Promise<Page> {
    page.on('pageerror', (error) => this.#errors.push(error.stack ?? error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') this.#errors.push(message.text());
    });
    if (address) await page.goto(address);
    await page.waitForSelector('main h1', { timeout: 20_000, state: 'attached' });
    return page;
  }

  /**
   * A first start would take a second of processor time to read the longest of the shipped texts, and another for each
   * network that is set up.
   */
  protected async leaveOutWhatTakesLong(): Promise<void> {
    const { settingsPath } = await openWorkspace(this.workspace);
    await changeSettings(settingsPath, { timeSteps: false });
    await writeImportedSamples(this.workspace, [LONG_SAMPLE]);
  }

  protected clear(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
