import type { Run } from '../contract/run.ts';
import type { Context } from './context.ts';

const WRITE_EVERY = 2000;

/**
 * The runs as this studio knows them. While a run trains, its record lives here and goes to the disk every two seconds;
 * this process is then the only one that writes it.
 */
export class RunRecords {
  readonly #context: Context;
  readonly #live = new Map<string, { run: Run; timer?: NodeJS.Timeout }>();

  constructor(context: Context) {
    this.#context = context;
  }

  async list(): Promise<Run[]> {
    const { items } = await this.#context.workspace.runs.list();
    return items.map((run) => this.#live.get(run.id)?.run ?? run);
  }

  async read(id: string): Promise<Run> {
    return this.#live.get(id)?.run ?? this.#context.workspace.runs.read(id);
  }

  /** Holds the record in memory from now on. */
  async take(id: string): Promise<Run> {
    const run = await this.read(id);
    this.#live.set(id, { run });
    return run;
  }

  /** Changes a held record; written soon, told now unless it is only a report. */
  touch(id: string, change: Partial<Run>, tell = true): void {
    const entry = this.#live.get(id);
    if (!entry) return;
    entry.run = { ...entry.run, ...change };
    entry.timer ??= setTimeout(() => void this.#save(id), WRITE_EVERY);
    if (tell) this.#context.events.emit('runs.changed', { run: entry.run });
  }

  async #save(id: string): Promise<void> {
    const entry = this.#live.get(id);
    if (!entry) return;
    entry.timer = undefined;
    await this.#context.workspace.runs
      .write(entry.run)
      .catch((thrown: unknown) =>
        this.#context.log.warning('studio', `run ${id} could not be noted: ${String(thrown)}`),
      );
  }

  /** Changes a record and writes it; it is told once it is on the disk. */
  async change(id: string, change: Partial<Run>): Promise<Run> {
    const entry = this.#live.get(id);
    if (entry) entry.run = { ...entry.run, ...change };
    const run = await this.#context.workspace.runs.update(id, (stored) => ({ ...(entry?.run ?? stored), ...change }));
    this.#context.events.emit('runs.changed', { run });
    return run;
  }

  /** Writes a held record for the last time and lets it go. */
  async settle(id: string, change: Partial<Run>): Promise<Run> {
    const entry = this.#live.get(id);
    clearTimeout(entry?.timer);
    try {
      return await this.change(id, change);
    } finally {
      this.#live.delete(id);
    }
  }

  /** Lets a held record go without writing it: another process owns the run. */
  async forget(id: string): Promise<void> {
    clearTimeout(this.#live.get(id)?.timer);
    this.#live.delete(id);
    this.#context.events.emit('runs.changed', { run: await this.read(id) });
  }
}
