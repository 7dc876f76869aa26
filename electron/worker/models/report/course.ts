import { reportSchema, type Report, type Sample } from '../../../contract/run.ts';
import type { LeavingRun } from '../../../engine/formats/index.ts';
import { Curve } from './curve.ts';
import { Newest, Spread } from './spread.ts';

/** Rows of the table of figures, about. */
const ROWS = 24;
/** Reports that a verdict looks at: the newest closely, some of all, and those with a validation. */
const NEWEST = 60;
const SPREAD = 240;
const VALIDATED = 200;
/** Stories are spread among at least so many. */
const STORIES = 8;

export const curveNames = ['loss', 'validationLoss', 'accuracy', 'validationAccuracy'] as const;
export type CurveName = (typeof curveNames)[number];

/** How a run went, whatever its length, in bounded memory but for the numbers of its curves. */
export interface Course {
  readonly curves: Readonly<Record<CurveName, Curve>>;
  /** some reports, by rising step */
  readonly rows: readonly Report[];
  /** enough reports for a verdict */
  readonly telling: readonly Report[];
  readonly stories: readonly Sample[];
  /** how many stories were told in all */
  readonly told: number;
  /** the newest with predictions */
  readonly predicted?: Sample;
  /** the first and the newest with pinned contexts */
  readonly pinned: readonly Sample[];
}

type Reports = Pick<Course, 'curves' | 'rows' | 'telling'>;
type Samples = Omit<Course, keyof Reports>;

async function readReports({ reports }: LeavingRun, signal: AbortSignal): Promise<Reports> {
  const curves: Record<CurveName, Curve> = {
    loss: new Curve(),
    validationLoss: new Curve(),
    accuracy: new Curve(),
    validationAccuracy: new Curve(),
  };
  const rows = new Spread<Report>(ROWS);
  const some = new Spread<Report>(SPREAD);
  const [newest, validated] = [new Newest<Report>(NEWEST), new Newest<Report>(VALIDATED)];
  for await (const report of reports()) {
    signal.throwIfAborted();
    for (const name of curveNames) curves[name].add(report.step, report[name]);
    for (const kept of [rows, some, newest]) kept.add(report);
    if (report.validationLoss != null) validated.add(report);
  }
  // they come as they stand in the file
  const whole = (kept: readonly Report[]) => kept.filter((report) => reportSchema.safeParse(report).success);
  const telling = new Set([...some.things, ...validated.things, ...newest.things]);
  return { curves, rows: whole(rows.things), telling: whole([...telling].sort((a, b) => a.step - b.step)) };
}

async function readSamples({ samples }: LeavingRun, signal: AbortSignal): Promise<Samples> {
  const stories = new Spread<Sample>(STORIES);
  let [predicted, first, last]: (Sample | undefined)[] = [];
  for await (const sample of samples()) {
    signal.throwIfAborted();
    if (sample.story !== '') stories.add(sample);
    if (sample.predictions.length > 0) predicted = sample;
    if (!sample.pinned?.length) continue;
    first ??= sample;
    last = sample;
  }
  const pinned = first && last ? [first, last] : [];
  return { stories: stories.things, told: stories.count, predicted, pinned };
}

/** Reads once what a run measured and said. @throws AbortError */
export const courseOf = async (run: LeavingRun, signal: AbortSignal): Promise<Course> => ({
  ...(await readReports(run, signal)),
  ...(await readSamples(run, signal)),
});
