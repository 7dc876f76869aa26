import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { CHROMIUM } from '../tools/page-trouble.mjs';

const CLI = fileURLToPath(new URL('../../dist/electron/cli.js', import.meta.url));

/** The built studio serving a workspace of its own, and a real browser to look at it. */
export class RealStudio {
  readonly workspace = mkdtempSync(join(tmpdir(), 'aesop-e2e-'));
  readonly #errors: string[] = [];
  #server: ChildProcess | undefined;
  #browser: Browser | undefined;
  url = '';

  static async open(): Promise<RealStudio> {
    const studio = new RealStudio();
    await studio.serve();
    studio.#browser = await chromium.launch(CHROMIUM);
    return studio;
  }

  /** Starts the server, anew after a `kill`. */
  async serve(): Promise<void> {
    const server = spawn(process.execPath, [CLI, 'serve', '--json', '--workspace', this.workspace], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#server = server;
    const [line] = await once(createInterface(server.stdout), 'line');
    this.url = JSON.parse(String(line)).url;
  }

  get pid(): number {
    return this.#server?.pid ?? 0;
  }

  /** A new page in the studio, with a cookie of its own, past the welcome. */
  async page(options: BrowserContextOptions = {}): Promise<Page> {
    if (!this.#browser) throw new Error('the browser is not open');
    const context = await this.#browser.newContext({
      viewport: { width: 1280, height: 800 },
      locale: 'en-US',
      reducedMotion: 'reduce',
      acceptDownloads: true,
      ...options,
    });
    const page = await context.newPage();
    page.on('pageerror', (error) => this.#errors.push(error.stack ?? error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') this.#errors.push(message.text());
    });
    await page.goto(this.url);
    await page.waitForSelector('main h1', { timeout: 20_000, state: 'attached' });
    return page;
  }

  /** What the pages complained of since the last time, but for what `expected` matches. */
  complaints(expected?: RegExp): string[] {
    return this.#errors.splice(0).filter((text) => !expected?.test(text));
  }

  /** Ends the server as a crash would. */
  async kill(): Promise<void> {
    const server = this.#server;
    if (!server || server.exitCode !== null) return;
    const ended = once(server, 'exit');
    server.kill('SIGKILL');
    await ended;
  }

  async close(): Promise<void> {
    await this.#browser?.close();
    const server = this.#server;
    if (server && server.exitCode === null && server.signalCode === null) {
      const ended = once(server, 'exit');
      server.kill('SIGINT');
      await ended;
    }
    rmSync(this.workspace, { recursive: true, force: true });
  }
}
