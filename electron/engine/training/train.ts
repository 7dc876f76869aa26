import { performance } from 'node:perf_hooks';
import { Breath } from './breath.ts';
import { TrainingSession, type StepOutcome } from './session.ts';
import type { LoopState, TrainingOptions, TrainingResult } from './types.ts';

/** A checkpoint is written at least this often, whatever the settings say. */
const CHECKPOINT_MS = 60_000;
const LIVE_MS = 100;
/** Whoever waits hears at least this often how far it is. */
const HEARD_MS = 1000;
/** The best checkpoint becomes the model when the last validation was worse than it by this share. */
const CLEARLY_WORSE = 0.005;

/** Passes a session's products on: reports at most 10 times a second as live ones, checkpoints by step, time and merit. */
class Products {
  private lastLive = -Infinity;
  private lastHeard = performance.now();
  private lastCheckpointAt = performance.now();
  private lastCheckpointStep: number;
  private readonly session: TrainingSession;
  private readonly sink: TrainingOptions['sink'];
  private readonly following: TrainingOptions['following'];

  constructor(session: TrainingSession, { sink, following }: TrainingOptions) {
    this.session = session;
    this.sink = sink;
    this.following = following;
    this.lastCheckpointStep = session.step;
  }

  async handOver({ due, report, sample, improved }: StepOutcome, last: boolean): Promise<void> {
    if (report) {
      const live = last || this.following?.slowed() || performance.now() - this.lastLive >= LIVE_MS;
      if (live) this.lastLive = this.lastHeard = performance.now();
      this.sink.report(report, live);
    }
    if (performance.now() - this.lastHeard >= HEARD_MS) {
      this.lastHeard = performance.now();
      this.sink.reached?.(this.session.step, this.session.seconds);
    }
    if (sample) this.sink.sample(sample);
    const long = performance.now() - this.lastCheckpointAt >= CHECKPOINT_MS;
    if (due.checkpoint || improved || long) await this.checkpoint(improved);
    if (sample && !last) await this.rest();
  }

  /** Hands over what is said before the first step. */
  async begin(): Promise<void> {
    const sample = this.session.beforeFirst();
    if (!sample) return;
    this.sink.sample(sample);
    await this.rest();
  }

  /** Stands as long as whoever follows wants it, with a checkpoint to look into; that is no training time. */
  private async rest(): Promise<void> {
    if (!this.following?.slowed()) return;
    if (this.session.step > 0) await this.checkpoint();
    const since = performance.now();
    await this.following.rest(this.session.step);
    this.session.rested(performance.now() - since);
  }

  /** Writes a checkpoint unless the one of this step is there. */
  async checkpoint(best = false): Promise<void> {
    if (this.lastCheckpointStep === this.session.step) return;
    await this.sink.checkpoint(this.session.capture(), { best });
    this.lastCheckpointStep = this.session.step;
    this.lastCheckpointAt = performance.now();
  }
}

/** Validation decides which weights stay: the best ones where the last ones are clearly worse. */
export function bestIsBetter({ best, lastValidationLoss }: Pick<LoopState, 'best' | 'lastValidationLoss'>): boolean {
  if (!best || lastValidationLoss === undefined) return false;
  return lastValidationLoss > best.validationLoss * (1 + CLEARLY_WORSE);
}

async function chooseModel(session: TrainingSession, sink: TrainingOptions['sink']): Promise<number> {
  const { best, step } = session;
  if (!best || !bestIsBetter(session)) return step;
  const weights = await sink.readBest(best.step);
  if (!weights) return step;
  session.adopt(weights);
  return best.step;
}

/**
 * Trains a language model for one session of a run: from the start or from a checkpoint to the last step, or until it is
 * asked to stop or pause, which it looks at between steps. A run resumed from any of its checkpoints ends bit-identical
 * to one never interrupted (same engine, same threads).
 *
 * A run that is stopped or paused leaves a checkpoint of its last step. Where validation got clearly worse than its best,
 * the model of a run that ended or was stopped holds the best weights.
 *
 * @throws AesopError `text-too-short`, `source-unknown`, `memory-short`, `loss-not-finite`, `loss-exploded`; whatever the sink throws
 */
export async function train(options: TrainingOptions): Promise<TrainingResult> {
  const { hyperparameters, sink, signal } = options;
  const breath = new Breath();
  const session = new TrainingSession(options, breath);
  const products = new Products(session, options);
  let asked: 'stop' | 'pause' | undefined;
  try {
    await products.begin();
    while (session.step < hyperparameters.steps) {
      asked = signal.requested();
      if (asked) break;
      await products.handOver(await session.advance(), session.step === hyperparameters.steps);
      await breath.take();
    }
    if (asked) await products.checkpoint();
    const modelStep = asked === 'pause' ? session.step : await chooseModel(session, sink);
    return {
      ended: asked === undefined ? 'done' : asked === 'stop' ? 'stopped' : 'paused',
      step: session.step,
      seconds: session.seconds,
      model: session.model,
      modelStep,
      best: session.best,
      last: session.lastReport,
    };
  } catch (thrown) {
    session.model.dispose();
    throw thrown;
  } finally {
    session.dispose();
  }
}
