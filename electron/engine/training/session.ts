import { performance } from 'node:perf_hooks';
import { validates, type Hyperparameters } from '../../contract/hyperparameters.ts';
import type { Best, Report, Sample } from '../../contract/run.ts';
import { createDataOrder, partsForTraining, type DataOrder, type Ids, type Stretch } from '../data/index.ts';
import {
  disposeState,
  forgetLanes,
  LanguageModel,
  modelConfig,
  Optimizer,
  optimizerSettings,
  type ModelState,
} from '../model/index.ts';
import { Random } from '../random.ts';
import type { Breath } from './breath.ts';
import { Candidates } from './candidates.ts';
import { dueAfter, stretchOf, type Due } from './cadence.ts';
import { assignAll, capture, restore } from './checkpoint.ts';
import { compileSteps } from './compile-steps.ts';
import { validate, validatedText } from './evaluation.ts';
import { freeLargeArrays } from '../free-arrays.ts';
import { LossGuard, requireFinite } from './guards.ts';
import { requireMemory } from './memory.ts';
import { IntervalMeter, Pace } from './meters.ts';
import { PinnedContexts } from './pinned-contexts.ts';
import { reportOf, type Validated } from './report.ts';
import type { PredictedText } from '../text/vocabulary/predicted-text.ts';
import { SampleMaker } from './samples.ts';
import { Schedule } from './schedule.ts';
import { STREAM } from './streams.ts';
import type { CheckpointState, Following, LoopState, NamedArrays, TrainingOptions } from './types.ts';

/** What one step left, beside the changed weights. */
export interface StepOutcome {
  readonly due: Due;
  readonly report?: Report;
  readonly sample?: Sample;
  /** the validation just made was the best so far */
  readonly improved: boolean;
}

const longest = (stretches: readonly Stretch[]): Stretch =>
  stretches.reduce((a, b) => (b.end - b.start > a.end - a.start ? b : a));

/** One stretch of a run in this process: the network and everything that moves with it. */
export class TrainingSession {
  readonly model: LanguageModel;
  step = 0;
  best: Best | undefined;
  lastValidationLoss: number | undefined;
  lastReport: Report | undefined;
  private readonly h: Hyperparameters;
  private readonly optimizer: Optimizer;
  private readonly order: DataOrder;
  private readonly candidates: Candidates;
  private readonly ids: Ids;
  private readonly validation: readonly Stretch[];
  private readonly validated: PredictedText | undefined;
  private readonly schedule: Schedule;
  private readonly guard: LossGuard;
  private readonly interval = new IntervalMeter();
  private readonly sinceEvaluation = new IntervalMeter();
  private readonly samples: SampleMaker;
  private readonly pinned: PinnedContexts;
  private readonly following: Following | undefined;
  private readonly dueAfter: (step: number) => Due;
  private readonly random: Random;
  private readonly breath: Breath;
  private readonly pace: Pace;
  private carried: ModelState | null = null;
  private symbols = 0;
  private secondsBefore = 0;
  private began = performance.now();

  /**
   * @throws AesopError `text-too-short`, `source-unknown`, `memory-short`; RangeError where the checkpoint belongs to other
   * settings
   */
  constructor(options: TrainingOptions, breath: Breath) {
    const { ids, starts, vocabulary, hyperparameters: h, kernels, first, resume } = options;
    const { training, validation } = partsForTraining(ids, h, starts);
    requireMemory(h, vocabulary.size, ids.length, options.device);
    this.h = h;
    this.breath = breath;
    this.ids = ids;
    this.validation = validation;
    if (validates(h)) this.validated = validatedText(options, validation, h);
    this.random = new Random(h.seed);
    this.order = createDataOrder(ids, training, h, this.random.fork(STREAM.data));
    this.schedule = new Schedule(h);
    this.guard = new LossGuard(vocabulary.size, h.warmupSteps);
    this.dueAfter = dueAfter(h);
    const config = modelConfig(h, vocabulary.size);
    this.model = resume
      ? LanguageModel.blank(config, kernels)
      : LanguageModel.create(config, kernels, this.random.fork(STREAM.weights));
    this.optimizer = Optimizer.create(optimizerSettings(h), this.model);
    const { start, end } = longest(training);
    this.samples = new SampleMaker(this.model, options, h, { start, end });
    this.pinned = new PinnedContexts(this.model, vocabulary, ids);
    this.following = options.following;
    if (resume) this.restore(resume);
    else if (first) assignAll(this.model.parameters, first);
    this.candidates = new Candidates(this.model.config, h, ids, training, this.random.fork(STREAM.candidates));
    freeLargeArrays(this.model.parameterCount);
    compileSteps(this.model, this.optimizer, this.candidates.shapes(this.order.shapes()), options.log);
    this.pace = new Pace(this.step, this.secondsBefore, stretchOf(h));
  }

  /** Training time so far, over all sessions. */
  get seconds(): number {
    return this.secondsBefore + (performance.now() - this.began) / 1000;
  }

  get learningRate(): number {
    return this.schedule.learningRate(Math.max(1, this.step));
  }

