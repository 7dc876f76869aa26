import { Chart, LinearScale, LineController, LineElement, LogarithmicScale, PointElement, Tooltip } from 'chart.js';
import zoom from 'chartjs-plugin-zoom';
import { decimate, type Point } from '../../lib/decimate.ts';
import './each-nearest.ts';
import { annotate, annotations, endRoom } from './annotations.ts';
import { listenToGestures } from './gestures.ts';
import { readLook, type Look } from './look.ts';
import { datasetOf, isPoint, optionsOf } from './options.ts';
import type { ChartContent } from './types.ts';

Chart.register(LineController, LineElement, PointElement, LinearScale, LogarithmicScale, Tooltip, zoom, annotations);

const KEY_ZOOM = 1.3;
const KEY_PAN = 60;

type LineChart = Chart<'line', Point[]>;

/** Whether two contents differ in nothing but the points of their curves and their marks. */
function sameFrame(a: ChartContent, b: ChartContent): boolean {
  const told = ({ series, x, y, zoomable }: ChartContent) =>
    JSON.stringify([x, y, zoomable, series.map(({ columns, ...rest }) => [rest, isPoint({ columns })])]);
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
  #letGo: () => void;

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
    this.#letGo = listenToGestures(canvas, {
      pan: (x) => this.#content?.zoomable && this.#chart.pan({ x }),
      zoom: (x, at) => this.#content?.zoomable && this.#chart.zoom({ x, focalPoint: { x: at, y: 0 } }),
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
    this.#letGo();
    this.#resizing.disconnect();
    this.#chart.destroy();
  }

  /** All but the points. Chart.js then resolves every option anew, which each report is not to pay for. */
  #frame(content: ChartContent): void {
    const room = endRoom(this.#chart.ctx, content, this.#look);
    const options = optionsOf(content, this.#look, room, () => this.#moved());
    if (this.#zoomed) {
      const { min, max } = this.#chart.scales.x;
      Object.assign(options.scales?.x ?? {}, { min, max });
    }
    this.#chart.options = options;
    this.#chart.data.datasets = content.series.map((one) => datasetOf(one, this.#look));
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
}
