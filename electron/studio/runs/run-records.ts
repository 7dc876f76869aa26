import type { PlainError } from '../../contract/errors.ts';
import type { Run } from '../../contract/run.ts';
import type { Context } from '../context.ts';

const WRITE_EVERY = 2000;

/** What becomes otherwise, or how that follows from the record as it is then. */
type Change = Partial<Run> | ((run: Run) => Partial<Run>);

interface Live {
  run: Run;
  timer?: NodeJS.Timeout;
  /** when its seconds were known, or began to pass, as `performance.now` counts */
  known: number;
}

/** A run with the seconds that have passed since they were told: a step may take minutes, and a page comes amid it. */
function upToNow({ run, known }: Live): Run {
  if (run.status !== 'running' || run.waitsAt !== undefined) return run;
  return { ...run, seconds: run.seconds + (performance.now() - known) / 1000 };
}

/**
 * The runs as this studio knows them. While a run trains, its record lives here and goes to the disk every two seconds;
 * this process is then the only one that writes it.
 */
export class RunRecords {
  readonly #context: Context;
  readonly #live = new Map<string, Live>();

  constructor(context: Context) {
    this.#context = context;
  }

  /** Every run as it is now, and what is wrong with those that cannot be read. */
  async list(): Promise<{ items: Run[]; problems: PlainError[] }> {
    const { items, problems } = await this.#context.workspace.runs.list();
    const now = (run: Run) => {
      const live = this.#live.get(run.id);
      return live ? upToNow(live) : run;
    };
    return { items: items.map(now), problems };
  }

  async read(id: string): Promise<Run> {
    return this.#live.get(id)?.run ?? this.#context.workspace.runs.read(id);
  }

  /** Holds the record in memory from now on. */
  async take(id: string): Promise<Run> {
    const run = await this.read(id);
    this.#live.set(id, { run, known: performance.now() });
    return run;
  }

  /** Changes a held record and tells of it; it is on the disk soon, or at once where that matters. */
  touch(id: string, change: Partial<Run>, when: 'soon' | 'now' = 'soon'): void {
    this.note(id, change);
    const entry = this.#live.get(id);
    if (entry) this.#context.events.changed('runs', entry.run);
    if (when === 'now') void this.#save(id);
  }

  /** Changes a held record without a word: the reports themselves tell. */
  note(id: string, change: Partial<Run>): void {
    const entry = this.#live.get(id);
    if (!entry) return;
    if ('seconds' in change || 'waitsAt' in change || change.status) entry.known = performance.now();
    entry.run = { ...entry.run, ...change };
    entry.timer ??= setTimeout(() => void this.#save(id), WRITE_EVERY);
  }

  async #save(id: string): Promise<void> {
    const entry = this.#live.get(id);
    if (!entry) return;
    clearTimeout(entry.timer);
    entry.timer = undefined;
    await this.#context.workspace.runs
      .write(entry.run)
      .catch((thrown: unknown) =>
        this.#context.log.warning('studio', `run ${id} could not be noted: ${String(thrown)}`),
      );
  }

  async #write(id: string, change: Change): Promise<Run> {
    const changed = (run: Run): Run => ({ ...run, ...(typeof change === 'function' ? change(run) : change) });
    const entry = this.#live.get(id);
    if (entry) entry.run = changed(entry.run);
    const run = await this.#context.workspace.runs.update(id, (stored) => entry?.run ?? changed(stored));
    // its training may have begun meanwhile, from what was written before
    const begun = entry ? undefined : this.#live.get(id);
    if (begun) begun.run = changed(begun.run);
    return run;
  }

  /** Changes a record and writes it; it is told once it is on the disk. */
  async change(id: string, change: Change): Promise<Run> {
    return this.#context.events.changed('runs', await this.#write(id, change));
  }

  /**
   * Writes a held record for the last time and lets it go.
   * @param release called before it is told: whoever hears of the end may start the run again
   */
  async settle(id: string, change: Partial<Run>, release: () => void): Promise<void> {
    clearTimeout(this.#live.get(id)?.timer);
    let run = this.#live.get(id)?.run;
    try {
      run = await this.#write(id, change);
    } finally {
      this.#live.delete(id);
      release();
      if (run) this.#context.events.changed('runs', { ...run, ...change });
    }
  }

  /** Lets a held record go without writing it: another process owns the run. */
  async forget(id: string, release: () => void): Promise<void> {
    clearTimeout(this.#live.get(id)?.timer);
    this.#live.delete(id);
    release();
    this.#context.events.changed('runs', await this.read(id));
  }
}
