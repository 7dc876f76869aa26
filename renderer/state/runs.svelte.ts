import { SvelteMap } from 'svelte/reactivity';
import { curvesCsv } from '../../electron/contract/curves-csv.ts';
import type { Dictionary } from '../../electron/contract/dictionary.ts';
import type { Hyperparameters } from '../../electron/contract/hyperparameters.ts';
import type { LessonPace, Pin } from '../../electron/contract/lesson.ts';
import type { Attempt, Run } from '../../electron/contract/run.ts';
import type { Trace } from '../../electron/contract/trace.ts';
import { client } from '../lib/client.ts';
import { deleteWithUndo } from './delete-with-undo.ts';
import { jobs } from './jobs.svelte.ts';
import { language } from './language.svelte.ts';
import { Listed, newestFirst } from './listed.svelte.ts';
import { RunCurves } from './run-curves.svelte.ts';
import { saveAs } from './save-as.ts';
import { trouble } from './trouble.svelte.ts';

const CURVES_KEPT = 12;
/** Points of a saved curve: a run of more reports is told by fewer, its extremes among them. */
const MOST_POINTS = 10_000;
/** When something last happened to a run. */
const lastSeen = ({ endedAt, createdAt }: Run): string => endedAt ?? createdAt;
const ORDER = newestFirst(({ createdAt }: Run) => createdAt);

/**
 * State made within a $derived is none that it depends on, not under `untrack` either: who asked first would never hear
 * of a report. What a root effect makes belongs to that.
 */
function outsideOfReactions<T>(make: () => T): T {
  let made: T | undefined;
  $effect.root(() => {
    made = make();
  })();
  return made as T;
}

/** The trainings of the workspace and their live curves. */
class Runs extends Listed<'runs'> {
  #curves = new Map<string, RunCurves>();
  #measured = new SvelteMap<string, number>();

  constructor() {
    super('runs', ORDER);
  }

  /**
   * The run to show in the frame: the one under way, else one waiting, else the one that ended last, if that was by a
   * pause or a failure.
   */
  get current(): Run | undefined {
    for (const status of ['running', 'queued'] as const) {
      const found = this.list.find((run) => run.status === status);
      if (found) return found;
    }
    const [first, ...others] = this.list;
    const last = others.reduce((one, other) => (lastSeen(other) > lastSeen(one) ? other : one), first);
    return last?.status === 'paused' || last?.status === 'failed' ? last : undefined;
  }

  /** Live curves and samples of a run; the first call begins to read its past. */
  curves(id: string): RunCurves {
    let curves = this.#curves.get(id);
    if (!curves) {
      curves = outsideOfReactions(() => new RunCurves(id));
      if (this.#curves.size >= CURVES_KEPT) this.#curves.delete(this.#curves.keys().next().value as string);
      this.#curves.set(id, curves);
    }
    void curves.load().catch((error: unknown) => trouble.show(error));
    return curves;
  }

  /** How much is done of the measurement that ends a run, 0 to 1; undefined where it is not being measured. */
  measured({ id, status }: Run): number | undefined {
    return status === 'running' ? this.#measured.get(id) : undefined;
  }

  override receive(list: readonly Run[]): void {
    super.receive([...list].sort(ORDER));
    // what goes on says so again; an end may have been missed
    this.#measured.clear();
    for (const curves of this.#curves.values()) {
      curves.stale();
      void curves.load().catch((error: unknown) => trouble.show(error));
    }
  }

  override listen(): void {
    super.listen();
    client.on('runs.removed', ({ id }) => {
      this.#curves.delete(id);
      this.#measured.delete(id);
    });
    client.on('runs.measuring', ({ id, fraction }) => this.#measured.set(id, fraction));
    client.on('runs.changed', ({ run }) => {
      if (run.status === 'running') return;
      this.#measured.delete(run.id);
      this.#curves
        .get(run.id)
        ?.ended(run.endedAt)
        .catch((error: unknown) => trouble.show(error));
    });
    client.on('runs.report', ({ id, ...told }) => {
      this.#curves
        .get(id)
        ?.report(told)
        .catch((error: unknown) => trouble.show(error));
      const { report } = told;
      const run = this.byId(id);
      if (run) this.put({ ...run, step: report.step, seconds: report.seconds, last: report });
    });
    client.on('runs.step', ({ id, step, seconds }) => {
      const run = this.byId(id);
      // said late, it must not take back what a report or the end has told
      if (run?.status === 'running' && step > run.step) this.put({ ...run, step, seconds });
    });
    client.on('runs.sample', ({ id, sample }) => this.#curves.get(id)?.sample(sample));
  }

  async start(input: {
    corpus: string;
    name?: string;
    preset?: string;
    /** the model that it learns on from */
    base?: string;
    hyperparameters: Partial<Hyperparameters>;
    pins?: readonly Pin[];
  }): Promise<Run> {
    const run = await client.request('runs.start', {
      ...input,
      pins: [...(input.pins ?? [])],
      language: language.current,
    });
    this.put(run);
    return run;
  }

  /** Checkpoints and waits. */
  async pause(id: string): Promise<void> {
    await client.request('runs.pause', { id });
  }

  /** Goes on from the last checkpoint, to more steps on wish. */
  async resume(id: string, steps?: number): Promise<void> {
    this.put(await client.request('runs.resume', { id, steps }));
  }

  /** Ends the run and keeps a model of it; of one that is not under way, a model is made of its checkpoints. */
  async stop(id: string): Promise<void> {
    const { job } = await client.request('runs.stop', { id });
    if (job !== undefined) await jobs.end(job);
  }

  /** Tells a first line on with what the run has learnt so far. */
  attempt(id: string, prompt: string): Promise<Attempt> {
    return client.request('runs.attempt', { id, prompt });
  }

  /** How a run goes on from report to report. */
  async pace(id: string, pace: LessonPace): Promise<void> {
    this.put(await client.request('runs.pace', { id, pace }));
  }

  /** Lets a run go on that stands at a report. */
  async next(id: string): Promise<void> {
    await client.request('runs.next', { id });
  }

  /** Follows a context from the next report on. */
  async pin(id: string, pin: Pin): Promise<void> {
    this.put(await client.request('runs.pin', { id, pin }));
  }

  async unpin(id: string, text: string): Promise<void> {
    this.put(await client.request('runs.unpin', { id, text }));
  }

  /** The numbers that its text was made of. */
  dictionary(id: string): Promise<Dictionary> {
    return client.request('runs.dictionary', { id });
  }

  /** How a context becomes chances, by the checkpoint nearest to a step; at step 0, before anything was learnt. */
  trace(id: string, step: number, pin: Pin): Promise<Trace> {
    return client.request('runs.trace', { id, step, pin });
  }

  async rename(id: string, name: string): Promise<void> {
    this.put(await client.request('runs.rename', { id, name }));
  }

  /**
   * Saves what a run reported as a table: where the person says, or into the browser's downloads.
   * @returns the name it has there; undefined where the person thought better of it
   */
  async saveCurves({ id, name: run }: Pick<Run, 'id' | 'name'>): Promise<string | undefined> {
    const { reports } = await client.request('runs.metrics', { id, points: MOST_POINTS });
    const name = `${run}.csv`;
    return saveAs({ name, type: 'table' }, (target) =>
      client.request('stories.save', { name, text: curvesCsv(reports), target }),
    );
  }

  /** Deletes at once and offers to undo it. */
  delete(id: string): Promise<void> {
    return deleteWithUndo('runs', id, this.byId(id)?.name ?? id);
  }
}

export const runs = new Runs();
