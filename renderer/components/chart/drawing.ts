import {
  Chart,
  LinearScale,
  LineController,
  LineElement,
  LogarithmicScale,
  PointElement,
  Tooltip,
  type ChartDataset,
  type ChartOptions,
  type ScaleOptionsByType,
} from 'chart.js';
import zoom from 'chartjs-plugin-zoom';
import { decimate, type Point } from '../../lib/decimate.ts';
import { formatCompact } from '../../lib/format.ts';
import { annotate, annotations, endRoom } from './annotations.ts';
import { dashOf, readLook, type Look } from './look.ts';
import type { ChartAxis, ChartContent, ChartSeries } from './types.ts';

Chart.register(LineController, LineElement, PointElement, LinearScale, LogarithmicScale, Tooltip, zoom, annotations);

const WIDE_LOG = 200;
const KEY_ZOOM = 1.3;
const KEY_PAN = 60;

type LineChart = Chart<'line', Point[]>;

/** Whether two contents differ in nothing but the points of their curves and their marks. */
function sameFrame(a: ChartContent, b: ChartContent): boolean {
  const told = ({ series, x, y, zoomable }: ChartContent) =>
    JSON.stringify([x, y, zoomable, series.map(({ columns: _, ...rest }) => rest)]);
  return a.x.format === b.x.format && a.y.format === b.y.format && told(a) === told(b);
}

/** One Chart.js line chart: quick to redraw, however many points its curves have. */
export class Drawing {
  #chart: LineChart;
  #content: ChartContent | undefined;
  #look: Look;
  /** what the look was read under; reading it costs a recalculation of styles */
  #theme = '';
  #size = { width: 0, height: 0 };
  #zoomed = false;
  #onZoom: (zoomed: boolean) => void;
  #onPlot: (left: number, right: number) => void;
  #resizing: ResizeObserver;

