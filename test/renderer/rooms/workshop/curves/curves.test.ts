import { describe, expect, test } from 'vitest';
import type { Columns } from '../../../../../renderer/lib/decimate.ts';
import { ChartContents, levelOf, uprightAxis } from '../../../../../renderer/rooms/workshop/curves/chart-content.ts';
import { TrackedCurve, weightFor } from '../../../../../renderer/rooms/workshop/curves/tracked-curve.ts';
import { view } from '../../../../../renderer/rooms/workshop/curves/view.svelte.ts';

const columns = (y: readonly number[]): Columns => ({ x: y.map((_, i) => 10 * i), y, length: y.length });
const values = ({ y, length }: Columns) => Array.from({ length }, (_, i) => y[i]);

/** What smoothing means: each point moves the last value by the rest of the weight; a gap leaves it. */
function smooth({ y, length }: Columns, weight: number): number[] {
  let held = NaN;
  return Array.from({ length }, (_, i) => {
    if (Number.isNaN(y[i])) return NaN;
    held = Number.isNaN(held) ? y[i] : held * weight + y[i] * (1 - weight);
    return held;
  });
}

describe('a tracked curve', () => {
  const y = [5, 4, NaN, 3, 6, 2];

  test('grows point by point into what smoothing at once gives', () => {
    const tracked = new TrackedCurve();
    for (let length = 1; length <= y.length; length++) {
      const part = columns(y.slice(0, length));
      expect(values(tracked.of(part, 0.6).columns)).toEqual(smooth(part, 0.6));
    }
    expect(tracked.of(columns(y), 0.6)).toMatchObject({ low: 2, high: 6 });
  });

  test('begins anew with another weight, and where the run went back to a checkpoint', () => {
    const tracked = new TrackedCurve();
    tracked.of(columns(y), 0.6);
    expect(values(tracked.of(columns(y), 0.9).columns)).toEqual(smooth(columns(y), 0.9));
    const resumed = columns([5, 4, 1]);
    expect(values(tracked.of(resumed, 0.9).columns)).toEqual(smooth(resumed, 0.9));
    expect(tracked.of(resumed, 0.9)).toMatchObject({ low: 1, high: 5 });
  });
});

test('a short curve is smoothed less, lest it lag behind', () => {
  expect([weightFor(0.6, 0), weightFor(0.6, 25), weightFor(0.6, 5000)]).toEqual([0, 0.06, 0.6]);
});

describe('the chart', () => {
  const words = { training: 'training', validation: 'validation', measured: 'not smoothed' };
  const look = { measure: 'loss', smoothing: 0.6, log: false, training: true, validation: true } as const;
  const run = <C extends 1 | 2 | 3 | 4 | 5 | 6>(id: string, colour: C, validated: readonly number[]) => ({
    id,
    label: id,
    colour,
    columns: (name: string) => (name.startsWith('validation') ? columns(validated) : columns([5, 4, 3])),
  });

  test('draws the run in view smoothed before its pale self, validation dashed', () => {
    const { series } = new ChartContents().own(run('one', 1, [4.5, 4]), look, words);
    expect(series.map(({ id, faint, dash }) => [id, faint ?? false, dash ?? 'solid'])).toEqual([
      ['one', false, 'solid'],
      ['one-validation', false, 'dash'],
      ['one-raw', true, 'solid'],
    ]);
  });

  test('lays over the validation of another run, or its training where nothing was held out', () => {
    const contents = new ChartContents();
    const label = (validated: number[], id: string) =>
      contents.overlay(run(id, 2, validated), look, words).series[0].label;
    expect(label([4.5, 4], 'held')).toBe('held, validation');
    expect(label([], 'all')).toBe('all, training');
  });

  test('each overlay has a dash and a marker of its own, none of them those of the run in view', () => {
    const contents = new ChartContents();
    const own = contents.own(run('one', 1, [4.5, 4]), look, words).series;
    const over = ([2, 3, 4, 5, 6] as const).map(
      (colour) => contents.overlay(run(`run ${colour}`, colour, [4.5, 4]), look, words).series[0],
    );
    const dashes = [...own.filter(({ faint }) => !faint), ...over].map(({ dash }) => dash ?? 'solid');
    expect(new Set(dashes).size).toBe(7);
    expect(new Set(over.map(({ marker }) => marker)).size).toBe(5);
    expect(over.every(({ marker }) => marker !== undefined)).toBe(true);
  });

  test('a long name keeps its end beside its curve', () => {
    const long = { ...run('a', 2, []), label: 'Belling the Cat · window 18' };
    expect(new ChartContents().overlay(long, look, words).series[0].end).toMatch(/^Belling.*….*18$/);
  });

  test('shows the line of chance before there is a curve', () => {
    const chance = levelOf('loss', 112, undefined);
    expect(chance).toBeCloseTo(4.718, 3);
    expect(uprightAxis([], chance, look)).toEqual({ minimum: 0, maximum: 5 });
  });

  test('a logarithmic axis never begins at zero', () => {
    const zero = new TrackedCurve().of(columns([3, 0]), 0);
    expect(uprightAxis([zero], 4.7, { ...look, log: true }).minimum).toBeGreaterThan(0);
  });

  test('overlays keep their colours; five are the most', () => {
    for (const id of ['a', 'b', 'c', 'd', 'e', 'f']) view.lay(id, true);
    expect(Object.fromEntries(view.overlays)).toEqual({ a: 2, b: 3, c: 4, d: 5, e: 6 });
    view.lay('b', false);
    view.lay('g', true);
    expect(view.overlays.get('g')).toBe(3);
    for (const id of ['a', 'c', 'd', 'e', 'g']) view.lay(id, false);
  });
});
