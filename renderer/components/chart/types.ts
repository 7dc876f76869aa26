import type { Columns } from '../../lib/decimate.ts';

export type Dash = 'solid' | 'dash' | 'dot' | 'long' | 'dashDot' | 'dashDots' | 'short';
export type Marker = 'circle' | 'triangle' | 'rect' | 'rectRot' | 'crossRot';

/** One curve, told apart by colour, dash, marker and a label at its end. */
export interface ChartSeries {
  readonly id: string;
  /** in the reading under the pointer */
  readonly label: string;
  readonly columns: Columns;
  /** c1 to c6; the thing in view is always 1 */
  readonly colour: 1 | 2 | 3 | 4 | 5 | 6;
  readonly dash?: Dash;
  /** on the curve here and there; left out, none */
  readonly marker?: Marker;
  /** thin and pale, behind the others: a curve before smoothing */
  readonly faint?: boolean;
  /** points without a line */
  readonly dots?: boolean;
  /** beside its last point; left out, none */
  readonly end?: string;
}

export interface ChartAxis {
  /** a word inside the plot, at the axis's end */
  readonly label?: string;
  /** over its column of figures, where no word stands in the plot */
  readonly head?: string;
  /** the word of an abscissa at its beginning, where its end is full of points */
  readonly atStart?: boolean;
  readonly log?: boolean;
  /** left out, as the data are */
  readonly minimum?: number;
  readonly maximum?: number;
  readonly format?: (value: number) => string;
}

/** A line across the plot: at an ordinate dotted, at an abscissa in the accent, with a dot on the curve. */
export interface ChartMark {
  readonly x?: number;
  readonly y?: number;
  /** ordinate of the dot on the line of an abscissa */
  readonly dot?: number;
  readonly label?: string;
}

/** All that a drawing shows. */
export interface ChartContent {
  readonly series: readonly ChartSeries[];
  readonly x: ChartAxis;
  readonly y: ChartAxis;
  readonly marks: readonly ChartMark[];
  readonly zoomable: boolean;
}
