import type { Report, Sample } from '../../electron/contract/run.ts';
import { client } from '../lib/client.ts';
import { CurveStore, type CurveName } from '../lib/curve-store.ts';
import type { Columns } from '../lib/decimate.ts';

const LOADED_POINTS = 10_000;

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
  /** when the run ended that was read to its end */
  #ended: string | undefined;
  /** what comes while the past is being read */
  #pending: Report[] = [];
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

  /** Reads once more what a run left that has ended: of reports that follow quickly not all are told. */
  ended(at: string | undefined): Promise<void> {
    if (this.#ended === at) return this.load();
    this.#ended = at;
    const again = () => {
      this.stale();
      return this.load();
    };
    return this.#reading ? this.load().then(again) : again();
  }

  report(report: Report): void {
    if (!this.#loaded || this.#reading) this.#pending.push(report);
    if (!this.#loaded) return;
    this.#store.add(report);
    this.#version++;
  }

  sample(sample: Sample): void {
    if (!this.#loaded || this.#reading) this.#pendingSamples.push(sample);
    if (this.#loaded) this.#samples = withSample(this.#samples, sample);
  }

  async #read(): Promise<void> {
    this.#reading = true;
    const [metrics, said] = await Promise.all([
      client.request('runs.metrics', { id: this.id, points: LOADED_POINTS }),
      client.request('runs.samples', { id: this.id }),
    ]).finally(() => (this.#reading = false));
    const store = new CurveStore();
    for (const report of metrics.reports) store.add(report);
    for (const report of this.#pending) if (report.step > store.lastStep) store.add(report);
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
