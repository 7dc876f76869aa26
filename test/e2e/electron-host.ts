import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { vi } from 'vitest';
import { hasOwnDisplay, openDisplay } from '../electron/display.mjs';
import { launchElectron } from '../electron/launch.mjs';
import { giveToUser } from '../electron/user.mjs';
import { engineFor, StudioHost, type PageOptions, type Scheme, type Size, type StudioOptions } from './host.ts';

/** The app itself in Electron, with its sandbox, on a display of its own where that can be had. */
export class ElectronHost extends StudioHost {
  #display: Awaited<ReturnType<typeof openDisplay>> | undefined;
  #app: ElectronApplication | undefined;
  readonly #environment: Record<string, string>;

  private constructor(options: StudioOptions) {
    super();
    this.#environment = engineFor(options);
  }

  static async open(options: StudioOptions = {}): Promise<ElectronHost> {
    const studio = new ElectronHost(options);
    if (!options.allSamples) await studio.leaveOutWhatTakesLong();
    giveToUser(studio.folder);
    if (hasOwnDisplay()) studio.#display = await openDisplay();
    return studio;
  }

  async page({ locale = 'en-US' }: PageOptions = {}): Promise<Page> {
    await this.#quit();
    const { folder, workspace } = this;
    const env = this.#environment;
    const app = await launchElectron({ folder, workspace, locale, display: this.#display?.name, env });
    this.#app = app;
    app.once('close', () => {
      if (this.#app === app) this.#app = undefined;
    });
    const page = await app.firstWindow();
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await this.changeOver(page, 'light');
    return this.open(page);
  }

  override file(name: string, bytes: Uint8Array | string): string {
    const path = super.file(name, bytes);
    giveToUser(dirname(path));
    return path;
  }

  async another(page: Page): Promise<Page> {
    return page;
  }

  async resize(page: Page, size: Size): Promise<void> {
    await this.#running().evaluate(
      ({ BrowserWindow }, { width, height }) => BrowserWindow.getAllWindows()[0].setContentSize(width, height),
      size,
    );
    await page.waitForFunction(({ width, height }) => innerWidth === width && innerHeight === height, size);
  }

  async changeOver(_page: Page, scheme: Scheme): Promise<void> {
    await this.#running().evaluate(({ nativeTheme }, source) => void (nativeTheme.themeSource = source), scheme);
  }

  async choosing(_page: Page, path: string, act: () => Promise<void>): Promise<void> {
    await this.#running().evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
    }, path);
    await act();
  }

  async exported(_page: Page, act: () => Promise<void>): Promise<string[]> {
    const target = await this.#saving('model');
    await act();
    return vi.waitFor(() => readdirSync(target), { timeout: 30_000 });
  }

  async saved(_page: Page, act: () => Promise<void>): Promise<{ name: string; text: string }> {
    const target = await this.#saving('saved');
    await act();
    const text = await vi.waitFor(() => readFileSync(target, 'utf8'), { timeout: 30_000 });
    const proposed = await this.#running().evaluate(() => (globalThis as { proposed?: string }).proposed ?? '');
    return { name: basename(proposed), text };
  }

  /** Answers the next question where to save something. @returns where */
  async #saving(name: string): Promise<string> {
    const target = join(giveToUser(mkdtempSync(join(this.folder, 'target-'))), name);
    await this.#running().evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async (...args: unknown[]) => {
        const { defaultPath } = args.at(-1) as { defaultPath?: string };
        (globalThis as { proposed?: string }).proposed = defaultPath;
        return { canceled: false, filePath };
      };
    }, target);
    return target;
  }

  async printed(): Promise<Uint8Array> {
    const text = await this.#running().evaluate(async ({ BrowserWindow }) => {
      const pdf = await BrowserWindow.getAllWindows()[0].webContents.printToPDF({});
      return pdf.toString('base64');
    });
    return new Uint8Array(Buffer.from(text, 'base64'));
  }

  async workers(purpose: 'train' | 'assist'): Promise<number[]> {
    const all = await this.#running().evaluate(({ app }) =>
      app.getAppMetrics().map(({ name, pid }) => ({ name, pid })),
    );
    return all.filter(({ name }) => name === `aesop-${purpose}`).map(({ pid }) => pid);
  }

  async close(): Promise<void> {
    await this.#quit();
    this.#display?.close();
    this.clear();
  }

  #running(): ElectronApplication {
    if (!this.#app) throw new Error('the app is not open');
    return this.#app;
  }

  async #quit(): Promise<void> {
    const app = this.#app;
    if (!app) return;
    this.#app = undefined;
    // A training asks before it lets the app go: it may be saved and go.
    await app.evaluate(({ dialog }) => {
      dialog.showMessageBox = async () => ({ response: 0, checkboxChecked: false });
    });
    await app.close();
  }
}