  constructor(
    canvas: HTMLCanvasElement,
    onZoom: (zoomed: boolean) => void,
    onPlot: (left: number, right: number) => void,
  ) {
    this.#look = readLook(canvas);
    this.#onZoom = onZoom;
    this.#onPlot = onPlot;
    this.#chart = new Chart(canvas, {
      type: 'line',
      data: { datasets: [] },
      options: { responsive: false, maintainAspectRatio: false, animation: false },
    });
    this.#resizing = new ResizeObserver(([{ contentRect }]) => {
      this.#size = { width: Math.floor(contentRect.width), height: Math.floor(contentRect.height) };
      this.#fit();
    });
    this.#resizing.observe(canvas.parentElement as HTMLElement);
  }

  /**
   * Draws anew; a zoom stays until it is reset.
   * @param theme names the look on the document, which is read again when it is another than before
   */
  draw(content: ChartContent, theme: string): void {
    const anew = !this.#content || theme !== this.#theme || !sameFrame(content, this.#content);
    this.#content = content;
    if (theme !== this.#theme) this.#look = readLook(this.#chart.canvas);
    this.#theme = theme;
    if (anew) this.#frame(content);
    annotate(this.#chart as Chart, content, this.#look);
    this.#fit();
  }

  /** Shows the whole again. */
  reset(): void {
    this.#zoomed = false;
    this.#onZoom(false);
    if (!this.#content) return;
    this.#frame(this.#content);
    this.#fit();
  }

  /** Arrow keys move, plus and minus zoom, 0 shows the whole. Says whether the key was one of them. */
  press(key: string): boolean {
    if (!this.#content?.zoomable) return false;
    const actions: Record<string, () => void> = {
      ArrowLeft: () => this.#chart.pan({ x: KEY_PAN }),
      ArrowRight: () => this.#chart.pan({ x: -KEY_PAN }),
      '+': () => this.#chart.zoom(KEY_ZOOM),
      '=': () => this.#chart.zoom(KEY_ZOOM),
      '-': () => this.#chart.zoom(1 / KEY_ZOOM),
      '0': () => this.reset(),
    };
    if (!actions[key]) return false;
    actions[key]();
    return true;
  }

  destroy(): void {
    this.#resizing.disconnect();
    this.#chart.destroy();
  }

  /** All but the points. Chart.js then resolves every option anew, which each report is not to pay for. */
  #frame(content: ChartContent): void {
    const options = this.#options(content);
    if (this.#zoomed) {
      const { min, max } = this.#chart.scales.x;
      Object.assign(options.scales?.x ?? {}, { min, max });
    }
    this.#chart.options = options;
    this.#chart.data.datasets = content.series.map((one) => this.#dataset(one));
  }

  /** Takes the size of the box and draws as many points as it has pixels for. */
  #fit(): void {
    const { width, height } = this.#size;
    if (!this.#content || width === 0 || height === 0) return;
    // it reads the layout, which a report has just changed elsewhere
    if (width !== this.#chart.width || height !== this.#chart.height) this.#chart.resize(width, height);
    this.#sample();
    this.#chart.update('none');
    const { left, right } = this.#chart.chartArea;
    this.#onPlot(left, width - right);
  }

  #moved(): void {
    this.#zoomed = this.#chart.isZoomedOrPanned();
    this.#onZoom(this.#zoomed);
    this.#sample();
    this.#chart.update('none');
  }

  #sample(): void {
    const { series } = this.#content as ChartContent;
    const [from, to] = this.#visible();
    const buckets = Math.max(50, this.#chart.width);
    series.forEach(({ columns }, at) => {
      this.#chart.data.datasets[at].data = decimate(columns, from, to, buckets);
    });
  }

  #visible(): [number, number] {
    if (!this.#zoomed) return [-Infinity, Infinity];
    const { min, max } = this.#chart.scales.x;
    return [min, max];
  }

  #dataset(series: ChartSeries): ChartDataset<'line', Point[]> {
    const colour = this.#look.curves[series.colour - 1];
    return {
      label: series.label,
      data: [],
      borderColor: series.faint ? `color-mix(in srgb, ${colour} 28%, transparent)` : colour,
      backgroundColor: colour,
      borderWidth: series.faint ? 1 : 1.75,
      borderDash: dashOf(series.dash),
      borderJoinStyle: 'round',
      showLine: !series.dots,
      pointRadius: series.dots ? 1.8 : 0,
      pointBorderWidth: 0,
      pointHoverRadius: 3,
      pointHitRadius: 12,
      tension: 0,
      clip: 4,
    };
  }

  #options({ x, y, series, zoomable }: ChartContent): ChartOptions<'line'> {
    const room = endRoom(this.#chart.ctx, { series, x, y, marks: [], zoomable }, this.#look);
    const { size, family, sheet, ink } = this.#look;
    const moved = () => this.#moved();
    return {
      responsive: false,
      maintainAspectRatio: false,
      animation: false,
      parsing: false,
      normalized: true,
      layout: { padding: { top: 10, right: room, bottom: 0, left: 0 } },
      interaction: { mode: 'nearest', axis: 'x', intersect: false },
      font: { size, family },
      scales: { x: this.#scale(x, false), y: this.#scale(y, true) },
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
            title: ([item]) =>
              item ? `${x.label ?? ''} ${(x.format ?? formatCompact)(item.parsed.x ?? 0)}`.trim() : '',
            label: (item) => `${item.dataset.label}: ${(y.format ?? formatCompact)(item.parsed.y ?? 0)}`,
          },
        },
        zoom: {
          limits: { x: { min: 'original', max: 'original' } },
          pan: { enabled: zoomable, mode: 'x', modifierKey: 'shift', onPan: moved },
          zoom: {
            mode: 'x',
            wheel: { enabled: zoomable, modifierKey: 'ctrl' },
            pinch: { enabled: zoomable },
            drag: { enabled: zoomable, backgroundColor: this.#look.grid },
            onZoom: moved,
          },
        },
      },
    };
  }

  #scale(axis: ChartAxis, upright: boolean) {
    const { size, family, faint, grid, axis: line } = this.#look;
    const format = axis.format ?? formatCompact;
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
        callback: (value: string | number) => {
          const number = Number(value);
          if (!axis.log) return format(number);
          const digit = Math.round(number / 10 ** Math.floor(Math.log10(number) + 1e-9));
          return this.#tellsDigit(axis, digit) ? format(number) : null;
        },
      },
    };
    return { type: axis.log ? 'logarithmic' : 'linear', ...shared } as unknown as ScaleOptionsByType<'linear'>;
  }

  /** On a wide logarithmic axis only powers of ten are named, on a narrow one 1, 2 and 5. */
  #tellsDigit(axis: ChartAxis, digit: number): boolean {
    const span = (axis.maximum ?? Infinity) / (axis.minimum ?? 1);
    return span > WIDE_LOG ? digit === 1 : [1, 2, 5].includes(digit);
  }
}
