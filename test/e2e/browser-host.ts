import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { endAlong } from '../tools/end-along.mjs';
import { processes } from '../tools/processes.mjs';
import { engineFor, StudioHost, type PageOptions, type Scheme, type Size, type StudioOptions } from './host.ts';
import { borrowBrowser } from './shared-browser.ts';

const CLI = fileURLToPath(new URL('../../dist/electron/cli.js', import.meta.url));

/** The studio's server, and Chromium. */
export class BrowserHost extends StudioHost {
  #server: ChildProcess | undefined;
  #borrowed: Awaited<ReturnType<typeof borrowBrowser>> | undefined;
  #lines: AsyncIterator<string> | undefined;
  /** lets one browser in; the server says the next one when it was used */
  #address: string | undefined;
  readonly #environment: Record<string, string>;

  private constructor(options: StudioOptions) {
    super();
    this.#environment = engineFor(options);
  }

  /** @param prepared fills the workspace; it returns the texts that the studio is started with, written by `file` */
  static async open(
    prepared: (studio: BrowserHost) => string[] | Promise<string[]> = () => [],
    options: StudioOptions = {},
  ): Promise<BrowserHost> {
    const studio = new BrowserHost(options);
    try {
      if (!options.allSamples) await studio.leaveOutWhatTakesLong();
      await studio.serve(0, await prepared(studio));
      studio.#borrowed = await borrowBrowser();
    } catch (error) {
      await studio.close();
      throw error;
    }
    return studio;
  }

  /** Starts the server, anew after a `kill`. */
  async serve(port = 0, texts: readonly string[] = []): Promise<void> {
    const args = [CLI, 'serve', ...texts, '--json', '--port', String(port), '--workspace', this.workspace];
    const env = { ...process.env, ...this.#environment };
    const server = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
    this.#server = endAlong(server);
    this.#lines = createInterface(server.stdout)[Symbol.asyncIterator]();
    this.#address = await this.#nextAddress();
  }

  /** Of the server. */
  get pid(): number {
    return this.#server?.pid ?? 0;
  }

  get browser(): Browser {
    if (!this.#borrowed) throw new Error('the browser is not open');
    return this.#borrowed.browser;
  }

  /** Each page has a cookie of its own. */
  async page(options: PageOptions = {}): Promise<Page> {
    const context = await this.browser.newContext({
      viewport: { width: 1280, height: 800 },
      locale: 'en-US',
      reducedMotion: 'reduce',
      acceptDownloads: true,
      ...options,
    });
    return this.open(await context.newPage(), await this.address());
  }

  async another(page: Page): Promise<Page> {
    const other = await this.page();
    await other.goto(page.url());
    return other;
  }

  resize(page: Page, size: Size): Promise<void> {
    return page.setViewportSize(size);
  }

  changeOver(page: Page, colorScheme: Scheme): Promise<void> {
    return page.emulateMedia({ colorScheme });
  }

  async choosing(page: Page, path: string, act: () => Promise<void>): Promise<void> {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), act()]);
    await chooser.setFiles(path);
  }

  async exported(page: Page, act: () => Promise<void>): Promise<string[]> {
    const [download] = await Promise.all([page.waitForEvent('download'), act()]);
    const names = Object.keys(unzipSync(readFileSync(await download.path())));
    return names.map((name) => name.split('/').pop() ?? '');
  }

  async saved(page: Page, act: () => Promise<void>): Promise<{ name: string; text: string }> {
    const [download] = await Promise.all([page.waitForEvent('download'), act()]);
    return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
  }

  async printed(page: Page): Promise<Uint8Array> {
    return new Uint8Array(await page.pdf());
  }

  async workers(purpose: 'train' | 'assist'): Promise<number[]> {
    const started = processes().filter(
      ({ parent, command }) => parent === this.pid && command.endsWith(`worker.js ${purpose}`),
    );
    return started.map(({ pid }) => pid);
  }

  /** Ends the server as a crash would. */
  kill(): Promise<void> {
    return this.#end('SIGKILL');
  }

  async close(): Promise<void> {
    await this.#borrowed?.closePages();
    await this.#end('SIGINT');
    this.clear();
  }

  /** An address that lets one browser in. */
  async address(): Promise<string> {
    const address = this.#address ?? (await this.#nextAddress());
    this.#address = undefined;
    return address;
  }

  async #nextAddress(): Promise<string> {
    const line = await this.#lines?.next();
    if (!line || line.done) throw new Error('The server ended before it told an address.');
    return JSON.parse(line.value).url;
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const server = this.#server;
    if (!server || server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, 'exit');
    server.kill(signal);
    await ended;
  }
}
