import type { Context } from '../context.ts';
import type { RunRecords } from './run-records.ts';
import { Training } from './training.ts';

/** Trains one run at a time: all of them share one processor or one GPU. The rest wait in the order they were asked for. */
export class RunQueue {
  readonly #context: Context;
  readonly #records: RunRecords;
  readonly #waiting: { id: string; resume: boolean }[] = [];
  #active: { id: string; training: Training } | undefined;
  #closed = false;

  constructor(context: Context, records: RunRecords) {
    this.#context = context;
    this.#records = records;
  }

  add(id: string, resume: boolean): void {
    this.#waiting.push({ id, resume });
    // The answer that names the run goes out before the run's own events.
    setImmediate(() => this.#next());
  }

  #next(): void {
    if (this.#active || this.#closed) return;
    const first = this.#waiting.shift();
    if (!first) return this.#context.timing.release();
    this.#context.timing.hold();
    const { id, resume } = first;
    const onOver = () => (this.#active = undefined);
    const training = new Training(this.#context, this.#records, { id, resume, onOver });
    this.#active = { id, training };
    void training.over.then(() => {
      if (this.#active?.training === training) onOver();
      this.#next();
    });
  }

  isActive(id: string): boolean {
    return this.#active?.id === id;
  }

  /** The run's training while it is under way. */
  training(id: string): Training | undefined {
    return this.#active?.id === id ? this.#active.training : undefined;
  }

  /** Ends the run if it trains now. @returns whether it does */
  end(id: string, how: 'stop' | 'pause'): boolean {
    if (!this.isActive(id)) return false;
    this.#active?.training.end(how);
    return true;
  }

  /** Takes the run out of the queue. @returns whether it was in there */
  leave(id: string): boolean {
    const index = this.#waiting.findIndex((each) => each.id === id);
    if (index >= 0) this.#waiting.splice(index, 1);
    return index >= 0;
  }

  /** Pauses what trains; what waits stays queued on the disk. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#active?.training.end('pause');
    await this.#active?.training.over;
  }
}
