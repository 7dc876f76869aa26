import type { Corpus } from '../../contract/corpus.ts';
import type { Report, Run, Sample } from '../../contract/run.ts';

/** How a training is told: as lines for a person, as the article's own lines, or as JSON for a program. */
export interface TrainingLog {
  /** the text is there */
  corpus(corpus: Corpus): void;
  /** the settings are chosen; `run` has not made a step */
  planned(run: Run): void;
  /** the worker knows data and engine */
  started(run: Run): void;
  /** @param before those that came so quickly after one another that they are told with it */
  report(report: Report, before: readonly Report[]): void;
  sample(sample: Sample): void;
  /** all steps are made: how much is done of the measurement that follows, 0 to 1 */
  measuring(fraction: number): void;
  /** the run is done, stopped or paused; `modelPath` where it left a model */
  ended(run: Run, modelPath: string | undefined): void;
}
