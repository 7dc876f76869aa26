import type { Chart, Plugin } from 'chart.js';
import { drawPoint } from 'chart.js/helpers';
import { placeEnds } from './end-labels.ts';
import { font, type Look } from './look.ts';
import type { ChartContent } from './types.ts';
import { freePlace, type WordPlace } from './word-place.ts';

const PADDING = 6;
/** What the switch to the figures takes beside the plot, whose curves it must not hide. */
const SWITCH = 34;
/** Height of the words over an axis, and what lies between them and it, pixels. */
const LETTERS = 12;
const FOOT = 6;
/** What a curve without markers takes on either side, pixels. */
const LINE_ROOM = 1.5;
/** Pixels between two markers of a curve, and from those of one curve to those of the next. */
const MARKER_GAP = 96;
const MARKER_SHIFT = 18;
const MARKER_RADIUS = 3.5;
/** Of a label that stands farther from its curve's end, a line leads there. */
const NEAR = 9;

interface Annotated {
  content: ChartContent;
  look: Look;
}
const annotated = new WeakMap<Chart, Annotated>();

/** What the plugin is to draw over a chart. */
export function annotate(chart: Chart, content: ChartContent, look: Look): void {
  annotated.set(chart, { content, look });
}

/** Room at the right for the labels at the curves' ends and the switch, pixels. */
export function endRoom(context: CanvasRenderingContext2D, content: ChartContent, look: Look): number {
  context.save();
  context.font = font(look, look.strong);
  const widths = content.series.map(({ end }) => (end ? context.measureText(end).width : 0));
  context.restore();
  const widest = Math.max(0, ...widths);
  return Math.max(widest + PADDING * 2, SWITCH);
}

function text(
  chart: Chart,
  look: Look,
  words: string,
  x: number,
  y: number,
  align: CanvasTextAlign,
  colour: string,
): void {
  const { ctx } = chart;
  ctx.textAlign = align;
  ctx.lineJoin = 'round';
  ctx.lineWidth = 4;
  ctx.strokeStyle = look.sheet;
  ctx.strokeText(words, x, y);
  ctx.fillStyle = colour;
  ctx.fillText(words, x, y);
}

function drawMarks(chart: Chart, { content, look }: Annotated): void {
  const { ctx, chartArea: area, scales } = chart;
  ctx.font = font(look);
  for (const mark of content.marks) {
    if (mark.y !== undefined) {
      const y = scales.y.getPixelForValue(mark.y);
      if (y < area.top - 1 || y > area.bottom + 1) continue;
      ctx.strokeStyle = look.faint;
      ctx.lineWidth = 1;
      ctx.setLineDash([2, 3]);
      ctx.beginPath();
      ctx.moveTo(area.left, y);
      ctx.lineTo(area.right, y);
      ctx.stroke();
      ctx.setLineDash([]);
      if (mark.label) text(chart, look, mark.label, area.right, y - 5, 'end', look.faint);
    }
    if (mark.x !== undefined) {
      const x = scales.x.getPixelForValue(mark.x);
      if (x < area.left - 1 || x > area.right + 1) continue;
      ctx.strokeStyle = look.accent;
      ctx.lineWidth = 1;
      ctx.beginPath();
      ctx.moveTo(x, area.top);
      ctx.lineTo(x, area.bottom);
      ctx.stroke();
      if (mark.dot !== undefined) {
        ctx.fillStyle = look.accent;
        ctx.beginPath();
        ctx.arc(x, scales.y.getPixelForValue(mark.dot), 3.5, 0, Math.PI * 2);
        ctx.fill();
      }
      if (mark.label) text(chart, look, mark.label, x + PADDING, area.top + 10, 'start', look.ink);
    }
  }
}

function drawEnds(chart: Chart, { content, look }: Annotated): void {
  const { ctx, chartArea: area } = chart;
  const ends = content.series
    .map((series, index) => ({ series, points: chart.getDatasetMeta(index).data }))
    .filter(({ series, points }) => series.end && points.length > 0)
    .map(({ series, points }) => ({ series, x: points[points.length - 1].x, y: points[points.length - 1].y }));
  ctx.font = font(look, look.strong);
  const places = placeEnds(ends, area.top + 8, area.bottom - 4);
  ends.forEach(({ series, x, y }, index) => {
    const at = places[index];
    if (at === undefined) return;
    const colour = look.curves[series.colour - 1];
    const right = Math.min(x, area.right) + PADDING;
    if (Math.abs(at - 4 - y) > NEAR && y <= area.bottom && y >= area.top) {
      ctx.strokeStyle = colour;
      ctx.lineWidth = 0.75;
      ctx.setLineDash([]);
      ctx.beginPath();
      ctx.moveTo(right - PADDING, y);
      ctx.lineTo(right - 2, at - 4);
      ctx.stroke();
    }
    text(chart, look, series.end as string, right, at, 'start', colour);
  });
}

/** Here and there on a curve its own shape, so that none is known by its colour alone. */
function drawMarkers(chart: Chart, { content, look }: Annotated): void {
  const { ctx, chartArea: area } = chart;
  content.series.forEach(({ marker, colour }, index) => {
    const points = chart.getDatasetMeta(index).data;
    if (!marker || points.length === 0) return;
    ctx.fillStyle = ctx.strokeStyle = look.curves[colour - 1];
    ctx.setLineDash([]);
    let next = area.left + MARKER_SHIFT * index;
    points.forEach(({ x, y }, at) => {
      const last = at === points.length - 1;
      if (x < area.left || x > area.right + 1 || !Number.isFinite(y) || (x < next && !last)) return;
      drawPoint(ctx, { pointStyle: marker, radius: MARKER_RADIUS, rotation: 0, borderWidth: 1.5 }, x, y);
      next = x + MARKER_GAP;
    });
  });
}

/** Where the word of the abscissa stands: at the axis's end or its start, over the curves and markers that go through there. */
function placeOfWord(chart: Chart, { content }: Annotated, word: string): WordPlace {
  const { ctx, chartArea: area } = chart;
  const size = { width: ctx.measureText(word).width + PADDING, height: LETTERS };
  const curves = content.series.map(({ marker }, index) => ({
    points: chart.getDatasetMeta(index).data,
    room: marker ? MARKER_RADIUS : LINE_ROOM,
  }));
  return freePlace(curves, { ...area, bottom: area.bottom - FOOT }, size, content.x.atStart);
}

function drawAxisWords(chart: Chart, annotated: Annotated): void {
  const { content, look } = annotated;
  const { chartArea: area } = chart;
  chart.ctx.font = font(look);
  const { label } = content.x;
  if (label) {
    const { atStart, rise } = placeOfWord(chart, annotated, label);
    const x = atStart ? area.left + PADDING : area.right;
    text(chart, look, label, x, area.bottom - FOOT - rise, atStart ? 'start' : 'end', look.faint);
  }
  if (content.y.label) text(chart, look, content.y.label, area.left + PADDING, area.top + 10, 'start', look.faint);
}

/** Marks, words of the axes and labels at the curves' ends. */
export const annotations: Plugin = {
  id: 'annotations',
  afterDatasetsDraw(chart) {
    const found = annotated.get(chart);
    if (!found || !chart.chartArea) return;
    chart.ctx.save();
    drawMarks(chart, found);
    drawAxisWords(chart, found);
    drawMarkers(chart, found);
    drawEnds(chart, found);
    chart.ctx.restore();
  },
};
