import { rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TerminalTexts, TerminalTranslator } from '../messages/terminal.ts';
import type { JobInput, JobKind, JobResult } from '../contract/worker.ts';
import type { LaunchWorker, Studio, WorkerHandle } from '../studio/index.ts';
import type { CommonOptions } from './common-options.ts';
import { Interrupted, interruptions } from './interruptions.ts';
import { forPrograms, type ForPrograms } from './output/for-programs.ts';
import { findFile } from './named-path.ts';
import { numbersIn, type Numbers } from './output/numbers.ts';
import { progressLine, throttled } from './output/progress-bar.ts';
import type { Part } from './output/styled.ts';
import type { Terminal } from './output/terminal.ts';
import { typeable } from './output/typeable.ts';
import { keepStandardInput, STANDARD_INPUT } from './standard-input.ts';
import { VERSION } from './version.ts';

/** Shipped files, seen from the built program in dist/electron/. */
const RESOURCES = fileURLToPath(new URL('../../resources', import.meta.url));

/** What does not leave off in this time, in milliseconds, is ended with the program. */
const GRACE = 1000;

/** What a live line says is being done. */
type Doing = keyof TerminalTexts['progress'];

/** One call of the program: the studio behind it, opened when a verb first needs it, and where its words go. */
export class Host {
  readonly terminal: Terminal;
  readonly translator: TerminalTranslator;
  readonly numbers: Numbers;
  readonly forPrograms: ForPrograms;
  readonly options: CommonOptions;
  readonly resources = RESOURCES;
  readonly interruptions = interruptions();
  readerGone = false;
  /** the device that trainings are to use, where it was asked for */
  device: string | undefined;
  /** whether pages are served: then the program goes on whatever fails, and whoever reads its words */
  serving = false;
  readonly #workers = new Map<WorkerHandle, 'train' | 'assist'>();
  readonly #temporary: string[] = [];
  #studio: Promise<Studio> | undefined;
  /** where the text from standard input lies until the end */
  #input: string | undefined;

  constructor(terminal: Terminal, translator: TerminalTranslator, options: CommonOptions) {
    this.terminal = terminal;
    this.translator = translator;
    this.numbers = numbersIn(translator);
    this.forPrograms = forPrograms(translator);
    this.options = options;
  }

  /**
   * The studio over the workspace; loaded late, so that `--help` stays quick.
   * @param resident whether it stays open for pages, which the first call decides
   */
  studio(resident = false): Promise<Studio> {
    this.#studio ??= this.#open(resident);
    return this.#studio;
  }

  async #open(resident: boolean): Promise<Studio> {
    const { createStudio, forkWorker } = await import('../studio/index.ts');
    const launchWorker: LaunchWorker = (options) => {
      const { purpose, env } = options;
      const asked = purpose === 'train' && this.device !== undefined;
      const worker = forkWorker(asked ? { purpose, env: { ...env, AESOP_DEVICE: this.device! } } : options);
      this.#workers.set(worker, options.purpose);
      worker.onExit(() => this.#workers.delete(worker));
      return worker;
    };
    return createStudio({
      workspace: this.options.workspace,
      resources: RESOURCES,
      launchWorker,
      version: VERSION,
      resident,
    });
  }

