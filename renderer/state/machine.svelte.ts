import type { EngineVariant, LogLine, Machine } from '../../electron/contract/machine.ts';
import type { HostRequestOutput, WorkspacePlace } from '../../electron/contract/host.ts';
import { client } from '../lib/client.ts';
import { jobs, type Job } from './jobs.svelte.ts';
import { language } from './language.svelte.ts';
import { trouble } from './trouble.svelte.ts';

const MOST_LINES = 2000;
/** Kind of the job that brings an engine. */
const ENGINE_JOB = 'engine';

/** The machine under the studio: engine and checks, folders, host, log. */
class MachineState {
  #value = $state.raw<Machine | undefined>();
  #checkedAt = $state('');
  #checkSeconds = $state(0);
  #checking = $state(false);
  #folders = $state.raw({ workspace: '', log: '' });
  #host = $state.raw<HostRequestOutput<'host.describe'> | undefined>();
  #log = $state.raw<readonly LogLine[]>([]);
  #logRead = false;

  get value(): Machine | undefined {
    return this.#value;
  }

  /** ISO 8601 of the last look, and how long it took. */
  get checkedAt(): string {
    return this.#checkedAt;
  }

  get checkSeconds(): number {
    return this.#checkSeconds;
  }

  get checking(): boolean {
    return this.#checking;
  }

  get folders(): { workspace: string; log: string } {
    return this.#folders;
  }

  get host(): HostRequestOutput<'host.describe'> | undefined {
    return this.#host;
  }

  get log(): readonly LogLine[] {
    return this.#log;
  }

  receiveFolders(folders: { workspace: string; log: string }): void {
    this.#folders = folders;
  }

  listen(): void {
    client.on('log.line', ({ line }) => {
      if (this.#logRead) this.#log = [...this.#log, line].slice(-MOST_LINES);
    });
    // Also where another page, or this one before it was loaded anew, asked for it.
    client.on('job.done', ({ kind }) => {
      if (kind === ENGINE_JOB) void trouble.guard(() => this.check(false));
    });
  }

  async describeHost(): Promise<void> {
    this.#host = await client.request('host.describe', {});
    // A browser's own language is its person's; the server may stand elsewhere.
    if (this.#host.kind === 'electron') language.receiveSystem(this.#host.locale);
  }

  /** Looks at the machine; with `measure` it also times a small step. One look at a time. */
  async check(measure: boolean): Promise<void> {
    if (this.#checking) return;
    this.#checking = true;
    const started = performance.now();
    try {
      const found = await client.request('machine.describe', { measure });
      this.#value = { ...found, measured: found.measured ?? this.#value?.measured };
      this.#checkedAt = new Date().toISOString();
      this.#checkSeconds = (performance.now() - started) / 1000;
    } finally {
      this.#checking = false;
    }
  }

  /** An engine on its way here. */
  get bringing(): Job | undefined {
    return jobs.list.find(({ kind }) => kind === ENGINE_JOB);
  }

  /** Has an engine brought. @param folder of its wheels @returns when it computes, or when it was left off */
  async bringEngine(variant: EngineVariant, folder?: string): Promise<void> {
    const { job } = await client.request('machine.bringEngine', { variant, folder });
    await jobs.end(job);
  }

  /** Has an engine brought out of a folder of wheels that is asked for, without a network. */
  async bringEngineFromFolder(variant: EngineVariant): Promise<void> {
    const { files } = await client.request('host.chooseWheels', {});
    for (const { file } of files) await this.bringEngine(variant, file);
  }

  async leaveOffBringing(): Promise<void> {
    if (this.bringing) await jobs.cancel(this.bringing.job);
  }

  /** Gives up the engine that was brought. */
  async dismissEngine(): Promise<void> {
    await client.request('machine.dismissEngine', {});
    await this.check(false);
  }

  async readLog(): Promise<void> {
    const { lines } = await client.request('log.read', { lines: MOST_LINES });
    this.#log = lines;
    this.#logRead = true;
  }

  /** Asks for a folder that the workspace may move to. */
  async choosePlace(): Promise<WorkspacePlace | null> {
    return (await client.request('host.choosePlace', {})).place;
  }

  /** Opens the workspace there, copied there before on wish. @returns the job of the copy */
  async moveWorkspace({ place }: WorkspacePlace, copy: boolean): Promise<string | undefined> {
    return (await client.request('host.moveWorkspace', { place, copy })).job;
  }

  /** Shows a folder of the studio in the system's file manager. */
  async reveal(folder: 'workspace' | 'log'): Promise<void> {
    await client.request('host.reveal', { folder });
  }
}

export const machine = new MachineState();
