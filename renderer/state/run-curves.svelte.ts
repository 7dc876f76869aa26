import type { Reports, Sample } from '../../electron/contract/run.ts';
import { client } from '../lib/client.ts';
import { CurveStore, type CurveName } from '../lib/curve-store.ts';
import type { Columns } from '../lib/decimate.ts';

const LOADED_POINTS = 10_000;
/** Milliseconds between two readings of what a page missed that cannot keep up. */
const PATIENCE = 5000;

/** Curves and samples of one run: what was, read once, and what comes. */
export class RunCurves {
  readonly id: string;
  #store = new CurveStore();
  /** counts changes of the store, which itself is not reactive */
  #version = $state(0);
  #samples = $state.raw<readonly Sample[]>([]);
  #loaded = $state(false);
  #loading: Promise<void> | undefined;
  #reading = false;
  #readAt = -Infinity;
  /** reports were told that did not come here */
  #missed = false;
  /** when the run ended that was read to its end */
  #ended: string | undefined;
  /** what comes while the past is being read; all that came before is in it */
  #pending: Reports[] = [];
  #pendingSamples: Sample[] = [];

  constructor(id: string) {
    this.id = id;
  }

  get loaded(): boolean {
    return this.#loaded;
  }

  get length(): number {
    return this.#version >= 0 ? this.#store.length : 0;
  }

  /** What the model said at each checkpoint, by rising step. */
  get samples(): readonly Sample[] {
    return this.#samples;
  }

  /** One figure by step; a new object after each report, so that a chart knows when to draw. */
  columns(name: CurveName): Columns {
    return this.#version >= 0 ? this.#store.columns(name) : this.#store.columns(name);
  }

  /** Reads what the run has reported so far; at once where that is done. */
  load(): Promise<void> {
    this.#loading ??= this.#read().catch((error: unknown) => {
      this.#loading = undefined;
      throw error;
    });
    return this.#loading;
  }

  /** Forgets that the past was read, as after a lost connection. */
  stale(): void {
    this.#loading = undefined;
  }

  /** Reads once more what a run left that has ended: what it reported last may not have been told. */
  ended(at: string | undefined): Promise<void> {
    if (this.#ended === at) return this.load();
    this.#ended = at;
    return this.#reading ? this.load().then(() => this.#again()) : this.#again();
  }

  /** Takes what is told of a run's reports; where some before them were missed, reads those. */
  async report(told: Reports): Promise<void> {
    if (this.#reading) this.#pending.push(told);
    if (!this.#loaded) return;
    this.#take(this.#store, told);
    this.#version++;
    if (this.#missed && !this.#reading && performance.now() - this.#readAt > PATIENCE) await this.#again();
  }

  sample(sample: Sample): void {
    if (this.#reading) this.#pendingSamples.push(sample);
    if (this.#loaded) this.#samples = withSample(this.#samples, sample);
  }

  #again(): Promise<void> {
    this.stale();
    return this.load();
  }

  #take(store: CurveStore, { report, before = [], after }: Reports, fresh = -Infinity): void {
    if (after !== undefined && after > store.lastStep) this.#missed = true;
    for (const each of [...before, report]) if (each.step > fresh) store.add(each);
  }

  async #read(): Promise<void> {
    [this.#reading, this.#readAt] = [true, performance.now()];
    [this.#pending, this.#pendingSamples] = [[], []];
    const [metrics, said] = await Promise.all([
      client.request('runs.metrics', { id: this.id, points: LOADED_POINTS }),
      client.request('runs.samples', { id: this.id }),
    ]).finally(() => (this.#reading = false));
    const store = new CurveStore();
    for (const report of metrics.reports) store.add(report);
    this.#missed = false;
    for (const told of this.#pending) this.#take(store, told, store.lastStep);
    this.#pending = [];
    this.#store = store;
    this.#samples = this.#pendingSamples.reduce<readonly Sample[]>(withSample, said.samples);
    this.#pendingSamples = [];
    this.#loaded = true;
    this.#version++;
  }
}

/** Samples by rising step; one of a step already told replaces it and what came after. */
function withSample(samples: readonly Sample[], sample: Sample): readonly Sample[] {
  return [...samples.filter(({ step }) => step < sample.step), sample];
}
