import type { ChartDataset, ChartOptions, ScaleOptionsByType } from 'chart.js';
import type { Point } from '../../lib/decimate.ts';
import { formatCompact } from '../../lib/format.ts';
import { dashOf, type Look } from './look.ts';
import type { ChartAxis, ChartContent, ChartSeries } from './types.ts';

const WIDE_LOG = 200;
const FEWEST_DIGITS = 3;
const MOST_DIGITS = 8;

/** Whether a curve has one point only, of which no line can be drawn. */
export const isPoint = ({ columns }: Pick<ChartSeries, 'columns'>): boolean => columns.length === 1;

/** How a curve looks; its points come later. */
export function datasetOf(series: ChartSeries, look: Look): ChartDataset<'line', Point[]> {
  const colour = look.curves[series.colour - 1];
  return {
    label: series.label,
    data: [],
    borderColor: series.faint ? `color-mix(in srgb, ${colour} 28%, transparent)` : colour,
    backgroundColor: colour,
    borderWidth: series.faint ? 1 : 1.75,
    borderDash: dashOf(series.dash),
    borderJoinStyle: 'round',
    showLine: !series.dots,
    pointRadius: series.dots ? 1.8 : isPoint(series) ? 3 : 0,
    pointBorderWidth: 0,
    pointHoverRadius: 3,
    pointHitRadius: 12,
    tension: 0,
    clip: 4,
  };
}

/** The abscissa that is read: of the curve with most points, which stands nearest to the pointer. */
const pointed = (items: readonly { parsed: { x: number | null }; dataset: { data: readonly unknown[] } }[]): number =>
  [...items].sort((a, b) => b.dataset.data.length - a.dataset.data.length)[0]?.parsed.x ?? 0;

/**
 * Everything about a chart but its curves.
 * @param room at the right, pixels
 * @param moved called while somebody zooms or pans
 */
export function optionsOf(
  { x, y, series, zoomable }: ChartContent,
  look: Look,
  room: number,
  moved: () => void,
): ChartOptions<'line'> {
  const { size, family, sheet, ink } = look;
  const at = (step: number) => `${x.label ?? ''} ${(x.format ?? formatCompact)(step)}`.trim();
  return {
    responsive: false,
    maintainAspectRatio: false,
    animation: false,
    parsing: false,
    normalized: true,
    layout: { padding: { top: 10, right: room, bottom: 0, left: 0 } },
    interaction: { mode: 'eachNearest', axis: 'x', intersect: false },
    font: { size, family },
    scales: { x: scaleOf(x, look, false), y: scaleOf(y, look, true) },
    plugins: {
      tooltip: {
        backgroundColor: ink,
        titleColor: sheet,
        bodyColor: sheet,
        cornerRadius: 4,
        displayColors: series.length > 1,
        titleFont: { size, family, weight: 'normal' },
        bodyFont: { size, family },
        callbacks: {
          title: (items) => (items.length > 0 ? at(pointed(items)) : ''),
          label: ({ dataset, parsed, chart }) => {
            const value = `${dataset.label}: ${(y.format ?? formatCompact)(parsed.y ?? 0)}`;
            const there = pointed(chart.tooltip?.dataPoints ?? []);
            return parsed.x === there ? value : `${value} (${at(parsed.x ?? 0)})`;
          },
        },
      },
      zoom: {
        limits: { x: { min: 'original', max: 'original' } },
        pan: { enabled: zoomable, mode: 'x', modifierKey: 'shift', onPan: moved },
        zoom: {
          mode: 'x',
          wheel: { enabled: zoomable, modifierKey: 'ctrl' },
          pinch: { enabled: zoomable },
          drag: { enabled: zoomable, backgroundColor: look.grid },
          onZoom: moved,
        },
      },
    },
  };
}

/** An axis of shares that ends at all of it says so. */
const QUARTERS = 0.25;
const isShare = ({ minimum, maximum }: ChartAxis): boolean => minimum === 0 && maximum === 1;

function scaleOf(axis: ChartAxis, look: Look, upright: boolean): ScaleOptionsByType<'linear'> {
  const { size, family, faint, grid, axis: line } = look;
  const shared = {
    min: axis.minimum,
    max: axis.maximum,
    border: { display: !upright, color: line },
    grid: { display: upright, color: grid, drawTicks: !upright, tickColor: line },
    title: { display: false },
    ticks: {
      color: faint,
      font: { size, family },
      padding: 6,
      maxRotation: 0,
      autoSkipPadding: upright ? 16 : 40,
      ...(isShare(axis) ? { stepSize: QUARTERS } : {}),
      callback: (value: string | number, _index: number, ticks: readonly { value: number }[]) =>
        tickText(axis, Number(value), ticks),
    },
  };
  return { type: axis.log ? 'logarithmic' : 'linear', ...shared } as unknown as ScaleOptionsByType<'linear'>;
}

/** What stands at a tick: as few digits as tell it from the others. */
export function tickText(axis: ChartAxis, value: number, ticks: readonly { value: number }[]): string | null {
  if (axis.log && !tellsDigit(axis, value)) return null;
  if (axis.format) return axis.format(value);
  if (axis.log) return formatCompact(value);
  const texts = (digits: number) => new Set(ticks.map((tick) => formatCompact(tick.value, digits)));
  let digits = FEWEST_DIGITS;
  while (digits < MOST_DIGITS && texts(digits).size < ticks.length) digits++;
  return formatCompact(value, digits);
}

/**
 * On a wide logarithmic axis only powers of ten are named, on a narrow one 1, 2 and 5. Chart.js also sets a tick at 1.5 and
 * where the axis ends, which would stand over its neighbour.
 */
function tellsDigit(axis: ChartAxis, value: number): boolean {
  const leading = value / 10 ** Math.floor(Math.log10(value) + 1e-9);
  const span = (axis.maximum ?? Infinity) / (axis.minimum ?? 1);
  return (span > WIDE_LOG ? [1] : [1, 2, 5]).some((digit) => Math.abs(leading - digit) < 1e-6);
}