  /** What is said of pinned contexts before the first step, by chance; nothing where none is pinned. */
  beforeFirst(): Sample | undefined {
    const said = this.step === 0 ? this.saidOfPins() : {};
    return said.pinned && { step: 0, predictions: [], prompt: '', story: '', ...said };
  }

  /** Takes time in which nobody trained out of the training time. */
  rested(milliseconds: number): void {
    this.began += milliseconds;
  }

  /**
   * Makes one step, and what is due after it.
   * @throws AesopError `loss-not-finite`, `loss-exploded`
   */
  async advance(): Promise<StepOutcome> {
    const batch = this.order.next();
    const step = this.step + 1;
    const due = this.dueAfter(step);
    if (batch.fresh) disposeState(this.carried);
    const carried = batch.fresh ? null : this.carried;
    const before = carried && batch.anew ? forgetLanes(this.model.kernels, carried, batch.anew) : carried;
    this.carried = before;
    const showing = due.predictions || due.story;
    const predictions = showing ? this.samples.predictions(batch, before) : [];
    const seed = this.h.dropout > 0 ? this.random.fork(STREAM.dropout).fork(step).uint32() : 0;
    const learningRate = this.schedule.learningRate(step);
    this.carried = this.model.trainStep(this.candidates.of(batch, step), before, this.optimizer, learningRate, seed);
    this.step = step;
    this.symbols += batch.lanes * (this.h.context === 'window' ? 1 : batch.time);
    const gradientNorm = due.read ? this.readMetrics(learningRate) : null;
    const validated = due.evaluate ? await this.evaluate() : undefined;
    const report = due.report ? this.makeReport(learningRate, gradientNorm, validated) : undefined;
    const story = due.story ? await this.samples.story(step, this.breath) : { prompt: '', story: '' };
    const sample = showing ? { step, predictions, ...story, ...this.saidOfPins() } : undefined;
    return { due, report, sample, improved: validated !== undefined && this.best?.step === step };
  }

  /** Everything that lasts, to be written down before the next step. */
  capture(): CheckpointState {
    const state: LoopState = {
      step: this.step,
      seconds: this.seconds,
      data: this.order.cursor(),
      schedule: this.schedule.state(),
      guard: this.guard.state(),
      interval: this.interval.state(),
      sinceEvaluation: this.sinceEvaluation.state(),
      pending: this.model.peekMetrics(),
      best: this.best,
      lastValidationLoss: this.lastValidationLoss,
      lastReport: this.lastReport,
    };
    return capture(this.model, this.optimizer, this.carried, state, this.learningRate);
  }

  /** Makes these the model's weights: the training is over. */
  adopt(weights: NamedArrays): void {
    assignAll(this.model.parameters, weights);
  }

  /** Frees all but the model. */
  dispose(): void {
    this.optimizer.dispose();
    this.model.disposeCompiled();
    disposeState(this.carried);
    this.carried = null;
    this.model.takeMetrics();
  }

  private saidOfPins(): Pick<Sample, 'pinned'> {
    const pinned = this.pinned.at(this.following?.pins() ?? []);
    return pinned.length > 0 ? { pinned } : {};
  }

  private restore(checkpoint: CheckpointState): void {
    const { state } = checkpoint;
    this.carried = restore(checkpoint, this.model, this.optimizer);
    this.model.restoreMetrics(state.pending);
    this.order.restore(state.data);
    this.schedule.restore(state.schedule);
    this.guard.restore(state.guard);
    this.interval.restore(state.interval);
    this.sinceEvaluation.restore(state.sinceEvaluation);
    this.step = state.step;
    this.secondsBefore = state.seconds;
    this.best = state.best;
    this.lastValidationLoss = state.lastValidationLoss;
    this.lastReport = state.lastReport;
  }

  private readMetrics(learningRate: number): number | null {
    const metrics = this.model.takeMetrics();
    this.guard.check(this.step, metrics, learningRate);
    this.interval.add(metrics);
    this.sinceEvaluation.add(metrics);
    return metrics.gradientNorm;
  }

  /** Validates where there is something to validate with, and tells the schedule how it goes. */
  private async evaluate(): Promise<Validated | undefined> {
    const learnt = this.sinceEvaluation.take();
    if (!validates(this.h)) {
      this.schedule.observe(this.step, learnt.loss);
      return undefined;
    }
    const means = await validate(this.model, this.ids, this.validation, this.h, this.breath);
    requireFinite(means.loss, this.step, this.learningRate);
    this.schedule.observe(this.step, means.loss);
    this.lastValidationLoss = means.loss;
    const bitsPerCharacter = this.validated?.bitsPerCharacter(means.loss) ?? null;
    if (!this.best || means.loss < this.best.validationLoss)
      this.best = { step: this.step, validationLoss: means.loss, validationBitsPerCharacter: bitsPerCharacter };
    return { ...means, bitsPerCharacter };
  }

  private makeReport(learningRate: number, gradientNorm: number | null, validated: Validated | undefined): Report {
    const { seconds, step, pace } = this;
    const learnt = this.interval.take();
    pace.mark(step, seconds, this.symbols);
    this.symbols = 0;
    const stepsLeft = this.h.steps - step;
    this.lastReport = reportOf({ step, learnt, validated, learningRate, gradientNorm, seconds, stepsLeft, pace });
    return this.lastReport;
  }
}
