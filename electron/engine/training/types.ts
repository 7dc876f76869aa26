import type { Hyperparameters } from '../../contract/hyperparameters.ts';
import type { Pin } from '../../contract/lesson.ts';
import type { Best, Engine, Report, Sample } from '../../contract/run.ts';
import type { DataCursor } from '../data/index.ts';
import type { Kernels } from '../kernels/kernels.ts';
import type { LanguageModel, StepMetrics } from '../model/index.ts';
import type { NumberedText } from '../text/vocabulary/unknown-symbols.ts';
import type { LossGuardState } from './guards.ts';
import type { IntervalSums } from './meters.ts';
import type { ScheduleState } from './schedule.ts';

/** A named array of a checkpoint. */
export interface NamedArray {
  readonly shape: number[];
  readonly data: Float32Array;
}
export type NamedArrays = Record<string, NamedArray>;

/** All of a run that is not arrays, as plain JSON. */
export interface LoopState {
  readonly step: number;
  /** training time over all sessions */
  readonly seconds: number;
  readonly data: DataCursor;
  readonly schedule: ScheduleState;
  readonly guard: LossGuardState;
  /** sums since the last report that were read from the device, and those still there */
  readonly interval: IntervalSums;
  readonly pending: StepMetrics;
  /** sums since the last evaluation */
  readonly sinceEvaluation: IntervalSums;
  readonly best?: Best;
  readonly lastValidationLoss?: number;
  readonly lastReport?: Report;
}

/** Everything that a run needs to go on as if it had never stopped. */
export interface CheckpointState {
  readonly step: number;
  readonly weights: NamedArrays;
  /** slots of the optimiser; for sequences also the carried state, `carried/0`, `carried/1`, … */
  readonly optimizer: NamedArrays;
  readonly state: LoopState;
}

/** Where a run's products go. The engine knows no folder. */
export interface TrainingSink {
  /**
   * One line of the metrics, in order of steps.
   * @param live whether it is worth telling by now, with those since the last that was: 10 times a second, the last one always
   */
  report(report: Report, live: boolean): void;
  /** How far it is, and after how many seconds of training, about once a second while no report says it. */
  reached?(step: number, seconds: number): void;
  /** `story` is empty at reports between two stories. */
  sample(sample: Sample): void;
  /** Keeps a checkpoint, whose arrays are read as they are asked for; training waits for it. After a resume, lines of metrics beyond its step are to be dropped. */
  checkpoint(checkpoint: CheckpointState, info: { best: boolean }): Promise<void>;
  /** Weights of the checkpoint of that step, the best one, when they shall become the model; nothing where it is damaged. */
  readBest(step: number): Promise<NamedArrays | undefined>;
}

/** A class that follows a training. It changes nothing that is learnt. */
export interface Following {
  /** contexts whose chances each sample tells */
  pins(): readonly Pin[];
  /** whether the training is slowed: every report is then worth sending on, and each sample has its checkpoint */
  slowed(): boolean;
  /** called after each sample; resolves when the training may go on */
  rest(step: number): Promise<void>;
}

/** The whole text, of which a part is kept for validation where that is asked for, and what is made of it. */
export interface TrainingOptions extends NumberedText {
  /** where each of its sources begins, the first at 0; without it, the text is of one source */
  readonly starts?: readonly number[];
  readonly hyperparameters: Hyperparameters;
  readonly kernels: Kernels;
  /** where they compute */
  readonly device?: Engine['device'];
  /** the weights that it begins with, where those are not by chance of its seed */
  readonly first?: NamedArrays;
  readonly resume?: CheckpointState;
  readonly sink: TrainingSink;
  readonly following?: Following;
  /** is told in English what the engine does otherwise than it would */
  readonly log?: (line: string) => void;
  readonly signal: { requested(): 'stop' | 'pause' | undefined };
}

export interface TrainingResult {
  readonly ended: 'done' | 'stopped' | 'paused';
  readonly step: number;
  readonly seconds: number;
  /** the caller disposes it */
  readonly model: LanguageModel;
  /** step whose weights the model holds: that of the best checkpoint where it is clearly better, else `step` */
  readonly modelStep: number;
  readonly best?: Best;
  readonly last?: Report;
}