  /** Whether a worker of this program trains. */
  get trains(): boolean {
    return [...this.#workers.values()].includes('train');
  }

  /** One line for a program on stdout, where `--json` asks for it. */
  json(line: { type: string } & Record<string, unknown>): void {
    if (this.options.json) this.terminal.json(line);
  }

  /** A sentence for people; programs and `--quiet` do without. */
  say(...parts: Part[]): void {
    if (!this.options.json && !this.options.quiet) this.terminal.line(...parts);
  }

  /**
   * Waits for work that Ctrl-C asks to leave off, and for that no longer than a second: it may hang in the system.
   * @throws Interrupted where a person asked for the end; what the work throws
   */
  async interruptible<T>(work: Promise<T>, leaveOff: () => void): Promise<T> {
    let late: NodeJS.Timeout | undefined;
    let release = () => {};
    const hanging = new Promise<never>((_resolve, reject) => {
      release = this.interruptions.on(() => {
        leaveOff();
        late = setTimeout(() => reject(new Interrupted()), GRACE);
      });
    });
    try {
      return await Promise.race([work, hanging]);
    } catch (error) {
      throw this.interruptions.count > 0 ? new Interrupted() : error;
    } finally {
      clearTimeout(late);
      release();
    }
  }

  /** Draws the live line: how much of what is done. */
  progress(doing: Doing, fraction: number): void {
    this.live(fraction, [this.translator.text(`progress.${doing}`)]);
  }

  /** Draws a live line of a share and some words more. */
  live(fraction: number, parts: readonly string[]): void {
    this.terminal.status(progressLine(fraction, parts, this.terminal.columns, this.translator.language));
  }

  /** Runs a job with a live line; Ctrl-C leaves it off. */
  async job<K extends Exclude<JobKind, 'train'>>(kind: K, input: JobInput<K>, doing: Doing): Promise<JobResult<K>> {
    const studio = await this.studio();
    const abort = new AbortController();
    let fraction = 0;
    const draw = throttled(() => this.progress(doing, fraction));
    const work = studio.job(kind, input, {
      signal: abort.signal,
      onReport: (report) => {
        if (report.type !== 'progress') return;
        fraction = report.fraction;
        draw();
      },
    });
    try {
      return await this.interruptible(work, () => abort.abort());
    } finally {
      this.terminal.clearStatus();
    }
  }

  /** A folder for what lasts no longer than this program, however that ends. @throws AesopError `temporary-folder` */
  async temporaryFolder(purpose: 'inspect' | 'serve'): Promise<string> {
    const { temporaryFolder } = await import('../studio/index.ts');
    const path = await temporaryFolder(purpose);
    this.#temporary.push(path);
    return path;
  }

  /**
   * The path of a text that a person names, or that comes in on standard input; nothing where there is no such file.
   * @throws AesopError as `findFile` and `keepStandardInput`
   */
  async textFile(asked: string): Promise<string | undefined> {
    if (asked !== STANDARD_INPUT) return findFile(asked);
    this.#input ??= await this.temporaryFolder('inspect');
    const abort = new AbortController();
    const name = this.translator.text('names.standardInput');
    return this.interruptible(keepStandardInput(this.#input, name, abort.signal), () => abort.abort());
  }

  /** The folder of a model of the workspace. */
  async modelPath(id: string): Promise<string> {
    return join((await this.studio()).folders.workspace, 'models', id);
  }

  /** A command line that a person can type as it stands, however this program was started. */
  commandLine(...words: string[]): string {
    const scripts = ['aesop', 'story', 'start'];
    const program = scripts.includes(process.env.npm_lifecycle_event ?? '') ? 'npm run aesop --' : 'aesop';
    const { workspace } = this.options;
    return [
      program,
      ...[...words, ...(workspace === undefined ? [] : ['--workspace', workspace])].map((word) => typeable(word)),
    ].join(' ');
  }

  /** Nobody reads stdout any more: work under way is asked to finish, in silence. Each further line says so again. */
  readerLeft(): void {
    if (this.readerGone) return;
    this.readerGone = true;
    if (!this.serving) this.interruptions.interrupt();
  }

  /** Writes what failed to the log of the workspace, where one is open. Never rejects. */
  async note(thrown: unknown): Promise<void> {
    const studio = await this.#studio?.catch(() => undefined);
    studio?.log.failure('program', thrown);
    await studio?.log.flush();
  }

  /** Ends everything at once: no worker outlives the program. Never throws. */
  kill(): void {
    for (const worker of this.#workers.keys()) worker.kill();
    this.terminal.clearStatus();
    for (const path of this.#temporary) {
      try {
        rmSync(path, { recursive: true, force: true });
      } catch {
        // a worker was still writing there: the next Aesop sweeps it
      }
    }
  }

  async close(): Promise<void> {
    this.interruptions.close();
    this.terminal.clearStatus();
    if (this.#studio !== undefined) await (await this.#studio).close();
    await Promise.all(this.#temporary.map((path) => rm(path, { recursive: true, force: true })));
  }
}
