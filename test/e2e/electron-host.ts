import { mkdtempSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { vi } from 'vitest';
import { installedElectron } from '../../build/start.mjs';
import { ROOT } from '../../build/setup/files.mjs';
import { hasOwnDisplay, openDisplay } from './display.ts';
import { StudioHost, type PageOptions, type Size } from './host.ts';

/** The app itself in Electron, with its sandbox, on a display of its own where that can be had. */
export class ElectronHost extends StudioHost {
  #display: Awaited<ReturnType<typeof openDisplay>> | undefined;
  #app: ElectronApplication | undefined;

  static async open(): Promise<ElectronHost> {
    const studio = new ElectronHost();
    if (hasOwnDisplay()) studio.#display = await openDisplay();
    return studio;
  }

  async page({ locale = 'en-US', colorScheme = 'light' }: PageOptions = {}): Promise<Page> {
    await this.#quit();
    const app = await _electron.launch({
      executablePath: installedElectron(),
      args: [...this.#switches(), `--lang=${locale}`, ROOT],
      env: this.#environment(locale),
      chromiumSandbox: true,
      // As the window has it, not as Playwright would emulate it.
      colorScheme: null,
    });
    this.#app = app;
    app.once('close', () => {
      if (this.#app === app) this.#app = undefined;
    });
    const page = await app.firstWindow();
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await app.evaluate(({ nativeTheme }, scheme) => {
      nativeTheme.themeSource = scheme;
    }, colorScheme);
    return this.open(page);
  }

  /** Each start has a user's folder of its own, which also holds the lock against a second start. */
  #switches(): string[] {
    const own = ['--disable-gpu', `--user-data-dir=${mkdtempSync(join(this.folder, 'user-'))}`];
    return this.#display ? ['--ozone-platform=x11', ...own] : own;
  }

  #environment(locale: string): Record<string, string> {
    const inherited = process.env as Record<string, string>;
    const DISPLAY = this.#display?.name ?? inherited.DISPLAY ?? '';
    return { ...inherited, DISPLAY, AESOP_HOME: this.workspace, LANGUAGE: locale.replace('-', '_') };
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

  async choosing(_page: Page, path: string, act: () => Promise<void>): Promise<void> {
    await this.#running().evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
    }, path);
    await act();
  }

  async exported(_page: Page, act: () => Promise<void>): Promise<string[]> {
    const target = join(mkdtempSync(join(this.folder, 'export-')), 'model');
    await this.#running().evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    }, target);
    await act();
    return vi.waitFor(() => readdirSync(target), { timeout: 30_000 });
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
