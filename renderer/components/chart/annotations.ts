import type { Chart, Plugin } from 'chart.js';
import { font, type Look } from './look.ts';
import type { ChartContent } from './types.ts';

const LABEL_GAP = 14;
const PADDING = 6;

interface Annotated {
  content: ChartContent;
  look: Look;
}
const annotated = new WeakMap<Chart, Annotated>();

/** What the plugin is to draw over a chart. */
export function annotate(chart: Chart, content: ChartContent, look: Look): void {
  annotated.set(chart, { content, look });
}

/** Room at the right for the labels at the curves' ends, pixels. */
export function endRoom(context: CanvasRenderingContext2D, content: ChartContent, look: Look): number {
  context.save();
  context.font = font(look, look.strong);
  const widths = content.series.map(({ end }) => (end ? context.measureText(end).width : 0));
  context.restore();
  const widest = Math.max(0, ...widths);
  return widest > 0 ? widest + PADDING * 2 : PADDING * 2;
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
  const ends = content.series
    .map((series, index) => ({ series, points: chart.getDatasetMeta(index).data }))
    .filter(({ series, points }) => series.end && points.length > 0)
    .map(({ series, points }) => ({ series, x: points[points.length - 1].x, y: points[points.length - 1].y }))
    .sort((a, b) => a.y - b.y);
  chart.ctx.font = font(look, look.strong);
  let last = -Infinity;
  for (const { series, x, y } of ends) {
    const at = Math.max(y + 4, last + LABEL_GAP, chart.chartArea.top + 8);
    last = at;
    const right = Math.min(x, chart.chartArea.right) + PADDING;
    text(chart, look, series.end as string, right, at, 'start', look.curves[series.colour - 1]);
  }
}

function drawAxisWords(chart: Chart, { content, look }: Annotated): void {
  const { chartArea: area } = chart;
  chart.ctx.font = font(look);
  const { label, atStart } = content.x;
  if (label && atStart) text(chart, look, label, area.left + PADDING, area.bottom - 6, 'start', look.faint);
  else if (label) text(chart, look, label, area.right, area.bottom - 6, 'end', look.faint);
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
    drawEnds(chart, found);
    chart.ctx.restore();
  },
};
