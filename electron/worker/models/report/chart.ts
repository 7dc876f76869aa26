import { axisOver, perplexityTicks, stepAxis, type Axis } from './axis.ts';
import type { Curve, Measured, Point } from './curve.ts';
import { markup, type Markup } from './markup.ts';

/** A curve of a chart; how it is drawn is known by its class. */
export interface Drawn {
  readonly curve: Curve;
  readonly look: 'training' | 'validation';
}

/** What is drawn, and what it says. */
export interface Chart {
  readonly id: string;
  readonly title: string;
  /** the same in sentences */
  readonly description: string;
  readonly curves: readonly Drawn[];
  /** of a measure between 0 and 1; else of a loss, with its perplexities at the right */
  readonly isShare: boolean;
  /** what guessing would cost */
  readonly chance?: number;
  readonly lastStep: number;
  /** steps at which a story was told, in their order */
  readonly stories: readonly number[];
  /** the step of the model, where it is not the last */
  readonly model?: number;
  readonly words: { readonly left: string; readonly right?: string; readonly step: string };
  /** a number of an axis: of the left one, and a plain one */
  readonly figure: (value: number) => string;
  readonly count: (value: number) => string;
}

/** A drawing in pixels, shown where there is room for it: then nothing in it is smaller than it was set. */
export interface Size {
  readonly width: number;
  readonly height: number;
}
/** For a page, for A4 and Letter, for half a window, and for phones, the widest first. */
export const sizes: readonly Size[] = [
  { width: 720, height: 280 },
  { width: 640, height: 270 },
  { width: 500, height: 260 },
  { width: 400, height: 260 },
  { width: 340, height: 250 },
  { width: 280, height: 240 },
];

/** Room round the curves: for figures, titles and the marks of stories. */
const ROOM = { top: 26, right: 46, bottom: 40, left: 44 };
/** Between two figures of the right axis, two at the axis of steps, and two numbers of stories, in pixels. */
const GAPS = { perplexity: 16, step: 80, story: 18 };
/** What the numbers of the stories need below the axis, each in a ring, so that none is read as a step. */
const STORY_ROOM = 22;
const RING = 7.5;

const round = (value: number): number => Math.round(value * 10) / 10;

/** The line through the points, broken where one is missing; a point that stands alone is a dot. */
function lineOf(points: readonly Point[], look: string, place: (point: Measured) => string): Markup[] {
  const stretches: string[][] = [[]];
  for (const { x, y } of points) {
    if (y === undefined) stretches.push([]);
    else stretches[stretches.length - 1].push(place({ x, y }));
  }
  return stretches
    .filter((stretch) => stretch.length > 0)
    .map((stretch) => {
      if (stretch.length > 1) return markup`<path class="${look}" d="M${stretch.join('L')}"/>`;
      const [cx, cy] = stretch[0].split(' ');
      return markup`<circle class="${look}" cx="${cx}" cy="${cy}" r="2"/>`;
    });
}

/** The upright axis: all of the curves and the line of chance. */
function uprightAxis({ curves, isShare, chance }: Chart): Axis {
  const ends = curves.flatMap(({ curve }) => curve.ends ?? []);
  const low = isShare ? 0 : Math.min(...ends.map(({ lowest }) => lowest.y));
  const high = Math.max(...ends.map(({ highest }) => highest.y), chance ?? 0);
  if (isShare && high > 0.5) return { from: 0, to: 1, ticks: [0, 0.25, 0.5, 0.75, 1] };
  return axisOver(low, high, 5);
}

/** Draws a chart as SVG that needs no script. */
export function drawChart(chart: Chart, { width, height }: Size): Markup {
  const { id, title, description, stories, model, words, figure, count } = chart;
  const [left, right] = [ROOM.left, width - ROOM.right];
  const [top, bottom] = [ROOM.top, height - ROOM.bottom - (stories.length > 0 ? STORY_ROOM : 0)];
  const steps = stepAxis(0, chart.lastStep, (right - left) / GAPS.step);
  const axis = uprightAxis(chart);
  const x = (step: number) => left + ((right - left) * (step - steps.from)) / (steps.to - steps.from);
  const y = (value: number) => bottom - ((bottom - top) * (value - axis.from)) / (axis.to - axis.from);
  const gap = (GAPS.perplexity * (axis.to - axis.from)) / (bottom - top);
  const place = (point: Measured) => `${round(x(point.x))} ${round(y(point.y))}`;
  const lines = chart.curves.map(({ curve, look }) => lineOf(curve.thinned((right - left) / 4), look, place));
  let free = -Infinity;
  const marks = stories.map((step, at) => {
    const across = round(x(step));
    const roomy = across - free >= GAPS.story;
    if (roomy) free = across;
    return markup`<path class="story-mark" d="M${across} ${bottom}v5"/>${
      roomy
        ? markup`<rect class="story-mark" x="${round(across - RING)}" y="${bottom + 5}" width="${2 * RING}" height="${2 * RING}" rx="${RING}"/><text class="story-number" x="${across}" y="${bottom + 16.5}" text-anchor="middle">${at + 1}</text>`
        : ''
    }`;
  });
  const under = bottom + (stories.length > 0 ? STORY_ROOM : 0);
  return markup`<svg class="of-${width}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-${width}-title ${id}-${width}-desc">
<title id="${id}-${width}-title">${title}</title>
<desc id="${id}-${width}-desc">${description}</desc>
<g class="grid">${axis.ticks.map((tick) => markup`<path d="M${left} ${round(y(tick))}H${right}"/>`)}</g>
<g class="figures">${axis.ticks.map(
    (tick) => markup`<text x="${left - 6}" y="${round(y(tick) + 4)}" text-anchor="end">${figure(tick)}</text>`,
  )}${words.right && perplexityTicks(axis, gap).map(({ loss, perplexity }) => markup`<text x="${right + 6}" y="${round(y(loss) + 4)}">${count(perplexity)}</text>`)}${steps.ticks.map(
    (tick) => markup`<text x="${round(x(tick))}" y="${under + 18}" text-anchor="middle">${count(tick)}</text>`,
  )}<text class="axis" x="${left - 38}" y="12">${words.left}</text>${words.right && markup`<text class="axis" x="${right + ROOM.right - 2}" y="12" text-anchor="end">${words.right}</text>`}<text class="axis" x="${right}" y="${under + 34}" text-anchor="end">${words.step}</text></g>
${chart.chance === undefined ? '' : markup`<path class="chance" d="M${left} ${round(y(chart.chance))}H${right}"/>`}
${model === undefined ? '' : markup`<path class="model-mark" d="M${round(x(model))} ${top}V${bottom}"/>`}
<path class="base" d="M${left} ${bottom}H${right}"/>
${lines}
${marks}
</svg>`;
}
