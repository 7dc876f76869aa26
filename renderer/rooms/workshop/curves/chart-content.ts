import type { ChartAxis, ChartMark, ChartSeries } from '../../../components/chart/types.ts';
import { cutMiddle } from '../../../lib/cut-middle.ts';
import type { CurveName } from '../../../lib/curve-store.ts';
import type { Columns } from '../../../lib/decimate.ts';
import { TrackedCurve, weightFor, type Tracked } from './tracked-curve.ts';
import type { Measure, OverlayColour } from './view.svelte.ts';

const NAMES = {
  loss: { training: 'loss', validation: 'validationLoss' },
  accuracy: { training: 'accuracy', validation: 'validationAccuracy' },
  perplexity: { training: 'perplexity', validation: 'validationPerplexity' },
} as const satisfies Record<Measure, { training: CurveName; validation: CurveName }>;

/** The longest name beside a curve's end. */
const LONGEST_END = 18;
/** A linear axis of perplexity ends at this multiple of the lowest point, lest the first reports hide the rest. */
const PERPLEXITY_SPAN = 12;

/** A run as the chart draws it. */
export interface DrawnRun {
  readonly id: string;
  readonly label: string;
  readonly colour: 1 | OverlayColour;
  columns(name: CurveName): Columns;
}

export interface Look {
  readonly measure: Measure;
  readonly smoothing: number;
  readonly log: boolean;
  readonly training: boolean;
  readonly validation: boolean;
}

export interface Words {
  readonly training: string;
  readonly validation: string;
  /** training before smoothing */
  readonly measured: string;
}

/** What each overlay is known by beside its colour, whatever of it is drawn. */
const MARKS = {
  2: { dash: 'long', marker: 'circle' },
  3: { dash: 'dot', marker: 'triangle' },
  4: { dash: 'dashDot', marker: 'rect' },
  5: { dash: 'short', marker: 'rectRot' },
  6: { dash: 'dashDots', marker: 'crossRot' },
} as const satisfies Record<OverlayColour, Pick<ChartSeries, 'dash' | 'marker'>>;

/** Makes the chart's curves; keeps what it has smoothed from one drawing to the next. */
export class ChartContents {
  #tracked = new Map<string, TrackedCurve>();

  #track(run: DrawnRun, name: CurveName, smoothing: number): Tracked {
    const key = `${run.id} ${name}`;
    let tracked = this.#tracked.get(key);
    if (!tracked) this.#tracked.set(key, (tracked = new TrackedCurve()));
    const columns = run.columns(name);
    return tracked.of(columns, weightFor(smoothing, columns.length));
  }

  /** The run in view: smoothed, validation dashed, the measured curve pale behind. The first is drawn on top. */
  own(run: DrawnRun, look: Look, words: Words): { series: ChartSeries[]; extents: Tracked[] } {
    const { training, validation } = NAMES[look.measure];
    const learnt = this.#track(run, training, look.smoothing);
    const validated = this.#track(run, validation, 0);
    const series: ChartSeries[] = [];
    if (look.training)
      series.push({ id: run.id, label: words.training, columns: learnt.columns, colour: 1, end: words.training });
    if (look.validation && validated.columns.length > 0)
      series.push({
        id: `${run.id}-validation`,
        label: words.validation,
        columns: validated.columns,
        colour: 1,
        dash: 'dash',
        end: words.validation,
      });
    if (look.training && look.smoothing > 0) {
      const measured = { label: words.measured, columns: run.columns(training), colour: 1, faint: true } as const;
      series.push({ id: `${run.id}-raw`, ...measured });
    }
    return { series, extents: [learnt, validated] };
  }

  /** A run laid over: its validation, or its training where nothing was held out. */
  overlay(run: DrawnRun, look: Look, words: Words): { series: ChartSeries[]; extents: Tracked[] } {
    const { training, validation } = NAMES[look.measure];
    const validated = this.#track(run, validation, 0);
    const shown = validated.columns.length > 1 ? validated : this.#track(run, training, look.smoothing);
    const label = `${run.label}, ${shown === validated ? words.validation : words.training}`;
    const { id, colour } = run;
    const end = cutMiddle(run.label, LONGEST_END);
    const marks = colour === 1 ? {} : MARKS[colour];
    return { series: [{ id, label, columns: shown.columns, colour, ...marks, end }], extents: [shown] };
  }
}

/** Ends of a linear axis on round figures, with room for a label above the highest. */
function rounded(low: number, high: number, level: number): ChartAxis {
  const rough = (high - low) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  const maximum = Math.ceil(Math.max(high, level + 0.05 * (high - low)) / step) * step;
  return { minimum: Number((Math.floor(low / step) * step).toPrecision(6)), maximum: Number(maximum.toPrecision(6)) };
}

/** The upright axis: all of the curves and the line of chance, from zero where that costs no room. */
export function uprightAxis(extents: readonly Tracked[], chance: number | undefined, look: Look): ChartAxis {
  const lows = extents.map(({ low }) => low).filter(Number.isFinite);
  const highs = extents.map(({ high }) => high).filter(Number.isFinite);
  const low = Math.min(...lows, ...(lows.length ? [] : [0]));
  let high = Math.max(...highs, chance ?? 0);
  if (look.measure === 'accuracy') {
    const top = Math.min(1, Math.max(0.05, high * 1.12));
    return look.log
      ? { log: true, minimum: Math.max(0.001, low * 0.9 || 0.01), maximum: top }
      : { minimum: 0, maximum: top };
  }
  if (!(high > 0)) high = 1;
  if (look.log) return { log: true, minimum: Math.max(1e-4, (low > 0 ? low : high / 10) * 0.9), maximum: high * 1.1 };
  if (look.measure === 'perplexity' && lows.length) high = Math.min(high, Math.max(PERPLEXITY_SPAN * low, 5));
  return rounded(low > 0.4 * high ? 0.95 * low : 0, high, Math.min(chance ?? 0, high));
}

/** What guessing costs among so many symbols, and what the preceding symbols decide at best. */
export function levelOf(
  measure: Measure,
  vocabularySize: number | undefined,
  ceiling: number | undefined,
): number | undefined {
  if (measure === 'accuracy') return ceiling;
  if (!vocabularySize) return undefined;
  return measure === 'loss' ? Math.log(vocabularySize) : vocabularySize;
}

/** A line at a level, and one at the step of a report that somebody went back to. */
export function marksOf(level: number | undefined, label: string, step: number | undefined): ChartMark[] {
  return [...(level === undefined ? [] : [{ y: level, label }]), ...(step === undefined ? [] : [{ x: step }])];
}
